"""Whoever is named for a case reads that case, and no longer than they are named."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.independence import Capacity
from portal.extensions import db
from portal.records.independents import Independent
from portal.services.officers import all_officers
from tests import makers as make
from tests.application import NOON
from tests.services import outsiders
from tests.staff.conftest import SignIn
from tests.staff.outside import in_again, of, on_register, standing
from tests.staff.paperwork import send


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def test_somebody_named_opens_that_case_alone_and_only_until_the_last_day(app: Flask, sign_in: SignIn, at) -> None:
    made, other = standing(app, "S2_investigating"), standing(app, "S2_investigating")
    ash = sign_in(Role.INVESTIGATING_OFFICER, name="Ash Field")
    with app.app_context():
        email = next(one.email for one in all_officers() if one.name == "Ash Field")
    (person,) = on_register(app, "Ash Field", account=email)
    assert ash.open(f"/staff/cases/{made.reference}").answer.status_code == 404
    with app.app_context():
        who = make.officer().id
        outsiders.name(made.id, who, person, Capacity.INVESTIGATOR, until_on=date(2026, 12, 10))
    assert made.reference[:4] in ash.open("/staff/?heap=all").text
    assert other.reference[:4] not in ash.text
    assert ash.open(f"/staff/cases/{made.reference}").answer.status_code == 200
    assert ash.open(f"/staff/cases/{other.reference}").answer.status_code == 404
    send(ash, of(made, "/report/2"), recommends="no", words="Nothing was wrong.", finding_1="not_upheld")
    assert [option.get_text() for option in ash.open(of(made, "/report/2")).page.select("[name=author] option")] == [
        "Investigating officer"
    ]
    at(datetime(2026, 12, 10, 23, 30, tzinfo=UTC))
    in_again(app, ash)
    assert ash.open(of(made)).heading == "Stage 2 and 3 papers", "the last day counts"
    at(datetime(2026, 12, 11, 0, 30, tzinfo=UTC))
    in_again(app, ash)
    assert ash.open(of(made)).answer.status_code == 404
    assert made.reference[:4] not in ash.open("/staff/?heap=all").text


def test_ending_their_part_or_leaving_the_register_closes_the_case_at_once(app: Flask, sign_in: SignIn) -> None:
    made = standing(app, "S2_investigating")
    ash = sign_in(Role.INDEPENDENT_PERSON, name="Ash Field")
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    with app.app_context():
        email = next(one.email for one in all_officers() if one.name == "Ash Field")
    (person,) = on_register(app, "Ash Field", account=email)
    with app.app_context():
        number = outsiders.name(made.id, make.officer().id, person, Capacity.INDEPENDENT_PERSON)
    assert ash.open(of(made)).answer.status_code == 200
    with app.app_context():
        row = db.session.get_one(Independent, person)
        row.active = False
        db.session.commit()
    assert ash.open(of(made)).answer.status_code == 404
    with app.app_context():
        row = db.session.get_one(Independent, person)
        row.active = True
        db.session.commit()
    send(manager, of(made, f"/people/{number}/end"), reason="")
    assert "Write why their part ends." in manager.text
    send(manager, of(made, f"/people/{number}/end"), reason="They fell ill.")
    assert "Ended" in manager.text
    assert ash.open(of(made)).answer.status_code == 404

"""The register of people from outside on the pages."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.independence import Capacity
from portal.extensions import db
from portal.records.independents import Independent
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor

REGISTER = "/staff/independents"
ASH = {"name": "Ash Field", "capacities": ["investigator", "chair"], "email": "ash@fern.example"}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def one_of(app: Flask) -> Independent:
    (row,) = db.session.query(Independent)
    return row


def test_somebody_is_put_on_the_register_with_what_they_declared(app: Flask, officer: Visitor) -> None:
    send(officer, f"{REGISTER}/new", **ASH, signed_on="2026-11-02", rate="£350", organisation="Fern & Co")
    assert "Kept in the register." in officer.text
    assert "Ash Field Signed 2 November 2026" in officer.text
    assert "Investigating officer, Chair of the panel" in officer.text and "£350.00 a day" in officer.text
    with app.app_context():
        row = one_of(app)
        assert row.listed == {Capacity.INVESTIGATOR, Capacity.CHAIR} and row.signed_on == date(2026, 11, 2)
        assert row.pence_a_day == 35_000 and b"fern" not in row.body, "where they live and ring is sealed"


def test_ties_and_a_missing_signature_are_seen_at_once_and_every_change_is_kept(app: Flask, officer: Visitor) -> None:
    send(officer, f"{REGISTER}/new", **ASH, is_partner="y")
    assert "Married to one" in officer.text and "Not signed" in officer.text
    with app.app_context():
        number = one_of(app).id
    send(officer, f"{REGISTER}/{number}", signed_on="2026-12-01", phone="01632 960001")
    said = officer.open(f"{REGISTER}/{number}").text
    assert "Put on the register." in said and "Signed: not yet → 2026-12-01." in said
    assert "960001" not in said.split("Name", 1)[0], "the history never repeats how they are reached"


def test_what_cannot_be_is_told_and_nothing_typed_is_lost(app: Flask, officer: Visitor) -> None:
    for wrong, told in (
        ({"name": ""}, "Write their name."),
        ({"capacities": []}, "Tick at least one thing they do."),
        ({"signed_on": "2027-01-01"}, "a day that lies ahead"),
        ({"rate": "a lot"}, "Write the amount in pounds"),
        ({"account": "nobody@council.example"}, "Nobody signs in with this address"),
    ):
        send(officer, f"{REGISTER}/new", **(ASH | wrong))
        assert told in officer.text
        assert "ash@fern.example" in str(officer.page)
    with app.app_context():
        assert db.session.query(Independent).count() == 0


def test_an_account_belongs_to_one_person_alone(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        make.officer(Role.INVESTIGATING_OFFICER, email="ash@council.example")
    send(officer, f"{REGISTER}/new", **ASH, account="Ash@council.example")
    assert "Signs in" in officer.text
    send(officer, f"{REGISTER}/new", **(ASH | {"name": "Briar Lane"}), account="ash@council.example")
    assert "belongs to somebody else" in officer.text


def test_whoever_left_stands_on_a_page_of_its_own(app: Flask, officer: Visitor) -> None:
    send(officer, f"{REGISTER}/new", **ASH, until="2026-12-02")
    assert "Nobody." in officer.text, "yesterday was the last day"
    assert "Ash Field" in officer.open(f"{REGISTER}?past=1").text


def test_a_service_does_not_keep_the_register_of_those_who_investigate_it(sign_in: SignIn) -> None:
    for role in (Role.TEAM_MANAGER, Role.INVESTIGATING_OFFICER, Role.DIRECTOR, Role.AUDITOR):
        assert sign_in(role).open(REGISTER).answer.status_code == 403

"""Worries about somebody's safety on the pages: who sees that there is one, and who reads what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import press, send
from tests.visitor import Visitor

FOUND = "The school rang back."


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def of(made: make.Made, page: str = "") -> str:
    return f"/staff/cases/{made.reference}/safety{page}"


def made(app: Flask, **answers: str) -> make.Made:
    with app.app_context():
        return make.case(**answers)


def test_the_people_on_duty_have_a_list_and_see_no_other_case(app: Flask, sign_in: SignIn) -> None:
    worried, calm = made(app, safe="no"), made(app)
    duty = sign_in(Role.SAFEGUARDING_DUTY)
    assert f"{worried.reference[:4]}-{worried.reference[4:]}" in duty.open("/staff/safety").text
    assert f"{calm.reference[:4]}-{calm.reference[4:]}" not in duty.text
    assert duty.open(f"/staff/cases/{worried.reference}").answer.status_code == 200
    assert duty.open(f"/staff/cases/{calm.reference}").answer.status_code == 404
    send(duty, of(worried, "/screen"), reason=FOUND)
    assert FOUND in duty.text and "Looked at by the duty team" in duty.text
    send(duty, of(worried, "/put_down"), reason=FOUND)
    assert "Nobody waits." in duty.open("/staff/safety").text


def test_the_desk_raises_a_worry_and_reads_where_it_stands_but_not_what_was_found(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    one = made(app)
    press(officer, of(one), "Somebody may not be safe")
    assert "To be looked at today" in officer.text
    assert "Safety: being looked at" in officer.open(f"/staff/cases/{one.reference}").text
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, of(one, "/screen"), reason=FOUND)
    assert FOUND in manager.text
    assert "Looked at by the duty team" in officer.open(of(one)).text
    for page in (of(one), f"/staff/cases/{one.reference}", f"/staff/cases/{one.reference}/steps"):
        assert FOUND not in officer.open(page).text
    assert officer.open(of(one, "/put_down")).answer.status_code == 403


def test_the_duty_team_sees_until_which_hour_a_worry_waits_and_when_that_has_passed(
    app: Flask, sign_in: SignIn, at: Callable[[datetime], None]
) -> None:
    one = made(app, safe="no")
    duty = sign_in(Role.SAFEGUARDING_DUTY)
    for page in ("/staff/safety", of(one), f"/staff/cases/{one.reference}"):
        assert "Decide by 13:00" in duty.open(page).text, page
        assert "late" not in duty.text, page
    at(NOON + timedelta(minutes=61))
    duty = sign_in(Role.SAFEGUARDING_DUTY)
    for page in ("/staff/safety", of(one), f"/staff/cases/{one.reference}"):
        assert "Decide by 13:00 (late)" in duty.open(page).text, page
    send(duty, of(one, "/screen"), reason=FOUND)
    assert "Decide by 13:00 (late)" in duty.open("/staff/safety").text, "looked at is not decided"
    send(duty, of(one, "/refer"), reason=FOUND)
    assert "Decide by" not in duty.open(of(one)).text


def test_a_worry_raised_at_night_waits_until_the_duty_team_is_there(
    app: Flask, sign_in: SignIn, at: Callable[[datetime], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    council = app.extensions["portal.authority"]
    covered = council.promises["duty_line_day_and_night"]
    day_only = {**council.promises, covered.code: replace(covered, confirmed=False)}
    at(NOON + timedelta(hours=10))
    made(app, safe="no")
    assert "Decide by 23:00" in sign_in(Role.SAFEGUARDING_DUTY).open("/staff/safety").text, "somebody is always there"
    monkeypatch.setitem(app.extensions, "portal.authority", replace(council, promises=day_only))
    assert "Decide by Fri 4 Dec, 09:00" in sign_in(Role.SAFEGUARDING_DUTY).open("/staff/safety").text


def test_why_a_diverted_case_went_where_it_went_is_for_the_few(app: Flask, officer: Visitor, sign_in: SignIn) -> None:
    one = made(app)
    from tests.services.story import routed

    with app.app_context():
        routed(one.id, make.officer().id, "to_safeguarding")
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, f"/staff/cases/{one.reference}/steps/screen", reason=FOUND)
    assert FOUND in manager.text
    for page in (f"/staff/cases/{one.reference}", f"/staff/cases/{one.reference}/steps"):
        assert FOUND not in officer.open(page).text

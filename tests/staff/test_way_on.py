"""On the page of a case the next right thing to do is the button, from taking it on to the answer."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from flask import Flask

from portal.domain.access import Role
from portal.domain.findings import Outcome
from portal.services.deciding import decide
from tests.services.desk import MONDAY, Desk
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


def button(officer: Visitor, desk: Desk) -> tuple[str, str]:
    """The words of the one button of the page, and what is said above it."""
    officer.open(f"/staff/cases/{desk.made.reference}")
    found = [link.get_text(strip=True) for link in officer.page.select("a.govuk-button")]
    assert len(found) <= 1
    said = next((one.get_text(strip=True) for one in officer.page.select("aside p") if "Next:" in one.text), "")
    return (found[0] if found else "", said)


def test_each_step_of_stage_1_is_the_button_in_its_turn(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk = Desk()
        desk.taken_on()
    every = (Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER, Role.SENIOR_MANAGER)
    with time_machine.travel(MONDAY, tick=False):
        officer = sign_in(*every, name="Lee Wren")
        assert button(officer, desk) == ("Give it to a manager to answer", "")
        with app.app_context():
            desk.do(desk.officer, "allocate", handler_id=desk.team)
        missing = "Next: Send the answer. Every concern needs an outcome at this stage."
        assert button(officer, desk) == ("Give each concern its outcome", missing)
        with app.app_context():
            decide(desk.made.id, desk.senior, 1, {1: Outcome.UPHELD})
        for event, words, who in (
            ("draft", "Draft the answer", desk.team),
            ("check", "Check the draft", desk.manager),
            ("sign", "Sign the answer", desk.senior),
        ):
            assert button(officer, desk) == (words, "")
            with app.app_context():
                desk.do(who, event)
        assert button(officer, desk) == ("Send the answer", "")


def test_what_is_for_somebody_else_is_said_and_is_no_button(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk = Desk()
        desk.taken_on()
        decide(desk.made.id, desk.senior, 1, {1: Outcome.UPHELD})
        desk.do(desk.officer, "allocate", handler_id=desk.team)
        desk.do(desk.team, "draft")
        desk.do(desk.manager, "check")
    with time_machine.travel(MONDAY, tick=False):
        officer = sign_in(Role.COMPLAINTS_MANAGER)
        assert button(officer, desk) == ("", "Next: Sign the answer. That is for: senior manager.")


def test_the_dates_of_a_later_stage_are_counted_from_when_it_was_asked_for(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk = Desk()
        desk.taken_on()
        desk.answered()
    with time_machine.travel(MONDAY + timedelta(days=7), tick=False):
        with app.app_context():
            desk.person("ask_next")
        officer = sign_in(Role.COMPLAINTS_MANAGER)
        officer.open(f"/staff/cases/{desk.made.reference}")
    assert "25 working days from Mon 7 Dec" in officer.text
    assert "2 working days from Mon 30 Nov" in officer.text

"""The pages on which officers take a case through its procedure."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.audit_words import By, Deed
from portal.records.steps import draft_of
from portal.services.auditing import note
from portal.services.case_writing import changing
from portal.services.concerns import Head, add
from portal.services.conflicts import concerned
from portal.services.screening import look_at
from tests import makers as make
from tests.application import NOON
from tests.services.desk import LOOKED
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        made = make.case(name="Kit")
        look_at(made.id, make.officer().id, LOOKED)
        return made


def of(made: make.Made, event: str = "") -> str:
    return f"/staff/cases/{made.reference}/steps" + (f"/{event}" if event else "")


def take_on(officer: Visitor, made: make.Made) -> Visitor:
    words = "We have read what you told us."
    return send(officer, of(made, "to_statutory"), words=words)


def test_a_new_complaint_is_taken_on_and_the_person_told(app: Flask, officer: Visitor, made: make.Made) -> None:
    officer.open(of(made))
    assert "To be looked at" in officer.text
    assert "Take it on: statutory, Stage 1" in officer.text
    take_on(officer, made)
    assert "Done: Take it on: statutory, Stage 1." in officer.text
    assert "Stage 1: being answered" in officer.text
    with app.app_context():
        assert made.case.step == "S1_open"


def test_a_box_that_was_not_ticked_is_asked_for_and_nothing_typed_is_lost(
    officer: Visitor, made: make.Made, sign_in: SignIn
) -> None:
    take_on(officer, made)
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, of(made, "hold"), reason="The family court.", words="We have to wait.")
    assert "Name the proceedings it must wait for" in manager.text
    assert "The family court." in str(manager.page)
    assert "We have to wait." in str(manager.page)


def test_the_page_begins_a_letter_for_a_child(officer: Visitor, made: make.Made) -> None:
    officer.open(of(made, "to_statutory"))
    assert "Do you want someone on your side? An advocate can help you." in str(officer.page)


def test_what_is_still_missing_is_said_before_anybody_tries(
    app: Flask, officer: Visitor, made: make.Made, sign_in: SignIn
) -> None:
    take_on(officer, made)
    manager = sign_in(Role.TEAM_MANAGER)
    manager.open(of(made))
    assert "Every concern needs an outcome at this stage" in manager.text
    send(manager, of(made, "draft"), draft="We were wrong. We are sorry.")
    manager.open(of(made))
    assert "Not checked yet" in manager.text
    with app.app_context():
        draft = draft_of(made.id)
        assert draft and draft.words == "We were wrong. We are sorry."


def test_a_step_that_cannot_happen_here_has_no_page(officer: Visitor, made: make.Made) -> None:
    for event in ("adjudicate", "nonsense"):
        assert officer.open(of(made, event)).answer.status_code == 404


def test_the_manager_it_may_be_about_is_not_on_the_list(app: Flask, officer: Visitor, sign_in: SignIn) -> None:
    with app.app_context():
        made = make.case(about=["worker"], named_person="Jo Smith")
        look_at(made.id, make.officer().id, LOOKED)
        add(made.id, make.officer().id, Head("They shout.", "communication"))
        named = make.officer(Role.TEAM_MANAGER, name="Jo Smith")
        assert concerned([made.case], named.name)
        make.officer(Role.TEAM_MANAGER, name="Ash Field")
    take_on(officer, made)
    officer.open(of(made, "allocate"))
    listed = [option.get_text() for option in officer.page.select("select option")]
    assert "Ash Field" in listed
    assert "Jo Smith" not in listed


def test_before_refusing_the_ombudsmans_findings_are_shown(
    app: Flask, officer: Visitor, made: make.Made, sign_in: SignIn
) -> None:
    take_on(officer, made)
    with app.app_context(), changing(made.id) as case:
        case.step = "S2_requested"
        note(Deed.CHANGED, "a test", by=By.PORTAL, case_id=case.id)
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    manager.open(of(made, "decline_next"))
    assert "Manchester (22 008 976): Refused Stage 2 because it had nothing to add. That was fault." in manager.text
    assert "I have read what the Ombudsman says about refusing" in manager.text
    manager.open(f"/staff/cases/{made.reference}/dates/more-time")
    assert "Cumberland (24 004 450): Was late at Stage 2. It had to apologise and to pay £150." in manager.text

"""The page on which an officer looks at what came: filled in, suggesting, and never deciding by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.records.cases import Case
from portal.records.screening import latest_screening, screenings_of
from portal.records.steps import steps_of
from portal.services.screening import look_at
from tests import makers as make
from tests.application import NOON
from tests.services.desk import LOOKED
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor

ANSWERS = {
    "safety": "safe", "wants": "answer", "matter": "support", "complainant": "child", "when": "within",
    "elsewhere": "nothing", "before": "new",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(name="Kit", safe="yes")


def page(made: make.Made, more: str = "") -> str:
    return f"/staff/cases/{made.reference}/triage{more}"


def looked(officer: Visitor, made: make.Made, **answers: str) -> Visitor:
    """Answer what is asked, press, and answer what follows, as somebody would who reads the page."""
    given = ANSWERS | answers
    for _ in range(4):
        officer.open(page(made))
        asked = {str(box["name"]) for box in officer.form.select("[name]")}
        officer.fill({key: value for key, value in given.items() if key in asked})
    return officer.open(page(made))


def buttons(officer: Visitor) -> list[str]:
    return [one.get_text(strip=True) for one in officer.page.select("main a.govuk-button")]


def test_what_they_told_us_is_filled_in_and_nothing_is_suggested_before_somebody_looked(
    officer: Visitor, made: make.Made
) -> None:
    officer.open(page(made))
    assert "What they told us is filled in." in officer.text
    checked = officer.page.select_one("[name=safety][checked]")
    assert checked is not None and checked["value"] == "safe"
    assert officer.page.select_one("[name=complainant] [selected]")["value"] == "child"  # type: ignore[index]
    assert "The answers point to" not in officer.text
    assert "My meeting was moved" in officer.text, "their own words stand beside the questions"


def test_the_suggestion_says_why_and_its_button_stands_first(officer: Visitor, made: make.Made) -> None:
    looked(officer, made)
    assert "The answers point to: Statutory complaint" in officer.text
    assert "may complain in their own right" in officer.text
    assert buttons(officer) == ["Take it on: statutory, Stage 1"]
    others = officer.page.select_one("details")
    assert others is not None and "Take it on: corporate, Stage 1" in others.get_text()
    assert "Take it on: statutory, Stage 1" not in others.get_text()


def test_what_is_asked_next_follows_from_the_answers(officer: Visitor, made: make.Made) -> None:
    officer.open(page(made))
    assert "Would it be unreasonable" not in officer.text
    officer.fill(ANSWERS | {"when": "older"})
    assert "Would it be unreasonable to expect them to have complained earlier?" in officer.text
    assert "Not answered yet: Would it be unreasonable" in officer.text
    assert "Do not refuse it for that." in officer.text


def test_every_look_is_a_version_with_what_it_rests_on(app: Flask, officer: Visitor, made: make.Made) -> None:
    looked(officer, made, note="She lives with her foster carers.")
    with app.app_context():
        row = latest_screening(made.id)
        assert row is not None and row.details["note"] == "She lives with her foster carers."
        assert len(screenings_of(made.id)) == 4


def test_safety_without_an_answer_is_asked_for_and_the_rest_is_kept(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    officer.open(page(made))
    officer.fill({"wants": "question", "note": "They only ask."})
    assert "Say first whether everybody is safe." in officer.text
    assert officer.page.select_one("[name=wants] [selected]")["value"] == "question"  # type: ignore[index]
    assert "They only ask." in str(officer.page)


def test_the_suggested_way_needs_no_reason_and_another_way_needs_one(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    looked(officer, made)
    steps = f"/staff/cases/{made.reference}/steps"
    officer.open(f"{steps}/to_statutory")
    assert officer.page.select_one("[name=reason]") is None
    send(officer, f"{steps}/to_corporate", words="We have taken this on.")
    assert "The answers point to: Statutory complaint. Write why you choose another way." in officer.text
    send(officer, f"{steps}/to_corporate", words="We have taken this on.", reason="It is about the car park.")
    with app.app_context():
        assert made.case.step == "C1_open"
        assert steps_of(made.id)[-1].details["reason"] == "It is about the car park."


def test_the_ombudsmans_findings_stand_before_leaving_the_statutory_way(officer: Visitor, made: make.Made) -> None:
    looked(officer, made)
    officer.open(f"/staff/cases/{made.reference}/steps/to_corporate")
    assert "Suffolk (25 015 412): Did not use the statutory procedure at all. That was fault." in officer.text
    officer.open(f"/staff/cases/{made.reference}/steps/to_statutory")
    assert "Suffolk" not in officer.text


def test_cases_are_put_together_by_the_manager_and_the_person_is_told_which_number_to_use(
    app: Flask, made: make.Made, sign_in: SignIn
) -> None:
    with app.app_context():
        again = make.case(name="Kit")
        stranger = make.case(name="Sam")
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    manager.open(f"/staff/cases/{again.reference}/steps/merge")
    assert "Put together with another case" in manager.text
    send(manager, page(again, "/merge"), number=stranger.reference, same="yes", reason="Twice.")
    assert "The two came from different people." in manager.text
    send(manager, page(again, "/merge"), number=made.reference, reason="Twice.")
    assert "Only cases about the same thing can be put together." in manager.text
    words = "This and your other complaint are one now: use [[the number to use from now on]]."
    send(manager, page(again, "/merge"), number=made.reference, same="yes", reason="Twice.", words=words)
    number = f"{made.reference[:4]}-{made.reference[4:]}"
    manager.open(f"/staff/cases/{again.reference}")
    assert f"use {number}." in manager.text
    with app.app_context():
        assert _case(again).step == "merged"


def test_who_does_not_triage_has_no_page_for_it(sign_in: SignIn, made: make.Made, officer: Visitor) -> None:
    assert sign_in(Role.TEAM_MANAGER).open(page(made)).answer.status_code == 403
    assert officer.open(page(made, "/merge")).answer.status_code == 404, "only the complaints manager puts together"


def test_another_procedure_is_chosen_again_by_the_manager_from_the_page_of_steps(
    app: Flask, made: make.Made, sign_in: SignIn, officer: Visitor
) -> None:
    with app.app_context():
        look_at(made.id, make.officer().id, LOOKED)
    steps = f"/staff/cases/{made.reference}/steps"
    send(officer, f"{steps}/to_statutory", words="We have taken this on.")
    officer.open(steps)
    assert "Look again at how to deal with it" not in officer.text
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, f"{steps}/reclassify", words="We look again.")
    assert "A reason is needed." in manager.text
    before = _due(app, made)
    send(manager, f"{steps}/reclassify", reason="It is about the car park.", words="We look again.")
    assert _due(app, made) <= before
    looked(manager, made, matter="other_service")
    assert buttons(manager) == ["Take it on: corporate, Stage 1"]


def _case(made: make.Made) -> Case:
    return made.case


def _due(app: Flask, made: make.Made) -> object:
    with app.app_context():
        return made.case.due_on


def test_the_suggested_step_leads_on_the_case_page(officer: Visitor, made: make.Made) -> None:
    case = f"/staff/cases/{made.reference}"
    send(officer, f"{case}/acknowledge")
    officer.open(case)
    assert buttons(officer) == ["Look at it: who, about what, and where it goes"]
    assert "Look at it: due" in officer.text
    looked(officer, made)
    officer.open(case)
    assert buttons(officer) == ["Take it on: statutory, Stage 1"]
    looked(officer, made, before="waiting")
    officer.open(case)
    assert buttons(officer) == ["Look at it: who, about what, and where it goes"], "only the manager puts together"


def test_what_came_back_is_looked_at_again_before_anything_is_suggested(
    officer: Visitor, made: make.Made, sign_in: SignIn, at: Callable[[datetime], None]
) -> None:
    looked(officer, made)
    steps = f"/staff/cases/{made.reference}/steps"
    send(officer, f"{steps}/to_statutory", words="We have read what you told us.")
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    at(NOON + timedelta(minutes=5))
    send(manager, f"{steps}/reclassify", reason="It is about the car park.", words="We look again.")
    officer.open(page(made))
    assert "It came back to be looked at again." in officer.text
    assert buttons(officer) == []
    looked(officer, made, matter="other_service")
    assert buttons(officer) == ["Take it on: corporate, Stage 1"]


def test_a_step_of_somebody_else_says_whose_it_is(officer: Visitor, made: make.Made) -> None:
    looked(officer, made, before="waiting")
    assert buttons(officer) == []
    assert "This is done by: Complaints manager." in officer.text

"""Not taking something on, page by page: a coded reason, somewhere else to go, and never by one person alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.access import Role
from portal.domain.speaking import Holder
from portal.domain.words import Audience, Side
from portal.extensions import db
from portal.records.documents import documents_of
from portal.records.letters import Letter
from portal.records.timeline import messages_of
from portal.services.screening_facts import why_not
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.staff.test_triage import buttons, looked, page
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at: Callable[[datetime], None]) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(name="Kit", safe="yes")


def test_turning_away_asks_for_the_coded_reason_and_somebody_else_confirms_it(
    app: Flask, officer: Visitor, made: make.Made, sign_in: SignIn
) -> None:
    looked(officer, made, before="exhausted")
    assert "The answers point to: Not taken on" in officer.text
    assert buttons(officer) == ["Propose not to take it on"]
    send(officer, page(made, "/turn-away"))
    with app.app_context():
        assert why_not(made.id) == ("already_considered", "ombudsman")
        assert made.case.step == "decided"
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    manager.open(f"/staff/cases/{made.reference}/steps")
    assert "It went through every stage before" in manager.text
    assert "Instead: The Local Government and Social Care Ombudsman" in manager.text
    send(manager, f"/staff/cases/{made.reference}/steps/notify", reason="Read it.", words="We cannot take this on.")
    with app.app_context():
        assert made.case.step == "notified"


def test_before_the_child_agreed_only_whoever_speaks_for_them_hears_that_we_do_not_take_it_on(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    with app.app_context():
        spoken = make.case(
            "for_child", name="Kit", agreement="not_yet", permitted=["child"], safe="yes", contact_way="email",
            email="kit@home.example", speaker_name="Jo Advocate", speaker_email="jo@voice.example",
        )  # fmt: skip
    looked(officer, spoken, before="exhausted")
    send(officer, page(spoken, "/turn-away"))
    steps = f"/staff/cases/{spoken.reference}/steps"
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, f"{steps}/notify", reason="Read it.", words="We cannot take this on.")
    assert "Say first that you checked who this is" in manager.text
    manager.fill().fill({"checked": "y"}, press="send")
    with app.app_context():
        assert spoken.case.step == "notified"
        papers = [document for document in documents_of(spoken.id) if "cannot take" in document.content["words"]]
        assert [(one.audience, one.content["name"]) for one in papers] == [(Audience.ADULT, "Jo Advocate")]
        assert [one.reader for one in messages_of(spoken.id) if one.side is Side.TEAM] == [Holder.SPEAKER]
        news = db.session.scalars(select(Letter).where(Letter.kind.startswith("person_")))
        assert {letter.content["to"] for letter in news} == {"jo@voice.example"}


def test_nobody_in_danger_is_turned_away(app: Flask, officer: Visitor, made: make.Made) -> None:
    looked(officer, made, safety="in_danger")
    assert "The answers point to: Safeguarding" in officer.text
    assert buttons(officer) == ["Pass to the people who keep children safe"]
    send(officer, page(made, "/turn-away"), code="other_body", route="school", reason="It is about the school.")
    assert "Nobody is turned away before we know that everybody is safe." in officer.text
    with app.app_context():
        assert why_not(made.id) is None


def test_a_senior_manager_agrees_on_a_page_before_anybody_is_called_vexatious(
    app: Flask, officer: Visitor, made: make.Made, sign_in: SignIn
) -> None:
    looked(officer, made)
    send(officer, page(made, "/turn-away"), code="vexatious", route="ombudsman", reason="The same every day.")
    manager, senior = sign_in(Role.COMPLAINTS_MANAGER), sign_in(Role.SENIOR_MANAGER)
    steps = f"/staff/cases/{made.reference}/steps"
    manager.open(steps)
    assert "A senior manager has to confirm this reason as well" in manager.text
    senior.open(steps)
    assert "Vexatious" in senior.text
    send(senior, f"{steps}/agree_refusal", reason="I have read all of it.")
    send(manager, f"{steps}/notify", reason="Read it.", words="We cannot take this on.")
    with app.app_context():
        assert made.case.step == "notified"


def test_sending_it_another_way_tells_the_person(app: Flask, officer: Visitor, made: make.Made) -> None:
    looked(officer, made, matter="insurance")
    assert buttons(officer) == ["Send it another way"]
    send(officer, page(made, "/send-on"), words="The insurance team deals with this.")
    with app.app_context():
        assert made.case.step == "referred"
        assert why_not(made.id) == ("insurance_claim", "insurance")


def test_somebody_turned_away_against_the_suggestion_needs_a_reason_that_was_picked(
    officer: Visitor, made: make.Made
) -> None:
    looked(officer, made)
    send(officer, page(made, "/turn-away"), reason="It is about the school.")
    assert "Pick the reason, and where else it can go." in officer.text
    assert "It is about the school." in str(officer.page)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("We have looked into this before, and you had our last answer.", "Ombudsman", "on your page")),
        ("ar", ("لقد نظرنا في هذا من قبل، ووصلك ردنا الأخير.", "أمين المظالم")),
        ("pl", ("Zajmowaliśmy się tym już wcześniej i wysłaliśmy ostatnią odpowiedź.", "Ombudsman")),
    ],
)
def test_the_decision_letter_says_why_who_helps_and_how_to_disagree_in_their_language(
    app: Flask, officer: Visitor, sign_in: SignIn, language: str, said: tuple[str, ...]
) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann", language=language, relationship="parent", danger="no")
    looked(officer, made, complainant="parent", before="exhausted")
    send(officer, page(made, "/turn-away"))
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    manager.open(f"/staff/cases/{made.reference}/steps/notify")
    box = manager.page.select_one("[name=words]")
    assert box is not None and "[[" not in box.get_text(), "nothing is left for the officer to fill in"
    assert all(words in box.get_text() for words in said)
    send(manager, f"/staff/cases/{made.reference}/steps/notify", reason="Read it.")
    with app.app_context():
        assert all(words in messages_of(made.id)[-1].text["words"] for words in said)


def test_the_letter_that_passes_something_on_says_to_whom(officer: Visitor, made: make.Made) -> None:
    looked(officer, made, matter="other_body", body="school")
    officer.open(page(made, "/send-on"))
    box = officer.page.select_one("[name=words]")
    assert box is not None and "The head teacher, and then the school governors." in box.get_text()
    assert "Other people look after this. They can fix it, and we cannot." in box.get_text()

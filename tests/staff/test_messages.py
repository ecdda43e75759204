"""Writing to the person: by the way they chose, and against it only with a reason that stays."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.access import Role
from portal.extensions import db
from portal.records.letters import Letter
from portal.records.timeline import messages_of, timeline_of
from portal.services import handling
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import read_and_send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def letters_to(app: Flask, address: str) -> list[str]:
    with app.app_context():
        written = db.session.scalars(select(Letter).order_by(Letter.id)).all()
        return [letter.kind for letter in written if letter.content["to"] == address]


def test_the_first_letter_starts_with_words_for_a_child_and_real_dates(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    officer.open(f"/staff/cases/{made.reference}/acknowledge")
    start = officer.page.select_one("textarea").get_text()
    assert "by Thursday 17 December" in start and "working days" not in start
    assert len(start.split()) <= 90
    read_and_send(officer.fill())
    assert "Acknowledged" in officer.text and "Robin" in officer.text
    with app.app_context():
        assert made.case.state.value == "accepted" and not made.case.waiting_for_us
        assert [line.happening.value for line in timeline_of(made.id)] == ["received", "acknowledged"]
        assert [message.text["words"] for message in messages_of(made.id)] == [start.strip()]


def test_who_chose_email_gets_a_letter_that_says_there_is_news(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="email", email="ann@home.example")
    officer.open(f"/staff/cases/{made.reference}/reply")
    assert "Send an e-mail all the same" not in officer.text
    read_and_send(officer.fill({"words": "We rang your school."}))
    assert letters_to(app, "ann@home.example") == ["person_received", "person_news"]
    with app.app_context():
        assert not any("school" in letter.content["text"] for letter in db.session.scalars(select(Letter)))


def test_who_did_not_choose_email_gets_none(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(contact_way="call", phone="07700 900982")
    officer.open(f"/staff/cases/{made.reference}/reply")
    assert officer.page.find("button", string="Also send an e-mail").has_attr("disabled")
    read_and_send(officer.fill({"words": "We are on it."}))
    with app.app_context():
        assert [letter.kind for letter in db.session.scalars(select(Letter)) if letter.kind.startswith("person")] == []


def test_an_email_against_their_choice_needs_a_reason_that_stays(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(contact_way="call", phone="07700 900982")
    officer.open(f"/staff/cases/{made.reference}/reply")
    officer.fill({"words": "We are on it.", "address": "jay@home.example"})
    assert "Write why" in officer.error_at("reason")
    assert officer.page.select_one("textarea").get_text().strip() == "We are on it."
    read_and_send(officer.fill({"reason": "Jay rang and asked for it."}))
    assert letters_to(app, "jay@home.example") == ["person_news"]
    assert "jay@home.example: Jay rang and asked for it." in officer.text


def test_the_answer_is_sent_once(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="email", email="ann@home.example")
    read_and_send(officer.open(f"/staff/cases/{made.reference}/answer").fill({"words": "We agree with you."}))
    assert "The answer is sent" in officer.text and "Send the answer" not in officer.text
    officer.open(f"/staff/cases/{made.reference}/answer").fill({"words": "Twice."})
    assert "Look at the case as it stands now" in officer.text
    assert letters_to(app, "ann@home.example")[-1] == "person_answer"
    with app.app_context():
        assert len(messages_of(made.id)) == 1


def test_an_empty_message_is_not_sent(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    officer.open(f"/staff/cases/{made.reference}/reply").fill({"words": "  "})
    assert officer.error_at("words") == "Error: Write what we want to say."


def test_words_survive_a_page_that_was_open_too_long(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    address = f"/staff/cases/{made.reference}/reply"
    officer.open(address)
    answer = officer.client.post(address, data={"words": "Long thought about.", "csrf_token": "old"})
    assert answer.status_code == 200 and "Long thought about." in answer.text and "open for a long time" in answer.text
    with app.app_context():
        assert not messages_of(made.id)


def test_the_officer_is_told_which_language_the_person_reads(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(language="pl")
    assert "Write in Polish" in officer.open(f"/staff/cases/{made.reference}/reply").text


def test_a_message_shows_who_wrote_it_and_when(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
        handling.reply(made.id, make.officer(name="Lee Wren").id, "See https://example.org now <b>")
    officer.open(f"/staff/cases/{made.reference}")
    assert "Lee Wren Thu 3 Dec, 12:00" in officer.text
    assert officer.page.select_one(".message a")["href"] == "https://example.org"
    assert not officer.page.select(".message b")


def test_who_wrote_is_told_the_day_on_which_the_team_read_it(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    person = Visitor(app).open("/en/t").fill({"number": made.reference, "code": made.code})
    person.open("/en/t/case/message").fill({"words": "It happened again."})
    officer.open("/staff/").open(f"/staff/cases/{made.reference}/letters")
    assert "We have not read it yet" in person.open("/en/t/case").text
    assert "It happened again." in officer.open(f"/staff/cases/{made.reference}").text
    assert "We read it on Thursday 3 December" in person.open("/en/t/case").text
    assert "We have not read it yet" not in person.text


def test_who_may_not_read_a_case_has_not_read_its_messages(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        made = make.case()
    person = Visitor(app).open("/en/t").fill({"number": made.reference, "code": made.code})
    person.open("/en/t/case/message").fill({"words": "It happened again."})
    sign_in(Role.ADVOCATE).client.get(f"/staff/cases/{made.reference}")
    assert "We have not read it yet" in person.open("/en/t/case").text

"""A child sends a complaint, the team reads, writes and answers, and the child sees how it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from tests import makers as make
from tests.journeys.test_a_child_complains import STORY, tell
from tests.staff.paperwork import read_and_send
from tests.visitor import Visitor

Clock = Callable[[datetime], None]


def an_officer(app: Flask) -> Visitor:
    """A complaints officer who has signed in just now, first name Juniper."""
    with app.app_context():
        number = make.officer(name="Juniper Field").id
    found = Visitor(app)
    make.signed_in(app, number, found.client)
    return found


def kept(visitor: Visitor) -> tuple[str, str]:
    """The number and the secret words on the receipt."""
    number = visitor.page.select_one(".receipt__number").get_text(strip=True)
    return number, " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))


def test_from_the_first_word_to_not_being_happy_with_the_answer(app: Flask, visitor: Visitor, at: Clock) -> None:
    at(datetime(2026, 12, 3, 16, 30, tzinfo=UTC))
    officer = an_officer(app)
    tell(visitor).fill(press="send")
    number, words = kept(visitor)

    visitor.open("/en/t").fill({"number": number.lower(), "code": words.title()})
    assert "We have your complaint" in visitor.text
    assert "Monday 7 December" in visitor.text
    assert "They moved me again" not in visitor.text, "their own words are never shown again"

    officer.open("/staff/")
    officer.open(officer.page.find("a", string=number)["href"])
    case_page = officer.address
    assert STORY.split("<")[0].strip() in officer.text
    assert "My uncle" in officer.text and "Sam from the team" in officer.text
    read_and_send(officer.open(f"{case_page}/acknowledge").fill())
    meet = "Would you like to meet on Tuesday? See https://example.org"
    read_and_send(officer.open(f"{case_page}/reply").fill({"words": meet}))

    visitor.open("/en/t/case")
    assert "We have read it" in visitor.text
    assert "Would you like to meet on Tuesday?" in visitor.text
    assert "Field" not in visitor.text, "a child never reads an officer's surname"
    visitor.open("/en/t/case/message").fill({"words": "Yes, after school please"})
    assert "after school" not in visitor.text

    officer.open("/staff/?heap=waiting")
    assert number in officer.text
    officer.open(case_page)
    assert "Yes, after school please" in officer.text
    read_and_send(officer.open(f"{case_page}/answer").fill({"words": "We agree with you. We are sorry."}))

    at(datetime(2026, 12, 16, 9, 0, tzinfo=UTC))
    visitor.open("/en/t").fill({"number": number, "code": words})
    assert "Here is our answer" in visitor.text and "We agree with you." in visitor.text
    visitor.open("/en/t/case/next").fill({"words": "You did not say when"})
    assert "not happy with the answer" in visitor.text
    with app.app_context():
        assert db.session.query(Case).one().unhappy
        for letter in db.session.query(Letter):
            for told in (STORY[:20], "after school", "We agree", "did not say when", "Kit"):
                assert told not in str(letter.content), letter.kind


def test_taking_it_back_because_somebody_pressed_tells_the_manager(app: Flask, visitor: Visitor) -> None:
    tell(visitor).fill(press="send")
    number, words = kept(visitor)
    visitor.open("/en/t").fill({"number": number, "code": words})
    visitor.open("/en/t/case/stop").fill({"reason": "had_to"})
    assert "You took it back" in visitor.text
    with app.app_context():
        kinds = {letter.kind for letter in db.session.query(Letter)}
        assert "team_felt_pressed" in kinds


def test_the_same_in_arabic_with_digits_typed_in_arabic(visitor: Visitor) -> None:
    tell(visitor, "ar").fill(press="send")
    assert visitor.page.html["dir"] == "rtl"
    number, _ = kept(visitor)
    digits = visitor.page.select_one(".receipt__digits").get_text(strip=True)
    visitor.open("/ar/t").fill({"number": number, "code": digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))})
    assert "وصلتنا شكواك" in visitor.text

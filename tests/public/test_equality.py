"""The questions about oneself come after a receipt, can be refused, ask for nothing twice and end with thanks."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.references import format_reference
from portal.extensions import db
from portal.records.equality import EqualityAnswer
from portal.services.inviting_about_oneself import MOST_TRIES, invite
from portal.services.transactions import writing
from tests.visitor import Visitor


def answers(app: Flask) -> list[EqualityAnswer]:
    with app.app_context():
        return list(db.session.scalars(select(EqualityAnswer)))


def press(visitor: Visitor, label: str) -> Visitor:
    """Follow the link with this text."""
    link = next(one for one in visitor.page.select("main a") if one.get_text(strip=True) == label)
    return visitor.open(str(link["href"]))


@pytest.fixture
def child(app: Flask) -> Visitor:
    """Somebody who has just sent a complaint the quick way and sees the receipt."""
    visitor = Visitor(app).open("/en/y/2?w=quick")
    visitor.fill({"story": "They moved it."}).fill().fill({"contact_way": "code_only"}).fill()
    assert visitor.address == "/en/y/done"
    return visitor


def test_from_the_receipt_to_the_thanks(app: Flask, child: Visitor) -> None:
    press(child, "Answer 6 questions to help us be fair")
    assert "Nobody who works on it sees them." in child.text
    press(child, "Yes, ask me")
    child.fill({"age_band": "10_14"}).fill({"sex": "female"}).fill({"disabled": "no"}).fill({"ethnic_group": "black"})
    assert child.heading == "Which of these fits you best?"
    child.fill({"ethnicity_black": "black_african"}).fill({"religion": "muslim"})
    assert "Save and come back later" not in child.text
    child.fill({"main_language": "Somali"})
    assert child.heading == "Thank you. It helps us be fair."
    (kept,) = answers(app)
    assert (kept.age_band, kept.ethnicity, kept.main_language) == ("10_14", "black_african", "Somali")
    assert kept.reference is None
    assert child.open("/en/f/1").heading == "Help us be fair", "a receipt is good for one answer"


def test_a_typed_answer_that_is_too_long_is_told_at_its_field_and_kept(app: Flask, child: Visitor) -> None:
    child.open("/en/f/6").fill({"main_language": "long " * 20})
    assert child.error_at("main_language")
    assert answers(app) == []
    child.fill({"main_language": "Welsh"})
    assert [one.main_language for one in answers(app)] == ["Welsh"]


def test_no_thanks_leads_back_to_the_receipt(app: Flask, child: Visitor) -> None:
    press(child, "Answer 6 questions to help us be fair")
    press(child, "No thanks")
    assert child.address == "/en/y/done" and "Your secret code" in child.text
    assert answers(app) == []


@pytest.mark.parametrize("address", ["/en/f/1", "/en/fa/3"])
def test_who_has_sent_nothing_is_asked_nothing(app: Flask, address: str) -> None:
    assert Visitor(app).open(address).address == address.rpartition("/")[0]
    assert Visitor(app).open(f"{address.rpartition('/')[0]}?f=nothing").answer.status_code == 200


def test_what_has_no_save_button_cannot_be_saved_under_a_code(app: Flask, child: Visitor) -> None:
    child.open("/en/f/1")
    data = [(name, value) for name, value in child.filled() if name != "do"]
    answer = child.client.post("/en/f/1", data={**dict(data), "do": "save"})
    assert (answer.status_code, answer.location) == (302, "/en/f/2")


@pytest.fixture
def code(app: Flask) -> str:
    """The code on the paper of a child who told the team by telephone."""
    with app.app_context(), writing():
        return invite("young_person")


def test_whoever_told_us_by_telephone_answers_with_the_code_on_their_paper_once(app: Flask, code: str) -> None:
    child = Visitor(app).open(f"/en/f?k={format_reference(code).lower()}")
    child.fill()
    assert child.heading == "How old are you?"
    child.fill({"age_band": "6_9"}).fill().fill().fill().fill()
    assert "Can we put your answers with your complaint?" not in child.text, "nobody knows which complaint it was"
    child.fill({"main_language": "Somali"})
    assert [(one.age_band, one.reference, one.audience) for one in answers(app)] == [("6_9", None, "child")]
    again = Visitor(app).open(f"/en/f?k={code}")
    assert "Each code works once." in again.fill().error_at("code")


def test_a_code_that_nobody_has_is_told_at_its_field_and_stays_typed(app: Flask, code: str) -> None:
    stranger = Visitor(app).open("/en/f")
    for typed in ("", "7KQM-3W9C", "nonsense"):
        stranger.fill({"code": typed})
        assert "We do not know this code." in stranger.error_at("code")
        assert [box.get("value", "") for box in stranger.page.select("#code")] == [typed]
    stranger.open("/en/fa").fill({"code": code})
    assert "We do not know this code." in stranger.error_at("code"), "it is for the questions for a child"


def test_who_tries_many_codes_has_to_wait(app: Flask, code: str) -> None:
    stranger = Visitor(app).open("/en/f")
    for _ in range(MOST_TRIES):
        stranger.fill({"code": "7KQM-3W9K"})
    stranger.fill({"code": code})
    assert "Try again in an hour." in stranger.error_at("code")


def test_once_answered_nobody_is_asked_again_and_the_receipt_is_one_press_away(app: Flask, child: Visitor) -> None:
    child.open("/en/f/6").fill({"main_language": "Welsh"})
    assert child.heading == "Thank you. It helps us be fair."
    press(child, "Back to your number and code")
    assert child.address == "/en/y/done" and "Answer 6 questions" not in child.text
    assert child.open("/en/f?f=young_person").address == "/en/f/done", "no code is asked of who has answered"


def test_blanks_are_thanked_without_saying_that_they_help(app: Flask, child: Visitor) -> None:
    child.open("/en/f/6").fill()
    assert child.heading == "Thank you"

"""The questions about oneself come after a receipt, can be refused, ask for nothing twice and end with thanks."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.extensions import db
from portal.records.equality import EqualityAnswer
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

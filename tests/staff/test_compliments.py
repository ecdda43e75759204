"""Compliments on the pages: where they come from, and one button that passes them on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.words import Kind
from portal.extensions import db
from portal.records.compliments import compliment_of
from portal.records.letters import Letter
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.staff.paperwork import press, send
from tests.visitor import Visitor


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(story="Jo was kind to me.", kind=Kind.COMPLIMENT)


def of(made: make.Made, page: str = "") -> str:
    return f"/staff/cases/{made.reference}/compliment{page}"


def test_a_compliment_goes_with_one_button_to_whom_the_councils_rules_name(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "/describe"), source="young_person_child", categories=["child_focus"], team="fostering")
    press(officer, of(made), "Pass it to the worker and the managers")
    assert "Passed on. The timeline says to whom." in officer.text
    with app.app_context():
        letters = db.session.scalars(select(Letter).where(Letter.kind == "team_compliment")).all()
        told = {letter.content["to"] for letter in letters}
        assert told == {"feedback@example-council.example", "fostering.manager@example-council.example"}
        assert not any("kind to me" in letter.content["text"] for letter in letters)
    page = officer.open(f"/staff/cases/{made.reference}").text
    assert "Passed to the worker and the managers" in page
    assert "Passed on" in page and "Thank you for your words" in page


def test_it_is_passed_on_once_and_only_once_it_is_known_where_it_comes_from(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    assert "Pass it to" not in officer.open(of(made)).text
    send(officer, of(made, "/describe"), source="parent_carer", categories=["communication"])
    press(officer, of(made), "Pass it to the worker and the managers")
    assert "Pass it to" not in officer.open(of(made)).text


def test_what_is_praised_is_asked_and_a_quote_needs_consent(app: Flask, officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "/describe"), source="school_education")
    assert "Pick what is praised" in officer.text
    send(officer, of(made, "/describe"), categories=["communication"], quote="A kind worker.", may_quote="no")
    assert "only when the person agreed" in officer.text
    send(officer, of(made, "/describe"), categories=["communication"], quote="A kind worker.", may_quote="yes")
    assert "A kind worker." in officer.text
    with app.app_context():
        found = compliment_of(made.id)
        assert found and found.may_quote is True and b"kind worker" not in found.body


def test_a_complaint_has_no_such_page(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    assert officer.open(of(made)).answer.status_code == 404
    assert "Pass on the kind words" not in officer.open(f"/staff/cases/{made.reference}").text


def test_the_day_it_was_passed_on_is_the_day_it_was_in_london(
    made: make.Made, sign_in: SignIn, at: Callable[[datetime], None]
) -> None:
    at(datetime(2027, 7, 1, 23, 30, tzinfo=UTC))
    officer = sign_in()
    send(officer, of(made, "/describe"), source="parent_carer", categories=["communication"])
    press(officer, of(made), "Pass it to the worker and the managers")
    assert "Passed on Fri 2 Jul" in officer.open(of(made)).text

"""What a person can do from their case page, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.speaking import Holder
from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.timeline import Message, TimelineLine
from portal.services import handling, speaking_up
from portal.staff.telling import rating
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import happened, letters, opened, state
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _noon(at: Callable[[datetime], None]) -> None:
    at(NOON)


def test_more_can_be_added(app: Flask, inside: Visitor, made: make.Made) -> None:
    inside.open("/en/t/case/add").fill({"words": "One more thing."})
    assert "You told us more" in inside.text
    assert letters(app, made)[-1] == "team_added"
    with app.app_context():
        kept = db.session.scalars(select(Message).where(Message.case_id == made.id)).one()
        assert (kept.kind, kept.text) == (Happening.ADDED, {"words": "One more thing."})


def test_an_advocate_can_be_asked_for_once(app: Flask, inside: Visitor, made: make.Made) -> None:
    inside.open("/en/t/case/side").fill()
    assert "You asked for an advocate" in inside.text
    inside.open("/en/t/case/side").fill()
    assert happened(app, made).count(Happening.ADVOCATE_ASKED) == 1
    assert "Ask for someone on your side" not in inside.text


def test_not_happy_is_offered_only_with_an_answer_or_when_we_are_late(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int, at: Callable[[datetime], None]
) -> None:
    offer = "I am not happy with the answer"
    assert offer not in inside.text
    assert inside.open("/en/t/case/next").address == "/en/t/case"
    at(datetime(2027, 1, 20, 12, tzinfo=UTC))
    late = opened(app, made)
    assert "We are late. We are sorry." in late.text
    assert "should have had our answer by" in late.text
    assert offer not in late.text and "Ask for the next step" in late.text
    with app.app_context():
        handling.answer(made.id, officer_id, "We agree with you.")
    late.open("/en/t/case")
    assert "Here is our answer" in late.text
    assert "We agree with you." in late.text
    assert "Ask for the next step by Wednesday 17 February." in late.text


def test_not_happy_is_stored_and_told_with_words_or_without(
    app: Flask, made: make.Made, officer_id: int, inside: Visitor
) -> None:
    with app.app_context():
        handling.answer(made.id, officer_id, "We do not agree. Here is why.")
    inside.open("/en/t/case/next")
    assert "You need to ask by" in inside.text
    inside.fill({"words": ""})
    assert "You asked for the next step" in inside.text
    assert "team_unhappy" in letters(app, made)
    with app.app_context():
        assert made.case.unhappy
        assert made.case.waiting_for_us


def test_after_the_deadline_it_is_still_taken(
    app: Flask, made: make.Made, officer_id: int, at: Callable[[datetime], None]
) -> None:
    with app.app_context():
        handling.answer(made.id, officer_id, "Our answer.")
    at(datetime(2027, 3, 1, 12, tzinfo=UTC))
    visitor = opened(app, made).open("/en/t/case/next")
    assert "Tell us why and we will think about it." in visitor.text
    visitor.fill({"words": "I was ill."})
    assert happened(app, made)[-2:] == [Happening.NEXT_STEP_ASKED, Happening.MESSAGE_FROM_TEAM]


def test_it_can_be_taken_back_without_a_reason(app: Flask, inside: Visitor, made: make.Made) -> None:
    inside.open("/en/t/case/stop")
    assert "Nobody should make you stop." in inside.text
    inside.fill()
    assert "You did this on Thursday 3 December." in inside.text
    assert state(app, made) is State.WITHDRAWN
    assert letters(app, made)[-1] == "team_withdrawn"
    assert inside.open("/en/t/case/stop").fill().address == "/en/t/case"
    assert happened(app, made).count(Happening.WITHDRAWN) == 1


def test_who_felt_they_had_to_alerts_the_complaints_manager(app: Flask, inside: Visitor, made: make.Made) -> None:
    inside.open("/en/t/case/stop").fill({"reason": "had_to", "words": "Dad said so."})
    assert letters(app, made)[-2:] == ["team_withdrawn", "team_felt_pressed"]
    with app.app_context():
        line = db.session.scalars(select(TimelineLine).where(TimelineLine.happening == Happening.WITHDRAWN)).one()
        assert (line.reason, line.note) == ("had_to", "Dad said so.")
        assert made.case.waiting_for_us
    assert "Dad said so." not in inside.open("/en/t/case").text


def test_they_can_say_how_we_did_once(app: Flask, inside: Visitor, made: make.Made, officer_id: int) -> None:
    with app.app_context():
        handling.answer(made.id, officer_id, "Our answer.")
    inside.open("/en/t/case/rate").fill({"listened": "yes", "better": "sort_of", "words": "It was ok."})
    assert "How did we do?" not in inside.text
    with app.app_context():
        line = db.session.scalars(select(TimelineLine).where(TimelineLine.happening == Happening.RATED)).one()
        assert (line.reason, line.note) == ("yes//sort_of", "It was ok.")
        assert rating(line.reason) == "listened: yes, it got better: sort of", "the desk reads it in words"


def test_who_skips_every_question_about_how_we_did_is_not_thanked_and_can_answer_later(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int
) -> None:
    with app.app_context():
        handling.answer(made.id, officer_id, "Our answer.")
    inside.open("/en/t/case/rate").fill()
    assert inside.address == "/en/t/case" and "How did we do?" in inside.text


def test_everybody_who_follows_it_is_asked_how_we_did(app: Flask, officer_id: int) -> None:
    with app.app_context():
        adult, spoken = make.case("adult", name="Pat"), make.case("for_child", name="Kit", agreement="agreed")
        speaking_up.check_speaker(spoken.id, officer_id)
        for made in (adult, spoken):
            handling.answer(made.id, officer_id, "Our answer.")
        theirs = handling.renew_code(spoken.id, officer_id, Holder.SPEAKER)
    for made, code in ((adult, adult.code), (spoken, spoken.code), (spoken, " ".join(theirs.words))):
        follower = Visitor(app).open("/en/t").fill({"number": made.reference, "code": code})
        assert "How did we do?" in follower.text
        follower.open("/en/t/case/rate").fill({"told": "no"})
        assert "Thank you for telling us." in follower.text and "How did we do?" not in follower.text

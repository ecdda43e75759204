"""What is settled without a stage, each from receipt to close: an idea, a request, a question, a quick way."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.clock_rules import ClockId
from portal.domain.compliments import Source
from portal.domain.stage_words import Fact
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, Kind, State
from portal.services import tracking_deeds
from portal.services.praising import Praise, describe
from portal.services.reminding import remind
from tests.services.story import At, story_at_monday

MONDAY = date(2026, 11, 30)


def test_an_idea_is_passed_to_the_service_and_thought_about(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.COMMENT)
    with app.app_context():
        assert story.where == ("comment", "received", State.RECEIVED)
        assert (story.heap, story.page) == (["new"], "sent")
        assert story.runs(ClockId.ACKNOWLEDGEMENT) and not story.runs(ClockId.STAGE_1)
        describe(story.made.id, story.officer, Praise(Source.PARENT_CARER, []))
        story.do(story.officer, "forward")
        assert story.where == ("comment", "forwarded", State.ANSWERED)
        assert (story.page, story.may()) == ("passed_on", {"complain"})
        assert story.stopped(ClockId.ACKNOWLEDGEMENT) == MONDAY
        assert "team_compliment" in story.letters()
        with pytest.raises(NotPossible, match="A reason is needed"):
            story.do(story.team, "consider")
        story.do(story.team, "consider", "We changed the form.")
        story.do(story.officer, "close")
        assert story.where == ("comment", "closed", State.CLOSED)
        assert story.papers() == ["finished"], "they did not ask for an answer"


def test_an_idea_that_is_really_a_complaint_is_one_when_they_say_so(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.COMMENT)
    with app.app_context():
        describe(story.made.id, story.officer, Praise(Source.PARENT_CARER, []))
        story.do(story.officer, "forward")
        story.later(at, 2)
        story.deed(lambda visitor: tracking_deeds.complain(visitor, "Nobody did anything."))
        assert story.where[:2] == ("intake", "triage")
        assert story.made.case.due_on == date(2026, 12, 14), "ten working days from the day it first came"
        assert story.made.case.waiting_for_us and story.papers() == ["look_again"]
        story.look()
        story.route("to_statutory")
        assert story.made.case.kind is Kind.COMPLAINT
        assert story.papers() == ["look_again", "taken_on"]


def test_a_request_for_a_service_is_logged_done_and_becomes_a_complaint_when_it_is_not(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.SERVICE_REQUEST)
    with app.app_context():
        assert story.where == ("service_request", "logged", State.RECEIVED)
        assert (story.heap, story.page) == (["new"], "sent")
        assert "take_back" in story.may()
        story.later(at, 1)
        story.do(story.officer, "done", "The bed came.")
        assert story.where == ("service_request", "done", State.ANSWERED)
        assert story.stopped(ClockId.ACKNOWLEDGEMENT) == date(2026, 12, 1), "the first letter says that we have it"
        assert story.made.case.acknowledged_on == date(2026, 12, 1)
        story.do(story.officer, "close")
        assert (story.where, story.page) == (("service_request", "closed", State.CLOSED), "closed")
        assert story.may() == {"complain"}
        story.person("escalate")
        assert story.where[:2] == ("intake", "triage")
        assert story.papers() == ["other_way", "finished", "look_again"]


def test_an_enquiry_is_answered_within_ten_working_days(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.ENQUIRY)
    with app.app_context():
        assert story.where == ("enquiry", "open", State.RECEIVED)
        assert story.started(ClockId.ENQUIRY) == MONDAY and story.made.case.due_on == date(2026, 12, 14)
        assert (story.heap, story.page) == (["new"], "sent")
        story.do(story.officer, "draft")
        assert story.where[2] is State.RECEIVED, "a draft tells them nothing"
        assert story.runs(ClockId.ACKNOWLEDGEMENT)
        story.later(at, 15)
        assert story.heap == ["new", "due"], "it is late, and still among the new"
        story.do(story.officer, "send")
        assert story.where == ("enquiry", "answered", State.ANSWERED)
        assert story.stopped(ClockId.ENQUIRY) == date(2026, 12, 15)
        assert (story.page, story.may()) == ("answered", {"complain"})
        story.do(story.officer, "close")
        assert story.where == ("enquiry", "closed", State.CLOSED)
        assert story.papers() == ["response", "finished"]


def test_what_is_put_right_quickly_is_agreed_and_counted_apart(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_informal")
        assert story.where == ("informal", "open", State.ACCEPTED)
        assert (story.page, story.may()) == ("early", {"complain", "take_back"})
        assert not story.runs(ClockId.STAGE_1) and not story.runs(ClockId.ACKNOWLEDGEMENT)
        story.do(story.team, "draft")
        with pytest.raises(NotPossible, match="not agreed the terms"):
            story.do(story.team, "resolve")
        story.do(story.team, "resolve", "By phone", Fact.TERMS_AGREED)
        assert story.where == ("informal", "resolved", State.ANSWERED)
        assert story.page == "answered", "there is no next step to promise"
        story.do(story.officer, "close")
        assert story.papers() == ["quick_way", "terms", "finished"]


def test_what_is_not_put_right_quickly_goes_on_from_its_first_day(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_informal")
        story.later(at, 3)
        story.deed(lambda visitor: tracking_deeds.complain(visitor, ""))
        assert story.where[:2] == ("intake", "triage")
        assert story.started(ClockId.STAGE_1) == MONDAY
        story.route("to_statutory")
        assert story.made.case.due_on == date(2026, 12, 14)
        assert story.papers() == ["quick_way", "look_again", "taken_on"]


def test_nobody_is_told_of_a_next_step_that_their_way_does_not_have(app: Flask, at: At) -> None:
    stories = [story_at_monday(app, at, kind) for kind in (Kind.COMMENT, Kind.SERVICE_REQUEST, Kind.COMPLAINT)]
    with app.app_context():
        quick = stories[2]
        quick.route("to_informal")
        quick.later(at, 60)
        remind()
        assert [story.happened(Happening.LAPSED) for story in stories] == [0, 0, 0]
        assert quick.page == "late" and quick.may() == {"complain", "take_back"}

"""Taken back, opened again, on hold: the clocks stop and go on, and the person is told each time."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.clock_rules import ClockId
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, State
from portal.services import tracking_deeds
from portal.services.case_writing import changing
from portal.services.stepping import by_person
from tests.services.story import At, story_at_monday


def test_it_is_taken_back_from_the_page_and_opened_again_where_it_stood(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.taken_on()
        story.later(at, 2)
        story.deed(lambda visitor: tracking_deeds.take_back(visitor, "sorted", ""))
        assert story.where == ("statutory", "withdrawn", State.WITHDRAWN)
        assert story.made.case.withdrawn_on == date(2026, 12, 2) and story.heap == []
        assert story.stopped(ClockId.STAGE_1) == date(2026, 12, 2)
        assert (story.page, story.may()) == ("withdrawn", set())
        with pytest.raises(NotPossible, match="A reason is needed"):
            story.do(story.manager, "reopen")
        story.later(at, 4)
        story.do(story.manager, "reopen", "They rang.")
        assert story.where == ("statutory", "S1_open", State.ACCEPTED)
        assert story.made.case.withdrawn_on is None
        assert story.runs(ClockId.STAGE_1) and story.made.case.due_on == date(2026, 12, 14)
        assert story.papers() == ["taken_on", "withdrawal", "open_again"]
        assert story.happened(Happening.WITHDRAWN) == 1


def test_before_anybody_has_looked_it_can_be_taken_back_as_well(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.deed(lambda visitor: tracking_deeds.take_back(visitor, "had_to", ""))
        assert story.where == ("intake", "withdrawn", State.WITHDRAWN)
        assert story.made.case.waiting_for_us, "somebody looks at why they felt they had to"
        assert "team_felt_pressed" in story.letters()
        for which in (ClockId.ACKNOWLEDGEMENT, ClockId.ELIGIBILITY, ClockId.STAGE_1):
            assert not story.runs(which)


def test_an_advocate_takes_nothing_back_without_the_child(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.taken_on()
        with pytest.raises(NotPossible, match="without the child"), changing(story.made.id) as case:
            by_person(case, "withdraw", Who.REPRESENTATIVE)
        assert story.where[1] == "S1_open"


def test_a_hold_stops_the_clock_shows_on_the_page_and_does_not_hold_the_person(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.taken_on()
        story.do(story.manager, "hold", "The family court", Fact.PROCEEDINGS_NAMED)
        assert (story.page, story.may()) == ("paused", {"take_back"})
        story.later(at, 28)
        assert story.made.case.paused and story.page == "paused", "what stands still is not late"
        story.do(story.manager, "go_on")
        assert story.where == ("statutory", "S1_open", State.ACCEPTED) and story.page != "paused"
        assert story.made.case.due_on > date(2027, 1, 1)
        assert story.papers() == ["taken_on", "on_hold", "going_on"]


def test_a_late_corporate_complaint_is_offered_stage_2_and_after_it_the_ombudsman_alone(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_corporate")
        assert story.page == "c1"
        story.later(at, 35)
        assert (story.page, story.may()) == ("s1_late", {"go_on", "take_back"})
        story.person("ask_next")
        assert story.page == "c2" and story.may() == {"take_back"}
        story.later(at, 120)
        assert (story.page, story.may()) == ("s2_late", {"take_back"})

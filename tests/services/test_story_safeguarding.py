"""Somebody may not be safe: looked at beside the complaint, or instead of it; what was promised runs on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility_words import Safety
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, State
from portal.records.desk import worries_open
from portal.records.timeline import timeline_of
from portal.services import keeping_safe
from portal.services.screening import look_at
from tests import makers as make
from tests.services.desk import LOOKED
from tests.services.story import At, Story, story_at_monday

SECRET = "The grandmother said he hits them."


@pytest.fixture
def story(app: Flask, at: At) -> Story:
    return story_at_monday(app, at, safe="no")


def test_not_safe_now_is_seen_the_same_day_and_stops_nothing(app: Flask, story: Story) -> None:
    with app.app_context():
        case = story.made.case
        assert (case.safety, case.urgent) == ("hold", True)
        assert [one.id for one in worries_open()] == [case.id]
        assert story.where == ("intake", "triage", State.RECEIVED)
        assert story.started(ClockId.SAFEGUARDING) == date(2026, 11, 30)
        for which in (ClockId.ACKNOWLEDGEMENT, ClockId.ELIGIBILITY, ClockId.STAGE_1):
            assert story.runs(which)
        assert story.letters() == {"team_urgent"} and story.told() == 0


def test_only_the_people_on_duty_decide_and_the_timeline_has_no_word_of_it(app: Flask, story: Story, at: At) -> None:
    with app.app_context():
        duty = make.officer(Role.SAFEGUARDING_DUTY).id
        with pytest.raises(NotPossible, match="Somebody else"):
            keeping_safe.take(story.made.id, story.officer, "screen", SECRET)
        with pytest.raises(NotPossible, match="A reason is needed"):
            keeping_safe.take(story.made.id, duty, "screen")
        keeping_safe.take(story.made.id, duty, "screen", SECRET)
        story.later(at, 1)
        keeping_safe.take(story.made.id, duty, "refer", SECRET)
        assert story.made.case.safety == "referred_MASH" and worries_open() == []
        assert story.stopped(ClockId.SAFEGUARDING) == date(2026, 12, 1)
        assert story.happened(Happening.SAFETY_RAISED) == 1 and story.happened(Happening.SAFETY_LOOKED_AT) == 2
        assert not any(SECRET in (line.note or "") for line in timeline_of(story.made.id))
        assert story.told() == 0, "what is safe to say is for a person to judge"


def test_the_complaint_is_answered_by_its_first_date_whatever_the_duty_team_finds(app: Flask, story: Story) -> None:
    with app.app_context():
        keeping_safe.take(story.made.id, story.manager, "screen", SECRET)
        keeping_safe.take(story.made.id, story.manager, "put_down", SECRET)
        assert not story.runs(ClockId.SAFEGUARDING)
        story.route("to_statutory")
        assert story.made.case.due_on == date(2026, 12, 14)
        keeping_safe.take(story.made.id, story.officer, "raise_safety")
        assert story.made.case.safety == "hold", "a worry can come up again at any point"
        assert story.where[1] == "S1_open"


def test_what_is_wholly_for_safeguarding_comes_back_with_its_first_day(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_safeguarding")
        assert story.where == ("safeguarding", "hold", State.RECEIVED), "they have heard nothing from us"
        assert story.runs(ClockId.ACKNOWLEDGEMENT) and story.runs(ClockId.STAGE_1)
        assert story.made.case.due_on == date(2026, 11, 30), "somebody decides the same day"
        story.later(at, 3)
        story.do(story.manager, "screen", SECRET)
        story.do(story.manager, "return", SECRET)
        assert story.where[:2] == ("intake", "triage")
        assert story.made.case.due_on == date(2026, 12, 14)
        assert not any(SECRET in (line.note or "") for line in timeline_of(story.made.id))


def test_what_went_to_the_hub_can_end_there(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.route("to_safeguarding")
        story.do(story.manager, "screen", SECRET)
        story.do(story.manager, "refer", SECRET)
        story.do(story.manager, "close")
        assert story.where == ("safeguarding", "closed", State.CLOSED)
        assert not any(story.runs(which) for which in (ClockId.STAGE_1, ClockId.SAFEGUARDING, ClockId.ACKNOWLEDGEMENT))


def test_danger_found_by_the_desk_is_a_worry_for_the_people_on_duty(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        assert story.made.case.safety == "none"
        for _ in range(2):
            look_at(story.made.id, story.officer, replace(LOOKED, safety=Safety.IN_DANGER))
        assert story.made.case.safety == "hold" and story.runs(ClockId.SAFEGUARDING)
        assert story.happened(Happening.SAFETY_RAISED) == 1

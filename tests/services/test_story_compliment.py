"""A compliment from receipt to close: passed on with one action, quoted only with consent and without names."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.clock_rules import ClockId
from portal.domain.compliments import PraiseFor, Source
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, Kind, State
from portal.records.compliments import compliment_of
from portal.services.praising import Praise, describe
from tests.services.story import At, Story, story_at_monday


@pytest.fixture
def story(app: Flask, at: At) -> Story:
    return story_at_monday(app, at, Kind.COMPLIMENT, story="Jo Smith was kind to me.", named_person="Jo Smith",
                           contact_way="email", email="ann@home.example")  # fmt: skip


def said(story: Story, quote: str = "", may_quote: bool | None = None) -> None:
    kept = Praise(Source.YOUNG_PERSON_CHILD, [PraiseFor.CHILD_FOCUS], "fostering", "Jo Smith", quote, may_quote)
    describe(story.made.id, story.officer, kept)


def test_it_begins_in_its_own_procedure_among_what_is_new(app: Flask, story: Story) -> None:
    with app.app_context():
        assert story.where == ("compliment", "received", State.RECEIVED)
        assert story.heap == ["new"]
        assert story.runs(ClockId.ACKNOWLEDGEMENT) and not story.runs(ClockId.STAGE_1)
        assert story.made.case.due_on == date(2026, 12, 7), "five working days to pass it on"
        assert story.letters() == {"team_new_case", "person_received"}


def test_one_action_passes_it_on_thanks_the_person_and_ends_the_waiting(app: Flask, story: Story) -> None:
    with app.app_context():
        story.do(story.officer, "verify")
        with pytest.raises(NotPossible, match="Where it comes from has not been recorded"):
            story.do(story.officer, "share")
        said(story)
        story.do(story.officer, "share")
        assert story.where == ("compliment", "shared", State.ANSWERED)
        assert story.heap == []
        assert story.stopped(ClockId.ACKNOWLEDGEMENT) == date(2026, 11, 30)
        kept = compliment_of(story.made.id)
        assert kept and kept.shared_at
        assert story.letters() == {"team_new_case", "person_received", "team_compliment", "person_news"}
        assert story.happened(Happening.SHARED_WITH_SERVICE) == 1 and story.told() == 1
        with pytest.raises(NotPossible):
            story.do(story.officer, "share")


def test_it_may_be_quoted_only_when_they_agreed_and_no_name_is_left(app: Flask, story: Story) -> None:
    with app.app_context():
        said(story)
        story.do(story.officer, "share")
        story.do(story.officer, "ask_to_quote")
        said(story, "Jo was kind.", may_quote=True)
        with pytest.raises(NotPossible, match="Names have not been taken out"):
            story.do(story.officer, "may_quote")
        said(story, may_quote=False)
        with pytest.raises(NotPossible, match="not agreed to be quoted"):
            story.do(story.officer, "may_quote")
        said(story, "My worker was kind.", may_quote=True)
        story.do(story.officer, "may_quote")
        assert story.where == ("compliment", "publishable", State.ANSWERED)
        story.do(story.officer, "close")
        assert story.where == ("compliment", "closed", State.CLOSED)
        assert story.told() == 2, "thanked, and told that it is finished"


def test_what_turns_out_to_be_a_complaint_has_its_first_day(app: Flask, story: Story, at: At) -> None:
    with app.app_context():
        story.later(at, 3)
        story.do(story.officer, "escalate")
        assert story.where[:2] == ("intake", "triage")
        story.route("to_statutory")
        assert story.made.case.kind is Kind.COMPLAINT
        assert story.made.case.due_on == date(2026, 12, 14), "ten working days from the day it was received"

"""Until when the next stage can be asked for: the page, the letter and the clock name the same day, at every stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.clock_rules import ClockId
from portal.domain.findings import Outcome
from portal.domain.letters.shape import gap
from portal.domain.words import Happening
from portal.records.timeline import messages_of
from portal.services import handling
from portal.services.deciding import decide
from portal.services.proceeding_clocks import ask_by, ledgers
from portal.services.stage_facts import Given
from portal.services.stepping import take
from tests import makers as make
from tests.public.case_holder import opened
from tests.services import outsiders
from tests.services.desk import MONDAY, Desk, Set
from tests.services.story import Story

SATURDAY = datetime(2026, 12, 5, 12, tzinfo=UTC)


def answered(story: Story) -> str:
    """Stage 1 is answered in the words of a letter; the day that the letter names."""
    story.taken_on()
    decide(story.made.id, story.senior, 1, {1: Outcome.UPHELD})
    take(story.made.id, story.team, "draft", Given(words=f"Ask by {gap('ask_by')}."))
    story.do(story.manager, "check")
    story.do(story.senior, "sign")
    story.do(story.team, "send")
    (answer,) = [one.text["words"] for one in messages_of(story.made.id) if one.kind is Happening.ANSWERED]
    return str(answer)


def to_stage_2_answer(desk: Desk) -> None:
    desk.taken_on()
    desk.answered()
    desk.person("ask_next")
    assert ask_by(desk.made.id) is None, "what was asked for runs no more"
    outsiders.stands(desk.made, "S2_reported")
    outsiders.two_for_stage_2(desk.made.id, desk.manager)
    outsiders.both_report(desk.made.id, desk.manager)
    decide(desk.made.id, desk.senior, 2, {1: Outcome.UPHELD})
    desk.do(desk.officer, "draft")
    outsiders.accept(desk.made.id, desk.senior, 2, 1, 2)
    desk.do(desk.senior, "adjudicate")


def test_an_answer_of_a_saturday_counts_from_monday_on_the_page_as_in_the_letter(app: Flask, at: Set) -> None:
    at(MONDAY)
    with app.app_context():
        story = Story()
        at(SATURDAY)
        assert answered(story) == "Ask by Thursday 7 January."
        assert story._seen().ask_by == date(2027, 1, 7)
    page = opened(app, story.made)
    assert "Ask for the next step by Thursday 7 January." in page.text
    assert "You need to ask by Thursday 7 January." in page.open("/en/t/case/next").text


def test_an_answer_that_goes_by_post_counts_from_the_day_it_is_received(app: Flask, at: Set) -> None:
    at(MONDAY)
    with app.app_context():
        story = Story(contact_way="letter", address="1 Elm Road")
        assert answered(story) == "Ask by Monday 4 January.", "two working days more than on the screen"
        assert story.started(ClockId.STAGE_2_REQUEST) == date(2026, 12, 2)
        story.person("ask_next")
        assert not story.runs(ClockId.STAGE_2_REQUEST), "it can be asked for before the letter has come"


def test_an_answer_without_a_procedure_starts_the_same_clock(app: Flask, at: Set) -> None:
    at(SATURDAY)
    with app.app_context():
        made = make.case()
        handling.answer(made.id, make.officer().id, "We do not agree.")
        assert ledgers(made.id)[ClockId.STAGE_2_REQUEST].events[0].on == date(2026, 12, 7)
        assert ask_by(made.id) == date(2027, 1, 7)


@pytest.mark.parametrize(("hard", "place"), [(True, "S3_late"), (False, "S3_requested")])
def test_a_council_may_take_every_late_request_for_a_panel(
    app: Flask, desk: Desk, at: Set, monkeypatch: pytest.MonkeyPatch, hard: bool, place: str
) -> None:
    with app.app_context():
        council = app.extensions["portal.authority"]
        own = replace(council, options=replace(council.options, s3_request_window_hard=hard))
        monkeypatch.setitem(app.extensions, "portal.authority", own)
        to_stage_2_answer(desk)
        at(datetime(2027, 3, 1, 12, tzinfo=UTC))
        desk.person("ask_next")
        assert desk.where[1] == place


def test_after_stage_2_the_page_says_the_time_of_stage_3(
    app: Flask, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.app_context():
        council = app.extensions["portal.authority"]
        own = replace(council, limits={**council.limits, "s3_request_window": 30})
        monkeypatch.setitem(app.extensions, "portal.authority", own)
        to_stage_2_answer(desk)
        assert ask_by(desk.made.id) == date(2027, 1, 14), "thirty working days, not the twenty of stage 2"
    assert "Ask for the last step by Thursday 14 January." in opened(app, desk.made).text

"""The person sees the dates that the clocks say: more time, a clock that stands still, and no lateness that is none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.clock_events import Agreed
from portal.domain.clock_rules import PauseReason
from portal.services import handling, proceeding_clocks
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import opened


@pytest.fixture
def made(app: Flask, at) -> make.Made:
    at(NOON)
    with app.app_context():
        made = make.case()
        handling.acknowledge(made.id, make.officer().id, "We have it.")
        return made


def test_more_time_is_told_with_the_new_day(app: Flask, made: make.Made) -> None:
    with app.app_context():
        to = date(2026, 12, 30)
        proceeding_clocks.extend(made.id, make.officer().id, to, "A secret reason.", Agreed.YES, "We need longer.")
    page = opened(app, made)
    assert "We need more time" in page.text and "The new date is Wednesday 30 December." in page.text
    assert "We need longer." in page.text and "secret" not in page.text


def test_a_clock_that_stands_still_is_never_called_late(app: Flask, made: make.Made, at) -> None:
    with app.app_context():
        why = PauseReason.CONCURRENT_PROCEEDINGS
        proceeding_clocks.pause(made.id, make.officer().id, why, "Family court", "The court has to decide first.")
    at(datetime(2027, 6, 1, 12, tzinfo=UTC))
    page = opened(app, made)
    assert "We have stopped for now" in page.text and "late" not in page.text.lower()
    assert "The court has to decide first." in page.text and "Family court" not in page.text


def test_once_it_runs_again_the_page_names_the_day_that_the_clock_says(app: Flask, made: make.Made, at) -> None:
    with app.app_context():
        officer = make.officer().id
        proceeding_clocks.pause(made.id, officer, PauseReason.AWAITING_ADVOCATE, "", "We wait for your advocate.")
        at(datetime(2026, 12, 10, 12, tzinfo=UTC))
        proceeding_clocks.resume(made.id, officer, "Your advocate is there. We go on.")
    assert "We will write our answer by Thursday 24 December." in opened(app, made).text

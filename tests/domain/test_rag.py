"""The colour of a clock tells a manager what to look at first."""

from datetime import date

import pytest

from portal.domain.calendar import add_working_days
from portal.domain.clock_events import Event, Paused, Started, Stopped
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.rag import USUAL, Band, Thresholds, band

START = date(2019, 4, 12)


def colour(
    as_at: date, *more: Event, clock: ClockId = ClockId.STAGE_1, thresholds: Thresholds = USUAL, **limits: int
) -> Band | None:
    return band(Ledger.replay(clock, [Started(START), *more], limits).reading(as_at), thresholds)


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (date(2019, 4, 12), Band.GREEN),
        (date(2019, 4, 18), Band.GREEN),
        (date(2019, 4, 23), Band.AMBER),
        (date(2019, 4, 29), Band.AMBER),
        (date(2019, 4, 30), Band.RED),
        (date(2019, 5, 1), Band.RED),
        (date(2019, 5, 15), Band.RED),
        (date(2019, 5, 16), Band.BEYOND),
    ],
    ids=["day 0", "6 left", "5 of 10 left", "1 left", "due today", "overdue", "last lawful day", "beyond the law"],
)
def test_stage_1_grows_from_green_to_beyond(as_at: date, expected: Band) -> None:
    assert colour(as_at) is expected


def test_three_days_left_is_amber_even_of_a_short_limit() -> None:
    assert colour(START, clock=ClockId.ACKNOWLEDGEMENT) is Band.AMBER
    assert colour(date(2019, 4, 15), clock=ClockId.PANEL_REPORT) is Band.GREEN
    assert colour(date(2019, 4, 16), clock=ClockId.PANEL_REPORT) is Band.AMBER
    assert colour(START, clock=ClockId.ELIGIBILITY) is Band.AMBER


def test_a_little_more_than_half_left_is_still_green() -> None:
    assert colour(add_working_days(START, 32), clock=ClockId.STAGE_2, s2_base=65) is Band.GREEN
    assert colour(add_working_days(START, 33), clock=ClockId.STAGE_2, s2_base=65) is Band.AMBER


def test_a_paused_clock_is_grey_unless_it_was_late_before() -> None:
    advocate = PauseReason.AWAITING_ADVOCATE
    assert colour(date(2019, 4, 29), Paused(date(2019, 4, 16), advocate)) is Band.PAUSED
    assert colour(date(2019, 4, 30), Paused(date(2019, 4, 30), advocate)) is Band.PAUSED
    assert colour(date(2019, 5, 8), Paused(date(2019, 5, 2), advocate)) is Band.RED
    assert colour(date(2019, 5, 20), Paused(date(2019, 5, 16), advocate)) is Band.BEYOND


def test_a_stopped_clock_has_no_colour() -> None:
    assert colour(date(2019, 6, 3), Stopped(date(2019, 5, 16))) is None


def test_a_clock_without_a_longest_time_is_never_beyond() -> None:
    assert colour(date(2020, 6, 1), clock=ClockId.PANEL) is Band.RED


def test_a_council_may_set_its_own_thresholds() -> None:
    early = Thresholds(percent=80, days=1)
    assert colour(date(2019, 4, 15), thresholds=early) is Band.GREEN
    assert colour(date(2019, 4, 16), thresholds=early) is Band.AMBER
    assert colour(date(2019, 4, 18), thresholds=Thresholds(percent=0, days=6)) is Band.AMBER

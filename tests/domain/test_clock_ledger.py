"""A clock says what is due on any day, whatever was paused, extended or undone, and never lets the law be bent."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain import clock_events as happened
from portal.domain.calendar import add_working_days, elapsed
from portal.domain.clock_events import Agreed, Event, Extended, Paused, Resumed, Started, Stopped
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_reading import Reading
from portal.domain.clock_rules import RULES, ClockId, PauseReason

# Friday 12 April 2019: Good Friday on the 19th, Easter Monday on the 22nd, early May on 6 May.
START = date(2019, 4, 12)
DUE, LATEST = date(2019, 4, 30), date(2019, 5, 15)
ADVOCATE = PauseReason.AWAITING_ADVOCATE


def read(as_at: date, *events: Event, clock: ClockId = ClockId.STAGE_1, **limits: int) -> Reading:
    return Ledger.replay(clock, events, limits).reading(as_at)


def april(day: int) -> date:
    return date(2019, 4, day)


def may(day: int) -> date:
    return date(2019, 5, day)


def with_limits() -> list[dict[str, str]]:
    with (Path(__file__).parent / "clock_limits.csv").open(newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", with_limits(), ids=lambda row: row["why"])
def test_each_clock_is_due_when_the_table_says(row: dict[str, str]) -> None:
    reading = read(START, Started(START), clock=ClockId(row["clock"]))
    assert reading.due == date.fromisoformat(row["due"])
    assert reading.latest == (date.fromisoformat(row["latest"]) if row["latest"] else None)


def test_the_table_of_limits_names_every_clock_that_has_no_date_typed_in() -> None:
    typed = {ClockId.PANEL_PAPERS, ClockId.OMBUDSMAN_ENQUIRY, ClockId.ACTION}
    assert {row["clock"] for row in with_limits()} == set(RULES) - typed == set(ClockId) - typed


def test_papers_go_out_ten_working_days_before_the_panel() -> None:
    reading = read(april(1), Started(april(1), given=date(2019, 5, 7)), clock=ClockId.PANEL_PAPERS)
    assert reading.due == april(18)
    assert (reading.limit, reading.left, reading.explanation.counted) == (17, 17, ())


@pytest.mark.parametrize("clock", [ClockId.PANEL_PAPERS, ClockId.OMBUDSMAN_ENQUIRY, ClockId.ACTION])
def test_a_clock_with_a_date_of_its_own_needs_it(clock: ClockId) -> None:
    with pytest.raises(happened.DateMissing, match="typed in"):
        read(START, Started(START), clock=clock)


def test_an_action_may_be_planned_anew_with_a_reason_and_on_any_day() -> None:
    plan = (Started(START, given=april(20)), Extended(april(15), april(28), "builder ill", Agreed.NOT_ASKED))
    reading = read(april(16), *plan, clock=ClockId.ACTION)
    assert (reading.due, reading.limit, reading.elapsed, reading.left, reading.latest) == (april(28), 16, 4, 12, None)
    assert reading.explanation.holidays == ()


def test_days_are_counted_from_the_day_after_the_start() -> None:
    reading = read(april(23), Started(START))
    assert (reading.started, reading.limit, reading.elapsed, reading.left) == (START, 10, 5, 5)
    assert not reading.late and not reading.beyond and not reading.paused and reading.stopped is None


def test_the_due_day_itself_is_in_time_and_the_next_is_late() -> None:
    assert not read(DUE, Started(START)).late
    late = read(may(1), Started(START))
    assert (late.late, late.beyond, late.left) == (True, False, -1)
    assert not read(LATEST, Started(START)).beyond
    assert read(may(16), Started(START)).beyond


def test_a_stopped_clock_says_for_ever_whether_it_was_in_time() -> None:
    in_time = read(date(2020, 1, 6), Started(START), Stopped(DUE))
    assert (in_time.late, in_time.elapsed, in_time.stopped, in_time.as_at) == (False, 10, DUE, date(2020, 1, 6))
    late = read(date(2020, 1, 6), Started(START), Stopped(may(1)))
    assert (late.late, late.beyond, late.elapsed) == (True, False, 11)


def test_a_pause_takes_out_the_working_days_after_it_begins_up_to_the_day_it_ends() -> None:
    # Paused on Tuesday 16 April until Wednesday 24: 17, 18, 23 and 24 April do not count; Easter never did.
    reading = read(may(1), Started(START), Paused(april(16), ADVOCATE), Resumed(april(24)))
    assert reading.due == date(2019, 5, 7)
    assert (reading.elapsed, reading.left, reading.explanation.days_paused) == (11 - 4, 3, 4)
    assert reading.latest == date(2019, 5, 21)
    assert not reading.paused


def test_while_a_clock_is_paused_no_day_is_lost() -> None:
    events = (Started(START), Paused(april(16), ADVOCATE))
    before, after = read(april(16), *events), read(april(24), *events)
    assert before.paused and after.paused
    assert (before.left, after.left) == (8, 8)
    assert (before.due, after.due) == (DUE, date(2019, 5, 7))


def test_a_pause_that_begins_after_the_due_day_mends_nothing() -> None:
    reading = read(may(10), Started(START), Paused(may(2), ADVOCATE), Resumed(may(9)))
    assert reading.due == DUE
    assert reading.late


def test_stopping_a_paused_clock_ends_its_pause() -> None:
    reading = read(may(10), Started(START), Paused(april(16), ADVOCATE), Stopped(april(24)))
    assert not reading.paused
    assert (reading.elapsed, reading.explanation.pauses[0].end) == (2, april(24))


def test_a_pause_remembers_what_it_was_asked_for_in() -> None:
    asked = Paused(START, PauseReason.COMPLAINANT_REQUEST, "their letter of 12 April")
    assert read(START, Started(START), asked, clock=ClockId.STAGE_2).explanation.pauses[0].evidence == asked.evidence


@given(st.integers(0, 9), st.integers(0, 30))
def test_a_pause_moves_the_due_date_by_just_the_working_days_it_takes_out(begins: int, lasts: int) -> None:
    start = add_working_days(START, begins)
    end = start + timedelta(days=lasts)
    reading = read(end, Started(START), Paused(start, ADVOCATE), Resumed(end))
    assert elapsed(START, reading.due) == 10 + elapsed(start, end)
    assert reading.elapsed == begins


@pytest.mark.parametrize("clock", list(RULES))
def test_a_clock_is_paused_only_for_the_reasons_on_its_list(clock: ClockId) -> None:
    allowed = {
        ClockId.STAGE_1: {"awaiting_advocate", "concurrent_proceedings"},
        ClockId.STAGE_1_LAPSE: {"awaiting_advocate", "concurrent_proceedings"},
        ClockId.STAGE_2: {"concurrent_proceedings", "complainant_request"},
        ClockId.ELIGIBILITY: {"awaiting_consent"},
    }.get(clock, set())
    for reason in PauseReason:
        events = (Started(START, given=may(1)), Paused(START, reason, evidence="their e-mail of 12 April"))
        if reason in allowed:
            assert read(START, *events, clock=clock).paused
        else:
            with pytest.raises(happened.PauseNotAllowed, match=reason):
                read(START, *events, clock=clock)


def test_a_pause_the_complainant_asked_for_needs_to_say_where_they_did() -> None:
    with pytest.raises(happened.EvidenceMissing, match="needs to say where they did"):
        read(START, Started(START), Paused(START, PauseReason.COMPLAINANT_REQUEST, " "), clock=ClockId.STAGE_2)
    assert read(START, Started(START), Paused(START, PauseReason.CONCURRENT_PROCEEDINGS), clock=ClockId.STAGE_2).paused

"""The dashboard's tables: weeks from Monday to Sunday, Stage 1 beside last year, the share that came from children."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.authorities import load
from portal.domain.tables.tallying import Listed
from portal.domain.tables.today import WEEKS, by_week, first_answers, first_week, from_children, open_now
from portal.domain.years import ReportingYear

THURSDAY = date(2026, 12, 3)


def test_twelve_weeks_begin_on_mondays_and_hold_every_day_once() -> None:
    first = first_week(THURSDAY)
    every = {first + timedelta(days=day): 1 for day in range((THURSDAY - first).days + 1)}
    table = by_week(every | {first - timedelta(days=1): 50}, THURSDAY)
    assert [row.label for row in table.rows][-2:] == ["Week of 23 November", "Week of 30 November"]
    assert [row.values[0] for row in table.rows] == [7] * 11 + [4]
    assert table.total == (81,)


@given(day=st.dates(date(2006, 4, 1), date(2100, 1, 1)))
def test_there_are_always_twelve_weeks_and_the_last_is_this_one(day: date) -> None:
    table = by_week({day: 3}, day)
    assert len(table.rows) == WEEKS and table.rows[-1].values == (3,)
    assert first_week(day).weekday() == 0


def complaint(year: int, by: str) -> tuple[str, dict[str, object]]:
    who = {"kind": "complaint", "procedure": "statutory", "triage": "accepted", "year": year, "quarter": 1}
    return "representations", {**who, "submitted_by": by}


def answer(year: int, days: int, in_time: bool = False) -> tuple[str, dict[str, object]]:
    _grain, who = complaint(year, "adult")
    timed = {"stage": 1, "answered": True, "highest": True, "working_days": days, "calendar_days": days}
    return "stages", {**who, **timed, "in_time": in_time}


def test_the_share_from_children_is_of_each_year() -> None:
    said = ("child_alone", "child_with_advocate", "adult", "not_recorded")
    tally = Listed([complaint(2026, by) for by in said] + [complaint(2025, "adult")])
    table = from_children(load("example"), tally, ReportingYear(2026))
    assert [(row.values, row.percent) for row in table.rows] == [
        ((2, 0), (50.0, 0.0)), ((1, 1), (25.0, 100.0)), ((1, 0), (25.0, 0.0)),
    ]  # fmt: skip
    assert table.total == (4, 1)


def test_a_year_without_cases_is_not_collected_rather_than_nought() -> None:
    table = from_children(load("example"), Listed([complaint(2026, "adult")]), ReportingYear(2026))
    assert table.rows[0].values == (0, None) and table.rows[0].percent == (0.0, None)


def test_stage_1_stands_by_the_councils_bands_beside_last_year() -> None:
    facts = [answer(2026, 10), answer(2026, 11), answer(2025, 3), complaint(2026, "adult"), complaint(2025, "adult")]
    table = first_answers(load("example"), Listed(facts), ReportingYear(2026))
    assert [row.label for row in table.rows] == [
        "10 working days or less", "11 to 20 working days", "More than 20 working days",
        "Of all of them: by the day it was due",
    ]  # fmt: skip
    assert [row.values for row in table.rows[:3]] == [(1, 1), (1, 0), (0, 0)]
    assert table.rows[0].percent == (50.0, 100.0) and table.total == (2, 1)


def test_answers_are_in_time_by_the_day_they_were_due() -> None:
    facts = [answer(2026, 10), answer(2026, 11, in_time=True), answer(2026, 4, in_time=True), answer(2025, 3)]
    kept = first_answers(load("example"), Listed([*facts, complaint(2026, "adult"), complaint(2025, "adult")]),
                         ReportingYear(2026)).row("in_time")  # fmt: skip
    assert (kept.values, kept.percent, kept.level) == ((2, 0), (66.7, 0.0), 1)


def test_what_is_open_has_a_row_for_each_stage_and_a_count_that_stopped_stays_words() -> None:
    table = open_now({("S1", "red"): 2, ("S2", "red"): "49+"}, {"S1": "Stage 1", "S2": "Stage 2"}, {"red": "Late"})
    assert [row.values for row in table.rows] == [(2,), ("49+",)]

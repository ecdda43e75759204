"""Working days are counted as the regulations count them, in every year we are sure of."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.bank_holidays import FIRST_SURE_DAY, HOLIDAYS, LAST_SURE_DAY, BeyondKnownHolidays
from portal.domain.calendar import (
    NoTimeZone,
    WrongOrder,
    add_working_days,
    counting_from,
    effective_receipt,
    elapsed,
    holidays_between,
    is_working_day,
    next_working_day,
)

EVERY_DAY = [FIRST_SURE_DAY + timedelta(days=n) for n in range((LAST_SURE_DAY - FIRST_SURE_DAY).days + 1)]
days = st.dates(date(2015, 6, 1), date(2028, 6, 1))


def rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", rows("working_days.csv"), ids=lambda row: f"{row['received']}+{row['days']}")
def test_the_worked_examples_of_practitioners_come_out(row: dict[str, str]) -> None:
    received, due = date.fromisoformat(row["received"]), date.fromisoformat(row["due"])
    assert add_working_days(received, int(row["days"])) == due
    assert elapsed(received, due) == int(row["days"])


@pytest.mark.parametrize("row", rows("receipts.csv"), ids=lambda row: row["why"])
def test_a_moment_counts_as_received_on_the_right_london_day(row: dict[str, str]) -> None:
    cutoff = time.fromisoformat(row["cutoff"]) if row["cutoff"] else None
    assert effective_receipt(datetime.fromisoformat(row["moment"]), cutoff) == date.fromisoformat(row["counts_as"])


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    second_half_past_one = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=1)
    assert effective_receipt(second_half_past_one) == date(2026, 10, 26)


def test_between_christmas_and_new_year_seven_working_days_passed_in_2018() -> None:
    assert elapsed(date(2018, 12, 21), date(2019, 1, 4)) == 7


def test_days_on_which_only_the_council_is_closed_are_working_days() -> None:
    assert all(is_working_day(date(2018, 12, day)) for day in (27, 28, 31))


def test_every_day_from_2015_to_2028_counts_if_and_only_if_it_should() -> None:
    # The slow way, one day at a time, against the quick arithmetic.
    count = 0
    for day in EVERY_DAY:
        working = day.weekday() not in (5, 6) and day not in HOLIDAYS
        assert is_working_day(day) is working
        count += working and day != FIRST_SURE_DAY
        assert elapsed(FIRST_SURE_DAY, day) == count


def test_nothing_passes_on_the_same_day() -> None:
    assert all(elapsed(day, day) == 0 for day in EVERY_DAY)


@given(days, st.integers(1, 100))
def test_adding_days_and_counting_them_agree(start: date, number: int) -> None:
    due = add_working_days(start, number)
    assert is_working_day(due)
    assert elapsed(start, due) == number
    assert elapsed(start, due - timedelta(days=1)) == number - 1


@given(days, st.integers(1, 100))
def test_counting_back_undoes_counting_forward_from_a_working_day(start: date, number: int) -> None:
    working = next_working_day(start)
    assert add_working_days(add_working_days(working, number), -number) == working


@given(days, days, days)
def test_a_span_is_the_sum_of_its_parts(one: date, two: date, three: date) -> None:
    first, second, third = sorted((one, two, three))
    assert elapsed(first, second) + elapsed(second, third) == elapsed(first, third)


def test_papers_ten_working_days_before_a_panel_skip_easter() -> None:
    assert add_working_days(date(2026, 4, 15), -10) == date(2026, 3, 30)


def test_the_next_working_day_is_never_today() -> None:
    assert next_working_day(date(2026, 11, 23)) == date(2026, 11, 24)
    assert next_working_day(date(2026, 11, 27)) == date(2026, 11, 30)


def test_holidays_between_are_named_and_the_first_day_is_left_out() -> None:
    assert holidays_between(date(2019, 4, 12), date(2019, 4, 30)) == (
        (date(2019, 4, 19), "Good Friday"),
        (date(2019, 4, 22), "Easter Monday"),
    )
    assert holidays_between(date(2019, 4, 19), date(2019, 4, 22)) == ((date(2019, 4, 22), "Easter Monday"),)
    assert holidays_between(date(2019, 4, 22), date(2019, 4, 22)) == ()


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(WrongOrder, match="2026-11-22 comes before 2026-11-23"):
        elapsed(date(2026, 11, 23), date(2026, 11, 22))
    with pytest.raises(WrongOrder):
        holidays_between(date(2026, 11, 23), date(2026, 11, 22))


@pytest.mark.parametrize("start", [date(2014, 12, 31), date(2029, 1, 1)])
def test_no_count_starts_outside_the_years_we_know(start: date) -> None:
    for count in (
        lambda: is_working_day(start),
        lambda: add_working_days(start, 0),
        lambda: elapsed(start, start),
        lambda: elapsed(min(start, date(2020, 1, 1)), max(start, date(2020, 1, 1))),
        lambda: effective_receipt(datetime.combine(start, time(12), UTC)),
    ):
        with pytest.raises(BeyondKnownHolidays):
            count()


def test_a_count_that_would_run_past_the_last_sure_day_is_refused_not_guessed() -> None:
    assert add_working_days(date(2028, 12, 27), 2) == date(2028, 12, 29)
    with pytest.raises(BeyondKnownHolidays, match="2029-01-01"):
        add_working_days(date(2028, 12, 29), 1)
    with pytest.raises(BeyondKnownHolidays):
        add_working_days(date(2015, 1, 2), -1)


def test_a_moment_without_its_time_zone_is_refused() -> None:
    with pytest.raises(NoTimeZone, match=r"^A moment of receipt needs its time zone\.$"):
        effective_receipt(datetime(2026, 1, 14, 12))  # noqa: DTZ001


def test_what_happens_out_of_working_days_counts_on_the_next_one() -> None:
    assert counting_from(date(2026, 12, 4)) == date(2026, 12, 4)
    assert counting_from(date(2026, 12, 5)) == date(2026, 12, 7)
    assert counting_from(date(2026, 12, 25)) == date(2026, 12, 29), "Boxing Day is given on the Monday"

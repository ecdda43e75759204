"""Reporting years begin on 1 April, whatever the calendar says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.years import NotAYear, ReportingYear, quarter_of


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2018, 4, 1), "2018-19", 1),
        (date(2018, 6, 30), "2018-19", 1),
        (date(2018, 7, 1), "2018-19", 2),
        (date(2018, 10, 1), "2018-19", 3),
        (date(2018, 12, 31), "2018-19", 3),
        (date(2019, 1, 1), "2018-19", 4),
        (date(2019, 3, 31), "2018-19", 4),
        (date(2019, 4, 1), "2019-20", 1),
        (date(2000, 1, 1), "1999-00", 4),
    ],
)
def test_a_day_lies_in_its_reporting_year_and_quarter(day: date, year: str, quarter: int) -> None:
    assert (str(ReportingYear.of(day)), quarter_of(day)) == (year, quarter)


def test_a_year_knows_its_days_and_the_years_before_it() -> None:
    year = ReportingYear.read(" 2018-19 ")
    assert (year.starts, year.first_day, year.last_day) == (2018, date(2018, 4, 1), date(2019, 3, 31))
    assert (str(year.before()), str(year.before(3))) == ("2017-18", "2015-16")
    assert [year.first_day_of(one) for one in (1, 2, 3, 4)] == [
        date(2018, 4, 1), date(2018, 7, 1), date(2018, 10, 1), date(2019, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["", "2018", "2018-20", "2018-18", "2018/19", "2018-2019", "18-19", "2018-19-20"])
def test_what_is_no_reporting_year_is_told_with_an_example(typed: str) -> None:
    with pytest.raises(NotAYear) as refused:
        ReportingYear.read(typed)
    assert str(refused.value) == f"“{typed}” is not a reporting year. Write it like 2018-19."


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_years_follow_each_other_without_a_gap(day: date) -> None:
    year = ReportingYear.of(day)
    assert year.first_day <= day <= year.last_day
    assert ReportingYear.read(str(year)) == year
    assert year.before().last_day == year.first_day - timedelta(days=1)

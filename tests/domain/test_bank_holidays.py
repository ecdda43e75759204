"""The bank holidays we count with are those of two independent sources, day for day."""

import json
from datetime import date, timedelta
from importlib.resources import files

import holidays
import pytest

from portal.domain import bank_holidays
from portal.domain.bank_holidays import FIRST_SURE_DAY, HOLIDAYS, LAST_SURE_DAY, BeyondKnownHolidays, sure


def test_every_day_we_are_sure_of_agrees_with_the_holidays_package() -> None:
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2015, 2029))
    day, wrong = FIRST_SURE_DAY, []
    while day <= LAST_SURE_DAY:
        if day.weekday() < 5 and (day in theirs) != (day in HOLIDAYS):
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


def test_every_day_the_government_lists_agrees_with_ours() -> None:
    bundled = json.loads((files("govuk_bank_holidays") / "bank-holidays.json").read_text())
    events = bundled["england-and-wales"]["events"]
    theirs = {date.fromisoformat(event["date"]) for event in events}
    first, last = max(min(theirs), FIRST_SURE_DAY), min(max(theirs), LAST_SURE_DAY)
    assert last.year - first.year >= 5
    assert {day for day in theirs if first <= day <= last} == {day for day in HOLIDAYS if first <= day <= last}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 5, 8), "Early May bank holiday"),
        (date(2022, 6, 2), "Spring bank holiday"),
        (date(2022, 6, 3), "Platinum Jubilee bank holiday"),
        (date(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
        (date(2016, 12, 26), "Boxing Day"),
        (date(2016, 12, 27), "Christmas Day"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 8, 31), "Summer bank holiday"),
        (date(2028, 1, 3), "New Year’s Day"),
    ],
)
def test_a_holiday_has_the_name_people_know_it_by(day: date, name: str) -> None:
    assert HOLIDAYS[day] == name


def test_the_first_monday_in_may_2020_was_an_ordinary_working_day() -> None:
    assert date(2020, 5, 4) not in HOLIDAYS


def test_holidays_stand_in_order_and_never_at_a_weekend() -> None:
    assert list(HOLIDAYS) == sorted(HOLIDAYS)
    assert all(day.weekday() < 5 for day in HOLIDAYS)
    assert len(HOLIDAYS) == 14 * 8 + 3


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2029, 1, 1), date(1989, 11, 16)])
def test_a_day_outside_the_years_we_know_is_refused_by_name(day: date) -> None:
    with pytest.raises(BeyondKnownHolidays, match="2015-01-01 to 2028-12-31") as refused:
        sure(day)
    assert refused.value.day == day
    assert str(day) in str(refused.value)


@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2028, 12, 31)])
def test_the_first_and_the_last_day_we_know_are_known(day: date) -> None:
    assert sure(day) == day


def test_the_table_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        bank_holidays.HOLIDAYS[date(2026, 1, 2)] = "A day off"  # type: ignore[index]

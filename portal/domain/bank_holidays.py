"""The bank holidays of England, year by year, as data with its sources and the last day we are sure of.

Sources: the Banking and Financial Dealings Act 1971, schedule 1, with the royal proclamations that add or move a day,
as listed at https://www.gov.uk/bank-holidays and compared (in the tests) with the `holidays` and `govuk-bank-holidays`
packages. Christmas Day and Good Friday are common-law holidays and count here just the same (SI 2006/1738 reg 2).
A holiday that falls at a weekend is listed on its substitute day only: weekends are never working days anyway.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from portal.domain.wording import N_

FIRST_SURE_DAY: Final = date(2015, 1, 1)
# The government announces about two years ahead; the years after that follow the 1971 Act.
LAST_SURE_DAY: Final = date(2028, 12, 31)

_USUAL: Final = (
    N_("New Year’s Day"),
    N_("Good Friday"),
    N_("Easter Monday"),
    N_("Early May bank holiday"),
    N_("Spring bank holiday"),
    N_("Summer bank holiday"),
    N_("Christmas Day"),
    N_("Boxing Day"),
)

# One row a year, month-day, in the order of the names above.
_YEARS: Final = {
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-27 12-26",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",  # early May moved to Friday: 75 years since VE Day
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 08-29 12-27 12-26",  # spring moved to Thursday for the Platinum Jubilee
    2023: "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}

_ONE_OFF: Final = {
    date(2022, 6, 3): N_("Platinum Jubilee bank holiday"),
    date(2022, 9, 19): N_("Bank holiday for the State Funeral of Queen Elizabeth II"),
    date(2023, 5, 8): N_("Bank holiday for the coronation of King Charles III"),
}


class BeyondKnownHolidays(ValueError):
    """The day lies outside the years whose bank holidays we are sure of, so no working day can be counted there."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__(
            f"The bank holidays of England are known here from {FIRST_SURE_DAY} to {LAST_SURE_DAY}; {day} lies outside."
        )


def _by_date() -> dict[date, str]:
    usual = {
        date.fromisoformat(f"{year}-{day}"): name
        for year, days in _YEARS.items()
        for name, day in zip(_USUAL, days.split(), strict=True)
    }
    return dict(sorted((usual | _ONE_OFF).items()))


HOLIDAYS: Final[Mapping[date, str]] = MappingProxyType(_by_date())
"""Every bank holiday of England on a weekday, in order, with its name (an English msgid)."""


def sure(day: date) -> date:
    """Return `day` if its bank holidays are known; raise BeyondKnownHolidays if not."""
    if not FIRST_SURE_DAY <= day <= LAST_SURE_DAY:
        raise BeyondKnownHolidays(day)
    return day

"""Reporting years: from 1 April to 31 March, in four quarters."""

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{4})-(\d{2})")
_APRIL = 4
_MONTHS = 3
_DECEMBER = 12


class NotAYear(ValueError):
    """What was typed is not a reporting year such as 2018-19."""


@dataclass(frozen=True, slots=True, order=True)
class ReportingYear:
    """A year named by the calendar year in which it starts: 2018 is 1 April 2018 to 31 March 2019."""

    starts: int

    @classmethod
    def read(cls, written: str) -> "ReportingYear":
        """The year from "2018-19". Raises NotAYear, also for two years that do not follow each other."""
        found = _WRITTEN.fullmatch(written.strip())
        if not found or (int(found[1]) + 1) % 100 != int(found[2]):
            raise NotAYear(f"“{written}” is not a reporting year. Write it like 2018-19.")
        return cls(int(found[1]))

    @classmethod
    def of(cls, day: date) -> "ReportingYear":
        """The year in which a day lies."""
        return cls(day.year if day.month >= _APRIL else day.year - 1)

    def __str__(self) -> str:
        return f"{self.starts}-{(self.starts + 1) % 100:02d}"

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.starts, _APRIL, 1)

    @property
    def last_day(self) -> date:
        """31 March."""
        return date(self.starts + 1, _APRIL - 1, 31)

    def first_day_of(self, quarter: int) -> date:
        """1 April, 1 July, 1 October or 1 January."""
        month = _APRIL + _MONTHS * (quarter - 1)
        return date(self.starts + (month > _DECEMBER), (month - 1) % _DECEMBER + 1, 1)

    def before(self, years: int = 1) -> "ReportingYear":
        """The year so many years earlier."""
        return ReportingYear(self.starts - years)


def quarter_of(day: date) -> int:
    """1 for April to June, 2, 3, and 4 for January to March."""
    return (day.month - _APRIL) % 12 // _MONTHS + 1

"""What is asked of a recount: a council, its rows, the day, the wish; and which cases a column is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from portal.domain.authority import Authority
from portal.domain.tables.shape import Value
from portal.domain.wishes import Wish
from tests.councils.inventing import Files
from tests.councils.recount.cases import Case

Counts = dict[str, Value]
"""What a column holds, by the codes of the rows."""


def year_of(day: date) -> int:
    """The reporting year in which a day lies."""
    return day.year if day >= date(day.year, 4, 1) else day.year - 1


def quarter_of(day: date) -> int:
    """April to June is the first."""
    return {4: 1, 5: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 3, 11: 3, 12: 3}.get(day.month, 4)


def written(year: int) -> str:
    """2018 is 2018-19."""
    return f"{year}-{str(year + 1)[2:]}"


@dataclass(frozen=True)
class Asked:
    """One table of one council, as it asked for it."""

    authority: Authority
    files: Files
    year: int
    as_at: date
    wish: Wish
    quarter: int | None
    all_cases: list[Case]  # everything received by the day

    def printed(self, year: int, column: str | None) -> Counts:
        """The figures that were printed for a whole year, by row."""
        found: Counts = {}
        for row in self.files.get("earlier_years", []):
            here = (row["table"], row["year"], row["column"]) == (self.wish.id, written(year), column)
            if here and row["row"] != "total":
                found[str(row["row"])] = float(str(row["value"]))
        return found if self.quarter is None else {}


@dataclass(frozen=True)
class Column:
    """One year of it."""

    asked: Asked
    year: int

    def within(self, day: date | None) -> bool:
        """Whether this day lies in the year, and in the quarter if one is asked for, and has come."""
        asked = self.asked
        if day is None or day > asked.as_at or year_of(day) != self.year:
            return False
        return asked.quarter is None or quarter_of(day) == asked.quarter

    @property
    def has_cases(self) -> bool:
        """Whether anything received in the year is in the files, in whatever quarter."""
        return any(year_of(case["received_on"]) == self.year for case in self.asked.all_cases)

    @property
    def received(self) -> list[Case]:
        """Everything received in it, but for requests for a service, which are no representations."""
        return [
            case
            for case in self.asked.all_cases
            if self.within(case["received_on"]) and case["kind"] != "service_request"
        ]

    def of(self, kind: str) -> list[Case]:
        """All of one kind; of complaints those under the procedures asked for."""
        asked_for = self.asked.wish.procedures
        return [
            case
            for case in self.received
            if case["kind"] == kind and (kind != "complaint" or not asked_for or case["procedure"] in asked_for)
        ]

    @property
    def accepted(self) -> list[Case]:
        """Accepted complaints."""
        return [case for case in self.of("complaint") if case["triage"] == "accepted"]

    @property
    def accepted_and_enquiries(self) -> list[Case]:
        """Accepted complaints, and enquiries if the council counts them in."""
        return self.accepted + (self.of("enquiry") if self.asked.wish.with_enquiries else [])


def percentage(part: Value, whole: Value) -> float | None:
    """With one decimal, halves upwards; nothing of nothing is no percentage."""
    if part is None or not whole:
        return None
    exact = Decimal(100) * Decimal(str(part)) / Decimal(str(whole))
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def tallied(codes: list[str]) -> Counts:
    """How often each code stands in the list."""
    return {code: codes.count(code) for code in dict.fromkeys(codes)}

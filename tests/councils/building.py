"""Building a council's year from what its report printed: so many complaints, with their properties dealt out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from portal.authorities import load
from portal.domain.calendar import add_working_days
from portal.domain.dataset.columns import Value
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.years import ReportingYear
from tests.councils.inventing import Files, blank

LATER = date(2026, 1, 1)


def dealt(counts: Mapping[str, int]) -> list[str]:
    """Each code as often as it was counted: {"letter": 2, "email": 1} is letter, letter, email."""
    return [code for code, number in counts.items() for _ in range(number)]


class Building:
    """One council and year, row by row."""

    def __init__(self, authority: str, year: int) -> None:
        self.authority, self.year = load(authority), ReportingYear(year)
        self.files: Files = {}
        self._numbers: dict[str, int] = {}

    def add(self, name: str, **cells: Value | None) -> None:
        """One row of a file; a numbered file gets the next number."""
        rows = self.files.setdefault(name, [])
        if name in ("payments", "expenditure", "ombudsman", "monitoring"):
            cells["number"] = len(rows) + 1
        rows.append(blank(name, **cells))

    def representation(self, kind: str, day: int = 9, **cells: Value | None) -> str:
        """One representation, received so many days into the year; returns its reference."""
        reference = f"{kind[:2].upper()}{len(self.files.get('representations', [])):05d}"
        received = self.year.first_day + timedelta(day)
        self.add("representations", reference=reference, kind=kind, received_on=received, triage="accepted", **cells)
        return reference

    def received(self, reference: str) -> date:
        """The day a representation was received."""
        row = next(row for row in self.files["representations"] if row["reference"] == reference)
        assert isinstance(row["received_on"], date)
        return row["received_on"]

    def answered(self, reference: str, days: int, stage: int = 1, start: date | None = None, **cells: Value) -> None:
        """An answer so many working days after its stage began."""
        begun = start or self.received(reference)
        asked = begun if stage > 1 else None
        self.add("stages", reference=reference, stage=stage, requested_on=asked, started_on=begun,
                 responded_on=add_working_days(begun, days), **cells)  # fmt: skip

    def earlier(self, table: str, year: str, figures: Mapping[str, float], column: str | None = None) -> None:
        """Printed figures of a year that has no cases here."""
        for row, value in figures.items():
            self.add("earlier_years", table=table, row=row, column=column, year=year, value=f"{value:g}")

    def report(self, wanted: Iterable[str] = ()) -> Report:
        """The council's report of the year."""
        wishes = self.authority.report or USUAL
        own = [wish for wish in wishes if not wanted or wish.id in wanted]
        return report(self.authority, listed(self.files, LATER), self.year, LATER, wishes=own)


def values(made: Report, table: str, column: int = 0) -> dict[str, object]:
    """A column of a table, by the codes of its rows."""
    return {row.code: row.values[column] for row in made.table(table).rows}

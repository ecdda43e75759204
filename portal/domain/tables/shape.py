"""The shape of a table as it is printed (contract: the report), and of a whole report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.domain.years import ReportingYear, quarter_of

CONFIDENTIAL = "c"
_LAST = 4
Value = int | float | str | None
"""A number, None where nothing was collected, or "c" where it would say something about somebody."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a year, or what the table counts there."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a code, what the council calls it, a value for each column, and how deep it stands in its tree."""

    code: str
    label: str
    values: tuple[Value, ...]
    percent: tuple[Value, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """One table, complete: everything that has to stand beside its figures stands here."""

    id: str
    title: str
    unit: str
    population: str
    date_basis: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[Value, ...] | None = None
    notes: tuple[str, ...] = ()
    uncounted: Mapping[str, str] = field(default_factory=dict)  # notes with a count in them, and the same without it
    bases: tuple[int | None, ...] | None = None  # how many people each column is about, where its total does not say it

    def row(self, code: str) -> Row:
        """The row with this code; raises KeyError."""
        for row in self.rows:
            if row.code == code:
                return row
        raise KeyError(code)

    def as_json(self) -> dict[str, Any]:
        """As the contract has it."""
        return {
            "id": self.id,
            "title": self.title,
            "unit": self.unit,
            "population": self.population,
            "date_basis": self.date_basis,
            "columns": [{"code": column.code, "label": column.label} for column in self.columns],
            "rows": [
                {
                    "code": row.code,
                    "label": row.label,
                    "values": list(row.values),
                    "percent": list(row.percent) or None,
                    "level": row.level,
                }
                for row in self.rows
            ],
            "total": None if self.total is None else list(self.total),
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section of the written report: what its figures say, what people wrote, and the tables that stand in it."""

    id: str
    title: str
    sentences: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All tables of one council and year, as they stood on a day."""

    authority: str
    year: str
    as_at: str
    edition: str
    tables: tuple[Table, ...]
    quarter: int | None = None
    chapters: tuple[Chapter, ...] = ()  # the words between the tables; JSON, CSV and spreadsheets have figures alone

    @property
    def goes_on(self) -> bool:
        """Whether its year, or its quarter, was not over on the day it was counted."""
        day = date.fromisoformat(self.as_at)
        return (ReportingYear.of(day), quarter_of(day)) <= (ReportingYear.read(self.year), self.quarter or _LAST)

    def table(self, id_: str) -> Table:
        """The table with this id; raises KeyError."""
        for table in self.tables:
            if table.id == id_:
                return table
        raise KeyError(id_)

    def as_json(self) -> dict[str, Any]:
        """As the contract has it."""
        head: dict[str, Any] = {"authority": self.authority, "year": self.year, "as_at": self.as_at}
        if self.quarter is not None:
            head["quarter"] = self.quarter
        return {**head, "edition": self.edition, "tables": [table.as_json() for table in self.tables]}

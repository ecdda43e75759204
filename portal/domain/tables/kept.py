"""Reports that were kept as they were made: reading them back, and what each of them printed of a year or quarter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.domain.disclosure.grid import TOTAL
from portal.domain.tables.basis import Basis
from portal.domain.tables.shape import Column, Report, Row, Table, Value
from portal.domain.tables.sums import is_year

PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it was kept. `bases` say of each table, by the year of each column, what it was counted on."""

    report: Report
    kept_on: date
    bases: Mapping[str, Mapping[str, Basis]]

    def tells_of(self, year: int, quarter: int | None) -> bool:
        """Whether this is the report of that year or quarter itself."""
        return self.report.quarter == quarter and int(self.report.year[:4]) == year

    def figures(self, year: str) -> Iterator[tuple[Table, str, int, Value]]:
        """Every figure of a year that stands in it: its table, its row (`TOTAL` for the total) and its column."""
        own = year == self.report.year
        for table in self.report.tables:
            for at, column in enumerate(table.columns):
                if column.code == year or (own and not is_year(column.code)):
                    yield from ((table, row.code, at, row.values[at]) for row in table.rows)
                    if table.total is not None:
                        yield table, TOTAL, at, table.total[at]


def of_period(kept: Iterable[Kept], year: int, quarter: int | None) -> list[Kept]:
    """The reports of a year or quarter itself, the newest first."""
    return [one for one in kept if one.tells_of(year, quarter)]


def read_back(written: Mapping[str, Any]) -> Report:
    """A report from its JSON; the words between its tables are not in there."""
    return Report(
        written["authority"], written["year"], written["as_at"], written["edition"],
        tuple(_table(table) for table in written["tables"]), written.get("quarter"),
    )  # fmt: skip


def _table(written: Mapping[str, Any]) -> Table:
    total = written["total"]
    return Table(
        written["id"], written["title"], written["unit"], written["population"], written["date_basis"],
        columns=tuple(Column(one["code"], one["label"]) for one in written["columns"]),
        rows=tuple(
            Row(one["code"], one["label"], tuple(one["values"]), tuple(one["percent"] or ()), one["level"])
            for one in written["rows"]
        ),
        total=None if total is None else tuple(total),
        notes=tuple(written["notes"]),
    )  # fmt: skip

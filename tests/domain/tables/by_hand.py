"""Small datasets written out by hand, and one table made from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from portal.authorities import load
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import report
from portal.domain.tables.shape import Table, Value
from portal.domain.taxonomy import Term, Terms
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

USUAL = load("example")
LATER = date(2020, 1, 1)
YEAR = ReportingYear(2018)
TREE = Terms(
    (
        Term("north", "North"),
        Term("hill", "Hill", parent="north"),
        Term("mill", "Mill", parent="north", valid_to=2017),
        Term("mill", "Mill", parent="south", valid_from=2018),
        Term("south", "South"),
        Term("dale", "Dale", parent="south", valid_to=2017),
        Term("farm", "Farm", parent="dale"),
        Term("old", "Old", valid_to=2017),
        Term("old_part", "Old part", parent="old", valid_to=2017),
        Term("new", "New", valid_from=2018),
    )
)
HERE = replace(USUAL, teams=TREE, categories=TREE)
Files = dict[str, list[Row]]


def row(name: str, **cells: Any) -> Row:
    empty: Row = dict.fromkeys((column.name for column in FILES[name].columns), None)
    assert cells.keys() <= empty.keys()
    return {**empty, **cells}


def files(*complaints: dict[str, Any], **others: list[dict[str, Any]]) -> Files:
    """Accepted complaints of 3 April 2018, unless they say otherwise, and rows of other files."""
    usual = {"kind": "complaint", "procedure": "statutory", "triage": "accepted", "received_on": date(2018, 4, 3)}
    found = {"representations": [
        row("representations", **{**usual, "reference": str(at), **cells}) for at, cells in enumerate(complaints)
    ]}  # fmt: skip
    return found | {name: [row(name, **cells) for cells in rows] for name, rows in others.items()}


def earlier(table: str, year: str, column: str | None = None, **figures: float) -> list[dict[str, Any]]:
    return [
        {"table": table, "year": year, "row": code.replace("__", "-"), "column": column, "value": f"{value:g}"}
        for code, value in figures.items()
    ]


def table(given: Files, id_: str, quarter: int | None = None, as_at: date = LATER, **wish: Any) -> Table:
    wanted = Wish(id_, **wish)
    return report(HERE, listed(given, as_at), YEAR, as_at, wishes=[wanted], quarter=quarter).table(id_)


def filled(made: Table, at: int = 0) -> dict[str, Value]:
    return {one.code: one.values[at] for one in made.rows if one.values[at]}

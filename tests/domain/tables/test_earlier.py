"""A printed figure has a place in the report of its council, or is refused."""

from __future__ import annotations

from typing import Any

import pytest

from portal.authorities import load
from portal.domain.tables.earlier import Earlier
from portal.domain.tables.report import DEFINITIONS, report
from portal.domain.tables.tallying import Listed
from portal.domain.wishes import Wish
from tests.councils.inventing import blank
from tests.domain.tables.by_hand import HERE, LATER, YEAR

COVENTRY = load("coventry")


def said(table: str, row: str, value: str = "4", column: str | None = None, year: str = "2017-18") -> list[str]:
    cells: dict[str, Any] = {"table": table, "row": row, "column": column, "year": year, "value": value}
    return [str(fault) for fault in Earlier(HERE).faults(7, blank("earlier_years", **cells))]


@pytest.mark.parametrize(
    ("table", "row", "value", "column"),
    [
        ("timeliness", "stage-1:within-10", "4", None), ("timeliness", "stage-1:within-15", "4", None),
        ("children-by-age", "18+", "4", None), ("children-by-age-and-sex", "0-3", "4", "female"),
        ("by-team", "old_part", "4", None), ("by-team", "not_recorded", "4", None), ("by-team", "total", "4", None),
        ("outcomes", "partly_upheld", "4", None), ("concerns-by-category", "north", "4", "raised"),
        ("compensation", "allowances", "58.50", "amount"), ("compensation", "allowances", "58.50", None),
        ("duration", "2", "45.14", "mean_working_days"), ("activity", "complaint_rate", "0.7", None),
        ("activity", "visits", "12", None), ("monitoring-language", "pl", "3", "child"),
        ("ombudsman", "investigated", "3", None), ("escalation", "stage_2_declined", "3", None),
    ],
)  # fmt: skip
def test_what_the_report_prints_may_stand_there(table: str, row: str, value: str, column: str | None) -> None:
    assert said(table, row, value, column) == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (("no-such-table", "x"), "earlier_years.csv, line 7, table: “no-such-table” should be a table: one of"),
        (("by-team", "nobody"), "row: “nobody” should be a row of by-team: one of"),
        (("received-by-method", "carrier_pigeon"), "row: “carrier_pigeon” should be a row of received-by-method"),
        (("children-and-advocacy", "total"), "row: “total” should be a row of"),
        (("received-by-method", "email", "1.5"), "value: “1.5” should be a whole number"),
        (("duration", "2", "1.5", "responses"), "value: “1.5” should be a whole number"),
        (("received-by-method", "email", "4", "raised"), "column: “raised” should be empty"),
        (("children-by-age-and-sex", "0-5"), "column: should be a column of children-by-age-and-sex: one of female"),
    ],
)
def test_anything_else_is_refused(given: tuple[str, ...], wanted: str) -> None:
    found = said(*given)
    assert len(found) == 1 and wanted in found[0], found


def test_the_rows_of_a_councils_own_table_and_the_codes_it_counts_in_them_are_known() -> None:
    cells = {"table": "outcomes", "year": "2017-18", "value": "4"}
    for row in ("withdrawn", "adr"):
        assert list(Earlier(COVENTRY).faults(2, blank("earlier_years", row=row, **cells))) == []


@pytest.mark.parametrize("id_", DEFINITIONS)
def test_every_row_and_column_that_a_table_prints_is_known(id_: str) -> None:
    made = report(HERE, Listed((), {("x", YEAR.starts): 1}), YEAR, LATER, wishes=[Wish(id_)]).tables[0]
    columns = [None if one.code == str(YEAR) else one.code for one in made.columns]
    assert [said(id_, row.code, "1", column) for row in made.rows for column in columns if said(id_, row.code, "1",
            column)] == []  # fmt: skip

"""No small number stands openly in a public edition, in whatever column, quarter or order of publishing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.disclosure.risk_classes import CannotBeProtected, RiskClass, Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.editions import Editions
from portal.domain.tables.kept import Kept
from portal.domain.tables.publishing import FOUND_IN_YEARS_ONLY, WHOLE_YEARS_ONLY, risk_class
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import CONFIDENTIAL, Report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from tests.councils.inventing import council
from tests.domain.tables.stranger import QUARTERS
from tests.domain.tables.test_linked_editions import kept

LATER, YEAR = date(2026, 1, 1), ReportingYear(2018)
EXAMPLE = replace(load("example"), report=USUAL)


def standing_openly(page: Report) -> Iterator[tuple[str, str, str]]:
    """Every count of one to four about the service, and every percentage of a figure that is kept back."""
    for table in page.tables:
        if risk_class(table.id) is not RiskClass.SERVICE:
            continue
        averages = table.id.startswith("duration")
        for row in table.rows:
            for column, value in zip(table.columns, row.values, strict=True):
                if isinstance(value, int) and 0 < value < 5 and not (averages and column.code != "responses"):
                    yield table.id, row.code, column.code
            for value, share in zip(row.values, row.percent, strict=False):
                if value == CONFIDENTIAL and isinstance(share, int | float):
                    yield table.id, row.code, "percent"


def public(authority: Authority, tally: Tally, quarter: int | None = None, out: tuple[Kept, ...] = ()) -> Report:
    return Editions(authority, tally, LATER, out, Settings()).public(YEAR, quarter)


@pytest.mark.parametrize("first", [1, 3])
@pytest.mark.parametrize(
    ("code", "size"), [("havering", 900), ("coventry", 500), ("cheshire-west-and-chester", 900), ("example", 500)]
)
def test_nothing_small_is_printed_beside_one_quarter_that_is_out(code: str, size: int, first: int) -> None:
    here = load(code)
    here = replace(here, report=tuple(replace(wish, years=2) for wish in here.report or USUAL))
    tally = listed(council(1, size, code), LATER)
    quarter = public(here, tally, first)
    assert list(standing_openly(quarter)) == []
    assert list(standing_openly(public(here, tally, out=(kept(quarter, here),)))) == []


def test_what_was_found_about_concerns_is_not_told_of_a_quarter() -> None:
    table = public(EXAMPLE, listed(council(1, 900), LATER), 1).table("concerns-by-category")
    assert [column.code for column in table.columns] == ["raised"]
    assert FOUND_IN_YEARS_ONLY in table.notes


def test_money_is_not_told_of_a_quarter() -> None:
    page = public(EXAMPLE, listed(council(1, 300), LATER), 1)
    for id_ in ("compensation", "expenditure"):
        table = page.table(id_)
        assert {value for row in table.rows for value in row.values} == {CONFIDENTIAL}
        assert (table.total, table.notes) == ((CONFIDENTIAL,), (WHOLE_YEARS_ONLY,))


def test_every_quarter_has_the_rows_of_its_year() -> None:
    """A row that stood there only where somebody is in it would say that there is somebody."""
    tally = listed(council(3, 120), LATER)

    def rows(quarter: int | None) -> dict[str, list[str]]:
        made = report(EXAMPLE, tally, YEAR, LATER, wishes=[replace(wish, years=1) for wish in USUAL], quarter=quarter)
        return {table.id: [row.code for row in table.rows] for table in made.tables}

    whole = rows(None)
    assert "not_recorded" in whole["by-team"]
    assert [rows(quarter) for quarter in QUARTERS] == [whole] * 4


def test_averages_are_kept_back_with_any_band_of_their_stage() -> None:
    """The median of seven answers says how many of them came within the limit."""
    here = load("coventry")
    page = public(here, listed(council(4, 900, "coventry"), LATER))
    bands = [row.values[0] for row in page.table("timeliness").rows if row.code.startswith("stage-2:")]
    assert bands == [CONFIDENTIAL, CONFIDENTIAL]
    assert page.table("duration").row("2").values == (7, CONFIDENTIAL, CONFIDENTIAL, CONFIDENTIAL)
    assert CONFIDENTIAL not in page.table("duration").row("1").values


def test_averages_by_quarter_are_kept_back_where_a_quarter_has_a_small_band() -> None:
    tally = listed(council(1, 500), LATER)
    small = public(EXAMPLE, tally).table("duration-by-quarter")
    assert {value for row in small.rows for value in row.values[1:]} == {CONFIDENTIAL}


def test_a_table_that_is_not_told_has_no_gaps_that_tell() -> None:
    """Where there is nobody there is nothing to share: an empty percentage beside "[c]" would say so."""
    table = public(EXAMPLE, listed(council(1, 100), LATER), 1).table("monitoring-sex")
    assert {part for row in table.rows for part in (*row.values, *row.percent)} == {CONFIDENTIAL}


def test_a_year_that_cannot_be_made_safe_is_kept_back_in_the_report_of_a_later_one() -> None:
    code = "cheshire-west-and-chester"
    here = load(code)
    here = replace(here, report=tuple(replace(wish, years=4) for wish in here.report))
    tally = listed(council(3, 120, code), LATER)
    with pytest.raises(CannotBeProtected):
        Editions(here, tally, LATER, (), Settings()).public(ReportingYear(2016), None)
    outcomes = public(here, tally).table("outcomes-stage-1")
    at = [column.code for column in outcomes.columns].index("2016-17")
    assert {row.values[at] for row in outcomes.rows} == {CONFIDENTIAL}
    assert {row.values[0] for row in outcomes.rows} != {CONFIDENTIAL}

"""The figures of two published annual reports, as they would have to be printed."""

import pytest

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.protection import protect

COVENTRY_OUTCOMES = {"Upheld": 6, "Partly": 70, "Not": 39, "Withdrawn or ADR": 24, "Open": 3}
COVENTRY_TEAMS = {
    "LAC": 23, "Fostering and adoption": 9, "South": 17, "ThroughCare": 22, "West": 27, "East": 10, "Central": 21,
    "MASH": 5, "CDT": 5, "Wood End": 1, "Radford": 2, "Safeguarding": 0, "Commissioning": 0,
}  # fmt: skip
COVENTRY_COMPLIMENTS = {
    "Parents and carers": 25, "Professionals": 25, "Police or legal": 8, "Young people": 6, "Foster carers": 6,
    "School": 5, "Adopters": 3,
}  # fmt: skip
HAVERING_TEAMS = {
    "Adoption": 1, "CAD": 4, "Care Resources": 5, "Early Help": 2, "Fostering": 5, "Intervention": 56, "Triage": 17,
    "Safeguarding": 2,
}  # fmt: skip


def counts(figures: dict[str, int], *, total: bool = True) -> Grid:
    return Grid(tuple(figures), ("year",), tuple((value,) for value in figures.values()), column_totals=total)


@pytest.mark.parametrize(
    ("figures", "kept_back"),
    [
        (COVENTRY_OUTCOMES, {"Upheld", "Open"}),
        (COVENTRY_TEAMS, {"Wood End", "Radford", "MASH"}),
        (COVENTRY_COMPLIMENTS, {"Adopters", "School"}),
        (HAVERING_TEAMS, {"Adoption", "CAD", "Early Help", "Safeguarding"}),
    ],
    ids=["Coventry, outcomes", "Coventry, teams", "Coventry, compliments", "Havering, teams"],
)
def test_a_published_list_keeps_back_small_counts_and_as_few_others_as_needed(
    figures: dict[str, int], kept_back: set[str]
) -> None:
    done = protect(counts(figures))
    assert {cell.row for cell in done.suppressed} == kept_back
    assert {row: done.shown(Cell(row, "year")) for row in figures} == {
        row: "c" if row in kept_back else value for row, value in figures.items()
    }
    assert done.shown(Cell(TOTAL, "year")) == sum(figures.values())


def test_four_teams_with_one_complaint_each_are_not_given_away_by_the_noughts_that_are_printed() -> None:
    done = protect(counts({"A": 1, "B": 1, "C": 1, "D": 1, "E": 0, "F": 6, "G": 50}))
    assert {cell.row for cell in done.suppressed} == {"A", "B", "C", "D", "F"}


def test_without_a_printed_total_only_the_small_counts_are_kept_back() -> None:
    done = protect(counts(COVENTRY_OUTCOMES, total=False))
    assert {cell.row for cell in done.suppressed} == {"Open"}
    assert done.shown(Cell(TOTAL, "year")) is None


def test_years_side_by_side_say_nothing_about_each_other() -> None:
    rows = ("M&I", "Outside jurisdiction", "Premature")
    years = Grid(rows, ("2017-18", "2016-17"), ((11, 31), (None, 9), (4, 22)))
    done = protect(years)
    assert {cell for cell in done.suppressed if cell.column == "2016-17"} == set()
    assert {cell.row for cell in done.suppressed} == {"M&I", "Premature"}
    assert done.shown(Cell("Outside jurisdiction", "2017-18")) is None

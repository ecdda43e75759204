"""What earlier releases printed binds the next one."""

from datetime import date

from portal.domain.disclosure.grid import Cell, Grid
from portal.domain.disclosure.pack import Place
from portal.domain.disclosure.protection import protect_linked
from portal.domain.disclosure.register import Counted, PublishedCell, earlier, exact_and_rounded, on_several_bases

JULY = date(2019, 7, 1)


def by_team(team: str, population: str = "statutory") -> Counted:
    return Counted("complaints", population, (("team", team),) if team else (), "2018-19", "Q1")


def test_what_is_out_is_known_and_what_was_kept_back_stays_so() -> None:
    grid = Grid(("east", "west", "north", "south"), ("Q1",), ((3,), (6,), (7,), (40,)))
    places = {Place("teams", Cell(row, "Q1")): (by_team(row), grid.counts[Cell(row, "Q1")] or 0) for row in grid.rows}
    register = [
        PublishedCell(by_team("west"), JULY, 6),
        PublishedCell(by_team("south"), JULY, 39),  # restated since: nobody has seen the forty
        PublishedCell(by_team("north"), JULY, "c"),
    ]
    before = earlier(register, places)
    assert before.known == {Place("teams", Cell("west", "Q1"))}
    assert before.withheld == {Place("teams", Cell("north", "Q1"))}
    page = protect_linked({"teams": grid}, known=before.known, withheld=before.withheld)["teams"]
    assert {cell.row for cell in page.suppressed} == {"east", "north"}


def test_a_figure_shown_once_cannot_be_kept_back_again() -> None:
    place = Place("teams", Cell("west", "Q1"))
    register = [PublishedCell(by_team("west"), JULY, "c"), PublishedCell(by_team("west"), JULY, 6)]
    assert earlier(register, {place: (by_team("west"), 6)}).withheld == frozenset()


def test_a_rounded_count_tells_nobody_the_exact_one() -> None:
    place = Place("ages", Cell("6-9", "Q1"))
    register = [PublishedCell(by_team("6-9"), JULY, 10, rounded=True)]
    assert earlier(register, {place: (by_team("6-9"), 10)}).known == frozenset()


def test_the_same_count_rounded_here_and_exact_there_is_noticed() -> None:
    rounded, exact = PublishedCell(by_team("east"), JULY, 10, rounded=True), PublishedCell(by_team("east"), JULY, 11)
    assert exact_and_rounded([rounded, exact]) == {by_team("east")}
    assert exact_and_rounded([rounded, PublishedCell(by_team("west"), JULY, 11)]) == set()


def test_two_tables_by_team_for_two_populations_are_noticed_but_two_totals_are_not() -> None:
    cells = [PublishedCell(by_team(team, of), JULY, 9) for team in ("east", "") for of in ("statutory", "all")]
    assert on_several_bases(cells) == {("complaints", ("team",), "2018-19", "Q1"): {"statutory", "all"}}
    assert on_several_bases(cells[2:]) == {}

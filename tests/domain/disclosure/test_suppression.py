"""What holds of every table in which small counts are kept back."""

from collections.abc import Collection
from dataclasses import replace
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.disclosure.grid import TOTAL, Cell, DoesNotAddUp, Grid
from portal.domain.disclosure.pack import Place, same
from portal.domain.disclosure.protection import Protected, protect, protect_linked
from portal.domain.disclosure.risk_classes import CannotBeProtected, Settings
from tests.domain.disclosure import tables


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    counts = st.one_of(st.integers(0, 9), st.integers(0, 60), st.none())
    values = draw(st.lists(st.tuples(*[counts] * columns), min_size=rows, max_size=rows))
    names = tables.named("row", rows), tables.named("column", columns)
    return Grid(*names, tuple(values), draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))


def lines(grid: Grid) -> list[tuple[Cell, list[Cell]]]:
    """Every printed total with its parts."""
    down = [(Cell(TOTAL, column), [Cell(row, column) for row in grid.rows]) for column in grid.columns]
    across = [(Cell(row, TOTAL), [Cell(row, column) for column in grid.columns]) for row in grid.rows]
    return [(total, parts) for total, parts in down + across if grid.is_printed(total)]


@given(grids())
def test_every_small_count_is_kept_back_and_what_is_shown_is_true(grid: Grid) -> None:
    page = protect(grid)
    for cell, count in grid.counts.items():
        if grid.is_printed(cell):
            assert page.shown(cell) in ("c", count)
            assert page.shown(cell) == "c" or not 0 < (count or 0) < 5


@given(grids())
def test_totals_stay_consistent_and_no_line_lacks_just_one_number(grid: Grid) -> None:
    page = protect(grid)
    for total, parts in lines(grid):
        line = [page.shown(cell) for cell in (total, *parts)]
        assert line.count("c") != 1
        if "c" not in line:
            assert line[0] == sum(value for value in line[1:] if isinstance(value, int))


@given(grids())
def test_protecting_again_changes_nothing_and_the_result_is_always_the_same(grid: Grid) -> None:
    page = protect(grid)
    assert protect(grid) == page
    assert protect(grid, withheld=page.suppressed) == page


@given(grids())
def test_a_table_with_nothing_small_or_nothing_at_all_is_printed_whole(grid: Grid) -> None:
    many = replace(grid, values=tuple(tuple(value and value + 5 for value in row) for row in grid.values))
    none = replace(grid, values=tuple(tuple(value and 0 for value in row) for row in grid.values))
    assert protect(many).suppressed == protect(none).suppressed == frozenset()


def counts(*values: tuple[int | None, ...], **margins: bool) -> Grid:
    return Grid(tables.named("row", len(values)), tables.named("column", len(values[0])), values, **margins)


def kept(page: Protected) -> set[str]:
    return {f"{cell.row} {cell.column}" for cell in page.suppressed}


def test_a_forty_by_six_table_takes_less_than_a_tenth_of_a_second() -> None:
    grid = tables.table(Random(4), 40, 6, (True, True, True))
    taken = []
    for _ in range(5):
        start = process_time()
        protect(grid)
        taken.append(process_time() - start)
    assert min(taken) < 0.1


def test_a_total_is_kept_back_where_a_cell_would_not_do() -> None:
    page = protect(counts((3, 0), (0, 30), row_totals=True), Settings(base=0))
    assert page.shown(Cell("row0", TOTAL)) == page.shown(Cell(TOTAL, "column0")) == "c"
    assert page.shown(Cell("row1", "column1")) == 30


def test_a_few_people_who_all_said_the_same_are_kept_back_with_the_noughts_that_say_so() -> None:
    alike = counts((3, 0, 0), (12, 25, 31), (14, 22, 17), row_totals=True)
    page = protect(alike)
    assert {page.shown(Cell("row0", column)) for column in (*alike.columns, TOTAL)} == {"c"}
    assert protect(alike, Settings(base=0)).shown(Cell("row0", "column1")) == 0


def test_what_is_not_printed_still_counts_but_is_never_marked() -> None:
    methods = Grid(
        ("email", "letter", "not_known"), ("year",), ((20,), (3,), (13,)), unprinted=frozenset({"not_known"})
    )
    page = protect(methods)
    assert kept(page) == {"letter year"}  # the thirteen unknown are what a stranger cannot tell it from
    assert page.shown(Cell("not_known", "year")) is None


def test_parents_and_children_are_solved_at_once() -> None:
    subjects = Grid(
        ("delay", "no reply", "late reply", "staff"), ("year",), ((40,), (38,), (2,), (30,)), levels=(0, 1, 1, 0)
    )
    page = protect(subjects)
    assert kept(page) == {"no reply year", "late reply year"}
    assert page.shown(Cell(TOTAL, "year")) == 70


def test_parts_that_were_not_collected_leave_the_parent_open() -> None:
    subjects = Grid(
        ("delay", "no reply", "late reply"), ("2016-17", "2015-16"), ((40, 33), (38, None), (2, None)), levels=(0, 1, 1)
    )
    page = protect(subjects)
    assert kept(page) == {"no reply 2016-17", "late reply 2016-17"}
    assert page.shown(Cell("no reply", "2015-16")) is None
    assert page.shown(Cell("delay", "2015-16")) == 33


def test_parts_that_are_more_than_the_whole_are_refused() -> None:
    with pytest.raises(DoesNotAddUp, match="the parts of delay in year add up to 41, not to 40"):
        Grid(("delay", "no reply", "late reply"), ("year",), ((40,), (38,), (3,)), levels=(0, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"rows": ("a", "a"), "values": ((1,), (2,))},
        {"rows": (TOTAL,), "values": ((1,),)},
        {"rows": ("a",), "values": ((1, 2),)},
        {"rows": ("a",), "values": ((-1,),)},
        {"rows": ("a",), "values": ((1,),), "levels": (1,)},
        {"rows": ("year",), "values": ((1,),), "unprinted": frozenset({"year"})},
    ],
    ids=["a name twice", "a row called total", "too many values", "less than nobody", "a part of nothing", "unclear"],
)
def test_a_malformed_table_is_refused(wrong: dict[str, Collection[object]]) -> None:
    with pytest.raises(ValueError, match=r"^(rows|a name|a table|counts|every row)"):
        Grid(columns=("year",), **wrong)  # type: ignore[arg-type]


def test_it_is_not_published_when_everything_else_is_known() -> None:
    grid = counts((3,), (20,), (31,))
    known = {Cell("row1", "column0"), Cell("row2", "column0"), Cell(TOTAL, "column0")}
    with pytest.raises(CannotBeProtected, match="merge categories"):
        protect(grid, known=known)


def test_larger_cells_are_kept_back_rather_than_totals() -> None:
    grid = counts((3, 40), (50, 60), row_totals=True)
    assert kept(protect(grid)) == {f"row{row} column{column}" for row in (0, 1) for column in (0, 1)}


def test_a_nought_is_kept_back_where_nothing_else_is_left_to() -> None:
    grid = counts((3, 20), (9, 0), row_totals=True, grand_total=True)
    totals = {cell for cell in grid.counts if TOTAL in cell}
    assert len(protect(grid, known=totals).suppressed) == 4
    assert protect(grid).shown(Cell("row1", "column1")) == 0


def test_what_was_kept_back_stays_so_and_what_is_known_shields_nothing() -> None:
    grid = counts((3,), (6,), (7,), (31,))
    assert kept(protect(grid)) == {"row0 column0", "row1 column0"}
    assert kept(protect(grid, withheld={Cell("row2", "column0")})) == {"row0 column0", "row2 column0"}
    assert kept(protect(grid, known={Cell("row1", "column0")})) == {"row0 column0", "row2 column0"}


def test_a_number_kept_back_in_one_table_is_kept_back_wherever_it_is_printed() -> None:
    crossed = counts((3, 0), (0, 30), row_totals=True)
    ages = counts((3,), (30,))
    links = [same(Place("crossed", Cell(row, TOTAL)), Place("ages", Cell(row, "column0"))) for row in crossed.rows]
    pages = protect_linked({"crossed": crossed, "ages": ages}, links)
    assert [pages["ages"].shown(Cell(row, "column0")) for row in ages.rows] == ["c", "c"]
    assert {pages["crossed"].shown(Cell(row, TOTAL)) for row in crossed.rows} == {"c"}


def test_links_that_contradict_the_tables_are_refused() -> None:
    quarters = {"Q1": counts((3,)), "Q2": counts((9,)), "year": counts((13,))}
    with pytest.raises(DoesNotAddUp, match="is 13, and elsewhere comes to 12"):
        protect_linked(quarters, tables.adding_up("year", ("Q1", "Q2"), quarters["year"]))

"""Tables drawn at random, with many small counts, for the attacker to try its hand at."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.pack import Link, Place, same

COUNTS = (0, 0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 40)
SPARSE = (0, 0, 0, 0, 1, 1, 2, 3, 5, 9, 15)
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
Linked = tuple[dict[str, Grid], list[Link]]


def adding_up(whole: str, parts: Iterable[str], grid: Grid) -> tuple[Link, ...]:
    """The links between a year's table and those of its quarters, or any table and others it is the sum of.

    All have the rows and columns of `grid`. All parts of the whole have to be given, even one that is not to be printed
    yet: once the year and three quarters are out, so is the fourth.
    """
    names = tuple(parts)
    return tuple(Link(Place(whole, cell), tuple(Place(name, cell) for name in names)) for cell in grid.counts)


def named(letter: str, number: int) -> tuple[str, ...]:
    return tuple(f"{letter}{each}" for each in range(number))


def table(
    random: Random, rows: int, columns: int, printed: tuple[bool, bool, bool], counts: Sequence[int] = COUNTS
) -> Grid:
    values = tuple(tuple(random.choice(counts) for _ in range(columns)) for _ in range(rows))
    return Grid(named("row", rows), named("column", columns), values, *printed)


def any_margins(random: Random) -> tuple[bool, bool, bool]:
    return random.random() < 0.6, random.random() < 0.6, random.random() < 0.6


def any_table(random: Random) -> Grid:
    return table(random, random.randint(2, 8), random.randint(2, 5), any_margins(random))


def blocks(random: Random) -> Grid:
    """Rows of two levels; here and there the parts were not collected, wholly or one of them."""
    columns, levels, values = random.randint(1, 3), list[int](), list[tuple[int | None, ...]]()
    for _ in range(random.randint(2, 4)):
        parts = [[_collected(random) for _ in range(columns)] for _ in range(random.choice((0, 2, 3, 4)))]
        wholes = [sum(part[each] or 0 for part in parts) for each in range(columns)]
        gaps = [not parts or any(part[each] is None for part in parts) for each in range(columns)]
        wholes = [each + random.choice(COUNTS) if gap else each for each, gap in zip(wholes, gaps, strict=True)]
        levels += [0, *[1] * len(parts)]
        values += [tuple(wholes), *(tuple(part) for part in parts)]
    names = named("row", len(levels)), named("column", columns)
    return Grid(*names, tuple(values), *any_margins(random), tuple(levels))


def _collected(random: Random) -> int | None:
    return None if random.random() < 0.04 else random.choice(COUNTS)


def year_and_quarters(random: Random, rows: int, columns: int, counts: Sequence[int]) -> Linked:
    margins = (True, False, False) if columns == 1 else (True, True, True)
    quarters = {name: table(random, rows, columns, margins, counts) for name in QUARTERS}
    first = quarters["Q1"]
    summed = tuple(
        tuple(sum(quarter.values[row][column] or 0 for quarter in quarters.values()) for column in range(columns))
        for row in range(rows)
    )
    year = Grid(first.rows, first.columns, summed, *margins)
    return {**quarters, "year": year}, list(adding_up("year", QUARTERS, year))


def ages_and_ages_by_sex(random: Random) -> Linked:
    """A list that repeats the row totals of a table, as children by age do those of children by age and sex."""
    crossed = table(random, random.randint(2, 6), random.randint(2, 4), (True, random.random() < 0.5, True))
    totals = [Cell(row, TOTAL) for row in (*crossed.rows, TOTAL)]
    ages = Grid(crossed.rows, ("all",), tuple((crossed.counts[cell],) for cell in totals[:-1]))
    links = [same(Place("crossed", cell), Place("ages", Cell(cell.row, "all"))) for cell in totals]
    return {"crossed": crossed, "ages": ages}, links


def one_population_three_ways(random: Random) -> Linked:
    """Lists that divide the same cases by team, by method and by outcome."""
    number = random.choice((3, 7, 20, 60))
    grids = {}
    for name in ("team", "method", "outcome"):
        cuts = sorted(random.randint(0, number) for _ in range(random.randint(1, 5)))
        parts = tuple((after - before,) for before, after in pairwise([0, *cuts, number]))
        grids[name] = Grid(named(name, len(parts)), ("year",), parts)
    total = Cell(TOTAL, "year")
    return grids, [same(Place("team", total), Place(name, total)) for name in ("method", "outcome")]

"""The counts of a year and of its quarters as tables to protect: the quarters side by side, the year as their total."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.pack import Link, Place, same
from portal.domain.tables.sums import BY_QUARTER, Figures
from portal.domain.tables.sums_between import Name, Sum

WHOLE_YEAR, QUARTERS = 0, (1, 2, 3, 4)
_REST = "rest"
_COLUMNS = tuple(str(quarter) for quarter in QUARTERS)
Figured = tuple[int, Name]
"""A count of the year (0) or of a quarter (1 to 4)."""


@dataclass(slots=True)
class Sheets:
    """Tables to protect, and the places in which each count stands; `printed` are the periods that anybody sees.

    Noughts are kept back like small counts in quarters, and in the year where `veiled`.
    """

    figures: Mapping[int, Figures]
    printed: Collection[int]
    veiled: bool = False
    grids: dict[str, Grid] = field(default_factory=dict)
    places: dict[Figured, list[Place]] = field(default_factory=dict)
    more: list[Link] = field(default_factory=list)

    def value(self, period: int, name: Name) -> int:
        """A count; what a quarter's report has no row for is none."""
        return self.figures[period].values.get(name, 0)

    def is_divided(self, name: Name) -> bool:
        """Whether the quarters' reports print a count of the year's, so that they add up to it."""
        printed = any(name in self.figures[quarter].values for quarter in QUARTERS)
        return printed and self.value(WHOLE_YEAR, name) == sum(self.value(quarter, name) for quarter in QUARTERS)

    def is_seen(self, name: Name) -> bool:
        """Whether a count stands anywhere, and is not only added up by readers."""
        return not any(name in each.unprinted for each in self.figures.values())

    def holds(self, one: Sum) -> bool:
        """Whether every quarter divides as the year does."""
        rests = [self.value(at, one.whole) - sum(self.value(at, part) for part in one.parts) for at in QUARTERS]
        return all(rest == 0 or (one.open_ended and rest > 0) for rest in rests)

    def links(self) -> list[Link]:
        """Every place of a count prints the same number."""
        return [same(places[0], other) for places in self.places.values() for other in places[1:]] + self.more

    def unlisted(self) -> frozenset[Figured]:
        """The counts of a quarter that its report has no row for: everybody sees that there are none."""
        return frozenset((period, name) for period, name in self.places if name not in self.figures[period].values)

    def add(self, one: Sum, periods: Sequence[int]) -> None:
        """A sum as a table, of one period or of all quarters with the year as their total."""
        rows = [f"part {at}" for at in range(len(one.parts))]  # unlike any column: both may be among the unprinted
        counts = [[self.value(period, part) for period in periods] for part in one.parts]
        if one.open_ended:
            wholes = [self.value(period, one.whole) for period in periods]
            counts.append([whole - sum(row[at] for row in counts) for at, whole in enumerate(wholes)])
            rows.append(_REST)
        named = {**dict(zip(rows, one.parts, strict=False)), TOTAL: one.whole}
        self._put(rows, counts, named, periods, column_totals=self.is_seen(one.whole))

    def alone(self, name: Name) -> None:
        """A count that is in no sum but that of its quarters."""
        self._put(["part"], [[self.value(period, name) for period in QUARTERS]], {"part": name}, QUARTERS, False)

    def _put(
        self, rows: Sequence[str], counts: Sequence[Sequence[int]], named: Mapping[str, Name],
        periods: Sequence[int], column_totals: bool,
    ) -> None:  # fmt: skip
        columns, across = tuple(map(str, periods)), len(periods) > 1
        shown = frozenset() if self.veiled else frozenset({str(WHOLE_YEAR), TOTAL})
        unseen = {str(period) for period in periods if period not in self.printed} | {_REST}
        unseen |= {row for row, name in named.items() if row != TOTAL and not self.is_seen(name)}
        grid = str(len(self.grids))
        self.grids[grid] = Grid(
            tuple(rows), columns, tuple(map(tuple, counts)), column_totals=column_totals, row_totals=across,
            grand_total=across and column_totals, unprinted=frozenset(unseen),
            veiled=frozenset({*columns, TOTAL}) - shown,
        )  # fmt: skip
        places = {**dict(zip(columns, periods, strict=True)), **({TOTAL: WHOLE_YEAR} if across else {})}
        for (row, name), (column, period) in ((one, other) for one in named.items() for other in places.items()):
            self.places.setdefault((period, name), []).append(Place(grid, Cell(row, column)))


def laid(figures: Mapping[int, Figures], printed: Collection[int], *, veiled: bool = False) -> Sheets:
    """The tables to protect: of one year or quarter alone, or of a year (0), which comes first, and its quarters."""
    sheets, whole = Sheets(figures, printed, veiled), next(iter(figures.values()))
    for one in whole.sums:
        if len(figures) > 1 and all(map(sheets.is_divided, (one.whole, *one.parts))) and sheets.holds(one):
            sheets.add(one, QUARTERS)
        else:
            for period in sorted(figures):
                if one in figures[period].sums:
                    sheets.add(one, (period,))
    if len(figures) > 1:
        _join_quarters(sheets)
    return sheets


def _join_quarters(sheets: Sheets) -> None:
    """What is left: counts in no sum of their own, and the answers by quarter that a year's report has."""
    year = sheets.figures[WHOLE_YEAR]
    across = {name for period, name in sheets.places if period}
    for name in year.values:
        if name not in across and sheets.is_divided(name):
            sheets.alone(name)
    for one in year.sums:
        for part in one.parts if one.parts[0][0] == BY_QUARTER else ():
            there = sheets.places.get((int(str(part[1])[1:]), one.whole), ())
            sheets.more += [same(there[0], sheets.places[WHOLE_YEAR, part][0])] if there else []

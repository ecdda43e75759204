"""A table of counts as it is to be printed: its cells, the totals that are printed with them, its blocks of rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

TOTAL = "*"
"""The name of the total in the place of a row's or a column's."""


class DoesNotAddUp(ValueError):
    """Figures that are to add up to another do not, so that nobody can tell what they would give away."""


class Cell(NamedTuple):
    """A place in a table by its row and its column; TOTAL in the place of either is the sum over them."""

    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of counts that add up, downwards and across; a value that was not collected is None.

    `levels` is empty, or gives each row 0 or 1: the rows of level 1 are the parts of the row of level 0 above them.
    Totals are worked out, never typed. Those not printed are still sums that everybody knows to be there. Where columns
    do not add up to anything anybody would print (years, say) leave `row_totals` out: such columns say nothing about
    each other. `unprinted` names rows or columns that count in the totals without being printed ("not known"). What is
    not printed is not kept safe for its own sake: a count that must not be worked out has to be a printed row.
    `veiled` names columns in which noughts are kept back like small counts, so that "kept back" may well mean none.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[int | None, ...], ...]
    column_totals: bool = True
    row_totals: bool = False
    grand_total: bool = False
    levels: tuple[int, ...] = ()
    unprinted: frozenset[str] = frozenset()
    veiled: frozenset[str] = frozenset()
    blocks: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)  # level 0, each with its parts
    counts: dict[Cell, int | None] = field(init=False, repr=False, compare=False)  # every place, totals too

    def __post_init__(self) -> None:
        names = set(self.rows), set(self.columns)
        if len(names[0]) < len(self.rows) or len(names[1]) < len(self.columns) or TOTAL in names[0] | names[1]:
            raise ValueError(f"rows and columns have names of their own, other than {TOTAL}")
        if names[0] & names[1] & self.unprinted:
            raise ValueError("a name that is not printed is that of a row or of a column, not of both")
        if len(self.values) != len(self.rows) or any(len(row) != len(self.columns) for row in self.values):
            raise ValueError("a table has a value for each row and column")
        if any(value is not None and value < 0 for row in self.values for value in row):
            raise ValueError("counts are not negative")
        if self.levels and (len(self.levels) != len(self.rows) or self.levels[0] or not set(self.levels) <= {0, 1}):
            raise ValueError("every row has a level, 0 or 1, and the first is of level 0")
        object.__setattr__(self, "blocks", self._blocks())
        object.__setattr__(self, "counts", self._counts())
        for parent, column in product(self.blocks, self.columns):
            self.not_itemised(parent, column)

    def _blocks(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        parent = ""
        for row, level in zip(self.rows, self.levels or (0,) * len(self.rows), strict=True):
            if level == 0:
                parent = row
            found[parent] = (*found[parent], row) if level else ()
        return found

    def _counts(self) -> dict[Cell, int | None]:
        counts = {
            Cell(row, column): value
            for row, values in zip(self.rows, self.values, strict=True)
            for column, value in zip(self.columns, values, strict=True)
        }
        for (parent, parts), column in product(self.blocks.items(), self.columns):
            if parts and counts[Cell(parent, column)] is None:
                counts[Cell(parent, column)] = added(counts[Cell(part, column)] for part in parts)
        for column in self.columns:
            counts[Cell(TOTAL, column)] = added(counts[Cell(row, column)] for row in self.blocks)
        for row in (*self.rows, TOTAL):
            counts[Cell(row, TOTAL)] = added(counts[Cell(row, column)] for column in self.columns)
        return counts

    def not_itemised(self, parent: str, column: str) -> int | None:
        """What of a row its parts leave open, because they were not all collected; None: they tell the whole of it."""
        parts = [self.counts[Cell(part, column)] for part in self.blocks[parent]]
        whole = self.counts[Cell(parent, column)]
        if not parts or whole is None:
            return None
        rest = whole - (added(parts) or 0)
        if rest < 0 or (rest and None not in parts):
            raise DoesNotAddUp(f"the parts of {parent} in {column} add up to {whole - rest}, not to {whole}")
        return rest if None in parts else None

    def is_printed(self, cell: Cell) -> bool:
        """Whether a count appears at this place of the table."""
        row, column = cell
        if row in self.unprinted or column in self.unprinted or self.counts[cell] is None:
            return False
        if TOTAL not in cell:
            return self.values[self.rows.index(row)][self.columns.index(column)] is not None
        return self.grand_total if row == column else self.row_totals if column == TOTAL else self.column_totals

    def groups(self) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
        """Every printed whole with the printed cells it falls into: rows and columns with their total, and blocks."""
        if self.row_totals:
            yield from ((Cell(row, TOTAL), tuple(Cell(row, column) for column in self.columns)) for row in self.rows)
        if self.column_totals:
            tops = tuple(self.blocks)
            yield from ((Cell(TOTAL, column), tuple(Cell(row, column) for row in tops)) for column in self.columns)
        for parent, parts in self.blocks.items():
            if parts:
                for column in self.columns:
                    yield Cell(parent, column), tuple(Cell(part, column) for part in parts)


def added(values: Iterable[int | None]) -> int | None:
    """The sum of what was collected; None if nothing was."""
    found = [value for value in values if value is not None]
    return sum(found) if found else None

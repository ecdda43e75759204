"""Which sums a printed table states, as a network that its counts flow through."""

from collections.abc import Iterator
from typing import NamedTuple

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.network import Figure, Node

TOTAL_PENALTY = 10_000
GRAND_TOTAL_PENALTY = 1_000_000
ROWS, COLUMNS = ("rows",), ("columns",)


class Part(NamedTuple):
    """One count of a table, from the sum that it is a part of to the sum that it is part of the other way."""

    cell: Cell
    figure: Figure
    tail: Node
    head: Node
    is_rest: bool = False  # what a block's rows leave open: nobody prints it, but it is part of the sum


def parts(grid: Grid) -> Iterator[Part]:
    """The network of a table: the grand total flows into rows, these into cells, these into columns, and back again.

    A row of level 0 flows into its parts, and in each column its parts flow together again into its own cell, so that a
    table whose rows form blocks is one network too and is solved as a whole, parents and children at once.
    """
    yield from _across(grid)
    for parent, children in grid.blocks.items():
        for column in grid.columns:
            yield from _column_of_block(grid, parent, children, column)
    for column in grid.columns:
        yield from _part(grid, Cell(TOTAL, column), ("column", column), COLUMNS)
    yield from _part(grid, Cell(TOTAL, TOTAL), COLUMNS, ROWS)


def _across(grid: Grid) -> Iterator[Part]:
    for parent, children in grid.blocks.items():
        yield from _part(grid, Cell(parent, TOTAL), ROWS, ("row", parent))
        for child in children:
            yield from _part(grid, Cell(child, TOTAL), ("row", parent), ("row", child))


def _column_of_block(grid: Grid, parent: str, children: tuple[str, ...], column: str) -> Iterator[Part]:
    block, cell = ("block", parent, column), Cell(parent, column)
    yield from _part(grid, cell, block if children else ("row", parent), ("column", column))
    for child in children:
        yield from _part(grid, Cell(child, column), ("row", child), block)
    rest = grid.not_itemised(parent, column)
    if rest is not None:
        yield Part(cell, Figure(rest, printed=False), ("row", parent), block, is_rest=True)


def _part(grid: Grid, cell: Cell, tail: Node, head: Node) -> Iterator[Part]:
    value = grid.counts[cell]
    if value is not None:
        figure = Figure(value, grid.is_printed(cell), penalty(grid, cell), cell.column in grid.veiled)
        yield Part(cell, figure, tail, head)


def penalty(grid: Grid, cell: Cell) -> int:
    """How much rather something else is kept back than this: totals tell readers most, the grand total most of all."""
    if cell.row == cell.column == TOTAL:
        return GRAND_TOTAL_PENALTY
    return TOTAL_PENALTY if TOTAL in cell or grid.blocks.get(cell.row) else 0

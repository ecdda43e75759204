"""How a table stands on A4 paper: percentages are folded in, then the page is turned, then the table is parted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from portal.domain.tables.shape import Table, Value
from portal.services.printing.wording import are_shares, headers, lines, paired_columns, percentage, shown

UPRIGHT, LYING = 5, 7
"""So many columns of figures fit beside the labels on an upright page and on a turned one, in letters of 11 points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is printed; `level` is how deep it stands, -1 for the total."""

    label: str
    level: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as it is printed, or a part of one; `turned` says that it needs a page that lies on its side."""

    heads: Sequence[str]
    lines: Sequence[Line]
    turned: bool

    @property
    def narrow(self) -> bool:
        """Whether it has so few columns that they would stand far from their labels."""
        return len(self.heads) < 4

    @property
    def column(self) -> int:
        """How wide a column of figures is, in millimetres."""
        return 29 if self.turned else 34 if self.narrow else 23 if len(self.heads) - 1 == UPRIGHT else 26


def laid_out(table: Table) -> Sequence[Laid]:
    """The table with its figures in words, in as many parts as it needs; each part has every row."""
    shares = are_shares(table)
    if any(shares) and len(shares) > UPRIGHT:
        both = zip(table.columns, paired_columns(table), strict=True)
        heads = [f"{column.label}, number (%)" if paired else column.label for column, paired in both]
        found = [Line(label, level, _folded(cells, table.unit, shares)) for label, level, cells in lines(table)]
    else:
        heads = headers(table)[1:]
        found = [Line(label, level, _apart(cells, table.unit, shares)) for label, level, cells in lines(table)]
    parts = max(1, ceil(len(heads) / LYING))
    many = max(1, ceil(len(heads) / parts))  # each part about as wide as the others: none is a single column
    return [_part(headers(table)[0], heads, found, slice(at, at + many)) for at in range(0, len(heads), many)]


def _part(corner: str, heads: Sequence[str], lines: Sequence[Line], here: slice) -> Laid:
    turned = here.stop - here.start > UPRIGHT
    return Laid([corner, *heads[here]], [Line(line.label, line.level, line.cells[here]) for line in lines], turned)


def _apart(cells: Sequence[Value], unit: str, shares: Sequence[bool]) -> list[str]:
    return [percentage(cell) if share else shown(cell, unit) for cell, share in zip(cells, shares, strict=True)]


def _folded(cells: Sequence[Value], unit: str, shares: Sequence[bool]) -> list[str]:
    found: list[str] = []
    for cell, share in zip(cells, shares, strict=True):
        if not share:
            found.append(shown(cell, unit))
        elif cell is not None:
            found[-1] += f" ({percentage(cell)})"
    return found

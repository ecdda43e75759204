"""How a table stands on A4 paper: percentages are folded in, then the page is turned, then the table is parted."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.tables.shape import Table, Value
from portal.services.printing.wording import has_percent, headers, lines, percentage, shown

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
    paired = has_percent(table)
    if paired and 2 * len(table.columns) > UPRIGHT:
        heads = [f"{column.label}, number (%)" for column in table.columns]
        found = [Line(label, level, _folded(cells, table.unit)) for label, level, cells in lines(table)]
    else:
        heads = headers(table)[1:]
        found = [Line(label, level, _apart(cells, table.unit, paired)) for label, level, cells in lines(table)]
    turned = len(heads) > UPRIGHT
    starts = range(0, len(heads), LYING if turned else UPRIGHT)
    return [_part(headers(table)[0], heads, found, start, turned) for start in starts]


def _part(corner: str, heads: Sequence[str], lines: Sequence[Line], start: int, turned: bool) -> Laid:
    here = slice(start, start + (LYING if turned else UPRIGHT))
    return Laid([corner, *heads[here]], [Line(line.label, line.level, line.cells[here]) for line in lines], turned)


def _apart(cells: Sequence[Value], unit: str, paired: bool) -> list[str]:
    return [percentage(cell) if paired and at % 2 else shown(cell, unit) for at, cell in enumerate(cells)]


def _folded(cells: Sequence[Value], unit: str) -> list[str]:
    pairs = zip(cells[::2], cells[1::2], strict=True)
    told = ((shown(value, unit), share) for value, share in pairs)
    return [f"{figure} ({percentage(share)})" if share is not None else figure for figure, share in told]

"""A stranger with a pencil and a solver, who sees only what is printed and tries to work out what is not.

It shares no method with the code it attacks: it writes the sums of a table down as equations, narrows every count by
what the other counts of its sums leave it, and asks an integer programme for what is still in doubt.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.pack import Link, Place
from portal.domain.disclosure.protection import Protected

FAR = 10**6
"""Further than any count of these tests: a range that reaches so far has no end."""


class Attacker:
    """What the printed pages say: the least and the greatest each number could be, and the sums they have to keep."""

    def __init__(self, pages: Mapping[str, Protected], links: Iterable[Link] = (), known: Iterable[Place] = ()) -> None:
        self.names = [Place(name, cell) for name, page in pages.items() for cell in page.grid.counts]
        self.low = dict.fromkeys(self.names, 0)
        self.high = dict.fromkeys(self.names, FAR)
        for name, page in pages.items():
            self._read(name, page)
        for place in known:
            self.low[place] = self.high[place] = pages[place.grid].grid.counts[place.cell] or 0
        self.sums = [line for name, page in pages.items() for line in sums(name, page.grid)]
        self.sums += [(link.total, list(link.parts), True) for link in links]
        self._narrow()
        self.matrix = self._matrix()
        self.seen = [dict.fromkeys(self.names, FAR), dict.fromkeys(self.names, -1)]

    def _read(self, name: str, page: Protected) -> None:
        for cell, count in page.grid.counts.items():
            shown = page.shown(cell)
            if isinstance(shown, int):
                self.low[Place(name, cell)] = self.high[Place(name, cell)] = shown
            elif shown == "c" and count:
                self.low[Place(name, cell)] = 1  # noughts are printed, so this is none
            elif count is None:
                self.high[Place(name, cell)] = 0

    def _narrow(self) -> None:
        """Interval propagation: a part is at most what the whole leaves to it, a whole at least what its parts are."""
        before = -1
        while before != sum(self.low.values()) - sum(self.high.values()):
            before = sum(self.low.values()) - sum(self.high.values())
            for whole, parts, complete in self.sums:
                low, high = sum(self.low[part] for part in parts), sum(self.high[part] for part in parts)
                self.low[whole] = max(self.low[whole], low)
                if complete:
                    self.high[whole] = min(self.high[whole], high)
                for part in parts:
                    self.high[part] = min(self.high[part], self.high[whole] - low + self.low[part])
                    if complete:
                        self.low[part] = max(self.low[part], self.low[whole] - high + self.high[part])

    def width(self, place: Place, enough: int) -> int:
        """How wide the range of this number is to the stranger, or some width of at least `enough`."""
        if self.high[place] - self.low[place] < enough:
            return self.high[place] - self.low[place]
        for sign in (1, -1):
            if self.seen[1][place] - self.seen[0][place] < enough:
                self._solve(place, sign)
        return self.seen[1][place] - self.seen[0][place]

    def _matrix(self) -> csr_array:
        order = {name: index for index, name in enumerate(self.names)}
        matrix = np.zeros((len(self.sums), len(order)))
        for line, (whole, parts, _) in zip(matrix, self.sums, strict=True):
            line[order[whole]] += 1
            for part in parts:
                line[order[part]] -= 1
        return csr_array(matrix)

    def _solve(self, place: Place, sign: int) -> None:
        goal = np.zeros(len(self.names))
        goal[self.names.index(place)] = sign
        result = milp(
            goal,
            integrality=np.ones(len(self.names)),
            bounds=Bounds([self.low[name] for name in self.names], [self.high[name] for name in self.names]),
            constraints=LinearConstraint(self.matrix, 0, [0 if complete else FAR for *_, complete in self.sums]),
        )
        assert result.x is not None, "the printed table contradicts itself"
        for name, value in zip(self.names, np.rint(result.x).astype(int).tolist(), strict=True):
            self.seen[0][name] = min(self.seen[0][name], value)
            self.seen[1][name] = max(self.seen[1][name], value)


def sums(name: str, grid: Grid) -> Iterator[tuple[Place, list[Place], bool]]:
    """A whole, its parts, and whether they are all of it; read off the table as any reader would."""
    tops = list(grid.blocks)
    for column in (*grid.columns, TOTAL):
        yield Place(name, Cell(TOTAL, column)), [Place(name, Cell(row, column)) for row in tops], True
        for parent, parts in grid.blocks.items():
            asked = grid.columns if column == TOTAL else (column,)
            complete = all(grid.counts[Cell(part, each)] is not None for part in parts for each in asked)
            if parts:
                yield Place(name, Cell(parent, column)), [Place(name, Cell(row, column)) for row in parts], complete
    for row in (*grid.rows, TOTAL):
        yield Place(name, Cell(row, TOTAL)), [Place(name, Cell(row, column)) for column in grid.columns], True


def caught(
    pages: Mapping[str, Protected], width: int, links: Iterable[Link] = (), known: Iterable[Place] = ()
) -> dict[Place, int]:
    """The small counts that the stranger can place in a range narrower than `width`, with the range's width."""
    attacker = Attacker(pages, links, known)
    small = [Place(name, cell) for name, page in pages.items() for cell in page.small]
    found = {place: attacker.width(place, width) for place in small}
    return {place: wide for place, wide in found.items() if wide < width}

"""A year's table and its quarters, walked two at a time: what one gains another loses, or the year gains with it.

What a way round raises or lowers in one quarter has to be made up for by the same way in another, or shows in the year.
Seen two tables at a time that is again a way round a network, so the cheapest can be found as in a single table.
"""

from collections.abc import Collection, Iterator
from itertools import permutations

from portal.domain.disclosure.grid import Cell
from portal.domain.disclosure.network import Arc, Circulation
from portal.domain.disclosure.pack import Link, Pack
from portal.domain.disclosure.sums import Part

Move = dict[int, int]
"""Figures and by how much each changes."""


class Layers:
    """The tables of a pack that add up to another of its tables, place by place."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.pairs: dict[int, list[tuple[Circulation, int]]] = {}
        for whole, parts in dict.fromkeys(map(layers_of, pack.links)):
            for one, other in permutations((whole, *parts), 2) if parts else ():
                self._pair(one, other, along=whole in (one, other))

    def _pair(self, one: str, other: str, *, along: bool) -> None:
        ours, theirs = self._arcs(one), self._arcs(other)
        arcs = [
            Arc(arc.figure, arc.tail, arc.head, theirs[place].figure, along)
            for place, arc in ours.items()
            if place in theirs
        ]
        table = Circulation(arcs, self.pack.figures)
        for number, arc in enumerate(arcs):
            self.pairs.setdefault(arc.figure, []).append((table, number))

    def _arcs(self, name: str) -> dict[tuple[Cell, bool], Arc]:
        table = self.pack.tables[list(self.pack.networks).index(name)]
        parts: list[Part] = self.pack.networks[name]
        return {(part.cell, part.is_rest): arc for part, arc in zip(parts, table.arcs, strict=True)}

    def cheapest(self, figure: int, free: Collection[int], known: Collection[int], width: int) -> set[int] | None:
        """What has to be kept back, at least cost, so that a figure can rise by `width` in two tables at once.

        Nothing, if it can already; None if there is no way, or none that leaves the sums of all other tables alone.
        """
        ways = list(self._ways(figure, free, known, width))
        if not ways:
            return None
        return min(ways, key=lambda way: (sum(self.pack.figures[each].cost for each in way), sorted(way)))

    def _ways(self, figure: int, free: Collection[int], known: Collection[int], width: int) -> Iterator[set[int]]:
        for zeros in (False, True):
            found = False
            for table, number in self.pairs.get(figure, ()):
                if table.price((number, True), free, known, width, zeros) is None:
                    continue
                path = table.cheapest(number, free, known, width, zeros=zeros)
                if path is not None and self.pack.holds(move := moved(table, [(number, True), *path], width)):
                    found = True
                    yield set(move) - set(free)
            if found:
                return


def layers_of(link: Link) -> tuple[str, tuple[str, ...]]:
    """The tables a link runs through from top to bottom, if it does so at one and the same place of each."""
    alike = all(part.cell == link.total.cell for part in link.parts) and len(link.parts) > 1
    return link.total.grid, tuple(part.grid for part in link.parts) if alike else ()


def moved(table: Circulation, path: list[tuple[int, bool]], width: int) -> Move:
    """The changes along a way round."""
    move: Move = {}
    for number, forwards in path:
        arc = table.arcs[number]
        rising = arc.rising(forwards)
        for figure in arc.figures:
            move[figure] = move.get(figure, 0) + (width if figure in rising else -width)
    return move

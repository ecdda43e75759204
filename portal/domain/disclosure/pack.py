"""Tables that are published together, with the figures they share: one number is one figure, wherever it is printed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.domain.disclosure.grid import Cell, DoesNotAddUp, Grid
from portal.domain.disclosure.network import Arc, Circulation, Figure, Node
from portal.domain.disclosure.sums import Part, parts


class Place(NamedTuple):
    """A cell or total of one of several tables, by the table's name."""

    grid: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Link:
    """A figure that others add up to in another table, or that is printed again there (`parts` is then one place)."""

    total: Place
    parts: tuple[Place, ...]


def same(one: Place, other: Place) -> Link:
    """Two places that must always print the same number."""
    return Link(one, (other,))


class Pack:
    """The figures of some tables and the sums between them; raises DoesNotAddUp if they contradict each other."""

    def __init__(self, grids: Mapping[str, Grid], links: Iterable[Link] = ()) -> None:
        self.networks = {name: list(parts(grid)) for name, grid in grids.items()}
        self.links = [link for link in links if grids[link.total.grid].counts[link.total.cell] is not None]
        self.numbers: dict[Place, int] = {}
        figures: list[Figure] = []
        for name, network in self.networks.items():
            for part in network:
                if not part.is_rest:
                    self.numbers[Place(name, part.cell)] = len(figures)
                    figures.append(part.figure)
        self._refuse_contradictions(figures)
        self._join()
        self.figures = self._merged(figures)
        self.tables = [self._table(name, network) for name, network in self.networks.items()]
        self.tables += [self._list(link) for link in self.links if len(self._present(link)) > 1]
        self.lines = [line for table in self.tables for line in table.sums()]
        self.lines_of: dict[int, list[int]] = {}
        for number, line in enumerate(self.lines):
            for figure in line:
                self.lines_of.setdefault(figure, []).append(number)

    def _present(self, link: Link) -> list[int]:
        return [self.numbers[place] for place in link.parts if place in self.numbers]

    def _refuse_contradictions(self, figures: list[Figure]) -> None:
        for link in self.links:
            whole = figures[self.numbers[link.total]].value
            found = sum(figures[number].value for number in self._present(link))
            if found != whole:
                raise DoesNotAddUp(f"{link.total} is {whole}, and elsewhere comes to {found}")

    def _join(self) -> None:
        stands: dict[int, int] = {}

        def first(number: int) -> int:
            while number in stands:
                number = stands[number]
            return number

        for link in self.links:
            if len(present := self._present(link)) == 1:
                gone, stays = sorted((first(self.numbers[link.total]), first(present[0])), reverse=True)
                if gone != stays:
                    stands[gone] = stays
        self.numbers = {place: first(number) for place, number in self.numbers.items()}

    def _merged(self, figures: list[Figure]) -> list[Figure]:
        merged = list(figures)
        for (_, figure), number in zip(enumerate(figures), self.numbers.values(), strict=True):
            one = merged[number]
            merged[number] = Figure(
                one.value, one.printed or figure.printed, max(one.penalty, figure.penalty), one.veiled or figure.veiled
            )
        return merged

    def _table(self, name: str, network: list[Part]) -> Circulation:
        arcs = []
        for part in network:
            if part.is_rest:
                self.figures.append(part.figure)
            number = len(self.figures) - 1 if part.is_rest else self.numbers[Place(name, part.cell)]
            arcs.append(Arc(number, part.tail, part.head))
        return Circulation(arcs, self.figures)

    def _list(self, link: Link) -> Circulation:
        whole: Node = ("whole",)
        itemised: Node = ("parts",)
        arcs = [Arc(number, whole, itemised) for number in self._present(link)]
        return Circulation([*arcs, Arc(self.numbers[link.total], itemised, whole)], self.figures)

    def figures_at(self, places: Iterable[Place]) -> set[int]:
        """The figures at these places, left out where nothing was collected."""
        return {self.numbers[place] for place in places if place in self.numbers}

    def hidden(self) -> set[int]:
        """The figures printed nowhere, in no table."""
        used = {arc.figure for table in self.tables for arc in table.arcs}
        return {number for number in used if not self.figures[number].printed}

    def shared(self) -> set[int]:
        """The figures that stand in more than one place of the sums, so that one table says something about another."""
        seen: set[int] = set()
        twice: set[int] = set()
        for table in self.tables:
            for arc in table.arcs:
                (twice if arc.figure in seen else seen).add(arc.figure)
        return twice

    def unseen_sums(self, free: Collection[int]) -> list[dict[int, int]]:
        """Every sum of every table that some unseen figure takes part in, by those figures alone."""
        left = ({figure: times for figure, times in line.items() if times and figure in free} for line in self.lines)
        return [line for line in left if line]

    def holds(self, move: Mapping[int, int]) -> bool:
        """Whether every sum of every table stays what it is when figures change by so much."""
        change: dict[int, int] = {}
        for figure, by in move.items():
            for number in self.lines_of.get(figure, ()):
                change[number] = change.get(number, 0) + self.lines[number][figure] * by
        return not any(change.values())

    def neighbours(self, figure: int, free: Collection[int], known: Collection[int]) -> set[int]:
        """The figures that could be kept back nearest to one: in a sum with it, or with unseen ones it hangs on."""
        reached, before = {figure}, 0
        while len(reached) > before:
            before = len(reached)
            near = {name for each in reached for line in self.lines_of.get(each, ()) for name in self.lines[line]}
            near -= set(known)
            if near - set(free):
                return near - set(free)
            reached |= near
        return set()

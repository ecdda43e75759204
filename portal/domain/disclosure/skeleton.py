"""The part of all sums that is one network: whatever can flow in it leaves every sum of every table as it is.

Sums that share many figures are no network, and reckoning with all of them at once is slow. But most figures stand in
two sums only, and between these a stranger's doubt about one figure can be followed as in a single table. A range that
is wide enough there is wide enough; one that is not has to be looked at with all sums together.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from portal.domain.disclosure.network import Arc, Circulation, Figure, Node

Line = dict[int, int]
"""Figures that add up to nought, each times the number beside it."""
_OUTSIDE: Node = ("outside",)


class Skeleton:
    """The unseen figures that stand in one or two sums, as flows between these; all others stay as they are."""

    def __init__(self, lines: Iterable[Mapping[int, int]], figures: list[Figure], free: Collection[int]) -> None:
        hidden = {figure for figure in free if not figures[figure].printed}
        self.lines = _without_repeats(_without_hidden(lines, hidden))
        self.where: dict[int, list[int]] = {}
        for number, line in enumerate(self.lines):
            for figure in line:
                if figure in free:
                    self.where.setdefault(figure, []).append(number)
        self.network = Circulation(list(self._arcs(self._signs())), figures)
        self.arc_of = {arc.figure: number for number, arc in enumerate(self.network.arcs)}

    def is_at_least(self, width: int, figure: int) -> bool:
        """Whether the range of a figure is surely so wide; False is no proof that it is not."""
        number = self.arc_of.get(figure)
        return number is not None and self.network.is_at_least(width, number, self.arc_of)

    def _signs(self) -> dict[int, int]:
        """For each sum whether it is counted as it is or the other way round: what leaves one then enters another."""
        signs: dict[int, int] = {}
        for start in range(len(self.lines)):
            waiting = [start] if start not in signs else []
            signs.setdefault(start, 1)
            while waiting:
                here = waiting.pop()
                for figure, times in self.lines[here].items():
                    for other in self.where.get(figure, ()) if len(self.where.get(figure, ())) == 2 else ():
                        if other not in signs:
                            signs[other] = -signs[here] * times * self.lines[other][figure]
                            waiting.append(other)
        return signs

    def _arcs(self, signs: Mapping[int, int]) -> Iterator[Arc]:
        for figure, numbers in sorted(self.where.items()):
            ends = {signs[number] * self.lines[number][figure]: (str(number),) for number in numbers}
            if len(numbers) == 1 or (len(numbers) == 2 and ends.keys() == {1, -1}):
                yield Arc(figure, ends.get(-1, _OUTSIDE), ends.get(1, _OUTSIDE))


def _without_hidden(lines: Iterable[Mapping[int, int]], hidden: Collection[int]) -> list[Line]:
    """The sums with hidden figures written out by what they are the sum of, as far as each stands in two sums."""
    found: dict[int, Line] = {number: _present(line) for number, line in enumerate(lines)}
    where: dict[int, set[int]] = {}
    for number, line in found.items():
        for figure in line:
            if figure in hidden:
                where.setdefault(figure, set()).add(number)
    for figure in sorted(where):
        if len(where[figure]) != 2:
            continue
        one, other = sorted(where[figure], key=lambda number: not _is_whole(figure, found[number]))
        if not _is_whole(figure, found[one]):
            continue
        line, into = found.pop(one), found[other]
        times = -into[figure] * line[figure]
        for each, by in line.items():
            where.get(each, set()).discard(one)
            total = into.get(each, 0) + times * by
            if total:
                into[each] = total
                if each in where:
                    where[each].add(other)
            else:
                into.pop(each, None)
                where.get(each, set()).discard(other)
    return list(found.values())


def _is_whole(figure: int, line: Line) -> bool:
    """Whether a figure is the sum of the others, and so can never be less than nought if they are not."""
    return abs(line[figure]) == 1 and all(times * line[figure] < 0 for each, times in line.items() if each != figure)


def _present(line: Mapping[int, int]) -> Line:
    return {figure: times for figure, times in line.items() if times}


def _without_repeats(lines: Iterable[Line]) -> list[Line]:
    """Each sum once, whichever way round it is written."""
    found: dict[tuple[tuple[int, int], ...], Line] = {}
    for line in lines:
        items = sorted(line.items())
        if items:
            sign = items[0][1]
            found.setdefault(tuple((figure, times * sign) for figure, times in items), line)
    return list(found.values())

"""What several tables give away together: how far a count could rise or fall with every sum of every table intact.

Sums that share figures are no network any more, so this is a linear programme, walked from corner to corner in exact
fractions. Only corners in whole numbers count as evidence: people come in whole numbers, and a stranger knows that.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

Number = int | Fraction
Sum = Mapping[int, int]
"""Figures that add up to nought, each times the number beside it."""
UNBOUNDED = 1 << 60


class Possible:
    """All the ways in which the unseen figures could be, and the least and greatest each has been seen to be.

    Each unseen figure is written as a constant and multiples of a few `axes`: at first of changes from the true counts
    (loose axes: these may go either way), later of other figures that are nought at the corner (these only rise).
    """

    def __init__(self, sums: Iterable[Sum], values: Mapping[int, int]) -> None:
        self.constant: dict[int, Number] = dict(values)
        self.slope: dict[int, dict[int, Number]] = loosened(sums, values)
        self.least = dict(values)
        self.greatest = dict(values)

    def is_at_least(self, width: int, figure: int) -> bool:
        """Whether there are whole-number tables, alike in all that is seen, in which this figure differs by `width`."""
        for upwards in (True, False):
            while self.greatest[figure] - self.least[figure] < width and self._step(figure, upwards):
                self._note()
        return self.greatest[figure] - self.least[figure] >= width

    def _step(self, figure: int, upwards: bool) -> bool:
        """One edge further towards a greater, or lesser, figure; False at the end."""
        if figure not in self.slope and not upwards:
            return False
        axis, sign = self._axis(figure, upwards)
        if not sign:
            return False
        found = self._first_to_reach_nought(axis, sign)
        if found is None:
            if all(isinstance(value, int) for value in self.constant.values()):
                self.greatest[figure] = UNBOUNDED
            return False
        self._exchange(found, axis)
        return True

    def _axis(self, figure: int, upwards: bool) -> tuple[int, int]:
        """Where to go, loose axes first, then the first by number, which never goes in circles (Bland's rule)."""
        if figure not in self.slope:
            return figure, 1
        for axis, slope in sorted(self.slope[figure].items()):
            sign = 1 if (slope > 0) == upwards else -1
            if axis < 0 or sign > 0:
                return axis, sign
        return 0, 0

    def _first_to_reach_nought(self, axis: int, sign: int) -> int | None:
        best: tuple[Number, int] | None = None
        for figure, slopes in self.slope.items():
            fall = -sign * slopes.get(axis, 0)
            if fall > 0:
                reached = divided(self.constant[figure], fall), figure
                best = reached if best is None else min(best, reached)
        return best and best[1]

    def _exchange(self, figure: int, axis: int) -> None:
        """The figure, nought at the next corner, becomes an axis; the axis is written by the others."""
        constant, slopes = self.constant.pop(figure), self.slope.pop(figure)
        by = slopes.pop(axis)
        new = {each: divided(-slope, by) for each, slope in slopes.items()}
        new[figure] = divided(1, by)
        start = divided(-constant, by)
        for other, others in self.slope.items():
            times = others.pop(axis, 0)
            if times:
                self.constant[other] = whole(self.constant[other] + times * start)
                add(others, new, times)
        if axis >= 0:
            self.constant[axis], self.slope[axis] = start, new

    def _note(self) -> None:
        if not all(isinstance(value, int) for value in self.constant.values()):
            return
        for figure in self.least:
            value = int(self.constant.get(figure, 0))
            self.least[figure] = min(self.least[figure], value)
            self.greatest[figure] = max(self.greatest[figure], value)


def loosened(sums: Iterable[Sum], figures: Iterable[int]) -> dict[int, dict[int, Number]]:
    """Each figure's change by the changes of those that the sums leave loose, which are numbered below nought."""
    solved: dict[int, dict[int, Number]] = {}
    for each in sums:
        left: dict[int, Number] = {}
        for figure, times in each.items():
            add(left, solved.get(figure, {figure: 1}), times)
        if not left:
            continue
        chosen = min(left, key=lambda figure: (abs(left[figure]) != 1, figure))
        by = left.pop(chosen)
        new = {figure: divided(-times, by) for figure, times in left.items()}
        for slopes in solved.values():
            add(slopes, new, slopes.pop(chosen, 0))
        solved[chosen] = new
    return {figure: {-1 - axis: slope for axis, slope in solved.get(figure, {figure: 1}).items()} for figure in figures}


def add(slopes: dict[int, Number], more: Mapping[int, Number], times: Number) -> None:
    """Adds so many times the one to the other, in place; what comes to nought is left out."""
    if not times:
        return
    for axis, slope in more.items():
        total = whole(slopes.get(axis, 0) + slope * times)
        if total:
            slopes[axis] = total
        else:
            slopes.pop(axis, None)


def divided(value: Number, by: Number) -> Number:
    """The exact quotient, as a plain whole number where it is one."""
    return whole(Fraction(value) / by) if by not in (1, -1) else value * by


def whole(value: Number) -> Number:
    """The same number, as a plain `int` where it is whole: much quicker to reckon with."""
    return int(value) if value.denominator == 1 else value

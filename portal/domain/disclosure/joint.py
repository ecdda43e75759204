"""What several tables give away together: how far a count could rise or fall with every sum of every table intact.

Sums that share figures are no network any more, so this is a linear programme, walked from corner to corner in exact
fractions. Only corners in whole numbers count as evidence: people come in whole numbers, and a stranger knows that.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

from portal.domain.disclosure.risk_classes import TookTooLong

Number = int | Fraction
Sum = Mapping[int, int]
"""Figures that add up to nought, each times the number beside it."""
UNBOUNDED = 1 << 60
TO_SET_UP = 50
"""How much more it costs to write down all figures than to follow them along one edge."""
PATIENCE = 40
"""After how many edges a walk is given up."""


class Effort:
    """How much may still be looked at."""

    def __init__(self, allowed: int) -> None:
        self.left = allowed

    def spend(self, figures: int) -> None:
        """Look at so many figures. Raises TookTooLong."""
        self.left -= figures
        if self.left < 0:
            raise TookTooLong


class Possible:
    """All the ways in which the unseen figures could be, and the least and greatest each has been seen to be.

    `values` is what each figure can spare: it is reckoned from the least that a reader must take it for.

    Each unseen figure is written as a constant and multiples of a few `axes`: at first of changes from the true counts
    (loose axes: these may go either way), later of other figures that are nought at the corner (these only rise).
    """

    def __init__(self, sums: Iterable[Sum], values: Mapping[int, int], effort: Effort) -> None:
        self.effort = effort
        effort.spend(TO_SET_UP * len(values))
        self.true = dict(values)
        self.loose = loosened(sums, values)
        self.begins_whole = all(isinstance(by, int) for slopes in self.loose.values() for by in slopes.values())
        self.least = dict(values)
        self.greatest = dict(values)
        self._start(1)

    def _start(self, order: int) -> None:
        """Back to the true counts; `order` 1 or -1 says from which end ties are decided, so that ways differ."""
        self.order = order
        self.whole = self.begins_whole  # no fraction anywhere
        self.constant: dict[int, Number] = dict(self.true)
        self.slope = {figure: dict(slopes) for figure, slopes in self.loose.items()}

    def is_at_least(self, width: int, figure: int) -> bool:
        """Whether there are whole-number tables, alike in all that is seen, in which this figure differs by `width`.

        It may miss such tables where many corners are fractions: these are slow to reckon with, so it gives up on a way
        after a while. Then it says no, and more is kept back than needed.
        """
        for through, order, upwards in product((False, True), (1, -1), (True, False)):
            if self.greatest[figure] - self.least[figure] >= width:
                return True
            self._start(order)
            for _ in range(PATIENCE):
                if self.greatest[figure] - self.least[figure] >= width or not self._step(figure, upwards, through):
                    break
        return self.greatest[figure] - self.least[figure] >= width

    def _step(self, figure: int, upwards: bool, fractions: bool) -> bool:
        """One edge further towards a greater, or lesser, figure; False at the end, or where fractions would begin."""
        self.effort.spend(len(self.slope))
        axis, sign = self._axis(figure, upwards)
        if not sign:
            return False
        far, found = self._first_to_reach_nought(axis, sign)
        self._note(axis, sign * int(far))
        if found < 0 or not (fractions or abs(self.slope[found][axis]) == 1):
            return False
        self._exchange(found, axis)
        return True

    def _axis(self, figure: int, upwards: bool) -> tuple[int, int]:
        """Where to go, loose axes first, then in a fixed order, which never goes in circles (Bland's rule)."""
        if figure not in self.slope:
            return figure, int(upwards)
        slopes = self.slope[figure]
        for axis in sorted(slopes, key=lambda axis: (axis >= 0, axis * self.order)):
            sign = 1 if (slopes[axis] > 0) == upwards else -1
            if axis < 0 or sign > 0:
                return axis, sign
        return 0, 0

    def _first_to_reach_nought(self, axis: int, sign: int) -> tuple[Number, int]:
        """How far an axis can be followed, and the figure that is nought there; without end and -1 if there is none."""
        best: tuple[Number, int] | None = None
        for figure, slopes in self.slope.items():
            fall = -sign * slopes.get(axis, 0)
            if fall > 0:
                reached = divided(self.constant[figure], fall), figure * self.order
                best = reached if best is None else min(best, reached)
        return (best[0], best[1] * self.order) if best else (UNBOUNDED, -1)

    def _note(self, axis: int, by: int) -> None:
        """What the figures are that many whole steps along an axis, if all of them are whole numbers there."""
        if self.whole:
            self._note_moved(axis, by)
            return
        here = {each: whole(self.constant[each] + by * slopes.get(axis, 0)) for each, slopes in self.slope.items()}
        if not all(isinstance(value, int) for value in (*self.constant.values(), *here.values())):
            return
        for figure in self.least:
            value = int(here.get(figure, by if figure == axis else 0))
            self.least[figure] = min(self.least[figure], value)
            self.greatest[figure] = max(self.greatest[figure], value)

    def _note_moved(self, axis: int, by: int) -> None:
        """The same where there are no fractions: only the figures that move are looked at."""
        moved = [(figure, slopes[axis]) for figure, slopes in self.slope.items() if axis in slopes]
        for figure, times in [*moved, *([(axis, 1)] if axis >= 0 else [])]:
            value = int(self.constant.get(figure, 0) + by * times)
            self.least[figure] = min(self.least[figure], value)
            self.greatest[figure] = max(self.greatest[figure], value)

    def _exchange(self, figure: int, axis: int) -> None:
        """The figure, nought at the next corner, becomes an axis; the axis is written by the others."""
        constant, slopes = self.constant.pop(figure), self.slope.pop(figure)
        by = slopes.pop(axis)
        self.whole = self.whole and abs(by) == 1
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

"""A table seen as a network in which its counts flow, and what the flow gives away about a count that is not shown.

Every printed or hidden sum is a place where as much comes in as goes out: what a row's total brings, its cells carry on
to their columns. A stranger who sees some of the counts asks how far another could rise or fall with all sums intact;
the answer is a largest flow (the network method of cell suppression; Kelly, Golden and Assad, 1992).
"""

import heapq
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

Node = tuple[str, ...]
Step = tuple[int, bool]
"""An arc by its number in the network, and whether it is walked forwards, which raises its count."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of one or more tables, whether it is printed, and what keeping it back costs beside its size."""

    value: int
    printed: bool
    penalty: int = 0
    veiled: bool = False  # noughts are kept back here as well

    @property
    def cost(self) -> int:
        return self.value + self.penalty

    @property
    def spare(self) -> int:
        """By how much it could be less: where noughts are printed, what is kept back is known to be none."""
        return self.value - 1 if self.printed and self.value and not self.veiled else self.value


@dataclass(frozen=True, slots=True)
class Arc:
    """A figure, by its place in the list of figures, as a flow from one sum to another.

    In two tables walked at once it has a partner in the other, which rises along with it or makes up for it.
    """

    figure: int
    tail: Node
    head: Node
    partner: int | None = None
    along: bool = False

    @property
    def figures(self) -> tuple[int, ...]:
        return (self.figure,) if self.partner is None else (self.figure, self.partner)

    def rising(self, forwards: bool) -> tuple[int, ...]:
        """The figures that rise when the arc is walked this way; the others fall."""
        if self.partner is None:
            return (self.figure,) if forwards else ()
        if self.along:
            return self.figures if forwards else ()
        return (self.figure,) if forwards else (self.partner,)


class Circulation:
    """The sums of one table."""

    def __init__(self, arcs: Sequence[Arc], figures: Sequence[Figure]) -> None:
        self.arcs = tuple(arcs)
        self.figures = figures
        self.steps: dict[Node, list[Step]] = {}
        for number, arc in enumerate(self.arcs):
            self.steps.setdefault(arc.tail, []).append((number, True))
            self.steps.setdefault(arc.head, []).append((number, False))

    def sums(self) -> Iterator[dict[int, int]]:
        """For each sum, the figures that go into it (1) and that come out of it (-1)."""
        for steps in self.steps.values():
            share: dict[int, int] = {}
            for number, forwards in steps:
                figure = self.arcs[number].figure
                share[figure] = share.get(figure, 0) + (-1 if forwards else 1)
            yield share

    def is_at_least(self, width: int, number: int, free: Collection[int]) -> bool:
        """Whether the range in which a stranger must place this count is at least so wide.

        `free` are the figures a stranger does not know; the arc's own is taken to be one of them. How far the count can
        rise is what can flow back from its head to its tail another way; how far it can fall, from tail to head.
        """
        arc = self.arcs[number]
        rise = self.flow(arc.head, arc.tail, free, number, width)
        if rise >= width:
            return True
        spare = self.figures[arc.figure].spare
        return rise + self.flow(arc.tail, arc.head, free, number, min(spare, width - rise)) >= width

    def flow(self, source: Node, sink: Node, free: Collection[int], without: int, limit: int) -> int:
        """How much can be sent from one sum to another through free figures, up to a limit.

        A free figure can rise without end and fall by what it can spare. The arc `without` is not used.
        """
        change: dict[int, int] = {}
        sent = 0
        while sent < limit:
            path = self._shortest(source, sink, free, without, change)
            if path is None:
                return sent
            lowered = [self._left(number, change) for number, forwards in path if not forwards]
            amount = min([limit - sent, *lowered])
            for number, forwards in path:
                change[number] = change.get(number, 0) + (amount if forwards else -amount)
            sent += amount
        return sent

    def _left(self, number: int, change: dict[int, int]) -> int:
        return self.figures[self.arcs[number].figure].spare + change.get(number, 0)

    def _shortest(
        self, source: Node, sink: Node, free: Collection[int], without: int, change: dict[int, int]
    ) -> list[Step] | None:
        reached: dict[Node, tuple[Node, Step] | None] = {source: None}
        waiting = deque([source])
        while waiting and sink not in reached:
            node = waiting.popleft()
            for number, forwards in self.steps.get(node, ()):
                arc = self.arcs[number]
                after = arc.head if forwards else arc.tail
                if after in reached or number == without or arc.figure not in free:
                    continue
                if forwards or self._left(number, change) > 0:
                    reached[after] = node, (number, forwards)
                    waiting.append(after)
        return walked(reached, sink) if sink in reached else None

    def cheapest(
        self, number: int, free: Collection[int], known: Collection[int], width: int, *, zeros: bool
    ) -> list[Step] | None:
        """The way round, at least cost, by which this arc's count could be `width` greater; None if there is none.

        Figures on the way that are not free yet have to be kept back, at the cost of their size and penalty. A figure
        is lowered only if it can spare the `width`; noughts are raised only if they are free or `zeros` allows it.
        """
        start, goal = self.arcs[number].head, self.arcs[number].tail
        cost: dict[Node, tuple[int, int]] = {start: (0, 0)}
        reached: dict[Node, tuple[Node, Step] | None] = {start: None}
        queue, turn, done = [((0, 0), 0, start)], 0, set[Node]()
        while queue:
            so_far, _, node = heapq.heappop(queue)
            if node == goal:
                return walked(reached, goal)
            if node in done:
                continue
            done.add(node)
            for step in self.steps[node]:
                price = None if step[0] == number else self.price(step, free, known, width, zeros)
                if price is None:
                    continue
                arc = self.arcs[step[0]]
                after = arc.head if step[1] else arc.tail
                total = so_far[0] + price[0], so_far[1] + price[1]
                if after not in done and (after not in cost or total < cost[after]):
                    cost[after], reached[after], turn = total, (node, step), turn + 1
                    heapq.heappush(queue, (total, turn, after))
        return None

    def price(
        self, step: Step, free: Collection[int], known: Collection[int], width: int, zeros: bool
    ) -> tuple[int, int] | None:
        """What has to be kept back for this step: its cost and how many figures; None if it cannot be made."""
        arc = self.arcs[step[0]]
        rising = arc.rising(step[1])
        cost, new = 0, 0
        for name in arc.figures:
            figure = self.figures[name]
            if name in known or (name not in rising and figure.spare < width):
                return None
            if name not in free:
                if not figure.value and not zeros:
                    return None
                cost, new = cost + figure.cost, new + 1
        return cost, new


def walked(reached: dict[Node, tuple[Node, Step] | None], end: Node) -> list[Step]:
    """The steps that led to a place, last one first."""
    path: list[Step] = []
    came = reached[end]
    while came is not None:
        node, step = came
        path.append(step)
        came = reached[node]
    return path

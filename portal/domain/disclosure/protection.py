"""What of a table, or of several that are published together, is printed and what is kept back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from portal.domain.disclosure.grid import TOTAL, Cell, Grid
from portal.domain.disclosure.joint import Effort, Possible
from portal.domain.disclosure.layers import Layers
from portal.domain.disclosure.pack import Link, Pack, Place
from portal.domain.disclosure.risk_classes import CONFIDENTIAL, CannotBeProtected, Settings
from portal.domain.disclosure.skeleton import Skeleton
from portal.domain.disclosure.suppression import given_away, shield

MERGE_CATEGORIES = "A small count can be worked out whatever else is kept back: merge categories."
USUAL = Settings()
AT_ONCE = 4
"""So many are made safe before all are looked at again: to look is what takes time."""
NOTHING: frozenset[Cell] = frozenset()
NOWHERE: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Protected:
    """A table with the places that are kept back: small counts, and those without which these could be worked out.

    Everything made from a figure kept back is kept back with it: percentages, bars of a chart, words about it.
    """

    grid: Grid
    suppressed: frozenset[Cell]
    small: frozenset[Cell]

    def shown(self, cell: Cell) -> int | Literal["c"] | None:
        """What is printed at a place: a count, "c" for kept back, None for not collected or not printed."""
        if cell in self.suppressed:
            return CONFIDENTIAL
        return self.grid.counts[cell] if self.grid.is_printed(cell) else None


def protect(
    grid: Grid, settings: Settings = USUAL, known: Collection[Cell] = NOTHING, withheld: Collection[Cell] = NOTHING
) -> Protected:
    """Keeps back what has to be kept back in a table that shares no figure with another.

    `known` are places whose exact figure has been published before; `withheld` are those kept back before, which stay
    so. Raises CannotBeProtected: merge categories, never publish.
    """
    places = frozenset(Place("", cell) for cell in known), frozenset(Place("", cell) for cell in withheld)
    return protect_linked({"": grid}, (), settings, *places)[""]


def protect_linked(
    grids: Mapping[str, Grid],
    links: Iterable[Link] = (),
    settings: Settings = USUAL,
    known: Collection[Place] = NOWHERE,
    withheld: Collection[Place] = NOWHERE,
    sensitive: Collection[Place] = NOWHERE,
) -> dict[str, Protected]:
    """Keeps back what has to be kept back in tables that are published together, so that they stay safe together.

    A figure kept back in one table is kept back wherever it is printed. `known` and `withheld`: see `protect`.
    `sensitive` are places that are not printed, or hold no small count, and must not be worked out all the same.
    Raises CannotBeProtected; DoesNotAddUp when the links contradict the tables.
    """
    pack = Pack(grids, links)
    known_figures = pack.figures_at(known)
    lone = {place for name, grid in grids.items() for place in alike(name, grid, settings.base)}
    printed = {number: pack.figures[number] for number in pack.numbers.values() if pack.figures[number].printed}
    small = {number for number, each in printed.items() if settings.is_small(each.value)}
    targets = (small | pack.figures_at(lone) | pack.figures_at(sensitive)) - known_figures
    veiled = {number for number, each in printed.items() if each.veiled and not each.value}
    start = (pack.figures_at(withheld) | targets | veiled) - known_figures
    kept = _kept(pack, targets, start, known_figures, settings)
    return {name: _protected(name, grid, pack, kept, targets) for name, grid in grids.items()}


def alike(name: str, grid: Grid, base: int) -> Iterable[Place]:
    """The places of every group of fewer than `base` that all fall into one category, noughts and total included.

    Where noughts are kept back anyway, nobody sees that they all do.
    """
    for whole, cells in grid.groups():
        count = grid.counts[whole]
        parts = [cell for cell in cells if grid.counts[cell] is not None]
        if count and count < base and len(parts) > 1 and sum(bool(grid.counts[cell]) for cell in parts) == 1:
            seen = (cell for cell in (whole, *parts) if grid.is_printed(cell) and cell.column not in grid.veiled)
            yield from (Place(name, cell) for cell in seen if not (cell.column == TOTAL and grid.veiled))


def _kept(pack: Pack, targets: set[int], start: set[int], known: set[int], settings: Settings) -> set[int]:
    """All figures to keep back: each table shielded by itself until none asks for more, then all looked at together."""
    kept, hidden, shared = set(start), pack.hidden() - known, pack.shared()
    layers, effort = Layers(pack), Effort(settings.effort)
    doubtful = sorted(targets, key=lambda each: (-pack.figures[each].value, -each))
    while True:
        before = len(kept)
        for table in pack.tables:
            wanted = targets | (kept & shared)
            kept |= shield(table, wanted, hidden | kept, known, settings)
        if len(kept) > before:
            continue
        exposed = _exposed(pack, layers, doubtful, hidden | kept, settings, effort)
        if not exposed:
            return kept
        for figure in exposed:
            way = layers.cheapest(figure, hidden | kept, known, settings.width)
            kept |= way or _next(pack, figure, hidden | kept, known)
        if len(kept) == before:
            raise CannotBeProtected(MERGE_CATEGORIES)


def _exposed(
    pack: Pack, layers: Layers, doubtful: list[int], free: set[int], settings: Settings, effort: Effort
) -> list[int]:
    """The audit: the first targets that can still be placed too narrowly, by the flows of a table or by all tables.

    Takes those found safe off the end of `doubtful`: they stay safe when more is kept back.
    """
    if free.isdisjoint(pack.shared()):
        return [each for table in pack.tables for each in given_away(table, doubtful, free, settings)][:1]
    skeleton = Skeleton(pack.lines, pack.figures, free)
    spare = {figure: pack.figures[figure].spare for figure in sorted(free)}
    possible = Possible(pack.unseen_sums(free), spare, effort)
    exposed: list[int] = []
    while doubtful and len(exposed) < AT_ONCE:
        figure = doubtful.pop()
        can_rise = skeleton.is_at_least(settings.width, figure)
        can_rise = can_rise or layers.cheapest(figure, free, (), settings.width) == set()
        if not can_rise and not possible.is_at_least(settings.width, figure):
            exposed.append(figure)
    doubtful += reversed(exposed)
    return exposed


def _next(pack: Pack, exposed: int, free: set[int], known: set[int]) -> set[int]:
    """The cheapest figure to keep back next round one that the tables together give away; noughts last."""
    around = pack.neighbours(exposed, free, known)
    return (
        {min(around, key=lambda each: (not pack.figures[each].value, pack.figures[each].cost, each))}
        if around
        else set()
    )


def _protected(name: str, grid: Grid, pack: Pack, kept: set[int], targets: set[int]) -> Protected:
    def places(figures: set[int]) -> frozenset[Cell]:
        return frozenset(
            cell for cell in grid.counts if grid.is_printed(cell) and pack.numbers[Place(name, cell)] in figures
        )

    return Protected(grid, places(kept), places(targets))

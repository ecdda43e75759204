"""Keeping small counts back, with as few others as it takes that nobody can work them out again.

The small counts are kept back first. Wherever the remaining table still allows a stranger to place one of them in too
narrow a range, the cheapest way round its sums is kept back with it. At the end every small count is looked at again.
"""

from collections.abc import Collection

from portal.domain.disclosure.network import Circulation, Step
from portal.domain.disclosure.risk_classes import Settings


def shield(
    table: Circulation, targets: Collection[int], free: Collection[int], known: Collection[int], settings: Settings
) -> set[int]:
    """The further figures to keep back so that each target keeps its range, seen from this table alone.

    `free` are the figures a stranger does not see: kept back already, or never printed; `known` can no longer be kept
    back. Smallest targets come first, of equal ones the first in the table. Where there is no way for one, it is left
    to the look at all tables together.
    """
    found: set[int] = set()
    arcs = [number for number, arc in enumerate(table.arcs) if arc.figure in targets]
    for number in sorted(arcs, key=lambda each: (table.figures[table.arcs[each].figure].value, each)):
        unseen = {*free, *found}
        if not table.is_at_least(settings.width, number, unseen):
            path = way_round(table, number, unseen, known, settings)
            found |= {table.arcs[each].figure for each, _ in path} - unseen
    return found


def way_round(
    table: Circulation, number: int, free: Collection[int], known: Collection[int], settings: Settings
) -> list[Step]:
    """The cheapest way to let an arc rise by the width, through noughts only where nothing else is left; [] if none."""
    for zeros in (False, True):
        path = table.cheapest(number, free, known, settings.width, zeros=zeros)
        if path is not None:
            return path
    return []


def given_away(table: Circulation, targets: Collection[int], free: Collection[int], settings: Settings) -> list[int]:
    """The targets that a stranger can still place in a narrower range than the width: there should be none."""
    return [
        arc.figure
        for number, arc in enumerate(table.arcs)
        if arc.figure in targets and not table.is_at_least(settings.width, number, free)
    ]

"""How many cases lie in each heap or band, without those that may be about the officer who looks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from portal.records.listing import MOST_COUNTED, MOST_SHOWN, Listed
from portal.services.conflicts import concerned_of

Heap = TypeVar("Heap")


def counted(
    numbers: Mapping[Heap, list[int]],
    officer_name: str,
    looked_at: Sequence[Listed] = (),
    hidden: frozenset[int] = frozenset(),
) -> dict[Heap, str]:
    """Each count in figures; where more lie than are counted, nobody has to open their envelopes to say so.

    Nor those of the cases that were looked at already and of which some are hidden.
    """
    few: Iterable[list[int]] = (some for some in numbers.values() if len(some) < MOST_COUNTED)
    unseen = {number for some in few for number in some}.difference(case.id for case in looked_at)
    hidden |= concerned_of(unseen, officer_name)
    return {which: _words(some, hidden) for which, some in numbers.items()}


def _words(numbers: list[int], hidden: frozenset[int]) -> str:
    full = len(numbers) >= MOST_COUNTED
    shown = len(numbers) if full else len(set(numbers) - hidden)
    return f"{MOST_SHOWN}+" if full or shown > MOST_SHOWN else str(shown)

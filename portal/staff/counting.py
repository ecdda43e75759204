"""How many cases lie in each heap or band, without those that may be about the officer who looks."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from portal.records.listing import MOST_COUNTED, MOST_SHOWN
from portal.services.conflicts import concerned_of

Heap = TypeVar("Heap")


def counted(numbers: Mapping[Heap, list[int]], officer_name: str) -> dict[Heap, str]:
    """Each count in figures; where more lie than are counted, nobody has to open their envelopes to say so."""
    few: Iterable[list[int]] = (some for some in numbers.values() if len(some) < MOST_COUNTED)
    hidden = concerned_of({number for some in few for number in some}, officer_name)
    return {which: _words(some, hidden) for which, some in numbers.items()}


def _words(numbers: list[int], hidden: frozenset[int]) -> str:
    full = len(numbers) >= MOST_COUNTED
    shown = len(numbers) if full else len(set(numbers) - hidden)
    return f"{MOST_SHOWN}+" if full or shown > MOST_SHOWN else str(shown)

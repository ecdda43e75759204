"""What earlier releases printed, so that no two releases give away together what each keeps back.

Two tables of different years, quarters or dates can be subtracted from each other. What was printed exactly is known
for good; what was kept back stays so; a rounded count is worth nothing if another page prints it unrounded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from portal.domain.disclosure.pack import Place
from portal.domain.disclosure.risk_classes import CONFIDENTIAL

WHOLE_YEAR = "year"


class Counted(NamedTuple):
    """What a figure is, wherever it is printed: what is counted, of which cases, how divided, and when.

    `divisions` name each dimension with the category, as in (("team", "south"),); none of them: the total.
    """

    measure: str
    population: str
    divisions: tuple[tuple[str, str], ...]
    year: str
    period: str = WHOLE_YEAR


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """One figure of one release, as it was shown: a number, or "c" for kept back."""

    counted: Counted
    as_at: date
    shown: int | Literal["c"]
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """The places of new tables whose exact figure is out already, and those that were kept back and never shown."""

    known: frozenset[Place]
    withheld: frozenset[Place]


def earlier(register: Iterable[PublishedCell], places: Mapping[Place, tuple[Counted, int]]) -> Earlier:
    """What earlier releases say about the places of new tables, each given with what it counts and its true count.

    A figure that was restated since is not known: nobody has seen its new count.
    """
    shown: dict[Counted, set[int | str]] = {}
    for cell in register:
        if not cell.rounded or cell.shown == CONFIDENTIAL:
            shown.setdefault(cell.counted, set()).add(cell.shown)
    known = {place for place, (counted, count) in places.items() if count in shown.get(counted, ())}
    kept = {place for place, (counted, _) in places.items() if CONFIDENTIAL in shown.get(counted, ())}
    return Earlier(frozenset(known), frozenset(kept - known))


def exact_and_rounded(register: Iterable[PublishedCell]) -> set[Counted]:
    """The figures that are printed rounded in one place and exactly in another: there should be none."""
    cells = list(register)
    exact = {cell.counted for cell in cells if not cell.rounded and cell.shown != CONFIDENTIAL}
    return {cell.counted for cell in cells if cell.rounded} & exact


def on_several_bases(register: Iterable[PublishedCell]) -> dict[tuple[str, tuple[str, ...], str, str], set[str]]:
    """What is divided the same way for more than one population (statutory and all complaints by team, say).

    The difference between two such tables is a third one that nobody has checked. Gives the populations for each
    measure, dimensions, year and period: there should be none. Totals may be given for as many populations as wished.
    """
    found: dict[tuple[str, tuple[str, ...], str, str], set[str]] = {}
    for cell in register:
        counted = cell.counted
        dimensions = tuple(name for name, _ in counted.divisions)
        if dimensions:
            key = counted.measure, dimensions, counted.year, counted.period
            found.setdefault(key, set()).add(counted.population)
    return {key: populations for key, populations in found.items() if len(populations) > 1}

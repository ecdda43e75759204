"""Counting facts: how many there are of each combination of the fields a table reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from portal.domain.tables.facts import Fact

Counts = Mapping[tuple[object, ...], int]
"""How often each combination of values occurs."""


class Tally(Protocol):
    """Somebody who can count: the database for the cases there are now, or a list held in memory."""

    def count(self, grain: str, fields: Sequence[str], year: int, quarter: int | None = None) -> Counts:
        """How many facts of a grain there are in a year, or a quarter of it, by these fields."""

    def typed(self, measure: str, year: int) -> int | None:
        """A figure of `activity.csv`, or None where nobody typed one."""

    def measures(self, years: Sequence[int]) -> Sequence[str]:
        """Every measure that was typed in for any of these years."""

    def earlier(self, table: str, year: int) -> Mapping[tuple[str, str], float]:
        """Printed figures of a year whose cases were never loaded, by row and column."""


class Listed:
    """Facts in a list: for another day than today, for tests, and to check what the database says."""

    def __init__(
        self,
        facts: Iterable[tuple[str, Fact]],
        activity: Mapping[tuple[str, int], int] | None = None,
        earlier: Mapping[tuple[str, int], Mapping[tuple[str, str], float]] | None = None,
    ) -> None:
        self._facts: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for grain, fact in facts:
            self._facts[grain, int(str(fact["year"]))].append(fact)
        self._activity = activity or {}
        self._earlier = earlier or {}

    def count(self, grain: str, fields: Sequence[str], year: int, quarter: int | None = None) -> Counts:
        """See `Tally`."""
        here = self._facts.get((grain, year), ())
        return Counter(
            tuple(fact[name] for name in fields) for fact in here if quarter is None or fact["quarter"] == quarter
        )

    def typed(self, measure: str, year: int) -> int | None:
        """See `Tally`."""
        return self._activity.get((measure, year))

    def measures(self, years: Sequence[int]) -> Sequence[str]:
        """See `Tally`."""
        return sorted({measure for measure, year in self._activity if year in years})

    def earlier(self, table: str, year: int) -> Mapping[tuple[str, str], float]:
        """See `Tally`."""
        return self._earlier.get((table, year), {})

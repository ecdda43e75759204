"""Counting facts: how many there are of each combination of the fields a table reads."""

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from portal.domain.tables.facts import Fact
from portal.domain.tables.fields import FAMILIES, covering

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


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to who keeps facts in families: a year, a quarter of it, or all of it with the quarters apart."""

    grain: str
    families: tuple[str, ...]
    year: int
    quarter: int | None = None
    by_quarter: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """What the answer has columns of, in their order; a field that two families share is there twice."""
        names = tuple(name for family in self.families for name in FAMILIES[self.grain][family])
        return (*names, "quarter") if self.by_quarter else names


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of each field, and how often each combination of them occurs."""

    columns: Sequence[Sequence[object]]
    numbers: Sequence[int]


class Families(ABC):
    """Counts by any fields, put together from counts by families; each family is asked for once."""

    def __init__(self) -> None:
        self._answers: dict[Asked, Answer] = {}
        self._counts: dict[tuple[str, tuple[str, ...], int, int | None], Counts] = {}

    @abstractmethod
    def ask(self, asked: Asked) -> Answer:
        """The counts by all fields of some families."""

    def count(self, grain: str, fields: Sequence[str], year: int, quarter: int | None = None) -> Counts:
        """See `Tally`."""
        wanted = (grain, tuple(fields), year, quarter)
        if wanted not in self._counts:
            asked = Asked(grain, covering(grain, fields), year, quarter, "quarter" in fields)
            if asked not in self._answers:
                self._answers[asked] = self.ask(asked)
            self._counts[wanted] = _narrowed(self._answers[asked], asked, fields)
        return self._counts[wanted]


def _narrowed(answer: Answer, asked: Asked, fields: Sequence[str]) -> Counts:
    """Counts by some of the fields they were counted by."""
    if not answer.numbers:
        return {}
    years = [asked.year] * len(answer.numbers)
    columns = [years if name == "year" else answer.columns[asked.fields.index(name)] for name in fields]
    found: dict[tuple[object, ...], int] = {}
    for values, number in zip(zip(*columns, strict=True), answer.numbers, strict=True):
        found[values] = found.get(values, 0) + number
    return found

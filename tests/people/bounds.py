"""A target, the bounds of its figures, and what many tests told of it put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

Told = float | list[str]
"""A number, or the names of what was shown."""


class Rule(Enum):
    """How a figure is bounded, and how two tellings of it become one."""

    MOST = "at most"
    LEAST = "at least"
    NONE = "no"  # counted together, and none is allowed
    COUNT = ""  # counted together: how much was looked at
    EACH = "each of"  # names; all of them are wanted


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure of a target: what it is called, and what it may be."""

    name: str
    rule: Rule
    limit: float = 0
    wanted: tuple[str, ...] = ()
    unit: str = ""

    @property
    def words(self) -> str:
        """The bound as people read it; "" for a figure that is only told."""
        match self.rule:
            case Rule.COUNT:
                return ""
            case Rule.EACH:
                return f"{self.name}: {', '.join(self.wanted)}"
            case Rule.NONE:
                return f"no {self.name}"
            case Rule.LEAST if self.limit == 0:
                return ""
            case _:
                return f"{self.name} {self.rule.value} {self.limit:,.10g}{self.unit}"

    def merged(self, told: Iterable[Told]) -> Told:
        """Several tellings as one: the worst, the sum, or all the names."""
        if self.rule is Rule.EACH:
            return sorted({name for names in told if isinstance(names, list) for name in names})
        numbers = [number for number in told if not isinstance(number, list)]
        if self.rule is Rule.MOST:
            return max(numbers)
        return min(numbers) if self.rule is Rule.LEAST else sum(numbers)

    def met(self, told: Told) -> bool:
        """Whether the figure keeps the bound; nothing looked at keeps none."""
        if isinstance(told, list):
            return set(self.wanted) <= set(told)
        match self.rule:
            case Rule.MOST:
                return told <= self.limit
            case Rule.LEAST:
                return told >= self.limit
            case Rule.NONE:
                return told == 0
            case _:
                return told > 0

    def shown(self, told: Told) -> str:
        """The figure as people read it."""
        if isinstance(told, list):
            return f"{len(told)} {self.name}" if self.met(told) else f"only {', '.join(told) or 'none'}"
        number = f"{told:,.0f}" if abs(told) >= 1000 else f"{round(told, 2):g}"
        counted = self.rule in (Rule.NONE, Rule.COUNT)
        return f"{number} {self.name}" if counted else f"{self.name} {number}{self.unit}"


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the table."""

    key: str
    area: str
    what: str
    bounds: tuple[Bound, ...]

    @property
    def words(self) -> str:
        kept = "; ".join(bound.words for bound in self.bounds if bound.words)
        return f"{self.what}: {kept}" if kept else self.what

    def bound(self, name: str) -> Bound:
        return next(bound for bound in self.bounds if bound.name == name)

    def wrong(self, told: Mapping[str, Told], *, whole: bool = False) -> list[str]:
        """What is outside its bound; with `whole`, also what nobody told."""
        found = []
        for bound in self.bounds:
            adds_up = bound.rule in (Rule.EACH, Rule.COUNT)  # with what other tests tell
            if bound.name in told and (whole or not adds_up) and not bound.met(told[bound.name]):
                found.append(f"{bound.shown(told[bound.name])} ({bound.words or 'nothing was looked at'})")
            elif bound.name not in told and whole:
                found.append(f"{bound.name} not measured")
        return found

    def measured(self, told: Mapping[str, Told]) -> str:
        return "; ".join(bound.shown(told[bound.name]) for bound in self.bounds if bound.name in told) or "not measured"


def most(name: str, limit: float, unit: str = "") -> Bound:
    return Bound(name, Rule.MOST, limit, unit=unit)


def least(name: str, limit: float, unit: str = "") -> Bound:
    return Bound(name, Rule.LEAST, limit, unit=unit)


def none(name: str) -> Bound:
    return Bound(name, Rule.NONE)


def count(name: str) -> Bound:
    return Bound(name, Rule.COUNT)


def each(name: str, *wanted: str) -> Bound:
    return Bound(name, Rule.EACH, wanted=wanted)

"""Answers as they are kept while somebody writes, and conditions on earlier ones."""

from collections.abc import Mapping
from dataclasses import dataclass

Answer = str | list[str] | list[dict[str, str]]
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class When:
    """A condition on an earlier answer.

    True when the answer to `key` is, or contains, one of `codes` (or with no codes, anything at all).
    """

    key: str
    codes: frozenset[str] = frozenset()

    def holds(self, answers: Answers) -> bool:
        given = answers.get(self.key)
        if not given:
            return False
        if not self.codes:
            return True
        return bool(self.codes & ({given} if isinstance(given, str) else {g for g in given if isinstance(g, str)}))


@dataclass(frozen=True, slots=True)
class Over:
    """A condition on an age given earlier: true when it is a whole number above `years`."""

    key: str
    years: int

    def holds(self, answers: Answers) -> bool:
        given = answers.get(self.key)
        if not isinstance(given, str) or len(given.strip()) > 3 or not given.strip().isdecimal():
            return False
        return int(given) > self.years


@dataclass(frozen=True, slots=True)
class Without:
    """A condition on what was not answered: true while nothing stands under `key`."""

    key: str

    def holds(self, answers: Answers) -> bool:
        return not answers.get(self.key)


Condition = When | Over | Without


@dataclass(frozen=True, slots=True)
class Sooner:
    """A page comes right after the page `after`, before its usual turn, when any of these holds."""

    after: str
    when: tuple[Condition, ...]


def when(key: str, *codes: str) -> When:
    """`when("contact", "text", "call")`: the answer to `contact` is text or call."""
    return When(key, frozenset(codes))


def one_holds(conditions: tuple[Condition, ...], answers: Answers) -> bool:
    """Whether any of these holds."""
    return any(condition.holds(answers) for condition in conditions)

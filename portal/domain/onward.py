"""The way on: of everything that may follow at a place, the one step that brings a case nearer to its answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portal.domain.stage_words import Fact, Who
from portal.domain.stages import BACK, Step, Table, missing

NOT_THE_DESK = frozenset({Who.COMPLAINANT, Who.REPRESENTATIVE, Who.SYSTEM})
"""Those whose steps nobody in the council can take for them."""
_ASIDE = frozenset(
    {"ask_next", "too_early", "withdraw", "decline_next", "merge", "reopen", "escalate", "return", "hold", "reclassify"}
)
"""Steps that take a case off its way, back, or are for the person to ask for."""
_BEFORE: Mapping[Fact, str] = MappingProxyType(
    {Fact.DRAFT_WRITTEN: "draft", Fact.QUALITY_CHECKED: "check", Fact.SIGNED_OFF: "sign"}
)
"""Which step, without moving the case, makes a fact true."""


@dataclass(frozen=True, slots=True)
class Onward:
    """What to do now: the step, and what it still waits for; `goal` is the step it leads to."""

    step: Step
    waits_for: tuple[Fact, ...]
    goal: Step


def onward(table: Table, state: str, facts: Collection[Fact], *, given: Collection[Fact] = ()) -> Onward | None:
    """The next thing to do at this place; `given` are facts that come along with a step. None where nothing is left."""
    goal = next((step for step in table.steps if state in step.start and _leads_on(step)), None)
    if goal is None:
        return None
    lacking = tuple(fact for fact in missing(goal, facts) if fact not in given)
    before = _BEFORE.get(lacking[0]) if lacking else None
    step = next((one for one in table.steps if one.event == before and state in one.start), goal)
    return Onward(step, tuple(fact for fact in missing(step, facts) if fact not in given), goal)


def _leads_on(step: Step) -> bool:
    moves = bool(step.to) and step.to != BACK and not step.into
    return moves and step.event not in _ASIDE and not step.who <= NOT_THE_DESK

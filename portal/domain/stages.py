"""What may follow what: the shape of a transition table and the one evaluator that reads all of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.stage_words import Doing, Fact, Who
from portal.domain.words import State, Worded

BACK = "back"
"""As the end of a step: wherever the case stood before it was put on hold, closed or taken back."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One clock and what a step does to it; without a clock, every clock to which it can be done."""

    doing: Doing
    clock: ClockId | None = None
    reason: PauseReason | None = None
    from_receipt: bool = False  # a start counts from the day it was received, not from today


@dataclass(frozen=True, slots=True)
class Place:
    """A state of a procedure: what the desk calls it, the heap it lies in, the page its person sees."""

    label: str
    heap: State | None = State.ACCEPTED  # None leaves the case where it lies
    shown: str = ""  # the stage of the tracking page; empty follows the heap
    clock: ClockId | None = None  # the clock that says when the answer is due here


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a transition table. With `to` empty the case stays where it is."""

    event: str
    label: str  # what the button says
    start: frozenset[str]
    to: str
    who: frozenset[Who]
    needs: tuple[Fact, ...] = ()
    clocks: tuple[Effect, ...] = ()
    told: LetterKind | None = None  # the letter to the person; None when there is nothing to tell
    into: str = ""  # the procedure whose state `to` is, when it leaves this one


@dataclass(frozen=True, slots=True)
class Table:
    """All that can happen to one kind of representation: its states in order, where it begins, and its steps."""

    code: str
    label: str
    places: Mapping[str, Place]
    begins: str
    ends: frozenset[str]
    steps: tuple[Step, ...]

    def events(self) -> tuple[str, ...]:
        """Every event once, in the order of the table."""
        return tuple(dict.fromkeys(step.event for step in self.steps))


class Answer(Worded):
    """What the evaluator says of a step."""

    YES = "yes", "Yes."
    NOT_NOW = "not_now", "This cannot happen at this point."
    NOT_YOU = "not_you", "Somebody else has to do this."
    NOT_YET = "not_yet", "Something is still missing."


class NotPossible(Exception):
    """A step that the table does not allow: `answer` says why, `missing` names what is still needed."""

    def __init__(self, answer: Answer, missing: tuple[Fact, ...] = ()) -> None:
        self.answer = answer
        self.missing = missing
        super().__init__(" ".join([answer.label, *(f"{fact.label}." for fact in missing)]))


@dataclass(frozen=True, slots=True)
class Choice:
    """A step that this person could take here, and what is still missing for it."""

    step: Step
    missing: tuple[Fact, ...]


def answer(table: Table, state: str, event: str, roles: Collection[Who], facts: Collection[Fact]) -> Answer:
    """Whether somebody in these roles may take this step now, given what is true of the case."""
    here = [step for step in table.steps if step.event == event and state in step.start]
    if not here:
        return Answer.NOT_NOW
    mine = [step for step in here if not step.who.isdisjoint(roles)]
    if not mine:
        return Answer.NOT_YOU
    return Answer.YES if any(not missing(step, facts) for step in mine) else Answer.NOT_YET


def missing(step: Step, facts: Collection[Fact]) -> tuple[Fact, ...]:
    """What a step still needs, in the table's order."""
    return tuple(fact for fact in step.needs if fact not in facts)


def choices(table: Table, state: str, roles: Collection[Who], facts: Collection[Fact]) -> tuple[Choice, ...]:
    """Every step these roles could take in this state, in the table's order: those that are ready come first."""
    found = [
        Choice(step, missing(step, facts))
        for step in table.steps
        if state in step.start and not step.who.isdisjoint(roles)
    ]
    return tuple(sorted(found, key=lambda choice: bool(choice.missing)))


def asked_at(table: Table, state: str) -> frozenset[Fact]:
    """Everything that some step of this state asks for; nothing else about a case matters to what follows here."""
    return frozenset(fact for step in table.steps if state in step.start for fact in step.needs)


def follow(table: Table, state: str, event: str, roles: Collection[Who], facts: Collection[Fact]) -> Step:
    """The step that is taken; raises `NotPossible` saying why when it may not be."""
    verdict = answer(table, state, event, roles, facts)
    fitting = [
        step for step in table.steps if step.event == event and state in step.start and not step.who.isdisjoint(roles)
    ]
    if verdict is not Answer.YES:
        raise NotPossible(verdict, missing(fitting[0], facts) if fitting else ())
    return next(step for step in fitting if not missing(step, facts))


def states(codes: str) -> frozenset[str]:
    """Shorthand for tables: `states("S1_open S1_lapsed")`."""
    return frozenset(codes.split())


def start(*clocks: ClockId, from_receipt: bool = False) -> tuple[Effect, ...]:
    """Shorthand for tables: these clocks start."""
    return tuple(Effect(Doing.START, clock, from_receipt=from_receipt) for clock in clocks)


def stop(*clocks: ClockId) -> tuple[Effect, ...]:
    """Shorthand for tables: these clocks stop; without a name, every one that runs."""
    return tuple(Effect(Doing.STOP, clock) for clock in clocks) or (Effect(Doing.STOP),)

"""What can happen to a clock, as events that are kept for ever, and the ways in which an event can be refused."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from portal.domain.clock_rules import PauseReason


class Agreed(StrEnum):
    """Whether the complainant agreed to an extension."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Started:
    """The clock began on this day, which is day 0. `given` is the date typed in, for a clock that needs one."""

    on: date
    given: date | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stands still after this day. What a complainant asked for needs its `evidence`, such as a letter."""

    on: date
    reason: PauseReason
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again after this day."""

    on: date


@dataclass(frozen=True, slots=True)
class Extended:
    """The due date was moved, and the complainant told, on this day."""

    on: date
    to: date
    reason: str
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class Retargeted:
    """We named a new day to work towards. It mends no lateness: the due date stays what it was."""

    on: date
    to: date
    reason: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """What the clock waited for was done on this day."""

    on: date


@dataclass(frozen=True, slots=True)
class Undone:
    """The event with the number `which` (the first is 0) was entered by mistake: it never happened."""

    on: date
    which: int


Event: TypeAlias = Started | Paused | Resumed | Extended | Retargeted | Stopped | Undone


class ClockRefusal(ValueError):
    """An event does not fit a clock; each reason has its own class below."""


class NotStarted(ClockRefusal):
    """The clock has not started, or not yet on the day that was asked about."""


class OutOfOrder(ClockRefusal):
    """An event cannot follow the one before it: it is dated earlier, or the clock is not in the right state."""


class DateMissing(ClockRefusal):
    """This clock needs a date to be typed in when it starts."""


class PauseNotAllowed(ClockRefusal):
    """This clock may not be paused for this reason."""


class EvidenceMissing(ClockRefusal):
    """A pause that the complainant asked for needs to say where they did."""


class ExtensionNotAllowed(ClockRefusal):
    """This clock may not be extended, or not without a reason, or not without the complainant's agreement."""


class ExtensionNotLater(ClockRefusal):
    """An extension must move the due date to a later day, and to a working day."""


class ExtensionTooLate(ClockRefusal):
    """The due date had passed when the complainant was told: that is a breach, and can only be given a new target."""


class ExtensionBeyondMaximum(ClockRefusal):
    """The new date lies beyond the longest time allowed; `latest` is the last day that does not."""

    def __init__(self, latest: date) -> None:
        self.latest = latest
        super().__init__(f"{self.__doc__} Here that is {latest}.")


class NothingToUndo(ClockRefusal):
    """There is no such earlier event to undo, or it is undone already, or it is itself an undoing."""

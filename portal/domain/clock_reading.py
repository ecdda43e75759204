"""What a clock says on one day: the dates, the days counted and left out, and the reasons, as plain values."""

from dataclasses import dataclass, replace
from datetime import date

from portal.domain.calendar import add_working_days, elapsed, holidays_between, next_working_day
from portal.domain.clock_events import Agreed
from portal.domain.clock_rules import Measure, PauseReason, Rule
from portal.domain.clocks import add_months


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stood still: after `start`, up to and including `end`, or until further notice."""

    reason: PauseReason
    start: date
    end: date | None
    evidence: str = ""

    def covers(self, day: date, as_at: date) -> bool:
        """Say whether `day` is one that this pause takes out, as things stood on `as_at`."""
        return self.start < day <= (self.end or as_at)

    def days(self, as_at: date) -> int:
        """Count the working days that this pause takes out, as things stood on `as_at`."""
        return elapsed(self.start, self.end or as_at)


@dataclass(frozen=True, slots=True)
class Extension:
    """A due date moved: when, from which day to which, why, and whether the complainant agreed."""

    on: date
    old_due: date
    new_due: date
    reason: str
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class Tally:
    """What the events of one clock add up to. `allowance` and `maximum` are in the measure of its rule."""

    rule: Rule
    started: date
    given: date | None
    allowance: int
    maximum: int | None
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    target: date | None = None
    stopped: date | None = None

    @property
    def counts_working_days(self) -> bool:
        """Whether the clock has a number of working days, rather than a date of its own."""
        return self.rule.measure is Measure.WORKING_DAYS

    @property
    def paused(self) -> bool:
        """Whether the last pause is still open."""
        return bool(self.pauses) and self.pauses[-1].end is None

    def resumed(self, on: date) -> "Tally":
        """Return the tally with its open pause ended."""
        return replace(self, pauses=(*self.pauses[:-1], replace(self.pauses[-1], end=on)))

    def days_paused(self, as_at: date) -> int:
        """Count the working days taken out by all pauses."""
        return sum(pause.days(as_at) for pause in self.pauses)

    def due(self, as_at: date) -> date:
        """Return the day by whose end the thing must be done, as things stood on `as_at`."""
        if self.counts_working_days:
            return self._nth_running_day(self.allowance, as_at)[-1]
        if self.rule.measure is Measure.MONTHS:
            return add_months(self.started, self.allowance)
        if self.rule.measure is Measure.WORKING_DAYS_BEFORE:
            return add_working_days(self.given or self.started, -self.allowance)
        return self.given or self.started

    def latest(self, as_at: date) -> date | None:
        """Return the last day to which the law lets the due date be moved, if it names one."""
        return None if self.maximum is None else self._nth_running_day(self.maximum, as_at)[-1]

    def counted(self, as_at: date) -> tuple[date, ...]:
        """List the working days that make up the time allowed; empty for a clock with a date of its own."""
        return self._nth_running_day(self.allowance, as_at)[1:] if self.counts_working_days else ()

    def _nth_running_day(self, number: int, as_at: date) -> tuple[date, ...]:
        day, days = self.started, [self.started]
        while len(days) <= number:
            day = next_working_day(day)
            if not any(pause.covers(day, as_at) for pause in self.pauses):
                days.append(day)
        return tuple(days)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a clock says what it says, for staff to check and for a letter to quote."""

    rule: Rule
    counted: tuple[date, ...]
    holidays: tuple[tuple[date, str], ...]
    pauses: tuple[Pause, ...]
    days_paused: int
    extensions: tuple[Extension, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock on one day. `limit`, `elapsed` and `left` are working days, or calendar days where the rule counts months
    or has a typed date; `left` is below 0 when overdue. `beyond` says that even the longest time allowed has passed."""

    as_at: date
    started: date
    stopped: date | None
    paused: bool
    due: date
    latest: date | None
    target: date | None
    limit: int
    elapsed: int
    left: int
    late: bool
    beyond: bool
    explanation: Explanation

    @classmethod
    def of(cls, tally: Tally, as_at: date) -> "Reading":
        """Read a tally on the day `as_at`, or on the day it stopped if that came first."""
        end = tally.stopped or as_at
        due, latest = tally.due(end), tally.latest(end)
        if tally.counts_working_days:
            limit, gone = tally.allowance, elapsed(tally.started, end) - tally.days_paused(end)
        else:
            limit, gone = (due - tally.started).days, (end - tally.started).days
        return cls(
            as_at=as_at,
            started=tally.started,
            stopped=tally.stopped,
            paused=tally.paused,
            due=due,
            latest=latest,
            target=tally.target,
            limit=limit,
            elapsed=gone,
            left=limit - gone,
            late=end > due,
            beyond=latest is not None and end > latest,
            explanation=_explain(tally, due, end),
        )


def _explain(tally: Tally, due: date, as_at: date) -> Explanation:
    return Explanation(
        rule=tally.rule,
        counted=tally.counted(as_at),
        holidays=holidays_between(tally.started, due) if tally.counts_working_days else (),
        pauses=tally.pauses,
        days_paused=tally.days_paused(as_at),
        extensions=tally.extensions,
    )

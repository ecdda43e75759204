"""A clock as the list of what happened to it: read on any day, it says what is due when, what is late, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from portal.domain import clock_events as happened
from portal.domain.calendar import elapsed, is_working_day
from portal.domain.clock_events import Agreed, ClockRefusal, Event
from portal.domain.clock_reading import Extension, Pause, Reading, Tally
from portal.domain.clock_rules import DEFAULT_LIMITS, RULES, ClockId, Extending, Measure, PauseReason, Rule


@dataclass(frozen=True, slots=True)
class Ledger:
    """One clock and its events, in the order in which they happened; those undone are left out."""

    rule: Rule
    limits: Mapping[str, int]
    events: tuple[Event, ...]

    @classmethod
    def replay(cls, clock: ClockId, events: Iterable[Event], limits: Mapping[str, int] = DEFAULT_LIMITS) -> "Ledger":
        """Build the ledger of `clock` from its stored events. `limits` may name only what differs from the defaults.

        Raises the refusals of `clock_events`, and BeyondKnownHolidays.
        """
        ledger = cls(RULES[clock], {**DEFAULT_LIMITS, **limits}, _without_undone(tuple(events)))
        ledger._tally(ledger.events)
        return ledger

    def reading(self, as_at: date) -> Reading:
        """Read the clock as it stood at the end of the day `as_at`. Raises NotStarted and BeyondKnownHolidays."""
        tally = self._tally(event for event in self.events if event.on <= as_at)
        if tally is None:
            raise happened.NotStarted(f"This clock had not started on {as_at}.")
        return Reading.of(tally, as_at)

    def _tally(self, events: Iterable[Event]) -> Tally | None:
        tally: Tally | None = None
        last = date.min
        for event in events:
            if event.on < last:
                raise happened.OutOfOrder(f"{event.on} comes before {last}.")
            last = event.on
            tally = _begin(event, self.rule, self.limits) if tally is None else _follow(tally, event)
        return tally


def _without_undone(events: tuple[Event, ...]) -> tuple[Event, ...]:
    gone: set[int] = set()
    for place, event in enumerate(events):
        if isinstance(event, happened.Undone):
            which = event.which
            if not 0 <= which < place or which in gone or isinstance(events[which], happened.Undone):
                raise happened.NothingToUndo(f"Event {which} cannot be undone by event {place}.")
            gone |= {which, place}
    return tuple(event for place, event in enumerate(events) if place not in gone)


def _begin(event: Event, rule: Rule, limits: Mapping[str, int]) -> Tally:
    if not isinstance(event, happened.Started):
        raise happened.NotStarted("Something happened to a clock that had not started.")
    if rule.measure in (Measure.TYPED_DATE, Measure.WORKING_DAYS_BEFORE) and event.given is None:
        raise happened.DateMissing(happened.DateMissing.__doc__)
    return Tally(
        rule=rule,
        started=event.on,
        given=event.given,
        allowance=limits[rule.limit] if rule.limit else 0,
        maximum=limits[rule.maximum] if rule.maximum else None,
    )


def _follow(tally: Tally, event: Event) -> Tally:
    if tally.stopped:
        raise happened.OutOfOrder("Nothing can happen to a clock that has stopped; undo the stop first.")
    match event:
        case happened.Paused():
            return _pause(tally, event)
        case happened.Resumed():
            if not tally.paused:
                raise happened.OutOfOrder("A clock that is running cannot be resumed.")
            return tally.resumed(event.on)
        case happened.Extended():
            return _extend(tally, event)
        case happened.Retargeted():
            return replace(tally, target=event.to)
        case happened.Stopped():
            return replace(tally.resumed(event.on) if tally.paused else tally, stopped=event.on)
        case _:
            raise happened.OutOfOrder("A clock starts once.")


def _pause(tally: Tally, event: happened.Paused) -> Tally:
    if event.reason not in tally.rule.pauses:
        raise happened.PauseNotAllowed(f"{tally.rule.clock} may not be paused for {event.reason}.")
    if event.reason is PauseReason.COMPLAINANT_REQUEST and not event.evidence.strip():
        raise happened.EvidenceMissing(happened.EvidenceMissing.__doc__)
    if tally.paused:
        raise happened.OutOfOrder("A clock that is paused cannot be paused again.")
    return replace(tally, pauses=(*tally.pauses, Pause(event.reason, event.on, None, event.evidence)))


def _extend(tally: Tally, event: happened.Extended) -> Tally:
    due = tally.due(event.on)
    if refusal := _refuse_extension(tally, event, due):
        raise refusal
    extended = replace(
        tally, extensions=(*tally.extensions, Extension(event.on, due, event.to, event.reason, event.agreed))
    )
    if not tally.counts_working_days:
        return replace(extended, given=event.to)
    return replace(extended, allowance=elapsed(tally.started, event.to) - tally.days_paused(event.on))


def _refuse_extension(tally: Tally, event: happened.Extended, due: date) -> ClockRefusal | None:
    extending = tally.rule.extending
    if extending is Extending.NEVER:
        return happened.ExtensionNotAllowed(f"{tally.rule.clock} may not be extended.")
    if not event.reason.strip():
        return happened.ExtensionNotAllowed("An extension needs its reason.")
    if extending is Extending.WITH_AGREEMENT and event.agreed is not Agreed.YES:
        return happened.ExtensionNotAllowed(f"{tally.rule.clock} may be extended only if the complainant agrees.")
    if event.on > due:
        return happened.ExtensionTooLate(happened.ExtensionTooLate.__doc__)
    if event.to <= due or (tally.counts_working_days and not is_working_day(event.to)):
        return happened.ExtensionNotLater(happened.ExtensionNotLater.__doc__)
    latest = tally.latest(event.on)
    if latest is not None and event.to > latest:
        return happened.ExtensionBeyondMaximum(latest)
    return None

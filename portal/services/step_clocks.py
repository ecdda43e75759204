"""What a step of a procedure does to the clocks of a case."""

from collections.abc import Iterable
from datetime import date

from flask import current_app

from portal import clock
from portal.domain import clock_events as happened
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days, counting_from
from portal.domain.clock_events import Agreed, Event
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_rules import DEFAULT_LIMITS, RULES, ClockId, Measure
from portal.domain.clocks import response_received
from portal.domain.stage_words import Doing
from portal.domain.stages import Effect
from portal.domain.words import ContactWay
from portal.records.cases import Case
from portal.records.reports import panel_of
from portal.services.proceeding_clocks import WINDOWS, answering, enter, events_of, ledgers, refresh
from portal.services.spoken_for import addressee

TYPED = (Measure.TYPED_DATE, Measure.WORKING_DAYS_BEFORE)


def move(
    case: Case, effects: Iterable[Effect], officer_id: int | None, reason: str = "", until: date | None = None
) -> None:
    """Do to the clocks what the step says, in the caller's transaction; `until` is a date the officer typed.

    Raises `ClockRefusal` when a clock cannot be extended or paused like that.
    """
    for effect in effects:
        for which in [effect.clock] if effect.clock else list(ledgers(case.id)):
            _one(case, which, effect, officer_id, reason, until)
    refresh(case)


def _one(case: Case, which: ClockId, effect: Effect, officer_id: int | None, reason: str, until: date | None) -> None:
    ledger, today = ledgers(case.id).get(which), clock.today()
    begun = bool(ledger and ledger.events)
    stopped = begun and isinstance(_last(ledger), happened.Stopped)
    if effect.doing is Doing.START:
        _start(case, which, effect, officer_id, until, running=begun and not stopped)
    elif ledger is None or not begun:
        return
    elif effect.doing is Doing.UNDO:
        _forget(case, which, officer_id)
    elif effect.doing is Doing.REVIVE:
        if stopped and which is answering(case):
            _undo_last(case, which, officer_id)
    elif stopped:
        return
    else:
        on = max(today, ledger.events[-1].on)
        paused = ledger.reading(on).paused
        event = _event(effect, which, on, reason, until, paused=paused)
        if event:
            enter(case, which, event, officer_id)


def _event(effect: Effect, which: ClockId, on: date, reason: str, until: date | None, *, paused: bool) -> Event | None:
    if effect.doing is Doing.STOP:
        return happened.Stopped(on)
    if effect.doing is Doing.RESUME:
        return happened.Resumed(on) if paused else None
    if effect.doing is Doing.PAUSE and effect.reason:
        named = effect.clock is which  # a hold of the whole case stops what may be stopped and leaves the rest
        allowed = effect.reason in RULES[which].pauses and not paused
        return happened.Paused(on, effect.reason, reason) if named or allowed else None
    if effect.doing is Doing.EXTEND and until:
        return happened.Extended(on, until, reason, Agreed.NOT_ASKED)
    return None


def _start(
    case: Case, which: ClockId, effect: Effect, officer_id: int | None, until: date | None, *, running: bool
) -> None:
    authority: Authority = current_app.extensions["portal.authority"]
    anew = which is ClockId.STAGE_2 and authority.options.s2_start == "statement_agreed"
    if running and not anew:
        return
    given = until if RULES[which].measure in TYPED else None
    if RULES[which].measure in TYPED and given is None:
        return  # it begins when its date is known
    _forget(case, which, officer_id)
    enter(case, which, happened.Started(_first_day(case, which, effect, authority), given), officer_id)


def _first_day(case: Case, which: ClockId, effect: Effect, authority: Authority) -> date:
    """The day from which a clock counts; the corporate one never later than the day we first said that we have it.

    The time to ask for the next stage runs from the day on which the answer is received, which by post is later.
    """
    corporate = which is ClockId.CORPORATE_STAGE_1
    if effect.from_receipt or (corporate and authority.options.corp_anchor == "receipt"):
        return case.effective_on
    if corporate and case.acknowledged_on:
        return max(case.effective_on, counting_from(case.acknowledged_on))
    if which is ClockId.DIRECTOR and authority.options.s3_response_anchor == "panel_day":
        return _panel_day(case, authority.limits["s3_response"])
    if which in WINDOWS:
        return counting_from(response_received(clock.today(), addressee(case).way is ContactWay.LETTER))
    return counting_from(clock.today())


def _panel_day(case: Case, days: int) -> date:
    """The day of the panel, or so much before it that nobody waits longer for the answer than the law gives."""
    lawful = add_working_days(counting_from(clock.today()), DEFAULT_LIMITS["s3_response"] - days)
    panel = panel_of(case.id)
    return min(counting_from(panel.meets_on), lawful) if panel else lawful


def _forget(case: Case, which: ClockId, officer_id: int | None) -> None:
    """As if it had never run; what was entered is kept and marked as undone."""
    events = events_of(case.id, which)
    gone = _gone(events)
    for place in reversed(range(len(events))):
        if place not in gone:
            _undo(case, which, place, officer_id)


def _undo_last(case: Case, which: ClockId, officer_id: int | None) -> None:
    events = events_of(case.id, which)
    gone = _gone(events)
    _undo(case, which, max(place for place in range(len(events)) if place not in gone), officer_id)


def _undo(case: Case, which: ClockId, place: int, officer_id: int | None) -> None:
    enter(case, which, happened.Undone(clock.today(), place), officer_id)


def _gone(events: list[Event]) -> set[int]:
    gone: set[int] = set()
    for place, event in enumerate(events):
        if isinstance(event, happened.Undone):
            gone |= {place, event.which}
    return gone


def _last(ledger: Ledger | None) -> Event | None:
    return ledger.events[-1] if ledger and ledger.events else None

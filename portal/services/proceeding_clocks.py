"""The clocks of a case as they really ran: started, stopped, given more time, standing still, and mistakes undone."""

from collections.abc import Mapping
from datetime import date

from flask import current_app

from portal import clock
from portal.domain import clock_events as happened
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.clock_events import Agreed, Event
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_reading import Reading
from portal.domain.clock_rules import RULES, ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures import TABLES
from portal.domain.rag import USUAL, Thresholds
from portal.domain.words import Happening, Side, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.clock_entries import ClockEntry, What, clock_entries_of
from portal.services.case_writing import by_team, changing
from portal.services.recording import record
from portal.services.telling import tell

FIRST = (ClockId.ACKNOWLEDGEMENT, ClockId.ELIGIBILITY, ClockId.STAGE_1)
"""The clocks that run from the day a complaint arrives."""
OPEN = (State.RECEIVED, State.ACCEPTED)
WINDOWS = (ClockId.STAGE_2_REQUEST, ClockId.STAGE_3_REQUEST)
"""The clocks that say until when the next stage can be asked for."""

WHATS: Mapping[type[Event], What] = {
    happened.Started: What.STARTED,
    happened.Paused: What.PAUSED,
    happened.Resumed: What.RESUMED,
    happened.Extended: What.EXTENDED,
    happened.Retargeted: What.RETARGETED,
    happened.Stopped: What.STOPPED,
    happened.Undone: What.UNDONE,
}


class NotOpenAnyMore(ValueError):
    """The complaint was answered, taken back or closed, so its dates stay what they are."""


def answering(case: Case) -> ClockId:
    """The clock that says when the next answer is due, where the case stands now."""
    return TABLES[case.procedure].places[case.step].clock or ClockId.STAGE_1


def stop(case: Case, clocks: tuple[ClockId, ...], on: date, officer_id: int | None = None) -> None:
    """Stop those of these clocks that still run, in the caller's transaction."""
    read = ledgers(case.id)
    for which in clocks:
        ledger = read.get(which)
        if ledger and ledger.events and not isinstance(ledger.events[-1], happened.Stopped):
            _enter(case, which, happened.Stopped(max(on, ledger.events[-1].on)), officer_id)
    refresh(case)


def extend(case_id: int, officer_id: int, to: date, reason: str, agreed: Agreed, words: str) -> None:
    """Take more time for the answer and tell the person. Raises `ClockRefusal` and `NotOpenAnyMore`."""
    with changing(case_id) as case:
        before = case.due_on
        _move(case, happened.Extended(clock.today(), to, reason, agreed), officer_id)
        by_team(case, Happening.EXTENDED, officer_id, f"{before:%-d %b %Y} → {to:%-d %b %Y}: {reason}")
        tell(case, LetterKind.MORE_TIME, words, officer_id)


def pause(case_id: int, officer_id: int, why: PauseReason, evidence: str, words: str) -> None:
    """Let the answer's clock stand still and tell the person. Raises `ClockRefusal` and `NotOpenAnyMore`."""
    with changing(case_id) as case:
        _move(case, happened.Paused(clock.today(), why, evidence), officer_id)
        record(
            case, Happening.CLOCK_PAUSED, clock.now(), side=Side.TEAM, officer_id=officer_id, reason=why.value,
            note=evidence or None,
        )  # fmt: skip
        tell(case, LetterKind.ON_HOLD, words, officer_id)


def resume(case_id: int, officer_id: int, words: str) -> None:
    """Let the answer's clock run again and tell the person. Raises `ClockRefusal` and `NotOpenAnyMore`."""
    with changing(case_id) as case:
        _move(case, happened.Resumed(clock.today()), officer_id)
        by_team(case, Happening.CLOCK_RESUMED, officer_id)
        tell(case, LetterKind.GOING_ON, words, officer_id)


def undo(case_id: int, officer_id: int, which: int, why: str) -> None:
    """Say that an entry of the answer's clock was a mistake: it never happened. Raises `ClockRefusal`."""
    with changing(case_id) as case:
        entries = [entry for entry in clock_entries_of(case.id) if entry.clock is answering(case)]
        if not 0 <= which < len(entries) or entries[which].what not in UNDOABLE:
            raise happened.NothingToUndo("There is no such entry that could be undone.")
        _move(case, happened.Undone(clock.today(), which), officer_id)
        by_team(case, Happening.CLOCK_UNDONE, officer_id, f"{entries[which].what.label}: {why}")


UNDOABLE = frozenset({What.PAUSED, What.RESUMED, What.EXTENDED})
"""What may have been entered by mistake; that an answer was sent is not among it."""


def pauses_allowed(case: Case) -> frozenset[PauseReason]:
    """For what the answer's clock may stand still."""
    return RULES[answering(case)].pauses


def ledgers(case_id: int) -> dict[ClockId, Ledger]:
    """Every clock of a case, replayed with the council's own limits."""
    limits, found = _limits(), dict[ClockId, list[Event]]()
    for entry in clock_entries_of(case_id):
        found.setdefault(entry.clock, []).append(event_of(entry))
    return {which: Ledger.replay(which, events, limits) for which, events in found.items()}


def ask_by(case_id: int) -> date | None:
    """Until when the next stage can be asked for; None where no time for it runs, or beyond the years we know."""
    read = ledgers(case_id)
    open_ = [ledger for which in WINDOWS if (ledger := read.get(which)) and ledger.events]
    try:
        found = [ledger.reading(max(clock.today(), ledger.events[-1].on)) for ledger in open_]
        return max((one.due for one in found if one.stopped is None), default=None)
    except BeyondKnownHolidays:
        return None


def readings(case_id: int, as_at: date) -> list[Reading]:
    """What each clock of a case said at the end of a day; a clock that had not started is left out."""
    begun = (ledger for ledger in ledgers(case_id).values() if ledger.events and ledger.events[0].on <= as_at)
    return [ledger.reading(as_at) for ledger in begun]


def refresh(case: Case) -> None:
    """Keep with the case what its answer's clock says now, so that lists of a million cases can be asked for it."""
    db.session.flush()
    ledger = ledgers(case.id).get(answering(case))
    if ledger is None or not ledger.events:
        return
    reading = ledger.reading(max(clock.today(), ledger.events[-1].on))
    case.due_on, case.due_max_on = reading.due, reading.latest or reading.due
    case.amber_on = amber_from(reading, thresholds()) if reading.explanation.counted else reading.due
    case.paused = reading.paused and not reading.late  # a pause must not hide a breach
    case.extended = bool(reading.explanation.extensions)


def thresholds() -> Thresholds:
    """From when the council calls a date amber."""
    options = current_app.extensions["portal.authority"].options
    return Thresholds(options.amber_pct, options.amber_days)


def amber_from(reading: Reading, when: Thresholds = USUAL) -> date:
    """The first day on which a clock that counts working days is amber."""
    left = max(when.days, reading.limit * when.percent // 100)
    place = reading.limit - left - 1
    return reading.explanation.counted[place] if place >= 0 else reading.started


def _move(case: Case, event: Event, officer_id: int) -> None:
    if case.state not in OPEN:
        raise NotOpenAnyMore(case.state.label)
    enter(case, answering(case), event, officer_id)
    refresh(case)


def enter(case: Case, which: ClockId, event: Event, officer_id: int | None) -> None:
    """Keep one more event of a clock, if it can follow the others. Raises `ClockRefusal`."""
    Ledger.replay(which, [*events_of(case.id, which), event], _limits())
    _enter(case, which, event, officer_id)
    db.session.flush()


def events_of(case_id: int, which: ClockId) -> list[Event]:
    """What is kept of a clock, with what was undone."""
    return [event_of(entry) for entry in clock_entries_of(case_id) if entry.clock is which]


def _enter(case: Case, which: ClockId, event: Event, officer_id: int | None) -> None:
    entry = ClockEntry(
        case_id=case.id,
        clock=which,
        what=WHATS[type(event)],
        counts_on=event.on,
        until=getattr(event, "to", None) or getattr(event, "given", None),
        agreed=getattr(event, "agreed", None),
        which=getattr(event, "which", None),
        at=clock.now(),
        officer_id=officer_id,
    )
    if isinstance(event, happened.Paused):
        entry.pause, entry.words = event.reason.value, event.evidence
    elif isinstance(event, happened.Extended | happened.Retargeted):
        entry.words = event.reason
    db.session.add(entry)


def event_of(entry: ClockEntry) -> Event:
    """The event that an entry keeps."""
    on, until, words = entry.counts_on, entry.until or entry.counts_on, entry.words or ""
    match entry.what:
        case What.STARTED:
            return happened.Started(on, entry.until)
        case What.PAUSED:
            return happened.Paused(on, PauseReason(entry.pause or ""), words)
        case What.RESUMED:
            return happened.Resumed(on)
        case What.EXTENDED:
            return happened.Extended(on, until, words, entry.agreed or Agreed.NOT_ASKED)
        case What.RETARGETED:
            return happened.Retargeted(on, until, words)
        case What.STOPPED:
            return happened.Stopped(on)
        case What.UNDONE:
            return happened.Undone(on, entry.which or 0)


def _limits() -> Mapping[str, int]:
    limits: Mapping[str, int] = current_app.extensions["portal.authority"].limits
    return limits

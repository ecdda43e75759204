"""Opening a case with its number and code, and seeing how it goes, without ever showing the person's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update

from portal import clock
from portal.domain.procedures import TABLES
from portal.domain.words import PUBLIC_HAPPENINGS, Audience, Happening, Kind, Side, State
from portal.extensions import db
from portal.records.advocacy import open_request_of
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.records.timeline import Message, TimelineLine, messages_of, timeline_of
from portal.records.visits import CaseVisit, visit_of
from portal.services.codes import code_fits
from portal.services.convening import panel_day
from portal.services.looking import refused_code
from portal.services.recording import record
from portal.services.stepping import BACK_TAKEN, COMPLAIN, NEXT, could
from portal.services.throttling import counted
from portal.services.transactions import writing

IDLE = timedelta(minutes=15)
"""How long a case stays open without a sign of life (trust, "Sessions")."""
STILL_TAKEN = timedelta(hours=2)
"""How long somebody who wrote slowly can still send their words; they see nothing of the case by it."""
TOUCHED_ENOUGH = timedelta(minutes=1)
TRIES_A_MINUTE = 10
"""Tries of one network. A code has 49.8 bits, so this is about fairness and work, not about guessing."""
TRIES_OF_ALL = 300
"""Tries of everybody together; above it each network still has its first one, so nobody can lock anybody out."""


class TooManyTries(Exception):
    """So many tries in this minute that the next ones wait."""


class DoesNotMatch(LookupError):
    """There is no case with this number and this code; which of the two is wrong is nobody's business."""


class NotOpen(LookupError):
    """This visitor has no case open: never opened, left idle, closed, or its code was changed."""


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """One message as the person sees it: the team's words, and of their own only that they wrote."""

    mine: bool
    kind: Happening
    at: datetime
    seen_at: datetime | None
    new: bool
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person may see of their case."""

    case_id: int
    reference: str
    audience: Audience
    kind: Kind
    state: State
    officer: str  # a first name, or "": never a surname
    received_on: date
    ack_due_on: date
    due_on: date
    due_max_on: date
    extended: bool
    paused: bool
    answered_on: date | None
    withdrawn_on: date | None
    unhappy: bool
    shown: str  # the stage whose words fit where the case stands, or "" for those of its heap
    may_go_on: bool  # the procedure gives the right to a next stage
    may_complain: bool  # what is no complaint, or was to be fixed fast, can become one
    may_take_back: bool
    panel_on: date | None
    last_opened: datetime | None  # the opening before this one
    happened: tuple[tuple[Happening, date], ...]
    messages: tuple[SeenMessage, ...]
    asked_advocate: bool
    advocate_by: date | None  # until when the advocates should have been in touch
    rated: bool


def look(reference: str, code: str, network: str) -> int:
    """The case with this number and code. Raises `TooManyTries`, or `DoesNotMatch`, after the same work either way."""
    _count_try(network)
    found = db.session.execute(select(Case.id, Case.code_hash).where(Case.reference == reference)).one_or_none()
    db.session.rollback()  # no transaction is held open while hashing
    fits = code_fits(code, found.code_hash if found else None)
    if not fits or found is None:
        refused_code(found.id if found else None)
        raise DoesNotMatch
    return int(found.id)


def _count_try(network: str) -> None:
    minute = f"look{clock.now():%M}"
    with writing():
        here, everywhere = counted(minute, network), counted(minute, "everybody")
    if here > TRIES_A_MINUTE or (everywhere > TRIES_OF_ALL and here > 1):
        raise TooManyTries


def open_visit(visitor: bytes, case_id: int, before: bytes | None) -> None:
    """Begin a view under the visitor's fresh key. What they were writing under their key `before` goes with them."""
    now = clock.now()
    with writing():
        if before:
            db.session.execute(delete(CaseVisit).where(CaseVisit.visitor == before))
            db.session.execute(update(Draft).where(Draft.visitor == before).values(visitor=visitor))
        db.session.add(CaseVisit(visitor=visitor, case_id=case_id, opened_at=now, touched_at=now))
        record(db.session.get_one(Case, case_id), Happening.OPENED_BY_PERSON, now)


def opened(visitor: bytes | None, now: datetime, within: timedelta = IDLE) -> tuple[CaseVisit, Case]:
    """The view this visitor has open and its case. Raises `NotOpen`."""
    visit = visit_of(visitor) if visitor else None
    if visit is None or now - visit.touched_at > within:
        raise NotOpen
    case = db.session.get_one(Case, visit.case_id)
    if visit.opened_at < case.code_changed_at:
        raise NotOpen
    return visit, case


def see(visitor: bytes | None, *, reading: bool = False) -> Seen:
    """The case as the person may see it; `reading` notes that they have seen the messages. Raises `NotOpen`."""
    now = clock.now()
    visit, case = opened(visitor, now)
    messages = messages_of(case.id)
    seen = _seen(case, visit, messages, timeline_of(case.id))
    unread = reading and any(message.new for message in seen.messages)
    if unread or now - visit.touched_at > TOUCHED_ENOUGH:
        _touch(visit.id, case.id if unread else None, now)
    return seen


def _touch(visit_id: int, read_case_id: int | None, now: datetime) -> None:
    with writing():
        db.session.execute(update(CaseVisit).where(CaseVisit.id == visit_id).values(touched_at=now))
        if read_case_id is not None:
            theirs = (Message.case_id == read_case_id, Message.side == Side.TEAM, Message.seen_at.is_(None))
            db.session.execute(update(Message).where(*theirs).values(seen_at=now))


def _seen(case: Case, visit: CaseVisit, messages: Sequence[Message], lines: Sequence[TimelineLine]) -> Seen:
    happened = {line.happening for line in lines}
    asked = open_request_of(case.id)
    return Seen(
        case_id=case.id,
        reference=case.reference,
        audience=case.audience,
        kind=case.kind,
        state=case.state,
        officer=case.officer.public_name if case.officer else "",
        received_on=case.received_on,
        ack_due_on=case.ack_due_on,
        due_on=case.due_on,
        due_max_on=case.due_max_on,
        extended=case.extended,
        paused=case.paused,
        answered_on=case.answered_on,
        withdrawn_on=case.withdrawn_on,
        unhappy=case.unhappy,
        shown=TABLES[case.procedure].places[case.step].shown,
        may_go_on=could(case, NEXT),
        may_complain=could(case, COMPLAIN),
        may_take_back=any(could(case, event) for event in BACK_TAKEN),
        panel_on=panel_day(case.id),
        last_opened=_opening_before(visit, lines),
        happened=tuple((line.happening, line.effective_on) for line in lines if line.happening in PUBLIC_HAPPENINGS),
        messages=tuple(_message(message) for message in messages),
        asked_advocate=asked is not None,
        advocate_by=asked.contact_by if asked and asked.in_touch_on is None else None,
        rated=Happening.RATED in happened,
    )


def _message(message: Message) -> SeenMessage:
    team = message.side is Side.TEAM
    return SeenMessage(
        mine=not team,
        kind=message.kind,
        at=message.at,
        seen_at=message.seen_at,
        new=team and message.seen_at is None,
        words=str(message.text.get("words", "")) if team else "",
    )


def _opening_before(visit: CaseVisit, lines: Sequence[TimelineLine]) -> datetime | None:
    """The newest opening that is not this visit's own: if somebody else knows the code, this is where it shows."""
    openings = [line.at for line in lines if line.happening is Happening.OPENED_BY_PERSON]
    own = max((at for at in openings if at <= visit.opened_at), default=None)
    return max((at for at in openings if at != own), default=None)


def close(visitor: bytes | None) -> None:
    """Close this visitor's view of a case."""
    if visitor:
        with writing():
            db.session.execute(delete(CaseVisit).where(CaseVisit.visitor == visitor))

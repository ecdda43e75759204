"""Opening a case with its number and code, and seeing how it goes, without ever showing the person's own words."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, or_, select, update

from portal import clock
from portal.domain.speaking import Holder
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.audit import openings_of
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.records.speakers import Speaker, speaker_of
from portal.records.timeline import Message, messages_of, timeline_of
from portal.records.visits import CaseVisit, visit_of
from portal.services.codes import which_fits
from portal.services.looking import refused_code
from portal.services.recording import record
from portal.services.throttling import counted
from portal.services.tracking_seen import SIDES, Seen, seen_by
from portal.services.transactions import writing

IDLE = timedelta(minutes=15)
"""How long a case stays open without a sign of life (trust, "Sessions")."""
STILL_TAKEN = timedelta(hours=2)
"""How long somebody who wrote slowly can still send their words; they see nothing of the case by it."""
TOUCHED_ENOUGH = timedelta(minutes=1)
TRIES_A_MINUTE = 10
"""Tries of one network. A code has 49.8 bits, so this is about fairness and work, not about guessing."""
HOLDERS = (Holder.PERSON, Holder.SPEAKER)
"""Whose the secrets of a case are, in the order in which they are tried."""
TRIES_OF_ALL = 300
"""Tries of everybody together; above it each network still has its first one, so nobody can lock anybody out."""


class TooManyTries(Exception):
    """So many tries in this minute that the next ones wait."""


class DoesNotMatch(LookupError):
    """There is no case with this number and this code; which of the two is wrong is nobody's business."""


class Ended(LookupError):
    """It is the code of somebody who spoke for a child, and the child wants to go on alone."""


class NotOpen(LookupError):
    """This visitor has no case open: never opened, left idle, closed, or its code was changed."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a number and a code open: which case, and as whom."""

    case_id: int
    holder: Holder


def look(reference: str, code: str, network: str) -> Key:
    """What this number and code open. Raises `TooManyTries`, `Ended`, or `DoesNotMatch` after always the same work."""
    _count_try(network)
    both = select(Case.id, Case.code_hash, Speaker.code_hash.label("theirs"), Speaker.cut_at)
    query = both.outerjoin(Speaker, Speaker.case_id == Case.id).where(Case.reference == reference)
    found = db.session.execute(query).one_or_none()
    db.session.rollback()  # no transaction is held open while hashing
    place = which_fits(code, (found.code_hash, found.theirs) if found else (None, None))
    if place is None or found is None:
        refused_code(found.id if found else None)
        raise DoesNotMatch
    if HOLDERS[place] is Holder.SPEAKER and found.cut_at is not None:
        raise Ended
    return Key(int(found.id), HOLDERS[place])


def _count_try(network: str) -> None:
    minute = f"look{clock.now():%M}"
    with writing():
        here, everywhere = counted(minute, network), counted(minute, "everybody")
    if here > TRIES_A_MINUTE or (everywhere > TRIES_OF_ALL and here > 1):
        raise TooManyTries


def open_visit(visitor: bytes, case_id: int, before: bytes | None, holder: Holder = Holder.PERSON) -> None:
    """Begin a view under the visitor's fresh key. What they were writing under their key `before` goes with them."""
    now = clock.now()
    with writing():
        if before:
            db.session.execute(delete(CaseVisit).where(CaseVisit.visitor == before))
            db.session.execute(update(Draft).where(Draft.visitor == before).values(visitor=visitor))
        db.session.add(CaseVisit(visitor=visitor, case_id=case_id, holder=holder, opened_at=now, touched_at=now))
        record(db.session.get_one(Case, case_id), Happening.OPENED_BY_PERSON, now, side=SIDES[holder])


def opened(visitor: bytes | None, now: datetime, within: timedelta = IDLE) -> tuple[CaseVisit, Case]:
    """The view this visitor has open and its case. Raises `NotOpen`."""
    visit = visit_of(visitor) if visitor else None
    if visit is None or now - visit.touched_at > within:
        raise NotOpen
    case = db.session.get_one(Case, visit.case_id)
    speaker = speaker_of(case) if visit.holder is Holder.SPEAKER else None
    if visit.holder is Holder.SPEAKER and (speaker is None or speaker.cut):
        raise NotOpen
    if visit.opened_at < (speaker or case).code_changed_at:
        raise NotOpen
    return visit, case


def held(visitor: bytes | None, now: datetime, within: timedelta = IDLE) -> tuple[CaseVisit, Case]:
    """The same with the case held until the transaction ends, so that deeds take turns. Raises `NotOpen`.

    It is asked again once the case is ours: whoever held it before may have ended this very view.
    """
    _, case = opened(visitor, now, within)
    db.session.refresh(case, with_for_update=True)
    return opened(visitor, now, within)


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody of the team opened the case on a day, once or several times."""

    day: date
    name: str  # a first name, never a surname
    times: int


def who_opened(visitor: bytes | None) -> tuple[Opening, ...]:
    """Who of the team opened the case that this visitor has open, the newest day first. Raises `NotOpen`."""
    _visit, case = opened(visitor, clock.now())
    times = Counter((clock.in_london(at).date(), name) for at, name in openings_of(case.id))
    return tuple(Opening(day, name, number) for (day, name), number in sorted(times.items(), reverse=True))


def see(visitor: bytes | None, *, reading: bool = False) -> Seen:
    """The case as the person may see it; `reading` notes that they have seen the messages. Raises `NotOpen`."""
    now = clock.now()
    visit, case = opened(visitor, now)
    seen = seen_by(case, visit, messages_of(case.id), timeline_of(case.id))
    unread = reading and any(message.new for message in seen.messages)
    if unread or now - visit.touched_at > TOUCHED_ENOUGH:
        _touch(visit, unread, now)
    return seen


def _touch(visit: CaseVisit, read: bool, now: datetime) -> None:
    number, case_id, holder = visit.id, visit.case_id, visit.holder
    with writing():
        db.session.execute(update(CaseVisit).where(CaseVisit.id == number).values(touched_at=now))
        if read:
            seen = Message.seen_at if holder is Holder.PERSON else Message.speaker_seen_at
            for_them = or_(Message.reader.is_(None), Message.reader == holder)
            theirs = (Message.case_id == case_id, Message.side == Side.TEAM, seen.is_(None), for_them)
            db.session.execute(update(Message).where(*theirs).values({seen: now}))


def close(visitor: bytes | None) -> None:
    """Close this visitor's view of a case."""
    if visitor:
        with writing():
            db.session.execute(delete(CaseVisit).where(CaseVisit.visitor == visitor))

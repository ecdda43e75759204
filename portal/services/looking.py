"""Keeping what was looked at and what was refused: lines of the audit that no change goes with."""

from collections.abc import Collection
from datetime import datetime, time

from sqlalchemy import update

from portal import clock
from portal.domain.access import Action
from portal.domain.audit_words import By, Deed, Refusal
from portal.domain.words import Side
from portal.extensions import db
from portal.records.audit import came_in_since
from portal.records.officers import officer_by_email, officer_by_session_name
from portal.records.timeline import Message
from portal.services.auditing import note
from portal.services.transactions import writing

SIGN_IN, TRACK = "sign_in", "track"
"""What was tried where no action of the staff site is the door."""


def saw(action: Action, officer_id: int, case_id: int | None = None, *, messages: bool = False) -> None:
    """Keep that this officer looks at this now; it is kept before it is shown. `messages`: theirs are read."""
    with writing():
        note(Deed.SAW, action, officer_id=officer_id, case_id=case_id)
        if messages:
            theirs = (Message.case_id == case_id, Message.side != Side.TEAM, Message.seen_at.is_(None))
            db.session.execute(update(Message).where(*theirs).values(seen_at=clock.now()))


def searched(officer_id: int, hidden: Collection[int]) -> None:
    """Keep that this officer searched, and which cases were found but not shown to them."""
    with writing():
        note(Deed.SAW, Action.SEARCH, officer_id=officer_id)
        for case_id in sorted(hidden):
            note(Deed.REFUSED, Action.SEARCH, officer_id=officer_id, case_id=case_id, why=Refusal.CONFLICT)


def refused(action: Action, officer_id: int, why: Refusal, case_id: int | None = None) -> None:
    """Keep that this officer was not let in."""
    with writing():
        note(Deed.REFUSED, action, officer_id=officer_id, case_id=case_id, why=why)


def refused_sign_in(email: str, session_name: str) -> None:
    """Keep that somebody failed to sign in, and as whom if there is such an officer."""
    with writing():
        officer = officer_by_session_name(session_name) if session_name else officer_by_email(email)
        number = officer.id if officer else None
        note(Deed.REFUSED, SIGN_IN, by=By.NOBODY_KNOWN, about_id=number, why=Refusal.WRONG_SIGN_IN)


def refused_code(case_id: int | None) -> None:
    """Keep that somebody tried to follow a case with a wrong code; None when there is no case with that number."""
    with writing():
        note(Deed.REFUSED, TRACK, by=By.NOBODY_KNOWN, case_id=case_id, why=Refusal.WRONG_CODE)


def exported(what: str, officer_id: int | None = None, why: str | None = None) -> None:
    """Keep that something is taken out; None is whoever may use the command line. It is kept before it is given."""
    with writing():
        note(Deed.EXPORTED, what, by=By.PORTAL if officer_id is None else By.OFFICER, officer_id=officer_id, words=why)


def say_why(case_id: int, officer_id: int, words: str) -> None:
    """Keep why an officer opens a case that is somebody else's; the data protection officer reads it."""
    with writing():
        note(Deed.SAID_WHY, Action.READ_CASE, officer_id=officer_id, case_id=case_id, words=words)


def been_in_today(case_id: int, officer_id: int) -> bool:
    """Whether this officer wrote today why they open this case, or opened it when nobody had to ask."""
    midnight = datetime.combine(clock.today(), time(), clock.LONDON)
    return came_in_since(case_id, officer_id, midnight)

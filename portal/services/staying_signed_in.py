"""Remembering an officer's browser between two requests: thirty idle minutes, ten hours at most, ended at will."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete

from portal import clock
from portal.domain.audit_words import Deed
from portal.extensions import db
from portal.records.officers import StaffSession, staff_session
from portal.services.auditing import note
from portal.services.looking import SIGN_IN
from portal.services.transactions import writing

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
"""Design: trust, Sessions."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was remembered, and when the browser was last heard of."""

    data: dict[str, Any]
    touched_at: datetime


def _hashed(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def remembered(key: str) -> Remembered | None:
    """What is remembered under this key, unless it lay idle too long or has had its day."""
    row = staff_session(_hashed(key))
    now = clock.now()
    if row is None or now - row.touched_at > IDLE or now - row.begun_at > LONGEST:
        return None
    return Remembered(row.data, row.touched_at)


def remember(key: str | None, data: dict[str, Any], officer_id: int | None, *, anew: bool) -> str:
    """Keep `data` under the key, or under a new one when `anew` or when the old one is not there; return the key."""
    now = clock.now()
    with writing():
        row = staff_session(_hashed(key)) if key else None
        if row is None or anew:
            if row is not None:
                db.session.delete(row)
            db.session.execute(delete(StaffSession).where(StaffSession.touched_at < now - IDLE))
            key = secrets.token_urlsafe(32)
            row = StaffSession(key=_hashed(key), begun_at=now)
            db.session.add(row)
        if anew:
            note(Deed.SIGNED_IN, SIGN_IN, officer_id=officer_id)
        row.officer_id, row.touched_at, row.data = officer_id, now, data
    assert key is not None
    return key


def forget(key: str | None) -> None:
    """End what is remembered under this key."""
    if key:
        with writing():
            row = staff_session(_hashed(key))
            if row is not None and row.officer_id is not None:
                note(Deed.SIGNED_OUT, SIGN_IN, officer_id=row.officer_id)
            db.session.execute(delete(StaffSession).where(StaffSession.key == _hashed(key)))

"""Keeping the audit: what a transaction did is written and sealed as its last act, so that it cannot be forgotten.

The end of the chain is locked only then, after everything else, and let go by the commit: two transactions wait for
each other no longer than one of them takes to be kept.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import event, func, insert, inspect, select
from sqlalchemy.orm import Session

from portal import clock
from portal.domain import audit_chain
from portal.domain.audit_words import By, Deed, Refusal
from portal.extensions import db
from portal.records.audit import AuditLine, end_of_chain
from portal.records.sealing import keyring

_LOCK = 0x617564697400
"""The number under which PostgreSQL knows the lock on the end of the chain."""

NOT_CASEWORK = frozenset(
    {
        "audit", "case_visits", "drafts", "equality_answers", "equality_invitations", "equality_offers", "files",
        "letters", "rate_counts", "saved_drafts", "staff_sessions",
    }
)  # fmt: skip
"""Tables whose changes mean nothing by themselves: what is still being written, queued, counted or remembered. A file
is one of them until it comes to a case, and then the timeline says so."""


class NoTransaction(RuntimeError):
    """An audit line was noted where nothing is being written, so it would never be kept."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line as somebody notes it; number and seal follow when the transaction is kept."""

    at: datetime
    deed: Deed
    what: str
    by: By
    officer_id: int | None = None
    case_id: int | None = None
    about_id: int | None = None
    why: Refusal | None = None
    words: str | None = None


@dataclass(slots=True)
class _Kept:
    """What the transaction that is running noted, and the rows it changed: table and case."""

    notes: list[Note]
    touched: dict[tuple[str, int | None], None]


def note(
    deed: Deed,
    what: str,
    *,
    by: By = By.OFFICER,
    officer_id: int | None = None,
    case_id: int | None = None,
    about_id: int | None = None,
    why: Refusal | None = None,
    words: str | None = None,
) -> None:
    """Add one line to the audit, in the caller's transaction. Raises `NoTransaction` when there is none."""
    kept: _Kept | None = db.session.info.get("audit")
    if kept is None:
        raise NoTransaction(f"{deed} {what}")
    kept.notes.append(Note(clock.now(), deed, str(what), by, officer_id, case_id, about_id, why, words))


def begin() -> None:
    """A transaction begins; what is noted from now on is its own."""
    db.session.info["audit"] = _Kept([], {})


def end() -> None:
    """The transaction is over, kept or not."""
    db.session.info.pop("audit", None)


def keep() -> None:
    """Write and seal what was noted; a change about which nobody noted anything gets a line that says so."""
    db.session.flush()
    kept: _Kept = db.session.info["audit"]
    notes = kept.notes or [
        Note(clock.now(), Deed.CHANGED, table, By.UNNAMED, case_id=case_id) for table, case_id in kept.touched
    ]
    if not notes:
        return
    if db.engine.dialect.name == "postgresql":  # on SQLite there is one writer at a time already
        db.session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last, before = end_of_chain() or (0, audit_chain.FIRST)
    rows: list[dict[str, Any]] = []
    for number, one in enumerate(notes, start=last + 1):
        rows.append(_sealed(number, one, before))
        before = rows[-1]["seal"]
    db.session.execute(insert(AuditLine), rows)


def _sealed(number: int, one: Note, before: bytes) -> dict[str, Any]:
    ring = keyring()
    line = AuditLine(
        id=number, at=one.at, by=one.by, officer_id=one.officer_id, deed=one.deed, what=one.what, case_id=one.case_id,
        about_id=one.about_id, why=one.why, uid=secrets.token_bytes(16), key=ring.current,
    )  # fmt: skip
    if one.words:
        line.say(one.words)
    key = ring.audit_key(ring.current)
    assert key is not None
    row = {column.key: getattr(line, column.key) for column in inspect(AuditLine).column_attrs}
    return row | {"seal": audit_chain.seal(key, line.entry(), before)}


@event.listens_for(db.session, "after_flush")
def _see_what_changes(session: Session, _context: Any) -> None:
    kept: _Kept | None = session.info.get("audit")
    if kept is None or kept.notes:
        return
    changed = [*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row))]
    for row in changed:
        table = str(row.__table__.name)
        if table not in NOT_CASEWORK:
            kept.touched[table, row.id if table == "cases" else getattr(row, "case_id", None)] = None

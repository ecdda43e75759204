"""The outbox: a letter is kept in the same transaction as what it tells of, and sent later by `portal post`."""

import hashlib
import secrets
from datetime import datetime

from flask import current_app
from sqlalchemy import func, select

from portal import clock
from portal.domain.words import LetterState
from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from portal.services.their_language import speaking
from portal.services.throttling import counted

FLOOD = 30
"""Letters one mailbox gets in an hour; then one more says that there are many, and of the rest the inbox tells."""


def enqueue(
    about: str,
    kind: str,
    to: str,
    *,
    language: str,
    case_id: int | None = None,
    number: int | None = None,
    **context: object,
) -> Letter:
    """Write one letter in the caller's transaction; without `number` it is the next of its kind about this."""
    subject, text = put_into_words(kind, language, **context)
    now = clock.now()
    letter = Letter(
        about=about,
        case_id=case_id,
        kind=kind,
        number=number or next_number(about, kind, case_id),
        language=language,
        message_id=_message_id(),
        state=LetterState.WAITING,
        tries=0,
        next_try_at=now,
        written_at=now,
    )
    letter.content = {"to": to, "subject": subject, "text": text}
    db.session.add(letter)
    return letter


def put_into_words(kind: str, language: str, **context: object) -> tuple[str, str]:
    """The subject and the text of a letter: the first line of its template, and what follows the blank line."""
    with speaking(language):
        written = current_app.jinja_env.get_template(f"letters/{kind}.txt").render(language=language, **context)
    subject, _, text = written.strip().partition("\n")
    return subject.strip(), text.strip() + "\n"


def in_flood(mailbox: str, address: str) -> bool:
    """Count one more letter to this mailbox and say whether the hour has had its fill; then one digest is written."""
    so_many = counted("letters", address)
    if so_many == FLOOD + 1:
        enqueue(_hour(mailbox, clock.now()), "team_digest", address, language="en", link=staff_link())
    return so_many > FLOOD


def staff_link(reference: str = "") -> str:
    """Where an officer reads on: the page of a case, or the inbox."""
    home = f"{current_app.config['PORTAL'].public_url}/staff/"
    return f"{home}cases/{reference}" if reference else home


def _hour(mailbox: str, now: datetime) -> str:
    return f"box:{hashlib.sha256(mailbox.encode()).hexdigest()[:12]}:{now:%Y%m%d%H}"


def next_number(about: str, kind: str, case_id: int | None) -> int:
    """One more than the last of its kind; the case is locked, so that two at once do not draw the same."""
    if case_id is not None:
        db.session.execute(select(Case.id).where(Case.id == case_id).with_for_update())
    last = db.session.scalar(select(func.max(Letter.number)).where(Letter.about == about, Letter.kind == kind))
    return (last or 0) + 1


def _message_id() -> str:
    host = str(current_app.config["PORTAL"].mail_from).rpartition("@")[2].strip("> ") or "localhost"
    return f"<{secrets.token_hex(16)}@{host}>"

"""Keeping what somebody is writing until they send it: on the server, sealed, and cleared after thirty idle minutes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app
from sqlalchemy import ColumnElement, delete, select

from portal import clock
from portal.domain.journeys.pages import Answer
from portal.domain.references import SecretCode, new_code
from portal.extensions import db
from portal.records.drafts import Draft, SavedDraft, draft_of, saved_draft
from portal.services import keeping_files
from portal.services.transactions import writing

IDLE = timedelta(minutes=30)
"""How long a draft is kept without a sign of life (people 2.i; told on every start page)."""
SAVED_FOR = timedelta(days=14)
"""How long a draft saved under a code is kept."""


class NothingSaved(LookupError):
    """No saved draft answers to this code: never saved, sent, saved anew, or cleared after its fourteen days."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose draft it is and what it is.

    The visitor, the journey, the way through it, the variant of its words, the language.
    """

    visitor: bytes
    journey: str
    way: str = "full"
    variant: str = ""
    language: str = "en"


def open_draft(visitor: bytes | None, journey: str) -> Draft | None:
    """The draft this visitor is writing or has just sent; None once it has lain idle for half an hour."""
    draft = draft_of(visitor, journey) if visitor else None
    return draft if draft and clock.now() - draft.touched_at <= IDLE else None


def keep(writer: Writer, answers: Mapping[str, Answer]) -> Draft:
    """Add these answers to the visitor's draft, beginning one if need be.

    A draft that was sent is not written over but begun anew.
    """
    with writing():
        return _keep(writer, answers, clock.now())


def _keep(writer: Writer, answers: Mapping[str, Answer], now: datetime) -> Draft:
    draft = draft_of(writer.visitor, writer.journey)
    if draft is not None and (now - draft.touched_at > IDLE or (draft.case_id and writer.way != "more")):
        _forget(Draft.id == draft.id)
        draft = None
    if draft is None:
        draft = Draft(
            visitor=writer.visitor, journey=writer.journey, way=writer.way, variant=writer.variant, begun_at=now
        )
        draft.answers = dict(answers)
        db.session.add(draft)
    else:
        draft.answers = {**_written(draft), **answers}
        draft.way = writer.way
    draft.language, draft.touched_at = writer.language, now
    return draft


def _written(draft: Draft) -> dict[str, Any]:
    """What is in a draft without what was to be said of its last files."""
    return {key: value for key, value in draft.answers.items() if key != keeping_files.REFUSED}


def touch(visitor: bytes, journey: str) -> bool:
    """Give another half hour ("I need more time") to a draft that is still there."""
    with writing():
        draft = open_draft(visitor, journey)
        if draft:
            draft.touched_at = clock.now()
    return draft is not None


def wipe(visitor: bytes | None) -> None:
    """Forget everything this visitor was writing; a draft saved under a code stays."""
    if visitor:
        with writing():
            _forget(Draft.visitor == visitor)


def clear_idle(now: datetime) -> int:
    """Delete drafts idle for half an hour and saved drafts past their fourteen days; return how many."""
    with writing():
        idle = _forget(Draft.touched_at < now - IDLE)
        old = _forget_saved(SavedDraft.saved_at < now - SAVED_FOR)
    return idle + old


def _forget(which: ColumnElement[bool]) -> int:
    """Delete these drafts; the files of a saved one stay with it."""
    keeping_files.give_back(select(Draft.id).where(which))
    return len(db.session.scalars(delete(Draft).where(which).returning(Draft.id)).all())


def _forget_saved(which: ColumnElement[bool]) -> int:
    keeping_files.keep_beside(select(SavedDraft.id).where(which))
    return len(db.session.scalars(delete(SavedDraft).where(which).returning(SavedDraft.id)).all())


def forget_saved_of(draft: Draft) -> None:
    """Once a draft is sent, or saved anew, its old code opens nothing; the caller's transaction keeps it."""
    if draft.saved_id is not None:
        _forget_saved(SavedDraft.id == draft.saved_id)


def put_away(writer: Writer) -> SecretCode:
    """Save the visitor's draft under a new code and end it here. Staff cannot read it.

    Only the code derives its key.
    """
    code = new_code()
    finder, cipher = _derived(code.canonical)
    with writing():
        draft = draft_of(writer.visitor, writer.journey)
        answers = _written(draft) if draft and not draft.case_id else {}
        saved = SavedDraft(finder=finder, body=b"", saved_at=clock.now())
        db.session.add(saved)
        db.session.flush()
        kept = {"journey": writer.journey, "way": writer.way, "variant": writer.variant, "answers": answers}
        if draft and not draft.case_id:
            kept["files"] = keeping_files.put_away(draft, saved.id)
            forget_saved_of(draft)
            db.session.delete(draft)
        saved.body = cipher.encrypt(finder[:12], json.dumps(kept).encode(), b"saved_drafts")
    return code


def take_up(code: SecretCode, visitor: bytes, language: str) -> Writer:
    """Go on with a saved draft; it stays saved until it is sent, saved anew or too old. Raises `NothingSaved`."""
    finder, cipher = _derived(code.canonical)
    with writing():
        saved = saved_draft(finder)
        if saved is None or clock.now() - saved.saved_at > SAVED_FOR:
            raise NothingSaved
        kept: dict[str, Any] = json.loads(cipher.decrypt(finder[:12], saved.body, b"saved_drafts"))
        writer = Writer(visitor, kept["journey"], kept["way"], kept["variant"], language)
        going_on = open_draft(visitor, writer.journey)
        if going_on is None or going_on.saved_id != saved.id:  # else what was written since would be lost
            draft = _keep(writer, kept["answers"], clock.now())
            draft.saved_id = saved.id
            db.session.flush()
            keeping_files.take_up(saved.id, draft, kept.get("files", {}))
    return writer


def _derived(code: str) -> tuple[bytes, AESGCM]:
    """Where a saved draft is found and the key that opens it.

    The code has 49.8 bits, scrypt and the pepper make trying them all hopeless.
    """
    pepper = current_app.config["PORTAL"].code_pepper.encode()
    made = hashlib.scrypt(code.encode(), salt=b"saved-draft:" + pepper, n=2**15, r=8, p=1, maxmem=2**26, dklen=64)
    return made[:32], AESGCM(made[32:])

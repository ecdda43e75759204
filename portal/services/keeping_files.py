"""Keeping files beside what somebody is writing, and giving them to the case when it is sent."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from sqlalchemy import Select, insert, select, update

from portal import clock
from portal.domain.files import MOST_BYTES, MOST_FILES, NotTaken, Refusal, Scan, sort_of
from portal.domain.journeys.pages import Answer
from portal.extensions import db
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.records.files import PIECE, File, FilePiece, files_of_draft, files_of_saved, pieces
from portal.services.cleaning.shape import Copy
from portal.services.opening import opened
from portal.services.scanning import tell_team, verdict
from portal.services.throttling import counted, so_far
from portal.services.transactions import writing

LONGEST_NAME = 120
PATIENCE = 15
"""Seconds after which the rest of what came with one form has to be added again: nobody waits for an answer longer."""
FILES_AN_HOUR = 300
"""Files of one network beside forms that nobody has sent yet; far more than a home or a school needs at once."""
FLOOD = "files"
REFUSED = "refused"
"""Among the answers of a draft, which of the last files were not taken, and why: the next page says so."""


class Came(Protocol):
    """A file as it came in."""

    @property
    def name(self) -> str: ...

    @property
    def size(self) -> int: ...

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class InMemory:
    """Such a file that nobody sent: the portal's own, for the demonstration."""

    name: str
    body: bytes

    @property
    def size(self) -> int:
        return len(self.body)

    def read(self) -> bytes:
        return self.body


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was opened and scanned, to be kept."""

    name: str
    copy: Copy
    scan: Scan


def each(came: Iterable[Came], room: int, papers: bool, keep: Callable[[Ready], None]) -> list[NotTaken]:
    """Open and scan one file after the other and keep it in a transaction of its own; return those not taken.

    No more than one of them is in memory.
    """
    refused, until = [], monotonic() + PATIENCE
    for one in came:
        name = file_name(one.name)
        try:
            if not room:
                raise NotTaken(Refusal.TOO_MANY)
            if monotonic() > until:
                raise NotTaken(Refusal.LATER)
            db.session.rollback()  # no transaction is held open while a file is looked at
            keep(_ready(one, name, papers))
            room -= 1
        except NotTaken as wrong:
            refused.append(NotTaken(wrong.why, name, papers=papers))
            if wrong.why is Refusal.TOO_MANY:
                break
    return refused


def file_name(given: str) -> str:
    """The last part of a file's name, for its owner to know it by; never a path, and never too long to read."""
    last = given.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable()).strip(". ")
    if len(shown) > LONGEST_NAME:
        shown = shown[: LONGEST_NAME - 12] + "…" + shown[-10:]
    return shown or "file"


def _ready(one: Came, name: str, papers: bool) -> Ready:
    if one.size > MOST_BYTES:
        raise NotTaken(Refusal.TOO_BIG)
    copy = opened(one.read(), papers=papers)
    return Ready(name, copy, verdict(copy.body))


def store(ready: Ready, **whose: object) -> File:
    """Add the file and its pieces in the caller's transaction; `whose` are the columns that say where it belongs."""
    sort, copy = sort_of(ready.copy.media), ready.copy
    assert sort is not None
    file = File(
        uid=secrets.token_bytes(16), sort=sort, media=copy.media, size=len(copy.body), added_at=clock.now(),
        scan=ready.scan, **whose,
    )  # fmt: skip
    key = secrets.token_bytes(32)
    file.give_key(key)
    file.name = file.seal(key, ready.name.encode(), "name")
    file.small = file.seal(key, copy.small, "small") if copy.small else None
    db.session.add(file)
    db.session.flush()
    total = pieces(file.size)
    for number in range(1, total + 1):
        part = file.seal(key, copy.body[(number - 1) * PIECE : number * PIECE], f"piece {number} of {total}")
        db.session.execute(insert(FilePiece), {"file_id": file.id, "number": number, "body": part})
    return file


def add_to_draft(draft_id: int, question: str, came: Sequence[Came], *, papers: bool, network: str) -> list[NotTaken]:
    """Keep these beside the answers of a draft; return those that were not taken, with why."""
    if so_far(FLOOD, network) >= FILES_AN_HOUR:
        return [NotTaken(Refusal.LATER, file_name(one.name)) for one in came[:1]]

    def keep(ready: Ready) -> None:
        with writing():
            draft = _locked(draft_id)
            if draft is None:  # they left while the file was looked at
                return
            if _room(draft_id, question) < 1:
                raise NotTaken(Refusal.TOO_MANY)
            counted(FLOOD, network)
            store(ready, draft_id=draft_id, question=question)
            list_anew(draft, question)

    return each(came, _room(draft_id, question), papers, keep)


def say_refused(draft_id: int, refused: Mapping[str, Sequence[NotTaken]]) -> None:
    """Let the draft remember which files were not taken, by question, until something is written on it again."""
    with writing():
        draft = _locked(draft_id)
        if draft is not None:
            told = {key: [[one.why.value, one.name] for one in ones] for key, ones in refused.items()}
            draft.answers = {**draft.answers, REFUSED: told}


def remove_from_draft(draft_id: int, token: str) -> None:
    """Take one file out of a draft again; one that is not there is gone already."""
    with writing():
        draft = _locked(draft_id)
        file = next((one for one in files_of_draft(draft_id) if one.token == token), None)
        if draft is not None and file is not None:
            if file.saved_id is None:
                db.session.delete(file)
            else:
                file.draft_id, file.sealed_key = None, None
            db.session.flush()
            list_anew(draft, file.question)


def list_anew(draft: Draft, question: str) -> None:
    """Let the draft's answer say which files there are; what was sent keeps its receipt and nothing else."""
    mine: Answer = [one.token for one in files_of_draft(draft.id) if one.question == question]
    draft.answers = {**draft.answers, question: mine}
    draft.touched_at = clock.now()


def take_along(draft: Draft, case: Case, answers: Mapping[str, Answer], message_id: int | None = None) -> None:
    """Give the files of the answers that were sent to their case, in the same transaction; others are cleared."""
    infected = False
    for file in files_of_draft(draft.id):
        if file.token not in answers.get(file.question, []):
            db.session.delete(file)
            continue
        file.draft_id, file.saved_id, file.case_id, file.message_id = None, None, case.id, message_id
        infected |= file.scan is Scan.INFECTED
    if infected:
        tell_team(case)


def put_away(draft: Draft, saved_id: int) -> dict[str, str]:
    """Let the files go with a saved draft: their keys are returned, to lie where only its code reaches them."""
    keys = {}
    for file in files_of_draft(draft.id):
        keys[file.uid.hex()] = file.own_key().hex()
        file.sealed_key, file.draft_id, file.saved_id = None, None, saved_id
    db.session.flush()
    return keys


def take_up(saved_id: int, draft: Draft, keys: Mapping[str, str]) -> None:
    """Bring the files of a saved draft beside its answers; they stay part of it until it is sent or cleared."""
    changed = set()
    for file in files_of_saved(saved_id):
        if file.draft_id:  # on another device, where it is beside the answers no more
            changed.add((file.draft_id, file.question))
        file.give_key(bytes.fromhex(keys[file.uid.hex()]))
        file.draft_id = draft.id
        changed.add((draft.id, file.question))
    db.session.flush()
    for number, question in changed:
        list_anew(db.session.get_one(Draft, number), question)


def give_back(drafts: Select[int]) -> None:
    """Before these drafts are deleted: what came out of a saved draft is only there again, closed but to its code."""
    theirs = (File.draft_id.in_(drafts), File.saved_id.is_not(None))
    db.session.execute(update(File).where(*theirs).values(draft_id=None, sealed_key=None))


def keep_beside(saved: Select[int]) -> None:
    """Before these saved drafts are deleted: what somebody is going on with stays beside their answers."""
    taken_up = (File.saved_id.in_(saved), File.draft_id.is_not(None))
    db.session.execute(update(File).where(*taken_up).values(saved_id=None))


def _locked(draft_id: int) -> Draft | None:
    return db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())


def _room(draft_id: int, question: str) -> int:
    return MOST_FILES - sum(one.question == question for one in files_of_draft(draft_id))

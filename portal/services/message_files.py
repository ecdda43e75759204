"""Files beside a message from the case page: they wait with the visit, and go to the case with the words."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from portal import clock
from portal.domain.files import MOST_FILES, NotTaken, Refusal, Scan
from portal.domain.speaking import Holder
from portal.domain.words import Audience, Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.files import File, files_of_visit
from portal.records.timeline import Message
from portal.records.visits import CaseVisit
from portal.services.keeping_files import Came, Ready, each, store
from portal.services.scanning import tell_team
from portal.services.tracking import STILL_TAKEN, opened
from portal.services.transactions import writing


def waiting(visitor: bytes | None, kind: Happening) -> Sequence[File]:
    """What waits to be sent with this kind of message. Raises `NotOpen`."""
    visit, _ = opened(visitor, clock.now(), STILL_TAKEN)
    return files_of_visit(visit.id, kind.value)


def add_to_visit(visitor: bytes | None, kind: Happening, came: Iterable[Came]) -> list[NotTaken]:
    """Keep these until the message is sent; return those that were not taken, with why. Raises `NotOpen`."""
    visit, case = opened(visitor, clock.now(), STILL_TAKEN)
    number, papers = visit.id, case.audience is Audience.ADULT or visit.holder is Holder.SPEAKER

    def keep(ready: Ready) -> None:
        with writing():
            db.session.execute(select(CaseVisit.id).where(CaseVisit.id == number).with_for_update())  # one at a time
            opened(visitor, clock.now(), STILL_TAKEN)  # not closed while the file was looked at
            if _room(number, kind) < 1:
                raise NotTaken(Refusal.TOO_MANY)
            store(ready, visit_id=number, question=kind.value)

    return each(came, _room(number, kind), papers, keep)


def remove_from_visit(visitor: bytes | None, kind: Happening, token: str) -> None:
    """Take one of them out again; one that is not there is gone already. Raises `NotOpen`."""
    with writing():
        file = next((one for one in waiting(visitor, kind) if one.token == token), None)
        if file is not None:
            db.session.delete(file)


def hand_over(files: Sequence[File], case: Case, message: Message) -> None:
    """Give the files to the case with their message, in the caller's transaction."""
    for file in files:
        file.visit_id, file.case_id, file.message_id = None, case.id, message.id
    if any(file.scan is Scan.INFECTED for file in files):
        tell_team(case)


def _room(visit_id: int, kind: Happening) -> int:
    return MOST_FILES - len(files_of_visit(visit_id, kind.value))

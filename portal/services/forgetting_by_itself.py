"""What nobody has to decide about: it goes by itself on its day, and the command says how much of it went."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import CursorResult, delete, exists, select, update

from portal import clock
from portal.domain.audit_words import By, Deed
from portal.domain.files import Scan
from portal.domain.retention import QUARANTINED_FOR, RetentionClass, years_after
from portal.domain.words import ContactWay
from portal.extensions import db
from portal.records.cases import Case, Contact
from portal.records.compliments import Compliment
from portal.records.equality import EqualityAnswer
from portal.records.files import File, FilePiece
from portal.records.retention import is_held
from portal.services.auditing import note
from portal.services.retention_due import Due, over_since, periods
from portal.services.tidying import Tidied, tidy
from portal.services.transactions import writing


@dataclass(frozen=True, slots=True)
class Gone:
    """How much went."""

    tidied: Tidied
    files: int
    names: int
    links: int


def forget_by_itself(now: datetime) -> Gone:
    """Idle drafts, ended visits, files with a virus after a week, names in kind words, and links to answers about
    oneself after their years."""
    today = clock.in_london(now).date()
    return Gone(tidy(now), _quarantined(now), _names(today), _links(today))


def _quarantined(now: datetime) -> int:
    """What nobody was ever given loses its content; that it came, and that there was a virus in it, stays told."""
    infected = (File.scan == Scan.INFECTED, File.case_id.is_not(None), File.added_at < now - QUARANTINED_FOR)
    full = exists().where(FilePiece.file_id == File.id)
    number = 0
    for file in db.session.execute(select(File.id, File.case_id).where(*infected, full, ~is_held(File.case_id))).all():
        with writing():
            pieces = db.session.execute(delete(FilePiece).where(FilePiece.file_id == file.id))
            db.session.execute(update(File).where(File.id == file.id).values(small=None))
            note(Deed.LET_GO, "infected_file", by=By.PORTAL, case_id=file.case_id)
            number += isinstance(pieces, CursorResult) and pieces.rowcount > 0
    return number


def _names(today: date) -> int:
    """Of kind words and ideas who sent them and whom they praise; the words stay until their own day."""
    named = exists().where(Contact.case_id == Case.id, Contact.emptied_on.is_(None))
    kind_words = Case.kind.in_(("compliment", "comment"))
    past = _past(today, periods().praise_names, named, kind_words)
    found = [due.case_id for due in past if due.kept_as is RetentionClass.PRAISE]
    for case_id in found:
        with writing():
            _empty_names(case_id, today)
            note(Deed.LET_GO, "names_in_kind_words", by=By.PORTAL, case_id=case_id)
    return len(found)


def _empty_names(case_id: int, today: date) -> None:
    contact = db.session.scalars(select(Contact).where(Contact.case_id == case_id)).one()
    contact.details, contact.way, contact.emptied_on = {}, ContactWay.CODE_ONLY, today
    contact.may_say_who = contact.may_leave_message = False
    contact.name_index = contact.email_index = contact.phone_index = None
    row = db.session.scalar(select(Compliment).where(Compliment.case_id == case_id))
    if row is not None:
        row.texts = {**row.texts, "worker": ""}
    db.session.flush()


def _links(today: date) -> int:
    """What somebody told about themselves, and let us put with their complaint, is for figures alone from then on."""
    linked = Case.reference.in_(select(EqualityAnswer.reference).where(EqualityAnswer.reference.is_not(None)))
    found = [due.case_id for due in _past(today, periods().unlink, linked)]
    for case_id in found:
        with writing():
            mine = select(Case.reference).where(Case.id == case_id).scalar_subquery()
            unlinked = update(EqualityAnswer).where(EqualityAnswer.reference == mine)
            db.session.execute(unlinked.values(reference=None, counted=False))
            note(Deed.LET_GO, "link_to_answers", by=By.PORTAL, case_id=case_id)
    return len(found)


def _past(today: date, years: int, *only: object) -> list[Due]:
    """The cases, of these alone, that have been over for so many years and need not be kept."""
    found = over_since(years_after(today, -years), ~is_held(Case.id), *only)
    return [due for due in found if years_after(due.over_on, years) <= today]

"""Letting a case go: whatever could name somebody is taken away in one transaction, what figures are made of stays.

The rows of the dataset stay under a number drawn anew, so that every report that was printed can be printed again.
"""

import logging
import secrets
from collections import Counter
from datetime import date, datetime, time

from sqlalchemy import CursorResult, delete, exists, select, update

from portal import clock
from portal.domain.audit_words import By, Deed
from portal.domain.references import new_reference
from portal.domain.retention import rule_of
from portal.extensions import db
from portal.records import dataset
from portal.records.audit import forget_reasons
from portal.records.cases import Case
from portal.records.children import ChildInCase
from portal.records.compliments import Compliment
from portal.records.equality import EqualityAnswer
from portal.records.learning import LearnedFrom, LearningAction
from portal.records.parts_of_case import parts_of
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry
from portal.records.remedies import Expense, Payment
from portal.records.report_blocks import ReportQuote
from portal.records.retention import Disposal, agreed_to, hold_of
from portal.services.accounting import count_for_good
from portal.services.auditing import note
from portal.services.codes import known_by
from portal.services.retaining import still_due
from portal.services.retention_due import periods
from portal.services.transactions import writing

log = logging.getLogger(__name__)

LET_GO = "Let go of"


def finder(reference: str) -> bytes:
    """By what the certificate of a case is found by whoever still knows its number."""
    return known_by("let_go", reference)


def let_go_agreed(today: date) -> list[int]:
    """Let go of everything that two people agreed to; returns the numbers of the certificates.

    One case that cannot go must not keep the others: it is logged, stays agreed to, and is tried again next time.
    """
    return [number for number in agreed_to() if _or_logged(number, today)]


def _or_logged(number: int, today: date) -> bool:
    try:
        return let_go(number, today)
    except Exception:
        log.exception("What is proposed under the number %d could not be let go", number)
        return False


def let_go(number: int, today: date, *, again: bool = False) -> bool:
    """Let go of one case, if it is still as it was when two people agreed, or the ledger says it was gone already."""
    with writing():
        row = db.session.scalar(select(Disposal).where(Disposal.id == number).with_for_update())
        if row is None or row.done_at is not None:
            return False
        case = db.session.scalars(select(Case).where(Case.id == row.case_id).with_for_update()).one()
        if not again and (not row.agreed or hold_of(case.id) or not still_due(row, today)):
            return False
        row.finder, row.done_at = finder(case.reference), clock.now()
        row.erased = _take_away(case, today)
        row.why = rule_of(row.kept_as, periods())
        note(Deed.LET_GO, "case", by=By.PORTAL, case_id=case.id)
    return True


def _take_away(case: Case, today: date) -> dict[str, int]:
    """Count it for the last time, take away what is its own, empty what others share, and give it another number."""
    number, before, fresh = case.id, case.reference, new_reference()
    if not case.counted:
        count_for_good(case)
    _rename_children(number)
    _unname_in_dataset(number, before, fresh)
    gone: Counter[str] = Counter(_praise(number))
    for table, statement in parts_of(number):
        done = db.session.execute(statement)
        gone[table] += done.rowcount if isinstance(done, CursorResult) else 0
    forget_reasons(number)
    _empty_shared(number)
    _empty_case(case, fresh, today)
    return {table: count for table, count in sorted(gone.items()) if count}


def _rename_children(case_id: int) -> None:
    """A child's key leads to a name only while another case has it; with the last of them it becomes another."""
    for child in db.session.scalars(select(ChildInCase).where(ChildInCase.case_id == case_id)).all():
        elsewhere = exists().where(ChildInCase.child_key == child.child_key, ChildInCase.case_id != case_id)
        if not db.session.scalar(select(elsewhere)):
            dataset.rename_child(child.child_key, secrets.token_hex(8))


def _unname_in_dataset(case_id: int, before: str, fresh: str) -> None:
    """The number on everybody's letters leads to nothing any more; money, actions and enquiries are written anew."""
    dataset.rename(before, fresh)
    for table in (Payment, Expense, OmbudsmanEnquiry):
        db.session.execute(update(table).where(table.case_id == case_id).values(counted=False))
    learned = select(LearnedFrom.action_id).where(LearnedFrom.case_id == case_id)
    db.session.execute(update(LearningAction).where(LearningAction.id.in_(learned)).values(counted=False))
    unlinked = update(EqualityAnswer).where(EqualityAnswer.reference == before)
    db.session.execute(unlinked.values(reference=None, counted=False))


def _praise(case_id: int) -> dict[str, int]:
    """Kind words go, but for those that stand in a report: they name nobody, and their sender agreed."""
    row = db.session.scalar(select(Compliment).where(Compliment.case_id == case_id))
    if row is None:
        return {}
    printed = exists().where(ReportQuote.compliment_id == row.id)
    if db.session.scalar(select(printed)):
        row.texts = {"worker": "", "quote": row.texts["quote"]}
        db.session.flush()
        return {}
    db.session.execute(delete(Compliment).where(Compliment.id == row.id))
    return {Compliment.__tablename__: 1}


def _empty_shared(case_id: int) -> None:
    """What others share with it, or what figures are made of, stays without its words."""
    for link in db.session.scalars(select(LearnedFrom).where(LearnedFrom.case_id == case_id)):
        link.told = {}
    for enquiry in db.session.scalars(select(OmbudsmanEnquiry).where(OmbudsmanEnquiry.case_id == case_id)):
        enquiry.texts = {**dict.fromkeys(enquiry.texts, ""), "about": f"{LET_GO}."}
    for asked in db.session.scalars(select(MemberEnquiry).where(MemberEnquiry.case_id == case_id)):
        asked.texts = {**dict.fromkeys(asked.texts, ""), "about": f"{LET_GO}."}
        fresh = new_reference()
        dataset.rename(asked.reference, fresh)
        asked.reference = fresh
    db.session.flush()


def _empty_case(case: Case, fresh: str, today: date) -> None:
    """What is left of it: when it came, what it was and how it went, as the figures have it."""
    noon = datetime.combine(case.received_on, time(12), clock.LONDON)
    emptied = {
        "reference": fresh, "received_at": noon, "code_changed_at": noon, "code_hash": None, "officer_id": None,
        "handler_id": None, "beneath": "", "urgent": False, "held": False, "unhappy": False, "hear_alone": False,
        "waiting_for_us": False, "look_by": None, "safety": "none", "let_go_on": today, "counted": True,
    }  # fmt: skip
    db.session.execute(update(Case).where(Case.id == case.id).values(**emptied))
    db.session.expire(case)

"""Reminders, each written once: late answers to the team, the day's list to each officer, and lapses to the person."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, exists, false, or_, select

from portal import clock
from portal.domain.access import Action, Relation, may, roles_of
from portal.domain.audit_words import By, Deed
from portal.domain.calendar import is_working_day
from portal.domain.clock_rules import ClockId
from portal.domain.letter_kinds import LetterKind
from portal.domain.rag import Band
from portal.domain.stage_words import Who
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.board import Narrowed, counted_on_board
from portal.records.cases import Case
from portal.records.desk import STILL_OPEN
from portal.records.letters import Letter
from portal.records.officers import Officer
from portal.services.asking_advocates import counted_for_provider, waiting_unreached
from portal.services.auditing import note
from portal.services.case_writing import changing
from portal.services.conflicts import concerned_of
from portal.services.letter_composing import composed
from portal.services.outbox import enqueue, staff_link
from portal.services.proceeding_clocks import answering
from portal.services.recording import record
from portal.services.stepping import NEXT, by_person, could
from portal.services.telling import tell
from portal.services.transactions import writing
from portal.services.writing_letters import write_team_letter

log = logging.getLogger(__name__)
One = TypeVar("One", int, Officer)

DIGEST, PROVIDER_DIGEST = "officer_digest", "provider_digest"
_LATE = (Band.BEYOND, Band.RED)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were written."""

    late: int
    lapsed: int
    digests: int
    unseen: int = 0
    failed: int = 0
    """How many could not be written: one broken case must not keep everybody else from being told."""


def remind() -> Reminded:
    """Write what is due today and was not written yet; on a day that is no working day only the person is told."""
    today = clock.today()
    lapsed, failed = _each(_lapse, _with(Case.due_max_on < today, Case.lapsed_on.is_(None)), today)
    if not is_working_day(today):
        return Reminded(late=0, lapsed=lapsed, digests=0, failed=failed)
    late, late_failed = _each(_chase, _with(Case.due_on < today, _not_chased()), today)
    unseen, unseen_failed = _each(_unseen, _waiting(today), today)
    digests, digests_failed = _digests(today)
    return Reminded(late, lapsed, digests, unseen, failed + late_failed + unseen_failed + digests_failed)


def _each(write: Callable[[One, date], bool], every: Iterable[One], today: date) -> tuple[int, int]:
    """How many were written, and how many could not be: what went wrong with one of them is logged."""
    done = failed = 0
    for one in every:
        try:
            done += write(one, today)
        except Exception:
            failed += 1
            log.exception("%s: could not be written for %s", write.__name__.strip("_"), getattr(one, "id", one))
    return done, failed


def _with(*conditions: ColumnElement[bool]) -> list[int]:
    """Open cases whose clock runs, oldest first."""
    running = (Case.state.in_(STILL_OPEN), Case.paused == false(), *conditions)
    return list(db.session.scalars(select(Case.id).where(*running).order_by(Case.id)))


def _not_chased() -> ColumnElement[bool]:
    return or_(Case.chased_for.is_(None), Case.chased_for < Case.due_on)


MAY_GO_ON = (ClockId.STAGE_1, ClockId.CORPORATE_STAGE_1)
"""After these the person may ask for the next stage without an answer."""


def _lapse(case_id: int, today: date) -> bool:
    """The longest time has passed: the person may go on without waiting, and is told so once (SI 2006/1738 reg 14)."""
    with changing(case_id) as case:
        if case.lapsed_on or case.paused or case.state not in STILL_OPEN or case.due_max_on >= today:
            return False
        if answering(case) not in MAY_GO_ON or not could(case, NEXT):  # nobody is told of a step they cannot ask for
            return False
        now = clock.now()
        case.lapsed_on = today
        record(case, Happening.LAPSED, now, side=Side.TEAM)
        if could(case, "lapse", {Who.SYSTEM}):
            by_person(case, "lapse", Who.SYSTEM)
        else:
            tell(case, LetterKind.LAPSED, composed(case, LetterKind.LAPSED, by_officer=False), None)
        return True


def _chase(case_id: int, today: date) -> bool:
    """Tell the team once for each due date that passes without an answer."""
    with changing(case_id) as case:
        chased = case.chased_for is not None and case.chased_for >= case.due_on
        if chased or case.paused or case.state not in STILL_OPEN or case.due_on >= today:
            return False
        case.chased_for = case.due_on
        note(Deed.CHANGED, "team_late", by=By.PORTAL, case_id=case.id)
        write_team_letter(case, "team_late")
        return True


def _waiting(today: date) -> list[int]:
    """Open cases that nobody has looked at although their day for it has passed, and of which the team was not told."""
    late = (Case.state.in_(STILL_OPEN), Case.look_by < today, Case.look_chased == false())
    return list(db.session.scalars(select(Case.id).where(*late).order_by(Case.id)))


def _unseen(case_id: int, today: date) -> bool:
    """Tell the team once that a case waits unseen."""
    with changing(case_id) as case:
        if case.look_chased or case.look_by is None or case.look_by >= today or case.state not in STILL_OPEN:
            return False
        case.look_chased = True
        note(Deed.CHANGED, "team_unseen", by=By.PORTAL, case_id=case.id)
        write_team_letter(case, "team_unseen")
        return True


def _digests(today: date) -> tuple[int, int]:
    """To whoever may read cases given to them, and to the provider's desk; the list of officers is short."""
    every = db.session.scalars(select(Officer).where(Officer.active).order_by(Officer.id)).all()
    desk = [one for one in every if may(roles_of(one.roles), Action.READ_CASE, Relation.ASSIGNED)]
    provider = [one for one in every if may(roles_of(one.roles), Action.ADVOCATES)]
    written = (_each(_digest, desk, today), _each(_provider_digest, provider, today))
    return sum(done for done, _ in written), sum(failed for _, failed in written)


def _digest(officer: Officer, today: date) -> bool:
    """One letter a day to an officer with answers that are late or come soon; it holds numbers and nothing else."""
    number, name = officer.id, officer.name
    late, soon = _count(number, name, today, *_LATE), _count(number, name, today, Band.AMBER)
    unreached = len(waiting_unreached(today, name)) if may(roles_of(officer.roles), Action.TRIAGE) else 0
    found = {"late": late, "soon": soon, "unreached": unreached}
    return any(found.values()) and _write_once(officer, DIGEST, today, **found)


def _provider_digest(officer: Officer, today: date) -> bool:
    """One letter a day to whoever works at the provider's desk, with how many wait for them and how many too long."""
    waiting = counted_for_provider(today, officer.name)
    return any(waiting.values()) and _write_once(officer, PROVIDER_DIGEST, today, **waiting)


def _write_once(officer: Officer, kind: str, today: date, **counts: int) -> bool:
    about, address = f"desk:{officer.id}:{today:%Y%m%d}", officer.email
    with writing():
        if db.session.scalar(select(exists().where(Letter.about == about, Letter.kind == kind))):
            return False
        enqueue(about, kind, address, language="en", number=1, link=staff_link(), **counts)
        return True


def _count(officer_id: int, name: str, today: date, *bands: Band) -> int:
    ids = {number for band in bands for number in counted_on_board(band, today, Narrowed(officer_id=officer_id))}
    return len(ids - concerned_of(ids, name))

"""What people decide about keeping: that a case must be kept, that it may go again, that they agree to let it go."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from portal import clock
from portal.domain.audit_words import By, Deed
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.retention import Disposal, LegalHold, held, hold_of
from portal.services.auditing import note
from portal.services.case_writing import NotLikeThis, NotThere, by_team
from portal.services.conflicts import concerned_of
from portal.services.retention_due import Due, due_cases, kept_of
from portal.services.transactions import writing

HELD = "It has to be kept, so it cannot go."
NOT_YET = "Something happened with it since: it may not go yet, and was taken from the list."
BY_ANOTHER = "You agreed first. Somebody else has to agree as well."


def propose(today: date) -> list[int]:
    """Put every case that may go by today on the list for two people to look at; returns the numbers of the cases."""
    found = list(due_cases(today))
    for due in found:
        with writing():
            if db.session.scalar(select(Disposal.id).where(Disposal.case_id == due.case_id)) is None:
                _put_on_list(due)
    return [due.case_id for due in found]


def _put_on_list(due: Due) -> Disposal:
    row = Disposal(
        case_id=due.case_id, kept_as=due.kept_as, until=due.kept.until, why=due.kept.why, proposed_at=clock.now()
    )
    db.session.add(row)
    note(Deed.CHANGED, "proposed_to_go", by=By.PORTAL, case_id=due.case_id)
    return row


def agree(number: int, officer_id: int) -> None:
    """Agree that a case may go; the second person who does lets the next `portal forget` do it.

    Raises `NotThere`, and `NotLikeThis` where it must be kept, where it is not its time any more, and to the first one.
    """
    with writing():
        row = _locked(number, officer_id)
        if hold_of(row.case_id):
            raise NotLikeThis(HELD)
        if row.first_by == officer_id:
            raise NotLikeThis(BY_ANOTHER)
        if not still_due(row, clock.today()):
            raise NotLikeThis(NOT_YET)
        if row.first_by is None:
            row.first_by, row.first_at = officer_id, clock.now()
        elif row.second_by is None:
            row.second_by, row.second_at = officer_id, clock.now()
        note(Deed.CHANGED, "agreed_to_let_go", officer_id=officer_id, case_id=row.case_id)


def take_back(number: int, officer_id: int) -> None:
    """Take back what this officer agreed to, as long as it is not done. Raises `NotThere`."""
    with writing():
        row = _locked(number, officer_id)
        if officer_id not in (row.first_by, row.second_by):
            raise NotThere(f"an agreement of {officer_id}")
        other = row.second_by if row.first_by == officer_id else row.first_by
        other_at = row.second_at if row.first_by == officer_id else row.first_at
        row.first_by, row.first_at, row.second_by, row.second_at = other, other_at, None, None
        note(Deed.CHANGED, "took_back_agreement", officer_id=officer_id, case_id=row.case_id)


def hold(case_id: int, officer_id: int, why: str) -> None:
    """This case must be kept until somebody says otherwise; whoever agreed to let it go agreed in vain.

    Raises `NotThere` and `NotLikeThis`.
    """
    if not why:
        raise NotLikeThis("Write why it has to be kept.", "why")
    with writing():
        # What is proposed is locked before its case, here as everywhere, so that nobody waits for each other.
        db.session.scalar(select(Disposal).where(Disposal.case_id == case_id).with_for_update())
        case = _case(case_id, officer_id)
        if hold_of(case.id):
            raise NotLikeThis("It has to be kept already.")
        row = LegalHold(case_id=case.id, since=clock.now(), officer_id=officer_id)
        row.why = why
        db.session.add(row)
        db.session.execute(delete(Disposal).where(Disposal.case_id == case.id, Disposal.done_at.is_(None)))
        by_team(case, Happening.HELD_FROM_GOING, officer_id)


def lift(case_id: int, officer_id: int) -> None:
    """It may go when its time comes. Raises `NotThere` where nothing holds it."""
    with writing():
        case = _case(case_id, officer_id)
        row = hold_of(case.id)
        if row is None:
            raise NotThere("a hold")
        row.lifted_at, row.lifted_by = clock.now(), officer_id
        by_team(case, Happening.MAY_GO, officer_id)


def still_due(row: Disposal, today: date) -> bool:
    """Whether a case that was proposed may still go: it may have been opened again, or its dates corrected."""
    case = db.session.get_one(Case, row.case_id)
    due = kept_of(case)
    return due is not None and due.kept.until <= today


@dataclass(frozen=True, slots=True)
class Standing:
    """How many cases wait for what."""

    first: int
    second: int
    agreed: int
    held: int
    kinds: Sequence[tuple[str, int]]  # of those on the list, by what they are kept as


def standing() -> Standing:
    """How the list stands."""
    open_ = (Disposal.done_at.is_(None),)
    query = select(Disposal.kept_as, Disposal.first_by.is_(None), Disposal.second_by.is_(None)).where(*open_)
    rows = db.session.execute(query).all()
    kinds = Counter(kept_as.label for kept_as, _first, _second in rows)
    return Standing(
        first=sum(lacks for _kept_as, lacks, _second in rows),
        second=sum(second and not first for _kept_as, first, second in rows),
        agreed=sum(not second for _kept_as, _first, second in rows),
        held=len(held()),
        kinds=sorted(kinds.items()),
    )


def sweep(today: date) -> int:
    """Take from the list what may not go any more; returns how many."""
    rows = db.session.scalars(select(Disposal).where(Disposal.done_at.is_(None))).all()
    gone = [(row.id, row.case_id) for row in rows if not still_due(row, today)]
    for number, case_id in gone:
        with writing():
            db.session.execute(delete(Disposal).where(Disposal.id == number, Disposal.done_at.is_(None)))
            note(Deed.CHANGED, "not_to_go_yet", by=By.PORTAL, case_id=case_id)
    return len(gone)


def _locked(number: int, officer_id: int) -> Disposal:
    row = db.session.scalar(select(Disposal).where(Disposal.id == number).with_for_update())
    if row is None or row.done_at is not None:
        raise NotThere(f"disposal {number}")
    _case(row.case_id, officer_id)
    return row


def _case(case_id: int, officer_id: int) -> Case:
    """The case, locked; one that may be about this very officer does not exist for them."""
    case = db.session.scalar(select(Case).where(Case.id == case_id, Case.let_go_on.is_(None)).with_for_update())
    officer = db.session.get_one(Officer, officer_id)
    if case is None or concerned_of([case_id], officer.name):
        raise NotThere(f"case {case_id}")
    return case

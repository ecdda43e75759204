"""What the team's inbox asks: which cases are new, urgent, waiting or due, page by page, fast among a million."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, and_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from portal.domain.words import Audience, Method, State
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.appointments import appointed_cases
from portal.records.cases import Case, Contact
from portal.records.sealing import Sealed

PAGE = 50
MOST_COUNTED = 100
"""A count stops here and is shown as "99+", so that it costs the same however many there are."""


class Heap(StrEnum):
    """The heaps of the inbox."""

    NEW = "new"
    URGENT = "urgent"
    WAITING = "waiting"
    DUE = "due"
    ALL = "all"


NEWEST_FIRST = {Heap.URGENT, Heap.ALL}
STILL_OPEN = (State.RECEIVED, State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Only:
    """What the list is narrowed to; None leaves a thing open."""

    audience: Audience | None = None
    method: Method | None = None
    language: str | None = None
    officer_id: int | None = None
    state: State | None = None
    read_by: int | None = None  # given to this officer, or they are named for it today
    today: date = date.min  # the day on which they have to be named


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended: the case, and its date in the heap that goes by dates."""

    case_id: int
    due: date | None = None


def heap(which: Heap, only: Only, soon: date, after: After | None = None) -> Sequence[Case]:
    """One page of a heap and one case more, to know whether another follows; `soon` is the last day that is due."""
    newest_first = which in NEWEST_FIRST
    found: list[Case] = []
    for query, day in _lists(which, soon):
        if after and day is not None:
            query = query.where(or_(day > after.due, and_(day == after.due, Case.id > after.case_id)))
        elif after:
            query = query.where(Case.id < after.case_id if newest_first else Case.id > after.case_id)
        order = [Case.id.desc()] if newest_first else [day, Case.id] if day is not None else [Case.id]
        found.extend(_cases(_narrowed(query, only).order_by(*order).limit(PAGE + 1)))
    if which is Heap.DUE:
        found.sort(key=lambda case: (next_due(case) or date.max, case.id))
    else:
        found.sort(key=lambda case: case.id, reverse=newest_first)
    return found[: PAGE + 1]


def _lists(which: Heap, soon: date) -> list[tuple[Select[Case], InstrumentedAttribute[date] | None]]:
    """The ordered lists that a heap is laid together from, each from an index of its own, and the day it goes by."""
    if which is Heap.NEW:
        return [(select(Case).where(Case.state == State.RECEIVED), None)]
    if which is Heap.URGENT:
        return [(select(Case).where(Case.urgent == true(), Case.state == state), None) for state in STILL_OPEN]
    if which is Heap.WAITING:
        return [(select(Case).where(Case.waiting_for_us == true(), Case.state == state), None) for state in STILL_OPEN]
    if which is Heap.DUE:
        days = ((State.RECEIVED, Case.ack_due_on), (State.ACCEPTED, Case.due_on))
        return [(select(Case).where(Case.state == state, day <= soon), day) for state, day in days]
    return [(select(Case), None)]


def _narrowed(query: Select[Case], only: Only) -> Select[Case]:
    wanted = (
        (Case.audience, only.audience),
        (Case.method, only.method),
        (Case.language, only.language),
        (Case.officer_id, only.officer_id),
        (Case.state, only.state),
    )
    query = query.where(*(column == value for column, value in wanted if value is not None))
    if only.read_by is None:
        return query
    return query.where(or_(Case.officer_id == only.read_by, Case.id.in_(appointed_cases(only.read_by, only.today))))


def _cases(query: Select[Case]) -> Sequence[Case]:
    return db.session.scalars(query.options(joinedload(Case.officer))).all()


def next_due(case: Case) -> date | None:
    """The next day by which we promised something: our first letter, then our answer; None when nothing is due."""
    return {State.RECEIVED: case.ack_due_on, State.ACCEPTED: case.due_on}.get(case.state)


def first_of(which: Heap, only: Only, soon: date) -> list[int]:
    """The numbers of at most `MOST_COUNTED` cases of a heap, to count them without counting all."""
    ids: list[int] = []
    for query, _day in _lists(which, soon):
        ids.extend(db.session.scalars(_narrowed(query, only).with_only_columns(Case.id).limit(MOST_COUNTED)))
    return ids[:MOST_COUNTED]


def found_by(index: bytes, only: Only) -> Sequence[Case]:
    """Cases whose person has exactly this name, e-mail address or phone number, newest first."""
    matching = select(Contact.case_id).where(
        or_(Contact.name_index == index, Contact.email_index == index, Contact.phone_index == index)
    )
    query = _narrowed(select(Case).where(Case.id.in_(matching)), only)
    return _cases(query.order_by(Case.id.desc()).limit(PAGE))


class _Row:
    """A contact's sealed part without the rest of the row: hundreds are opened to count what an officer may see."""

    __tablename__ = Contact.__tablename__
    details = Sealed[dict[str, Any]]("body")

    def __init__(self, uid: bytes, body: bytes) -> None:
        self.uid, self.body = uid, body


def contact_details(case_ids: Iterable[int]) -> Iterable[tuple[int, dict[str, Any]]]:
    """The opened contact details of these cases."""
    rows = db.session.execute(
        select(Contact.case_id, Contact.uid, Contact.body).where(Contact.case_id.in_(list(case_ids)))
    )
    return [(case_id, _Row(uid, body).details) for case_id, uid, body in rows]


def open_alerts() -> Sequence[tuple[Alert, Case | None]]:
    """Requests to be called today that nobody has handled, oldest first, with their case if the form was finished."""
    query = select(Alert, Case).outerjoin(Case, Alert.case_id == Case.id).where(Alert.handled_at.is_(None))
    return [(alert, case) for alert, case in db.session.execute(query.order_by(Alert.id).limit(PAGE))]


def worries_open() -> Sequence[Case]:
    """Cases with a worry about somebody's safety that nobody has decided about, the oldest first."""
    return _cases(select(Case).where(Case.safety.in_(("hold", "screened"))).order_by(Case.id).limit(PAGE))

"""What the team's inbox asks: which cases are new, urgent, waiting or due, page by page, fast among a million."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, and_, or_, select, text
from sqlalchemy.orm import joinedload

from portal.domain.words import Audience, Method, State
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import STILL_OPEN, Case, Contact
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


@dataclass(frozen=True, slots=True)
class Only:
    """What the list is narrowed to; None leaves a thing open."""

    audience: Audience | None = None
    method: Method | None = None
    language: str | None = None
    officer_id: int | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended: the case, and its date in the heap that goes by dates."""

    case_id: int
    due: date | None = None


def heap(which: Heap, only: Only, soon: date, after: After | None = None) -> Sequence[Case]:
    """One page of a heap and one case more, to know whether another follows; `soon` is the last day that is due soon."""
    if which is Heap.DUE:
        return _due(only, soon, after)
    query = _narrowed(_of(which), only)
    newest_first = which in (Heap.URGENT, Heap.ALL)
    if after:
        query = query.where(Case.id < after.case_id if newest_first else Case.id > after.case_id)
    query = query.order_by(Case.id.desc() if newest_first else Case.id)
    return _cases(query.limit(PAGE + 1))


def _of(which: Heap) -> Select[Case]:
    query = select(Case)
    if which is Heap.NEW:
        return query.where(Case.state == State.RECEIVED)
    if which is Heap.URGENT:
        return query.where(text(f"cases.urgent AND cases.{STILL_OPEN}"))  # word for word as in the index
    if which is Heap.WAITING:
        return query.where(text(f"cases.waiting_for_us AND cases.{STILL_OPEN}"))
    return query


def _due(only: Only, soon: date, after: After | None) -> Sequence[Case]:
    """Two ordered lists, each from its own index, laid into one: what to acknowledge and what to answer."""
    found: list[Case] = []
    for state, column in ((State.RECEIVED, Case.ack_due_on), (State.ACCEPTED, Case.due_on)):
        query = _narrowed(select(Case).where(Case.state == state, column <= soon), only)
        if after and after.due:
            query = query.where(or_(column > after.due, and_(column == after.due, Case.id > after.case_id)))
        found.extend(_cases(query.order_by(column, Case.id).limit(PAGE + 1)))
    return sorted(found, key=lambda case: (next_due(case) or date.max, case.id))[: PAGE + 1]


def _narrowed(query: Select[Case], only: Only) -> Select[Case]:
    wanted = (
        (Case.audience, only.audience),
        (Case.method, only.method),
        (Case.language, only.language),
        (Case.officer_id, only.officer_id),
        (Case.state, only.state),
    )
    return query.where(*(column == value for column, value in wanted if value is not None))


def _cases(query: Select[Case]) -> Sequence[Case]:
    return db.session.scalars(query.options(joinedload(Case.officer))).all()


def next_due(case: Case) -> date | None:
    """The next day by which we promised something: our first letter, then our answer; None when nothing is due."""
    return {State.RECEIVED: case.ack_due_on, State.ACCEPTED: case.due_on}.get(case.state)


def first_of(which: Heap, only: Only, soon: date) -> list[int]:
    """The numbers of at most `MOST_COUNTED` cases of a heap, to count them without counting all."""
    ids: list[int] = []
    if which is Heap.DUE:
        for state, column in ((State.RECEIVED, Case.ack_due_on), (State.ACCEPTED, Case.due_on)):
            query = _narrowed(select(Case).where(Case.state == state, column <= soon), only).order_by(column)
            ids.extend(db.session.scalars(query.with_only_columns(Case.id).limit(MOST_COUNTED)))
        return ids[:MOST_COUNTED]
    query = _narrowed(_of(which), only).with_only_columns(Case.id)
    return list(db.session.scalars(query.limit(MOST_COUNTED)))


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

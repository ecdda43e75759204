"""What the team's inbox asks: which cases are new, urgent, waiting or due, page by page, fast among a million.

Each question is put together once. A heap is read in its own order from its own index, so that neither the millionth
case nor the thousandth page costs more than the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, TextClause, bindparam, or_, select
from sqlalchemy import text as as_written
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from portal.domain.words import Audience, LetterState, Method, State
from portal.extensions import db
from portal.records import cases
from portal.records.alerts import Alert
from portal.records.appointments import appointed_cases
from portal.records.base import aside
from portal.records.cases import Case, still_open
from portal.records.letters import Letter
from portal.records.listing import (
    MOST,
    MOST_COUNTED,
    PAGE,
    Listed,
    beginnings,
    begun,
    in_this_order,
    laid_together,
    listed,
)
from portal.records.officers import Officer


class Heap(StrEnum):
    """The heaps of the inbox."""

    NEW = "new"
    URGENT = "urgent"
    WAITING = "waiting"
    DUE = "due"
    ALL = "all"


NEWEST_FIRST = {Heap.URGENT, Heap.ALL}
STILL_OPEN = (State.RECEIVED, State.ACCEPTED)
COUNTED = (Heap.NEW, Heap.URGENT, Heap.WAITING, Heap.DUE)


@dataclass(frozen=True, slots=True)
class Only:
    """What the list is narrowed to; None leaves a thing open."""

    audience: Audience | None = None
    method: Method | None = None
    language: str | None = None
    officer_id: int | None = None
    state: State | None = None
    read_by: int | None = None  # given to this officer, or they are named for it today
    today: date | None = None  # the day on which they have to be named

    def said(self) -> dict[str, Any]:
        """The things that are not left open, by name."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}

    def ways(self) -> tuple[tuple[str, ...], ...]:
        """What to ask for: once, or once for what is given to an officer and once for what they are named for."""
        columns = tuple(name for name in self.said() if name not in ("read_by", "today"))
        return (columns,) if self.read_by is None else ((*columns, GIVEN), (*columns, NAMED))


GIVEN, NAMED = "given", "named"


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended: the case, and its date in the heap that goes by dates."""

    case_id: int
    due: date | None = None


def heap(which: Heap, only: Only, soon: date, after: After | None = None) -> Sequence[Listed]:
    """One page of a heap and one case more, to know whether another follows; `soon` is the last day that is due."""
    asked = only.said() | {"soon": soon}
    if after:
        asked |= {"number": after.case_id, "day": after.due or date.min}
    return listed(_shown(which, only.ways(), after is not None), asked)


@cache
def _shown(which: Heap, ways: tuple[tuple[str, ...], ...], after: bool) -> Select[Any]:
    pages = [_page(which, place, narrowed, after) for narrowed in ways for place in range(len(_LISTS[which]))]
    return laid_together(pages, newest_first=which in NEWEST_FIRST)


_OPEN = still_open(Case.state)
_LISTS: Mapping[Heap, tuple[tuple[tuple[ColumnElement[Any] | TextClause, ...], InstrumentedAttribute[Any]], ...]] = {
    Heap.NEW: (((as_written(cases.NEW),), Case.id),),
    Heap.URGENT: (((as_written("cases.urgent"), _OPEN), Case.id),),
    Heap.WAITING: (((as_written("cases.waiting_for_us"), _OPEN), Case.id),),
    Heap.DUE: (
        ((as_written(cases.NEW),), Case.ack_due_on),
        ((as_written(cases.UNSEEN),), Case.look_by),
        ((as_written(f"cases.look_by IS NULL AND {cases.AT_WORK}"),), Case.due_on),
    ),
    Heap.ALL: (((), Case.id),),
}
"""The ordered lists that a heap is laid together from: which cases, and what they go by."""
RAREST_FIRST = (NAMED, GIVEN, "officer_id", "method", "language", "state", "audience")
"""By which of the things that all cases are narrowed to they are searched; of the others each one is only looked at."""


@cache
def _list(which: Heap, place: int, narrowed: tuple[str, ...]) -> Select[Any]:
    conditions, day = _LISTS[which][place]
    query = select(day.label("day"), Case.id.label("number")).where(*conditions)
    if which is Heap.DUE:
        query = query.where(day <= bindparam("soon", type_=day.type, literal_execute=True))
    if which is Heap.ALL:  # every other heap is of open cases
        query = query.where(aside(Case.let_go_on).is_(None))
    searched = "" if conditions else next((name for name in RAREST_FIRST if name in narrowed), "")
    return query.where(*(is_so(name, searched=name == searched) for name in narrowed))


def is_so(name: str, *, searched: bool = False) -> ColumnElement[bool]:
    """What a case has to be for one of the things a list is narrowed to."""
    if name == NAMED:
        officer, today = bindparam("read_by", type_=Case.id.type), bindparam("today", type_=Case.due_on.type)
        return Case.id.in_(appointed_cases(officer, today))
    column = Case.officer_id if name == GIVEN else getattr(Case, name)
    wanted = bindparam("read_by" if name == GIVEN else name, type_=column.type)
    return (column if searched else aside(column)) == wanted


@cache
def _page(which: Heap, place: int, narrowed: tuple[str, ...], after: bool) -> Select[Any]:
    query, day = _list(which, place, narrowed), _LISTS[which][place][1]
    number, on = bindparam("number", type_=Case.id.type), bindparam("day", type_=Case.due_on.type)
    if after and which is Heap.DUE:
        query = query.where(day >= on, or_(day > on, Case.id > number))
    elif after:
        query = query.where(Case.id < number if which in NEWEST_FIRST else Case.id > number)
    order = [Case.id.desc()] if which in NEWEST_FIRST else [day, Case.id] if which is Heap.DUE else [Case.id]
    return query.order_by(*order).limit(MOST)


def next_due(case: Listed) -> date | None:
    """The next day by which something is due: our first letter, a look at it, our answer; None when nothing is."""
    return {State.RECEIVED: case.ack_due_on, State.ACCEPTED: case.look_by or case.due_on}.get(case.state)


@dataclass(frozen=True, slots=True)
class Lying:
    """What lies on the desk: the same of every heap that is counted, and whether something lies on top of them."""

    heaps: Mapping[Heap, list[int]]
    calls: bool  # somebody asked to be called today
    dead: bool  # a letter could not be sent


def lying(only: Only, soon: date) -> Lying:
    """All of that in one question."""
    found: dict[str, dict[int, None]] = {name: {} for name in (*COUNTED, CALLS, DEAD)}
    for name, numbers in begun(_counts(only.ways()), only.said() | {"soon": soon}):
        found[name].update(dict.fromkeys(numbers))
    heaps = {which: list(found[which])[:MOST_COUNTED] for which in COUNTED}
    return Lying(heaps, bool(found[CALLS]), bool(found[DEAD]))


CALLS, DEAD = "calls", "dead"


@cache
def _counts(ways: tuple[tuple[str, ...], ...]) -> CompoundSelect[Any]:
    heaps = [
        (which.value, _list(which, place, narrowed).with_only_columns(Case.id.label("number")))
        for narrowed in ways
        for which in COUNTED
        for place in range(len(_LISTS[which]))
    ]
    calls = select(Alert.id.label("number")).where(Alert.handled_at.is_(None))
    # In so many words: PostgreSQL has to know that hardly any letter is dead, not that some letters are in some state.
    dead = select(Letter.id.label("number")).where(as_written(f"letters.state = '{LetterState.DEAD.value}'"))
    return beginnings([*heaps, (CALLS, calls), (DEAD, dead)])


def officer_names() -> Sequence[tuple[int, str, bool]]:
    """Number, name and whether they may still sign in, of every officer there ever was, by name."""
    return [(number, name, active) for number, name, active in db.session.execute(_NAMES)]


_NAMES = select(Officer.id, Officer.name, Officer.active).order_by(Officer.name)


def open_alerts() -> Sequence[tuple[Alert, Listed | None]]:
    """Requests to be called today that nobody has handled, oldest first, with their case if the form was finished."""
    alerts = db.session.scalars(_ALERTS).all()
    case_of = {case.id: case for case in in_this_order([alert.case_id for alert in alerts if alert.case_id])}
    return [(alert, case_of.get(alert.case_id or 0)) for alert in alerts]


_ALERTS = select(Alert).where(Alert.handled_at.is_(None)).order_by(Alert.id).limit(PAGE)


def worries_open() -> Sequence[Case]:
    """Cases with a worry about somebody's safety that nobody has decided about, the oldest first."""
    return db.session.scalars(_WORRIES).all()


_WORRIES = (
    select(Case)
    .where(Case.safety.in_(("hold", "screened")))
    .options(joinedload(Case.officer))
    .order_by(Case.id)
    .limit(PAGE)
)

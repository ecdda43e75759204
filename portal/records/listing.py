"""What the lists of the desk show of a case, read in one question with the envelope that says whom it may be about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Integer,
    Select,
    Subquery,
    Text,
    bindparam,
    cast,
    desc,
    func,
    literal,
    select,
    union,
    union_all,
)  # fmt: skip

from portal.domain.words import Audience, Kind, Method, State
from portal.extensions import db
from portal.records.base import among
from portal.records.cases import Case, Contact
from portal.records.sealing import Sealed, opener

Known = TypeVar("Known", int, str)
"""What a case is known by."""
PAGE = 50
"""Cases on one page of a list."""
MOST_SHOWN = 49
"""A count stops here and is shown as "49+", so that it costs the same however many there are."""
MOST_COUNTED = 60
"""So many are looked for: a few more than are shown, because some may be about the very officer who looks."""
MOST: BindParameter[int] = bindparam("most", type_=Integer(), literal_execute=True)
"""How many a question asks for.

Written into it, like the days that are the same all day: PostgreSQL plans a question without any value only once.
"""


class Envelope:
    """A contact's sealed part without the rest of the row: every page opens fifty, to see whom a case may be about."""

    __tablename__ = Contact.__tablename__
    details = Sealed[dict[str, Any]]("body")

    def __init__(self, uid: bytes, body: bytes) -> None:
        self.uid, self.body = uid, body


class Listed(NamedTuple):
    """What a list shows of a case; the rest is read when it is opened."""

    id: int
    reference: str
    audience: Audience
    kind: Kind
    language: str
    method: Method
    state: State
    received_on: date
    effective_on: date
    ack_due_on: date
    look_by: date | None
    due_on: date
    due_max_on: date
    urgent: bool
    held: bool
    unhappy: bool
    hear_alone: bool
    waiting_for_us: bool
    paused: bool
    extended: bool
    officer_id: int | None
    contact_uid: bytes | None
    contact_body: bytes | None

    def contact(self) -> dict[str, Any]:
        """How the person may be reached, opened anew whenever it is asked for; empty where nothing is kept."""
        if self.contact_uid is None or self.contact_body is None:
            return {}
        return Envelope(self.contact_uid, self.contact_body).details


_CASES, _CONTACTS = Case.__table__, Contact.__table__
_COLUMNS = [_CASES.c[name] for name in Listed._fields[:-2]] + [_CONTACTS.c.uid, _CONTACTS.c.body]


def with_all_shown(few: Subquery, *order: Any) -> Select[Any]:
    """The question for what a list shows of the cases whose `number` is among these few."""
    query = select(*_COLUMNS).select_from(few).join(_CASES, _CASES.c.id == few.c.number)
    return query.outerjoin(_CONTACTS, _CONTACTS.c.case_id == _CASES.c.id).order_by(*order)


def laid_together(lists: Sequence[Select[Any]], *, newest_first: bool = False) -> Select[Any]:
    """One page of several lists of `day` and `number`, each in order and a page long, with all that is shown."""
    order: tuple[Any, ...] = (desc("number"),) if newest_first else ("day", "number")
    few = lists[0].subquery("few")
    if len(lists) > 1:
        several = union(*(select(one.subquery()) for one in lists))
        few = several.order_by(*order).limit(MOST).subquery("few")
    return with_all_shown(few, *((few.c.number.desc(),) if newest_first else (few.c.day, few.c.number)))


def listed(query: Select[Any], asked: Mapping[str, Any]) -> Sequence[Listed]:
    """What such a question finds: one page and one case more, to know whether another page follows."""
    return [Listed._make(row) for row in db.session.execute(query, {**asked, "most": PAGE + 1})]


def in_this_order(numbers: Sequence[int]) -> Sequence[Listed]:
    """The cases with these numbers."""
    by_number = {case.id: case for case in listed(_THESE, {"these": list(numbers)})} if numbers else {}
    return [by_number[number] for number in numbers if number in by_number]


_THESE = with_all_shown(
    select(_CASES.c.id.label("number")).where(among(_CASES.c.id, bindparam("these"))).subquery("few")
)


def beginnings(lists: Iterable[tuple[str, Select[Any]]]) -> CompoundSelect[Any]:
    """One question for the numbers with which many lists begin: name and numbers, each list in one row."""
    parts = []
    for name, query in lists:
        some = query.limit(MOST).subquery()
        numbers = func.aggregate_strings(cast(some.c.number, Text), ",")
        parts.append(select(literal(name, literal_execute=True).label("name"), numbers.label("numbers")))
    return union_all(*parts)


def begun(query: CompoundSelect[Any], asked: Mapping[str, Any]) -> Iterable[tuple[str, list[int]]]:
    """What such a question finds."""
    for name, numbers in db.session.execute(query, {**asked, "most": MOST_COUNTED}).all():
        yield name, [int(number) for number in numbers.split(",")] if numbers else []


_ENVELOPES_OF = {
    "id": select(_CONTACTS.c.case_id, _CONTACTS.c.uid, _CONTACTS.c.body).where(
        among(_CONTACTS.c.case_id, bindparam("these"))
    ),
    "reference": select(_CASES.c.reference, _CONTACTS.c.uid, _CONTACTS.c.body)
    .select_from(_CASES.join(_CONTACTS, _CONTACTS.c.case_id == _CASES.c.id))
    .where(_CASES.c.reference.in_(bindparam("these", expanding=True))),
}


def contact_details(known: Iterable[Known], by: str = "id") -> Iterator[tuple[Known, bytes]]:
    """The opened contact details, as JSON, of cases known by their "id" or their "reference"; nobody asks of none."""
    these = list(known)
    if these:
        opened = opener(Contact.__tablename__, "body")
        for case, uid, body in db.session.execute(_ENVELOPES_OF[by], {"these": these}).all():
            yield case, opened(uid, body)

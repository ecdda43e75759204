"""Finding a case by exactly a name, an e-mail address or a phone number, in any spelling, although all are sealed."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from portal.domain.spellings import SPELLINGS
from portal.extensions import db
from portal.records.cases import Case, Contact
from portal.records.desk import PAGE, Only, in_this_order, is_so
from portal.records.sealing import keyring


def found_by(typed: str, only: Only, before: int | None = None) -> Sequence[Case]:
    """One page of the cases whose person has it, newest first, and one case more, to know whether another follows."""
    asked = only.said() | {"most": PAGE + 1} | ({"number": before} if before else {})
    ring, numbers = keyring(), set[int]()
    for kind in SPELLINGS:
        if index := ring.index(kind, typed):
            for narrowed in only.ways():
                query = _found(kind, narrowed, before is not None)
                numbers.update(db.session.scalars(query, asked | {"index": index}))
    return in_this_order(sorted(numbers, reverse=True)[: PAGE + 1])


@cache
def _found(kind: str, narrowed: tuple[str, ...], before: bool) -> Select[Any]:
    column = getattr(Contact, f"{kind}_index")
    query = select(Contact.case_id).where(column == bindparam("index", type_=column.type))
    if before:
        query = query.where(Contact.case_id < bindparam("number", type_=Case.id.type))
    if narrowed:
        query = query.join(Case, Case.id == Contact.case_id).where(*(is_so(name) for name in narrowed))
    return query.order_by(Contact.case_id.desc()).limit(bindparam("most"))

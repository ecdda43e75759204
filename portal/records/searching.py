"""Finding a case by exactly a name, an e-mail address or a phone number, in any spelling, although all are sealed."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from portal.domain.spellings import SPELLINGS
from portal.records.cases import Case, Contact
from portal.records.desk import Only, is_so
from portal.records.listing import MOST, Listed, laid_together, listed
from portal.records.sealing import keyring
from portal.records.speakers import Speaker


def found_by(typed: str, only: Only, before: int | None = None) -> Sequence[Listed]:
    """One page of the cases whose person, or whoever speaks for them, has it, newest first, and one case more.

    The one more says whether another page follows.
    """
    ring = keyring()
    indexes = {f"{kind}_{key}": index for kind in SPELLINGS for key, index in ring.indexes(kind, typed).items()}
    if not indexes:
        return []
    query = _shown(tuple(indexes), only.ways(), before is not None)
    return listed(query, only.said() | indexes | ({"number": before} if before else {}))


@cache
def _shown(indexes: tuple[str, ...], ways: tuple[tuple[str, ...], ...], before: bool) -> Select[Any]:
    whose: tuple[type[Contact | Speaker], ...] = (Contact, Speaker)
    lists = [_found(who, index, narrowed, before) for who in whose for index in indexes for narrowed in ways]
    return laid_together(lists, newest_first=True)


def _found(who: type[Contact | Speaker], index: str, narrowed: tuple[str, ...], before: bool) -> Select[Any]:
    column = getattr(who, f"{index.partition('_')[0]}_index")
    query = select(who.case_id.label("number")).where(column == bindparam(index, type_=column.type))
    if before:
        query = query.where(who.case_id < bindparam("number", type_=Case.id.type))
    if narrowed:
        query = query.join(Case, Case.id == who.case_id).where(*(is_so(name) for name in narrowed))
    return query.order_by(who.case_id.desc()).limit(MOST)

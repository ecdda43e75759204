"""What the weekly board asks: open answers by how near their day is, narrowed to a team or an officer, page by page.

Each question is put together once and answered from an index of open cases alone: by day, by officer and day, by team
and day. So neither the millionth case nor the thousandth page costs more than the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, and_, bindparam, exists, false, literal, or_, select, true, union_all
from sqlalchemy import text as as_written

from portal.domain.rag import Band
from portal.extensions import db
from portal.records.base import aside
from portal.records.cases import STILL_OPEN, Case
from portal.records.concerns import CaseTeam
from portal.records.desk import MOST_COUNTED, PAGE, in_this_order

TODAY = bindparam("today", type_=Case.due_on.type)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whose cases; None leaves it open."""

    officer_id: int | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page before ended."""

    due: date
    case_id: int


def on_board(
    band: Band, today: date, only: Narrowed, *, latest_first: bool = False, after: Place | None = None
) -> Sequence[Case]:
    """One page of a band and one case more, to know whether another follows."""
    query = _page(band, latest_first, after is not None, only.officer_id is not None, only.team is not None)
    place = {"due": after.due, "number": after.case_id} if after else {}
    return in_this_order(db.session.scalars(query, _asked(today, only) | place | {"most": PAGE + 1}).all())


def counted_on_board(band: Band, today: date, only: Narrowed) -> list[int]:
    """The numbers of at most `MOST_COUNTED` cases of a band."""
    return first_of_bands(today, only)[band]


def first_of_bands(today: date, only: Narrowed) -> dict[Band, list[int]]:
    """The same for every band in one question."""
    found: dict[Band, list[int]] = {band: [] for band in Band}
    query = _counts(only.officer_id is not None, only.team is not None)
    for band, number in db.session.execute(query, _asked(today, only) | {"most": MOST_COUNTED}):
        found[Band(band)].append(number)
    return found


def _asked(today: date, only: Narrowed) -> dict[str, Any]:
    narrowed: dict[str, Any] = {"officer": only.officer_id, "team": only.team}
    return {"today": today} | {name: value for name, value in narrowed.items() if value is not None}


@cache
def _page(band: Band, latest_first: bool, after: bool, by_officer: bool, by_team: bool) -> Select[Any]:
    query, row, number = _of(band, by_officer, by_team)
    if after:
        due, last = bindparam("due", type_=Case.due_on.type), bindparam("number", type_=Case.id.type)
        beyond = (row.due_on < due, number < last) if latest_first else (row.due_on > due, number > last)
        # The first condition is where the index is entered, the second leaves out what was seen of that day.
        query = query.where(row.due_on <= due if latest_first else row.due_on >= due, or_(beyond[0], beyond[1]))
    order = (row.due_on.desc(), number.desc()) if latest_first else (row.due_on, number)
    return query.order_by(*order).limit(bindparam("most"))


@cache
def _counts(by_officer: bool, by_team: bool) -> CompoundSelect[Any]:
    """The cases of all bands in one question."""
    parts = []
    for band in Band:
        query, _row, number = _of(band, by_officer, by_team, counting=True)
        some = query.with_only_columns(number.label("number")).limit(bindparam("most")).subquery()
        parts.append(select(literal(band.value).label("band"), some.c.number))
    return union_all(*parts)


def _of(band: Band, by_officer: bool, by_team: bool, *, counting: bool = False) -> tuple[Select[Any], Any, Any]:
    """The band's cases, the same bands as `domain.rag`, from the days kept with the case; and whose row they are in."""
    by_case = by_officer or not by_team
    row, number = (Case, Case.id) if by_case else (CaseTeam, CaseTeam.case_id)
    # A page goes by the due day. A count need not: by the last day the law allows it does not come past all beyond it.
    by_last_day = counting and not by_officer
    due_on, due_max_on = (aside(row.due_on), row.due_max_on) if by_last_day else (row.due_on, aside(row.due_max_on))
    where = {
        Band.BEYOND: (due_max_on < TODAY,),
        Band.RED: (due_on <= TODAY, due_max_on >= TODAY),
        Band.AMBER: (row.due_on > TODAY, row.amber_on <= TODAY),
        Band.GREEN: (row.due_on > TODAY, row.amber_on > TODAY),
        Band.PAUSED: (),
    }[band]
    query = select(number).where(row.paused == (true() if band is Band.PAUSED else false()), *where)
    if not by_case:
        return query.where(as_written("case_teams.open"), CaseTeam.team == bindparam("team")), row, number
    query = query.where(as_written(STILL_OPEN))
    if by_officer:
        query = query.where(Case.officer_id == bindparam("officer"))
    if by_team:
        theirs = and_(CaseTeam.case_id == Case.id, CaseTeam.team == bindparam("team"))
        query = query.where(exists().where(theirs))
    return query, row, number

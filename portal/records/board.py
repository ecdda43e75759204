"""What the weekly board asks: open answers by how near their day is, narrowed to a team or an officer, page by page.

Each question is put together once and answered from an index of open cases alone: by day, by officer and day, by team
and day, by team, officer and day. So neither the millionth case nor the thousandth page costs more than the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, bindparam, false, or_, select, true
from sqlalchemy import text as as_written

from portal.domain.rag import Band
from portal.records.base import aside
from portal.records.cases import Case, still_open
from portal.records.concerns import CaseTeam
from portal.records.listing import MOST, Listed, beginnings, begun, listed, with_all_shown

TODAY = bindparam("today", type_=Case.due_on.type, literal_execute=True)


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
) -> Sequence[Listed]:
    """One page of a band and one case more, to know whether another follows."""
    query = _shown(band, latest_first, after is not None, only.officer_id is not None, only.team is not None)
    place = {"due": after.due, "number": after.case_id} if after else {}
    return listed(query, _asked(today, only) | place)


def counted_on_board(band: Band, today: date, only: Narrowed) -> list[int]:
    """The numbers of at most `MOST_COUNTED` cases of a band."""
    return first_of_bands(today, only)[band]


def first_of_bands(today: date, only: Narrowed) -> dict[Band, list[int]]:
    """The same for every band in one question."""
    query = _counts(only.officer_id is not None, only.team is not None)
    return {Band(band): numbers for band, numbers in begun(query, _asked(today, only))}


def _asked(today: date, only: Narrowed) -> dict[str, Any]:
    narrowed: dict[str, Any] = {"officer": only.officer_id, "team": only.team}
    return {"today": today} | {name: value for name, value in narrowed.items() if value is not None}


@cache
def _shown(band: Band, latest_first: bool, after: bool, by_officer: bool, by_team: bool) -> Select[Any]:
    few = _page(band, latest_first, after, by_officer, by_team).subquery("few")
    order = (few.c.due_on.desc(), few.c.number.desc()) if latest_first else (few.c.due_on, few.c.number)
    return with_all_shown(few, *order)


@cache
def _page(band: Band, latest_first: bool, after: bool, by_officer: bool, by_team: bool) -> Select[Any]:
    query, row, number = _of(band, by_officer, by_team)
    if after:
        due, last = bindparam("due", type_=Case.due_on.type), bindparam("number", type_=Case.id.type)
        beyond = (row.due_on < due, number < last) if latest_first else (row.due_on > due, number > last)
        # The first condition is where the index is entered, the second leaves out what was seen of that day.
        query = query.where(row.due_on <= due if latest_first else row.due_on >= due, or_(beyond[0], beyond[1]))
    order = (row.due_on.desc(), number.desc()) if latest_first else (row.due_on, number)
    return query.add_columns(row.due_on).order_by(*order).limit(MOST)


@cache
def _counts(by_officer: bool, by_team: bool) -> CompoundSelect[Any]:
    return beginnings((band.value, _of(band, by_officer, by_team, counting=True)[0]) for band in Band)


def _of(band: Band, by_officer: bool, by_team: bool, *, counting: bool = False) -> tuple[Select[Any], Any, Any]:
    """The band's cases, the same bands as `domain.rag`, from the days kept with the case; and whose row they are in."""
    row, number = (CaseTeam, CaseTeam.case_id) if by_team else (Case, Case.id)
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
    still = as_written("case_teams.open") if by_team else still_open(Case.state)
    query = select(number.label("number")).where(
        row.paused == (true() if band is Band.PAUSED else false()), *where, still
    )
    if by_team:
        query = query.where(CaseTeam.team == bindparam("team"))
    if by_officer:
        query = query.where(row.officer_id == bindparam("officer", type_=Case.officer_id.type))
    return query, row, number

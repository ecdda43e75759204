"""What the weekly board asks: open answers by how near their day is, narrowed to a team or an officer, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import joinedload

from portal.domain.rag import Band
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import CaseTeam
from portal.records.desk import PAGE, STILL_OPEN

MOST_COUNTED = 50
"""A count stops here and is shown as "49+": each case counted is looked at for whether it may be about the reader."""


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
    found: list[Case] = []
    for query in _of(band, today):
        query = _narrow(query, only).options(joinedload(Case.officer))
        if after:
            query = query.where(_behind(after, latest_first))
        order = (Case.due_on.desc(), Case.id.desc()) if latest_first else (Case.due_on, Case.id)
        found.extend(db.session.scalars(query.order_by(*order).limit(PAGE + 1)))
    found.sort(key=lambda case: (case.due_on, case.id), reverse=latest_first)
    return found[: PAGE + 1]


def counted_on_board(band: Band, today: date, only: Narrowed) -> list[int]:
    """The numbers of at most `MOST_COUNTED` cases of a band."""
    ids: list[int] = []
    for query in _of(band, today):
        ids.extend(db.session.scalars(_narrow(query, only).with_only_columns(Case.id).limit(MOST_COUNTED)))
    return ids[:MOST_COUNTED]


def _of(band: Band, today: date) -> list[Select[Case]]:
    """The band's cases in each open state: the same bands as `domain.rag`, from the days kept with the case."""
    where = {
        Band.BEYOND: (Case.due_max_on < today,),
        Band.RED: (Case.due_on <= today, Case.due_max_on >= today),
        Band.AMBER: (Case.due_on > today, Case.amber_on <= today),
        Band.GREEN: (Case.due_on > today, Case.amber_on > today),
        Band.PAUSED: (),
    }[band]
    still = true() if band is Band.PAUSED else false()
    return [select(Case).where(Case.state == state, Case.paused == still, *where) for state in STILL_OPEN]


def _narrow(query: Select[Case], only: Narrowed) -> Select[Case]:
    if only.officer_id is not None:
        query = query.where(Case.officer_id == only.officer_id)
    if only.team is not None:
        query = query.where(exists().where(CaseTeam.case_id == Case.id, CaseTeam.team == only.team))
    return query


def _behind(place: Place, latest_first: bool) -> ColumnElement[bool]:
    if latest_first:
        return or_(Case.due_on < place.due, and_(Case.due_on == place.due, Case.id < place.case_id))
    return or_(Case.due_on > place.due, and_(Case.due_on == place.due, Case.id > place.case_id))

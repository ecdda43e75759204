"""What the dashboard asks: how many complaints came on each day, and which are open by stage and colour."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, literal, select

from portal.domain.procedures import Procedure
from portal.domain.rag import Band
from portal.domain.words import Kind
from portal.extensions import db
from portal.records.cases import Case, still_open
from portal.records.dataset_tables import KEPT
from portal.records.listing import MOST_COUNTED

OTHER = "other"
STAGES = {"S1": "S1_", "S2": "S2_", "S3": "S3_", "C1": "C1_", "C2": "C2_"}
"""How the states of a stage begin in its procedure's table."""


def received_by_day(first: date, last: date) -> Mapping[date, int]:
    """How many complaints were received on each of these days."""
    kept = KEPT["representations"]
    query = select(kept.c.received_on, func.count()).where(
        kept.c.received_on.between(first, last), kept.c.kind == Kind.COMPLAINT.value
    )
    found = db.session.execute(query.group_by(kept.c.received_on))
    return {row[0]: row[1] for row in found}


def open_by_stage(today: date) -> Mapping[tuple[str, Band], list[int]]:
    """The numbers of at most `MOST_COUNTED` open cases for each stage and band."""
    stage, band = _stage(), _band(today)
    place = func.row_number().over(partition_by=(stage, band), order_by=Case.id)
    some = select(stage.label("stage"), band.label("band"), Case.id.label("number"), place.label("place"))
    within = some.where(still_open(Case.state)).subquery()
    found: dict[tuple[str, Band], list[int]] = {}
    for code, colour, number in db.session.execute(
        select(within.c.stage, within.c.band, within.c.number).where(within.c.place <= MOST_COUNTED)
    ):
        found.setdefault((code, Band(colour)), []).append(number)
    return found


def _stage() -> ColumnElement[str]:
    taken = Case.procedure.in_((Procedure.STATUTORY, Procedure.CORPORATE))
    whens = [(and_(taken, func.substr(Case.step, 1, len(begins)) == begins), code) for code, begins in STAGES.items()]
    return case(*((when, literal(code)) for when, code in whens), else_=literal(OTHER))


def _band(today: date) -> ColumnElement[str]:
    """The same bands as the board's, from the days kept with the case."""
    return case(
        (Case.paused, literal(Band.PAUSED.value)),
        (Case.due_max_on < today, literal(Band.BEYOND.value)),
        (Case.due_on <= today, literal(Band.RED.value)),
        (Case.amber_on <= today, literal(Band.AMBER.value)),
        else_=literal(Band.GREEN.value),
    )

"""What the register of time limits is made from: a year's complaints page by page, and the clocks of many at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select

from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.words import Kind
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.cases import Case
from portal.records.clock_entries import ClockEntry
from portal.records.dataset import rows_in
from portal.records.dataset_tables import COUNTED, KEPT
from portal.records.facts import values_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page before ended."""

    received_on: date
    reference: str


def received_in(year: ReportingYear, after: Place | None, most: int) -> Sequence[Row]:
    """So many complaints of a year in the order they were received, each with the outcome that the report counts."""
    kept, counted = KEPT["representations"].c, COUNTED["representations"].c
    names = ("reference", "received_on", "procedure", "triage", "withdrawn_on", "closed_on")
    query = (
        select(*(kept[name] for name in names), counted.found)
        .outerjoin(COUNTED["representations"], counted.owner == kept.owner)
        .where(kept.received_on.between(year.first_day, year.last_day), kept.kind == Kind.COMPLAINT.value)
    )
    if after:
        later = and_(kept.received_on == after.received_on, kept.reference > after.reference)
        query = query.where(kept.received_on >= after.received_on, or_(kept.received_on > after.received_on, later))
    found = db.session.execute(query.order_by(kept.received_on, kept.reference).limit(most))
    rows = [dict(row) for row in found.mappings()]
    words = values_of("representations", "found", "overall", {row["found"] for row in rows})
    return [{**row, "outcome": words.get(row.pop("found"))} for row in rows]


def stages_of(references: Collection[str]) -> Mapping[str, Sequence[Row]]:
    """The stages of these representations, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows_in(FILES["stages"], references):
        found.setdefault(str(row["reference"]), []).append(row)
    return found


def cases_among(references: Collection[str]) -> Mapping[str, int]:
    """Which of these are cases of the desk, with their numbers; what was let go has no page any more."""
    query = select(Case.reference, Case.id).where(Case.reference.in_(list(references)), Case.let_go_on.is_(None))
    return {reference: number for reference, number in db.session.execute(query)}  # noqa: C416


def clocks_of(case_ids: Collection[int]) -> Mapping[int, Sequence[ClockEntry]]:
    """The entries of all clocks of these cases, oldest first."""
    found: dict[int, list[ClockEntry]] = {}
    query = select(ClockEntry).where(ClockEntry.case_id.in_(list(case_ids))).order_by(ClockEntry.id)
    for entry in db.session.scalars(query):
        found.setdefault(entry.case_id, []).append(entry)
    return found

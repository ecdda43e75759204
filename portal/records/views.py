"""Who opened which case, and when: lines that are added and never changed, read by the data protection officer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed
from portal.records.cases import Case
from portal.records.officers import Officer


class View(Rowed, Base):
    """One opening of one case by one officer. The database refuses to change or delete it (see the first migration)."""

    __tablename__ = "views"
    __table_args__ = (Index("ix_views_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]


def latest_views(before: int | None, most: int) -> Sequence[tuple[View, str, str]]:
    """The latest openings with the officer's name and the case's reference, newest first, from before the given id."""
    query = (
        select(View, Officer.name, Case.reference)
        .join(Officer, View.officer_id == Officer.id)
        .join(Case, View.case_id == Case.id)
    )
    if before is not None:
        query = query.where(View.id < before)
    found = db.session.execute(query.order_by(View.id.desc()).limit(most))
    return [(view, name, reference) for view, name, reference in found]

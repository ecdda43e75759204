"""The steps a case has taken through its procedure, and the answers drafted on the way."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.sealing import Sealed


class StepTaken(Rowed, Base):
    """One step: who took it, from where to where, and why. Lines are added and never changed."""

    __tablename__ = "steps_taken"
    __table_args__ = (Index("ix_steps_taken_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    procedure: Mapped[str] = mapped_column(Short)
    event: Mapped[str] = mapped_column(Short)
    left: Mapped[str] = mapped_column(Short)
    reached: Mapped[str] = mapped_column(Short)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))  # None: the person, or the portal itself
    at: Mapped[datetime]
    body: Mapped[bytes]

    details = Sealed[dict[str, str]]("body")
    """`{"reason": why, "confirmed": what the officer ticked}`."""


class Response(Rowed, Base):
    """A draft of an answer on its way to the person: written, checked, signed, sent. Changed words need new checks."""

    __tablename__ = "responses"
    __table_args__ = (Index("ix_responses_case", "case_id", "sent_at"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    written_by: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    written_at: Mapped[datetime]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    sent_at: Mapped[datetime | None]
    body: Mapped[bytes]

    words = Sealed[str]("body")


def steps_of(case_id: int) -> Sequence[StepTaken]:
    """The steps of a case, the first one first."""
    return db.session.scalars(select(StepTaken).where(StepTaken.case_id == case_id).order_by(StepTaken.id)).all()


def last_taken(procedure: str, event: str, case_ids: Collection[int]) -> dict[int, datetime]:
    """When each of these cases last took this step; a case that never did is left out."""
    of_it = (StepTaken.procedure == procedure, StepTaken.event == event, StepTaken.case_id.in_(case_ids))
    taken = select(StepTaken.case_id, func.max(StepTaken.at)).where(*of_it).group_by(StepTaken.case_id)
    return {row[0]: row[1] for row in db.session.execute(taken)} if case_ids else {}


def draft_of(case_id: int) -> Response | None:
    """The answer that is being drafted, or None."""
    query = select(Response).where(Response.case_id == case_id, Response.sent_at.is_(None))
    return db.session.scalars(query.order_by(Response.id.desc()).limit(1)).first()

"""What triage found out about a case, version by version, and why it was not taken on if it was not."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.sealing import Sealed


class Screening(Rowed, Base):
    """One look at a case: the answers, what they pointed to, what was decided. Rows are added and never changed."""

    __tablename__ = "screenings"
    __table_args__ = (UniqueConstraint("case_id", "version"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    version: Mapped[int]
    at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    suggested: Mapped[str] = mapped_column(Short)  # the step to which the answers pointed
    decided: Mapped[str | None] = mapped_column(Short)  # the step by which they were turned away, if they were
    reason_code: Mapped[str | None] = mapped_column(Short)  # why not, as reports count it
    route: Mapped[str | None] = mapped_column(Short)  # where it can go instead
    body: Mapped[bytes]

    details = Sealed[dict[str, str]]("body")
    """The answers by the keys of the questions, and `note`: what they rest on."""


def screenings_of(case_id: int) -> Sequence[Screening]:
    """Every version, the newest first."""
    query = select(Screening).where(Screening.case_id == case_id)
    return db.session.scalars(query.order_by(Screening.version.desc())).all()


def latest_screening(case_id: int) -> Screening | None:
    """The newest version, or None when nobody has looked yet."""
    query = select(Screening).where(Screening.case_id == case_id).order_by(Screening.version.desc()).limit(1)
    return db.session.scalars(query).first()

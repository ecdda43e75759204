"""Counts per network and hour for holding floods; the network is kept only as a keyed hash."""

from datetime import datetime

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed


class RateCount(Rowed, Base):
    """How often one thing was done by one network in one window."""

    __tablename__ = "rate_counts"

    name: Mapped[str] = mapped_column(String(120), unique=True)  # what, hashed network, window
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(index=True)


def forget_counts(before: datetime) -> None:
    """Delete windows that ended; the caller commits."""
    db.session.execute(delete(RateCount).where(RateCount.ends_at < before))


def rate_count(name: str) -> RateCount | None:
    return db.session.scalar(select(RateCount).where(RateCount.name == name))

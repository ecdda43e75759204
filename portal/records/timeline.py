"""What happened in a case, line by line, and the messages both ways. Lines are added, never changed or taken away."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.speaking import Holder
from portal.domain.words import PUBLIC_HAPPENINGS, Happening, Side
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.sealing import Sealed


class TimelineLine(Rowed, Base):
    """One thing that happened. The database itself refuses to change or delete a line (see the first migration)."""

    __tablename__ = "timeline"
    __table_args__ = (Index("ix_timeline_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    happening: Mapped[Happening] = mapped_column(code_of(Happening))
    at: Mapped[datetime]
    effective_on: Mapped[date]  # the day it counts for, which may be earlier than the day it was recorded
    side: Mapped[Side] = mapped_column(code_of(Side))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    reason: Mapped[str | None] = mapped_column(Short)  # a code, never words about people
    body: Mapped[bytes | None]

    note = Sealed[str | None]("body")


class Message(Rowed, Base):
    """A message between the person and the team."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    side: Mapped[Side] = mapped_column(code_of(Side))
    kind: Mapped[Happening] = mapped_column(code_of(Happening))  # a message, the answer, or something added
    at: Mapped[datetime]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    seen_at: Mapped[datetime | None]
    speaker_seen_at: Mapped[datetime | None]  # when whoever speaks for the child saw it
    reader: Mapped[Holder | None] = mapped_column(code_of(Holder))  # whom alone it is for; None: whoever has a code
    body: Mapped[bytes]

    text = Sealed[dict[str, Any]]("body")
    """`{"words": ...}`, or answers added after sending: `{"answers": {...}}`."""


def timeline_of(case_id: int, *, for_person: bool = False) -> Sequence[TimelineLine]:
    """The lines of a case, oldest first; for the person only those that are theirs to see."""
    query = select(TimelineLine).where(TimelineLine.case_id == case_id).order_by(TimelineLine.id)
    if for_person:
        query = query.where(TimelineLine.happening.in_(PUBLIC_HAPPENINGS))
    return db.session.scalars(query).all()


def messages_of(case_id: int) -> Sequence[Message]:
    """The messages of a case, oldest first."""
    return db.session.scalars(select(Message).where(Message.case_id == case_id).order_by(Message.id)).all()

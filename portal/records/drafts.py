"""What people are still writing: open drafts by visitor, and drafts saved under a code that only their writer knows."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.sealing import Sealed


class Draft(Rowed, Base):
    """One visitor's answers on one journey. The visitor's key is stored only as its hash."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("visitor", "journey"),)

    visitor: Mapped[bytes] = mapped_column(LargeBinary(32))
    journey: Mapped[str] = mapped_column(Short)
    way: Mapped[str] = mapped_column(Short, default="full")
    variant: Mapped[str] = mapped_column(Short, default="")
    language: Mapped[str] = mapped_column(Short)
    body: Mapped[bytes]
    case_id: Mapped[int | None] = mapped_column(
        ForeignKey("cases.id"), index=True
    )  # set by Send; the receipt until it is cleared
    saved_id: Mapped[int | None] = mapped_column(
        ForeignKey("saved_drafts.id", ondelete="SET NULL"), index=True
    )  # the saved form it carries on
    begun_at: Mapped[datetime]
    touched_at: Mapped[datetime] = mapped_column(index=True)

    answers = Sealed[dict[str, Any]]("body")


class SavedDraft(Rowed, Base):
    """A draft put away under its own code: found by one half of what the code derives to, opened by the other."""

    __tablename__ = "saved_drafts"

    finder: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    body: Mapped[bytes]
    saved_at: Mapped[datetime] = mapped_column(index=True)


_DRAFT_OF = select(Draft).where(Draft.visitor == bindparam("visitor"), Draft.journey == bindparam("journey"))
"""Put together once: every page of a journey asks it."""


def draft_of(visitor: bytes, journey: str) -> Draft | None:
    """The open (or just sent) draft of this visitor on this journey."""
    return db.session.scalar(_DRAFT_OF, {"visitor": visitor, "journey": journey})


def saved_draft(finder: bytes) -> SavedDraft | None:
    return db.session.scalar(select(SavedDraft).where(SavedDraft.finder == finder))

"""Urgent alerts: somebody asked to be called today. Kept even if their form is never finished."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.words import Audience
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.sealing import Sealed


class Alert(Rowed, Base):
    """One request for a call today, raised the moment it is made."""

    __tablename__ = "alerts"

    draft_id: Mapped[int | None] = mapped_column(
        index=True
    )  # no foreign key: the draft may be cleared, the alert stays
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    language: Mapped[str] = mapped_column(Short)
    raised_at: Mapped[datetime] = mapped_column(index=True)
    handled_at: Mapped[datetime | None] = mapped_column(index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    details = Sealed[dict[str, Any]]("body")
    """`{"phone": ..., "safe": ...}`."""


def open_call_of(case_id: int) -> Alert | None:
    """The call that was asked for with a case and that nobody has seen to yet."""
    query = select(Alert).where(Alert.case_id == case_id, Alert.handled_at.is_(None))
    return db.session.scalar(query.order_by(Alert.id.desc()).limit(1))

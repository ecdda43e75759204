"""The outbox: letters written in the same transaction as what they tell of, sent later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.words import LetterState
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.sealing import Sealed


class Letter(Rowed, Base):
    """One letter to one recipient. `about` is "case:12" or "alert:3"; with kind and number it can exist only once."""

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("about", "kind", "number"),
        Index("ix_letters_post", "state", "next_try_at"),
    )

    about: Mapped[str] = mapped_column(Short)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(Short)  # the template: "team_new_case", "person_news", ...
    number: Mapped[int]
    language: Mapped[str] = mapped_column(Short)
    message_id: Mapped[str]  # fixed when written, so that a letter sent twice is recognised as one
    state: Mapped[LetterState] = mapped_column(code_of(LetterState), default=LetterState.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str | None]  # the mail server's last answer, without addresses
    body: Mapped[bytes]

    content = Sealed[Mapping[str, Any]]("body")
    """`{"to": address, "subject": ..., "text": ...}`."""

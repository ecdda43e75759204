"""Who speaks for the child of a case: how to reach them, what the child agreed to, and their own secret code."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.journeys import JOURNEYS
from portal.domain.speaking import Agreement
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.cases import Case
from portal.records.children import Consent
from portal.records.findable import Findable
from portal.records.sealing import Sealed


class Speaker(Findable, Rowed, Base):
    """An advocate or another adult who sent it for a child. The child's own code is the case's."""

    __tablename__ = "speakers"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    agreement: Mapped[Agreement] = mapped_column(code_of(Agreement))  # what was said of it when it was sent
    permitted: Mapped[list[str]] = mapped_column(JSON)  # what the child agreed that we may do
    role: Mapped[str] = mapped_column(Short)
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))  # the child's recorded agreement
    cut_at: Mapped[datetime | None]  # when the child wanted to go on alone
    checked_on: Mapped[date | None]  # when somebody of the team knew who this is and that they may act; None: nobody
    code_hash: Mapped[str | None]  # argon2id of the speaker's own code; None when they have none
    code_changed_at: Mapped[datetime]
    body: Mapped[bytes]

    details = Sealed[dict[str, Any]]("body")
    """`name`, `organisation`, `email`, `phone`."""

    @property
    def agreed(self) -> bool:
        """Whether the child's agreement is recorded, be it only by the word of whoever speaks for them."""
        return self.consent_id is not None

    @property
    def cut(self) -> bool:
        """Whether the child ended it."""
        return self.cut_at is not None


def consent_of(speaker: Speaker) -> Consent | None:
    """By which agreement they speak for the child; None before there is any."""
    return db.session.get(Consent, speaker.consent_id) if speaker.consent_id else None


def speaker_of(case: Case) -> Speaker | None:
    """Who speaks for the child of this case; no other way in than the one for them leads to one."""
    if not JOURNEYS[case.journey].sends.spoken:
        return None
    return db.session.scalar(select(Speaker).where(Speaker.case_id == case.id))

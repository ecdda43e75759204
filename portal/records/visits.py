"""Open views of a case by its code holder: fifteen idle minutes, ended by a new code or by leaving."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.speaking import Holder
from portal.extensions import db
from portal.records.base import Base, Rowed, code_of
from portal.records.sealing import Sealed


class CaseVisit(Rowed, Base):
    """A visitor who gave the right number and code."""

    __tablename__ = "case_visits"

    visitor: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    opened_at: Mapped[datetime]
    holder: Mapped[Holder] = mapped_column(code_of(Holder), default=Holder.PERSON)  # whose code opened it
    touched_at: Mapped[datetime] = mapped_column(index=True)
    body: Mapped[bytes | None]

    fresh_code = Sealed[str | None]("body")
    """The new code they asked for in this view, so that loading its page again makes no other."""


def visit_of(visitor: bytes) -> CaseVisit | None:
    return db.session.scalar(select(CaseVisit).where(CaseVisit.visitor == visitor))

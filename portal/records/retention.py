"""What must not go, what is proposed to go and who agreed, and what is gone: holds, disposals, certificates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Exists,
    ForeignKey,
    Index,
    LargeBinary,
    exists,
    select,
    text,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from portal.domain.retention import RetentionClass
from portal.extensions import db
from portal.records.base import Base, Rowed, code_of
from portal.records.sealing import Sealed


class LegalHold(Rowed, Base):
    """Why a case must not go, whatever its dates say, until somebody lifts it."""

    __tablename__ = "legal_holds"
    __table_args__ = (
        Index(
            "ix_legal_holds_one", "case_id", unique=True,
            sqlite_where=text("lifted_at IS NULL"), postgresql_where=text("lifted_at IS NULL"),
        ),
    )  # fmt: skip

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    since: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    why = Sealed[str]("body")


class Disposal(Rowed, Base):
    """One case that may go: proposed, agreed to by two people, gone. When it is gone, the row is its certificate.

    Only while two different people stand in it does the database let the lines of its case be taken away.
    """

    __tablename__ = "disposals"
    __table_args__ = (
        CheckConstraint("second_by IS NULL OR second_by <> first_by", "two_people"),
        Index("ix_disposals_open", "done_at", "until", "id"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    kept_as: Mapped[RetentionClass] = mapped_column(code_of(RetentionClass))
    until: Mapped[date]  # the first day on which it may go
    why: Mapped[str]  # the sentence by which that day was found; it names nobody
    proposed_at: Mapped[datetime]
    first_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    first_at: Mapped[datetime | None]
    second_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    second_at: Mapped[datetime | None]
    again: Mapped[bool] = mapped_column(default=False)  # by the ledger, after an old backup had brought it back
    done_at: Mapped[datetime | None]
    finder: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)  # the fingerprint of the number it had
    erased: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # how many rows of each table went

    @property
    def agreed(self) -> bool:
        """Whether two people agreed."""
        return self.first_by is not None and self.second_by is not None


AGREED = "second_by IS NOT NULL AND first_by <> second_by OR again"
"""When the lines of a case may go; the first migration gives the database the same words."""


def hold_of(case_id: int) -> LegalHold | None:
    """Why a case must not go now."""
    return db.session.scalar(select(LegalHold).where(LegalHold.case_id == case_id, LegalHold.lifted_at.is_(None)))


def is_held(case_id: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Exists:
    """Whether something says, in a query over cases by this column, that the case has to be kept."""
    return exists().where(LegalHold.case_id == case_id, LegalHold.lifted_at.is_(None))


def holds_of(case_id: int) -> Sequence[LegalHold]:
    """Every hold there ever was on a case, the newest first."""
    query = select(LegalHold).where(LegalHold.case_id == case_id)
    return db.session.scalars(query.order_by(LegalHold.id.desc())).all()


def held() -> Sequence[LegalHold]:
    """What must not go now, the oldest hold first."""
    return db.session.scalars(select(LegalHold).where(LegalHold.lifted_at.is_(None)).order_by(LegalHold.id)).all()


def disposal_of(case_id: int) -> Disposal | None:
    """What was proposed for a case."""
    return db.session.scalar(select(Disposal).where(Disposal.case_id == case_id))


def disposals_open(most: int, after: tuple[date, int] | None = None) -> Sequence[Disposal]:
    """What is proposed or agreed and not gone yet, what could have gone longest first."""
    query = select(Disposal).where(Disposal.done_at.is_(None))
    if after:
        query = query.where((Disposal.until > after[0]) | ((Disposal.until == after[0]) & (Disposal.id > after[1])))
    return db.session.scalars(query.order_by(Disposal.until, Disposal.id).limit(most)).all()


def agreed_to() -> Sequence[int]:
    """The numbers of the disposals that two people agreed to and that are not done."""
    both = (Disposal.done_at.is_(None), Disposal.first_by.is_not(None), Disposal.second_by.is_not(None))
    return db.session.scalars(select(Disposal.id).where(*both).order_by(Disposal.id)).all()


def certificates(most: int, before: int | None = None) -> Sequence[Disposal]:
    """What is gone, the newest first."""
    query = select(Disposal).where(Disposal.done_at.is_not(None))
    if before is not None:
        query = query.where(Disposal.id < before)
    return db.session.scalars(query.order_by(Disposal.id.desc()).limit(most)).all()


def let_go_finders() -> frozenset[bytes]:
    """The fingerprints of all the numbers that cases had which were let go."""
    found = db.session.scalars(select(Disposal.finder).where(Disposal.done_at.is_not(None)))
    return frozenset(one for one in found if one)


def certificate_by(finder: bytes) -> Disposal | None:
    """The certificate of the case that had the number with this fingerprint."""
    return db.session.scalar(select(Disposal).where(Disposal.finder == finder, Disposal.done_at.is_not(None)))

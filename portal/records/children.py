"""The children a case is about, who speaks for them, what they agreed to, and whose complaint it is."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.sealing import Sealed


class ChildInCase(Rowed, Base):
    """One child in one case. `child_key` is the same wherever the same child stands in another case."""

    __tablename__ = "children"
    __table_args__ = (UniqueConstraint("case_id", "number"), UniqueConstraint("case_id", "child_key"))

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    child_key: Mapped[str] = mapped_column(Short, index=True)
    monitoring_key: Mapped[bytes] = mapped_column(LargeBinary(16), default=lambda: secrets.token_bytes(16))
    is_complainant: Mapped[bool] = mapped_column(default=False)
    relationship: Mapped[str] = mapped_column(Short)  # what whoever complains is to the child
    age: Mapped[int | None]  # whole years on the day of receipt; None: not recorded
    care_status: Mapped[str] = mapped_column(Short)
    uasc: Mapped[str] = mapped_column(Short)
    body: Mapped[bytes]

    names = Sealed[dict[str, str]]("body")
    """`first_name`, `last_name`; either may be missing."""


class CaseWho(Rowed, Base):
    """Whose complaint it is, and who handed it in: two answers that reports must not run together."""

    __tablename__ = "case_who"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    complaint_of: Mapped[str | None] = mapped_column(Short)  # None: nobody has said yet
    submitted_by: Mapped[str] = mapped_column(Short)


class AdvocateOffer(Rowed, Base):
    """One offer of somebody to stand by a child, and what became of it."""

    __tablename__ = "advocate_offers"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(Short)
    provider: Mapped[str] = mapped_column(String(120))
    offered_on: Mapped[date]
    accepted_on: Mapped[date | None]
    declined_on: Mapped[date | None]


class Consent(Rowed, Base):
    """What somebody allowed somebody else to do in this case, how they said so, and until when."""

    __tablename__ = "consents"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    how: Mapped[str] = mapped_column(Short)
    scope: Mapped[list[str]] = mapped_column(JSON)
    given_on: Mapped[date]
    ends_on: Mapped[date | None]
    revoked_on: Mapped[date | None]
    body: Mapped[bytes]

    people = Sealed[dict[str, Any]]("body")
    """`by` (who agreed) and `to` (who may act)."""


def children_of(case_id: int) -> Sequence[ChildInCase]:
    """The children of a case by number."""
    query = select(ChildInCase).where(ChildInCase.case_id == case_id)
    return db.session.scalars(query.order_by(ChildInCase.number)).all()


def who_of(case_id: int) -> CaseWho | None:
    """Whose complaint a case is, once somebody has said so."""
    return db.session.scalar(select(CaseWho).where(CaseWho.case_id == case_id))


def advocate_offers_of(case_id: int) -> Sequence[AdvocateOffer]:
    """The offers of an advocate in a case, oldest first."""
    query = select(AdvocateOffer).where(AdvocateOffer.case_id == case_id)
    return db.session.scalars(query.order_by(AdvocateOffer.id)).all()


def consents_of(case_id: int) -> Sequence[Consent]:
    """What was agreed to in a case, oldest first."""
    return db.session.scalars(select(Consent).where(Consent.case_id == case_id).order_by(Consent.id)).all()

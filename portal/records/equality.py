"""What people said about themselves after their receipt: no case, no day, no visitor, and in no order of arrival."""

import secrets

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.words import Audience
from portal.extensions import db
from portal.records.base import Accounted, Base, Short, code_of

MOST_NUMBER = 1_000_000_000


def _drawn() -> int:
    return 1 + secrets.randbelow(MOST_NUMBER)


class EqualityOffer(Accounted, Base):
    """How many receipts with the questions were shown to an audience in a quarter."""

    __tablename__ = "equality_offers"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    quarter: Mapped[int]
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    receipts: Mapped[int] = mapped_column(default=0)


class EqualityAnswer(Accounted, Base):
    """The answers of one person, under a number drawn by chance; the complaint only where they ticked that it may."""

    __tablename__ = "equality_answers"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=_drawn)
    year: Mapped[int]
    quarter: Mapped[int]
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    language: Mapped[str] = mapped_column(Short)
    age_band: Mapped[str] = mapped_column(Short)
    sex: Mapped[str] = mapped_column(Short)
    gender_same_as_registered: Mapped[str] = mapped_column(Short)
    ethnicity: Mapped[str] = mapped_column(Short)
    religion: Mapped[str] = mapped_column(Short)
    disabled: Mapped[str] = mapped_column(Short)
    impairments: Mapped[list[str]] = mapped_column(JSON, default=list)
    orientation: Mapped[str] = mapped_column(Short)
    main_language: Mapped[str | None] = mapped_column(Short)
    reference: Mapped[str | None] = mapped_column(Short)


def offer_of(year: int, quarter: int, audience: Audience) -> EqualityOffer | None:
    """The count of a quarter, for whoever adds to it."""
    wanted = select(EqualityOffer).where(
        EqualityOffer.year == year, EqualityOffer.quarter == quarter, EqualityOffer.audience == audience
    )
    return db.session.scalar(wanted.with_for_update())


def receipts_of(year: int) -> int:
    """How many receipts with the questions were shown in a year."""
    return sum(db.session.scalars(select(EqualityOffer.receipts).where(EqualityOffer.year == year)))

"""What was put right, and money: resolutions, payments to people, and what handling complaints cost."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Accounted, Base, Rowed, Short
from portal.records.sealing import Sealed

Row = TypeVar("Row", "Resolution", "Payment", "Expense")


class Resolution(Rowed, Base):
    """One way in which a complaint was put right."""

    __tablename__ = "resolutions"
    __table_args__ = (UniqueConstraint("case_id", "resolution"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    resolution: Mapped[str] = mapped_column(Short)
    agreed_on: Mapped[date]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes | None]

    note = Sealed[str | None]("body")


class Payment(Rowed, Accounted, Base):
    """Money for a person (dictionary 3.7): reports count it by the day it was paid."""

    __tablename__ = "payments"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    detail: Mapped[str] = mapped_column(Short)
    pence: Mapped[int]
    basis: Mapped[str] = mapped_column(Short)
    agreed_on: Mapped[date]
    paid_on: Mapped[date | None] = mapped_column(index=True)
    approved_by: Mapped[str] = mapped_column(String(120))  # an officer of the council, by name or post
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class Expense(Rowed, Accounted, Base):
    """What handling complaints cost: counted in the year it was incurred, which may not be the year of the case."""

    __tablename__ = "expenses"

    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(Short)
    pence: Mapped[int]
    incurred_on: Mapped[date] = mapped_column(index=True)
    approved_by: Mapped[str] = mapped_column(String(120))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


def rows_of(table: type[Row], case_id: int) -> Sequence[Row]:
    """A case's resolutions, payments or expenses, in the order they were recorded."""
    return db.session.scalars(select(table).where(table.case_id == case_id).order_by(table.id)).all()

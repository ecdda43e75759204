"""Who was named for Stage 2 or Stage 3 of a case, as what, for how long, and what was agreed to pay them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, and_, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from portal.domain.independence import Capacity
from portal.extensions import db
from portal.records.base import Base, Rowed, code_of
from portal.records.independents import Independent
from portal.records.remedies import Expense


class Appointment(Rowed, Base):
    """One person's part in one case. It is ended, never deleted; with an account they read the case until its end."""

    __tablename__ = "appointments"
    __table_args__ = (
        Index("ix_appointments_case", "case_id", "id"),
        Index("ix_appointments_person", "independent_id", "until_on"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    independent_id: Mapped[int] = mapped_column(ForeignKey("independents.id"))
    capacity: Mapped[Capacity] = mapped_column(code_of(Capacity))
    stage: Mapped[int]
    from_on: Mapped[date]
    until_on: Mapped[date]  # the last day on which they may read the case
    ended_on: Mapped[date | None]  # set when somebody else takes their part, or nobody does
    checked_on: Mapped[date]
    checked_by: Mapped[int] = mapped_column(ForeignKey("officers.id"))  # who looked at their ties to this case
    pence_agreed: Mapped[int | None]
    expense_id: Mapped[int | None] = mapped_column(ForeignKey("expenses.id"))  # what they were paid in the end

    independent: Mapped[Independent] = relationship(lazy="joined")
    expense: Mapped[Expense | None] = relationship(lazy="select")


def appointments_of(case_id: int) -> Sequence[Appointment]:
    """Everybody who was ever named for a case, in the order they were."""
    query = select(Appointment).where(Appointment.case_id == case_id).order_by(Appointment.id)
    return db.session.scalars(query.options(joinedload(Appointment.expense))).all()


def appointed_cases(officer_id: int | ColumnElement[int], today: date | ColumnElement[date]) -> Select[int]:
    """The numbers of the cases that an account reads today because its owner was named for them."""
    still = and_(
        Independent.officer_id == officer_id,
        Independent.active.is_(True),
        or_(Independent.until.is_(None), Independent.until >= today),
        Appointment.ended_on.is_(None),
        Appointment.from_on <= today,
        Appointment.until_on >= today,
    )
    return select(Appointment.case_id).join(Independent).where(still)


def capacities_in(case_id: int, officer_id: int, today: date) -> frozenset[Capacity]:
    """As what the owner of an account takes part in a case today."""
    query = appointed_cases(officer_id, today).with_only_columns(Appointment.capacity)
    return frozenset(db.session.scalars(query.where(Appointment.case_id == case_id)))

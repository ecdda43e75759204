"""Two registers of their own: enquiries from the Ombudsman, and from councillors and Members of Parliament."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ForeignKey, Index, String, and_, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Accounted, Base, Rowed, Short
from portal.records.sealing import Sealed

PAGE = 50
Entry = TypeVar("Entry", "OmbudsmanEnquiry", "MemberEnquiry")


class OmbudsmanEnquiry(Rowed, Accounted, Base):
    """One case before the Ombudsman, with what it decided and whether we did in time what it asked."""

    __tablename__ = "ombudsman_enquiries"
    __table_args__ = (Index("ix_ombudsman_open", "open", "due_on", "id"),)

    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[str] = mapped_column(Short)
    open: Mapped[bool] = mapped_column(default=True)
    received_on: Mapped[date]
    due_on: Mapped[date]  # the date on their letter, typed in
    replied_on: Mapped[date | None]
    service: Mapped[str] = mapped_column(Short)
    investigated: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str] = mapped_column(Short)
    decided_on: Mapped[date | None]
    pence: Mapped[int | None]  # what we were asked to pay
    remedy_due_on: Mapped[date | None]
    remedied_on: Mapped[date | None]
    body: Mapped[bytes]

    texts = Sealed[dict[str, Any]]("body")
    """`their_reference`, `about`, `remedy`."""


class MemberEnquiry(Rowed, Accounted, Base):
    """One question from a councillor or a Member of Parliament on somebody's behalf."""

    __tablename__ = "member_enquiries"
    __table_args__ = (Index("ix_member_open", "open", "due_on", "id"),)

    reference: Mapped[str] = mapped_column(String(8), unique=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[str] = mapped_column(Short)
    open: Mapped[bool] = mapped_column(default=True)
    asked_by: Mapped[str] = mapped_column(Short)  # elected_member or mp
    received_on: Mapped[date]
    due_on: Mapped[date]
    replied_on: Mapped[date | None]
    team: Mapped[str | None] = mapped_column(Short)
    consent: Mapped[str] = mapped_column(Short)
    body: Mapped[bytes]

    texts = Sealed[dict[str, Any]]("body")
    """`member`, `about`."""


class LgscoReported(Rowed, Base):
    """How many complaints the Ombudsman's annual letter says it received about us; the newest line of a year counts.

    The council does not hear of every case, so the number is kept apart from the register. None is a number as well.
    """

    __tablename__ = "lgsco_reported"

    year: Mapped[int] = mapped_column(index=True)  # the calendar year in which the reporting year began
    reported: Mapped[int]
    childrens_social_care: Mapped[int | None]  # of these, where the letter says so
    at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class RegisterLine(Rowed, Base):
    """What happened to an entry; lines are added, never changed. A step says from where to where it led."""

    __tablename__ = "register_lines"
    __table_args__ = (Index("ix_register_lines", "register", "entry_id", "id"),)

    register: Mapped[str] = mapped_column(Short)
    entry_id: Mapped[int]
    event: Mapped[str | None] = mapped_column(Short)  # None: entered or corrected
    left: Mapped[str | None] = mapped_column(Short)
    reached: Mapped[str | None] = mapped_column(Short)
    counts_on: Mapped[date | None]  # the day it happened, which may lie before the day it was written down
    at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    words = Sealed[str]("body")


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended."""

    due_on: date
    number: int


def entries(table: type[Entry], *, still_open: bool, after: After | None = None) -> Sequence[Entry]:
    """One page of a register, the earliest due day first, and one entry more."""
    query = select(table).where(table.open.is_(still_open))
    if after:
        later = and_(table.due_on == after.due_on, table.id > after.number)
        query = query.where(or_(table.due_on > after.due_on, later))
    return db.session.scalars(query.order_by(table.due_on, table.id).limit(PAGE + 1)).all()


def lines_of(register: str, entry_id: int) -> Sequence[RegisterLine]:
    """What happened to an entry, oldest first."""
    mine = (RegisterLine.register == register, RegisterLine.entry_id == entry_id)
    return db.session.scalars(select(RegisterLine).where(*mine).order_by(RegisterLine.id)).all()


def lgsco_reported() -> dict[int, LgscoReported]:
    """What the annual letters said, by year: the newest line of each."""
    every = db.session.scalars(select(LgscoReported).order_by(LgscoReported.id))
    return {row.year: row for row in every}

"""Requests passed on to the advocacy provider, and how its advocates tried to make contact.

What was passed on is sealed, is read at the provider's desk alone, and is emptied when the request is over.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.advocates import Cannot, Ending, Origin, Standing, Tried, standing
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.cases import Case
from portal.records.sealing import Sealed


class AdvocacyRequest(Rowed, Base):
    """One person who wants an advocate. The dates are the team's to see, and nothing else of it."""

    __tablename__ = "advocacy_requests"
    __table_args__ = (Index("ix_advocacy_requests_open", "over_on", "contact_by", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    provider: Mapped[str] = mapped_column(String(120))
    origin: Mapped[Origin] = mapped_column(code_of(Origin))
    journey: Mapped[str] = mapped_column(Short)  # whose questions the answers belong to
    way: Mapped[str] = mapped_column(Short)
    variant: Mapped[str] = mapped_column(Short)
    asked_on: Mapped[date]
    contact_by: Mapped[date]
    accepted_on: Mapped[date | None]
    in_touch_on: Mapped[date | None]
    over_on: Mapped[date | None]
    ending: Mapped[Ending | None] = mapped_column(code_of(Ending))
    reason: Mapped[Cannot | None] = mapped_column(code_of(Cannot))
    body: Mapped[bytes | None]
    name_body: Mapped[bytes | None]

    passed_on = Sealed[dict[str, Any] | None]("body")
    advocate = Sealed[str | None]("name_body")
    """The first name of the advocate, which the person is told."""
    case: Mapped[Case] = relationship(lazy="select")

    @property
    def standing(self) -> Standing:
        """Where it stands with the provider."""
        return standing(self.accepted_on, self.in_touch_on, self.over_on)


class AdvocacyContact(Rowed, Base):
    """One time an advocate tried to reach somebody; the note is the provider's own."""

    __tablename__ = "advocacy_contacts"

    request_id: Mapped[int] = mapped_column(ForeignKey("advocacy_requests.id"), index=True)
    at: Mapped[datetime]
    on: Mapped[date]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    how: Mapped[Tried] = mapped_column(code_of(Tried))
    reached: Mapped[bool]
    body: Mapped[bytes | None]

    note = Sealed[str | None]("body")


def advocacy_requests_of(case_id: int) -> Sequence[AdvocacyRequest]:
    """The requests of a case, oldest first."""
    query = select(AdvocacyRequest).where(AdvocacyRequest.case_id == case_id)
    return db.session.scalars(query.order_by(AdvocacyRequest.id)).all()


def open_request_of(case_id: int) -> AdvocacyRequest | None:
    """The request of a case that is not over."""
    return next((one for one in advocacy_requests_of(case_id) if one.over_on is None), None)


def open_requests(provider: str) -> Sequence[AdvocacyRequest]:
    """What went to this provider and is not over; whoever waits longest for a first word stands first."""
    query = select(AdvocacyRequest).where(AdvocacyRequest.over_on.is_(None), AdvocacyRequest.provider == provider)
    return db.session.scalars(query.order_by(AdvocacyRequest.contact_by, AdvocacyRequest.id)).all()


def requests_over(provider: str, most: int) -> Sequence[AdvocacyRequest]:
    """Of what went to this provider the requests that ended last."""
    query = select(AdvocacyRequest).where(AdvocacyRequest.over_on.is_not(None), AdvocacyRequest.provider == provider)
    return db.session.scalars(
        query.order_by(AdvocacyRequest.over_on.desc(), AdvocacyRequest.id.desc()).limit(most)
    ).all()


def unreached(today: date) -> Sequence[AdvocacyRequest]:
    """Requests whose day for a first word has passed, and nobody has been reached; of every provider there was."""
    late = (AdvocacyRequest.over_on.is_(None), AdvocacyRequest.in_touch_on.is_(None))
    query = select(AdvocacyRequest).where(*late, AdvocacyRequest.contact_by < today)
    return db.session.scalars(query.order_by(AdvocacyRequest.contact_by, AdvocacyRequest.id)).all()


def contacts_of(request_id: int) -> Sequence[AdvocacyContact]:
    """The times an advocate tried, oldest first."""
    query = select(AdvocacyContact).where(AdvocacyContact.request_id == request_id)
    return db.session.scalars(query.order_by(AdvocacyContact.id)).all()

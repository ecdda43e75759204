"""The register of people from outside the service: investigators, independent people, members of panels."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.independence import Capacity, Ties
from portal.extensions import db
from portal.records.base import Base, Rowed
from portal.records.officers import Officer
from portal.records.sealing import Sealed


class Independent(Rowed, Base):
    """One person on the register. Never deleted: what they did in a case keeps their name."""

    __tablename__ = "independents"
    __table_args__ = (Index("ix_independents_name", "name", "id"),)

    name: Mapped[str] = mapped_column(String(120))
    organisation: Mapped[str] = mapped_column(String(120))
    capacities: Mapped[list[str]] = mapped_column(MutableList.as_mutable(JSON), default=list)
    pence_a_day: Mapped[int | None]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"), unique=True)  # their account, if any
    active: Mapped[bool] = mapped_column(default=True)
    until: Mapped[date | None]  # the last day on the register
    is_member: Mapped[bool] = mapped_column(default=False)
    is_officer: Mapped[bool] = mapped_column(default=False)
    is_partner: Mapped[bool] = mapped_column(default=False)
    signed_on: Mapped[date | None]  # the day they signed what the three above say
    kept_by: Mapped[int] = mapped_column(ForeignKey("officers.id"))  # who last changed the entry
    kept_at: Mapped[datetime]
    body: Mapped[bytes]

    contact = Sealed[dict[str, Any]]("body")
    """`email`, `phone`, `address`."""
    account: Mapped[Officer | None] = relationship(foreign_keys=[officer_id], lazy="select")

    @property
    def listed(self) -> frozenset[Capacity]:
        """As what they may take part."""
        return frozenset(Capacity(code) for code in self.capacities)

    @property
    def ties(self) -> Ties:
        """What they declared."""
        return Ties(self.is_member, self.is_officer, self.is_partner, self.signed_on)

    def on_register(self, today: date) -> bool:
        """Whether they may be asked, and may keep reading what they were named for."""
        return self.active and (self.until is None or self.until >= today)


def independents() -> Sequence[Independent]:
    """Everybody who is or was on the register, by name."""
    return db.session.scalars(select(Independent).order_by(Independent.name, Independent.id)).all()

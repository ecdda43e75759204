"""Papers that invite somebody to the questions about themselves: no case, no day, no name."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.words import Audience
from portal.extensions import db
from portal.records.base import Base, Short, code_of


class EqualityInvitation(Base):
    """One code on one paper, known by its fingerprint; it goes when it has been used, or its year is long over."""

    __tablename__ = "equality_invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(Short, unique=True)
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    year: Mapped[int]


def invitation(fingerprint: str) -> EqualityInvitation | None:
    """The invitation with this fingerprint, locked for whoever uses it up."""
    wanted = select(EqualityInvitation).where(EqualityInvitation.fingerprint == fingerprint)
    return db.session.scalar(wanted.with_for_update())

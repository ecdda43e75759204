"""Thanks and ideas: where they came from, what they praise, and whether they may be quoted."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.sealing import Sealed


class Compliment(Rowed, Base):
    """What is recorded about a compliment or a comment besides the words it came in."""

    __tablename__ = "compliments"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    source: Mapped[str] = mapped_column(Short)
    categories: Mapped[list[str]] = mapped_column(JSON)
    team: Mapped[str | None] = mapped_column(Short)
    may_quote: Mapped[bool | None]  # None: nobody has asked
    shared_at: Mapped[datetime | None]
    body: Mapped[bytes]

    texts = Sealed[dict[str, Any]]("body")
    """`worker` (who is praised) and `quote` (with names taken out)."""


def compliment_of(case_id: int) -> Compliment | None:
    """What is recorded about the compliment or comment of this case."""
    return db.session.scalar(select(Compliment).where(Compliment.case_id == case_id))

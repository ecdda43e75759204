"""What happened to the clocks of a case, entry by entry; a mistake is undone by another entry, never taken away."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.clock_events import Agreed
from portal.domain.clock_rules import ClockId
from portal.domain.words import Worded
from portal.extensions import db
from portal.records.base import Base, Rowed, Short, code_of
from portal.records.sealing import Sealed


class What(Worded):
    """The kinds of entries, one for each event of `domain.clock_events`."""

    STARTED = "started", "Started"
    PAUSED = "paused", "Stands still"
    RESUMED = "resumed", "Runs again"
    EXTENDED = "extended", "Given more time"
    RETARGETED = "retargeted", "A new day to work towards"
    STOPPED = "stopped", "Stopped"
    UNDONE = "undone", "An entry was a mistake"


class ClockEntry(Rowed, Base):
    """One thing that happened to one clock. The database itself refuses to change or delete it."""

    __tablename__ = "clock_entries"
    __table_args__ = (Index("ix_clock_entries_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    clock: Mapped[ClockId] = mapped_column(code_of(ClockId))
    what: Mapped[What] = mapped_column(code_of(What))
    counts_on: Mapped[date]  # the day it counts for
    until: Mapped[date | None]  # the date typed in, or the new one
    pause: Mapped[str | None] = mapped_column(Short)  # the code of why it stands still
    agreed: Mapped[Agreed | None] = mapped_column(code_of(Agreed))
    which: Mapped[int | None]  # the place of the entry that was a mistake, from 0
    at: Mapped[datetime]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes | None]

    words = Sealed[str | None]("body")
    """Why there is more time, or where the person asked for a pause."""


def clock_entries_of(case_id: int) -> Sequence[ClockEntry]:
    """The entries of all clocks of a case, oldest first."""
    return db.session.scalars(select(ClockEntry).where(ClockEntry.case_id == case_id).order_by(ClockEntry.id)).all()

"""Reports kept as they were made, added and never changed: those that were published bind every later publication."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import in_london
from portal.domain.tables.kept import Kept, read_back
from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.officers import Officer


class KeptReport(Rowed, Base):
    """One report, byte for byte: its JSON, and beside it what its tables were counted on."""

    __tablename__ = "kept_reports"
    __table_args__ = (Index("ix_kept_reports_year", "authority", "year"),)

    authority: Mapped[str] = mapped_column(Short)
    year: Mapped[int]
    quarter: Mapped[int | None]
    edition: Mapped[str] = mapped_column(Short)
    as_at: Mapped[date]
    kept_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    sha256: Mapped[str]
    body: Mapped[bytes]
    bases: Mapped[str]


def kept_reports(authority: str) -> Sequence[Kept]:
    """The kept reports of a council, read back, the newest first."""
    query = select(KeptReport).where(KeptReport.authority == authority).order_by(KeptReport.id.desc())
    return [
        Kept(read_back(json.loads(one.body)), in_london(one.kept_at).date(), json.loads(one.bases))
        for one in db.session.scalars(query)
    ]


def kept_list(authority: str) -> Sequence[tuple[KeptReport, str]]:
    """Every kept report of a council with the name of whoever kept it, the newest first."""
    query = (
        select(KeptReport, Officer.name)
        .join(Officer, KeptReport.officer_id == Officer.id)
        .where(KeptReport.authority == authority)
        .order_by(KeptReport.id.desc())
    )
    return [(kept, name) for kept, name in db.session.execute(query)]


def last_kept(authority: str) -> int:
    """The number of the report of a council that was kept last; 0 where none was."""
    query = select(func.max(KeptReport.id)).where(KeptReport.authority == authority)
    return db.session.scalar(query) or 0


def kept_report(number: int) -> KeptReport | None:
    """One kept report."""
    return db.session.get(KeptReport, number)

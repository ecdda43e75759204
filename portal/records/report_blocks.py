"""What people wrote for a year's report, section by section, every version kept; and which kind words stand in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.cases import Case
from portal.records.compliments import Compliment
from portal.records.officers import Officer
from portal.records.sealing import Sealed

VERSIONS = 20
"""So many versions of a section are shown."""


class ReportBlock(Rowed, Base):
    """One version of one section. Versions are added, never changed: the last one stands in the report."""

    __tablename__ = "report_blocks"
    __table_args__ = (Index("ix_report_blocks_section", "year", "section", "id"),)

    year: Mapped[int]
    section: Mapped[str] = mapped_column(Short)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]
    body: Mapped[bytes]

    text = Sealed[str]("body")


class ReportQuote(Rowed, Base):
    """Kind words picked for a year's report; the words stay with the compliment, so consent can be taken back."""

    __tablename__ = "report_quotes"
    __table_args__ = (UniqueConstraint("year", "compliment_id"),)

    year: Mapped[int]
    compliment_id: Mapped[int] = mapped_column(ForeignKey("compliments.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]


def blocks_of(year: int) -> Mapping[str, ReportBlock]:
    """The last version of each section that somebody wrote."""
    last = select(func.max(ReportBlock.id)).where(ReportBlock.year == year).group_by(ReportBlock.section)
    return {one.section: one for one in db.session.scalars(select(ReportBlock).where(ReportBlock.id.in_(last)))}


def versions_of(year: int, section: str) -> Sequence[tuple[ReportBlock, str]]:
    """The versions of a section with the name of whoever wrote each, the newest first."""
    query = (
        select(ReportBlock, Officer.name)
        .join(Officer, ReportBlock.officer_id == Officer.id)
        .where(ReportBlock.year == year, ReportBlock.section == section)
        .order_by(ReportBlock.id.desc())
    )
    return [(block, name) for block, name in db.session.execute(query.limit(VERSIONS))]


def last_version(year: int, section: str) -> int:
    """The number of a section's last version; 0 where nobody wrote any."""
    query = select(func.max(ReportBlock.id)).where(ReportBlock.year == year, ReportBlock.section == section)
    return db.session.scalar(query) or 0


def chosen_in(year: int) -> Mapping[int, ReportQuote]:
    """The quotes picked for a year, by the number of their compliment."""
    query = select(ReportQuote).where(ReportQuote.year == year).order_by(ReportQuote.id)
    return {one.compliment_id: one for one in db.session.scalars(query)}


def allowed_between(first: date, last: date) -> Sequence[tuple[Compliment, Case]]:
    """The compliments of these days whose sender agreed to be quoted, in the order they came."""
    query = select(Compliment, Case).join(Case, Compliment.case_id == Case.id)
    query = query.where(Compliment.may_quote.is_(True), Case.received_on.between(first, last)).order_by(Compliment.id)
    return [(compliment, case) for compliment, case in db.session.execute(query)]


def compliments_with(numbers: Iterable[int]) -> Sequence[tuple[Compliment, Case]]:
    """These compliments with their cases, in the order they came."""
    query = select(Compliment, Case).join(Case, Compliment.case_id == Case.id)
    query = query.where(Compliment.id.in_(list(numbers))).order_by(Compliment.id)
    return [(compliment, case) for compliment, case in db.session.execute(query)]

"""The reports of Stage 2 and Stage 3, what they recommend, how each of it was answered, and the panel's day."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.findings import Outcome
from portal.domain.recommendations import Author, Verdict
from portal.extensions import db
from portal.records.base import Base, Rowed, code_of
from portal.records.sealing import Sealed


class Report(Rowed, Base):
    """One report as it came. A corrected one is a new row: the newest of an author counts, the older stay."""

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    stage: Mapped[int]
    author: Mapped[Author] = mapped_column(code_of(Author))
    received_on: Mapped[date]
    recommends: Mapped[bool]  # whether it recommends anything; what it does is in `recommendations`
    recorded_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    words = Sealed[str]("body")
    findings: Mapped[list["Finding"]] = relationship(lazy="select", order_by="Finding.concern_number")


class Finding(Rowed, Base):
    """What a report found about one concern. What the council makes of it is the concern's outcome at the stage."""

    __tablename__ = "findings"
    __table_args__ = (UniqueConstraint("report_id", "concern_number"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    concern_number: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(code_of(Outcome))


class Recommendation(Rowed, Base):
    """One thing that a report recommends, numbered within its stage, and its answer."""

    __tablename__ = "recommendations"
    __table_args__ = (UniqueConstraint("case_id", "stage", "number"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    stage: Mapped[int]
    number: Mapped[int]
    author: Mapped[Author] = mapped_column(code_of(Author))
    concern_number: Mapped[int | None]
    recorded_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    verdict: Mapped[Verdict | None] = mapped_column(code_of(Verdict))
    answered_on: Mapped[date | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    body: Mapped[bytes]
    reason_body: Mapped[bytes | None]

    words = Sealed[str]("body")
    reason = Sealed[str | None]("reason_body")


class Panel(Rowed, Base):
    """The review panel of a case: its day and place, and the papers. Who sits is among the appointments."""

    __tablename__ = "panels"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    meets_on: Mapped[date]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    texts = Sealed[dict[str, str]]("body")
    """`place`, `papers`, `readers`."""


def reports_of(case_id: int) -> Sequence[Report]:
    """Every report of a case, the first one first."""
    return db.session.scalars(select(Report).where(Report.case_id == case_id).order_by(Report.id)).all()


def latest_reports(case_id: int) -> dict[Author, Report]:
    """The report of each author that counts."""
    return {report.author: report for report in reports_of(case_id)}


def recommendations_of(case_id: int, stage: int) -> Sequence[Recommendation]:
    """What was recommended at a stage, by number."""
    mine = (Recommendation.case_id == case_id, Recommendation.stage == stage)
    return db.session.scalars(select(Recommendation).where(*mine).order_by(Recommendation.number)).all()


def panel_of(case_id: int) -> Panel | None:
    """The panel of a case, once its day is set."""
    return db.session.scalar(select(Panel).where(Panel.case_id == case_id))

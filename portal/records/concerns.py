"""What a case is about: numbered concerns in the person's words, the statement agreed with them, and what was found."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, UniqueConstraint, event, inspect, or_, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.words import State
from portal.extensions import db
from portal.records.base import Base, Rowed, Short
from portal.records.cases import Case
from portal.records.sealing import Sealed


class Concern(Rowed, Base):
    """One head of complaint. It keeps its number for ever; one that was split or merged only says when it ended."""

    __tablename__ = "concerns"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    category: Mapped[str] = mapped_column(Short)
    subcategory: Mapped[str | None] = mapped_column(Short)
    function: Mapped[str | None] = mapped_column(Short)
    team: Mapped[str | None] = mapped_column(Short)
    primary: Mapped[bool] = mapped_column("is_primary", default=False)
    recorded_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    body: Mapped[bytes]

    words = Sealed[str]("body")


class ConcernOutcome(Rowed, Base):
    """What one stage found about one concern."""

    __tablename__ = "concern_outcomes"
    __table_args__ = (UniqueConstraint("concern_id", "stage"),)

    concern_id: Mapped[int] = mapped_column(ForeignKey("concerns.id"))
    stage: Mapped[int]
    outcome: Mapped[str] = mapped_column(Short)
    decided_on: Mapped[date]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class OverallOutcome(Rowed, Base):
    """The outcome of a whole stage where somebody set it themselves; without a row it follows from the concerns."""

    __tablename__ = "overall_outcomes"
    __table_args__ = (UniqueConstraint("case_id", "stage"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    stage: Mapped[int]
    outcome: Mapped[str] = mapped_column(Short)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    body: Mapped[bytes]

    reason = Sealed[str]("body")


class Statement(Rowed, Base):
    """One version of the statement of complaint; a new version never changes an old one."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("case_id", "version"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    version: Mapped[int]
    written_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    agreed_on: Mapped[date | None]  # the day the person agreed to this version
    body: Mapped[bytes]

    words = Sealed[str]("body")


_BY_DAY = ("paused", "due_on", "case_id", "due_max_on", "amber_on")


class CaseTeam(Rowed, Base):
    """A team that a case concerns: exactly one counts it, the others share it and are never counted twice."""

    __tablename__ = "case_teams"
    __table_args__ = (
        UniqueConstraint("case_id", "team"),
        Index("ix_case_teams_board", "team", *_BY_DAY, sqlite_where=text("open"), postgresql_where=text("open")),
        Index(
            "ix_case_teams_officer_board", "team", "officer_id", *_BY_DAY,
            sqlite_where=text("open"), postgresql_where=text("open"),
        ),
    )  # fmt: skip

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    team: Mapped[str] = mapped_column(Short)
    primary: Mapped[bool] = mapped_column("is_primary", default=False)
    # What the case says of itself, kept here too, so that a team's board is read in order from its own index.
    open: Mapped[bool] = mapped_column(default=False)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    paused: Mapped[bool] = mapped_column(default=False)
    due_on: Mapped[date | None]
    due_max_on: Mapped[date | None]
    amber_on: Mapped[date | None]


CARRIED = ("state", "officer_id", "paused", "due_on", "due_max_on", "amber_on")


def _carried(case: Case) -> dict[str, Any]:
    of_it = {name: getattr(case, name) for name in CARRIED}
    return of_it | {"open": of_it.pop("state") in (State.RECEIVED, State.ACCEPTED)}


@event.listens_for(Case, "after_update")
def _carry_on(_mapper: Any, connection: Connection, case: Case) -> None:
    """What a case now says of itself, its teams' boards say too."""
    if any(getattr(inspect(case).attrs, name).history.has_changes() for name in CARRIED):
        connection.execute(update(CaseTeam).where(CaseTeam.case_id == case.id).values(_carried(case)))


@event.listens_for(CaseTeam, "before_insert")
def _carry_along(_mapper: Any, connection: Connection, row: CaseTeam) -> None:
    """A team that is put on a case learns how it stands."""
    columns = [getattr(Case, name) for name in CARRIED]
    found = connection.execute(select(*columns).where(Case.id == row.case_id)).one()
    for name, value in _carried(found).items():  # type: ignore[arg-type]  # a row with the same names
        setattr(row, name, value)


class CaseLink(Rowed, Base):
    """Two cases that belong together; the older one stands first, so that a pair is linked once."""

    __tablename__ = "case_links"
    __table_args__ = (UniqueConstraint("case_id", "other_id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(Short)


def concerns_of(case_id: int, *, ended: bool = False) -> Sequence[Concern]:
    """The concerns of a case by number: those that stand, or with `ended` every one there ever was."""
    query = select(Concern).where(Concern.case_id == case_id).order_by(Concern.number)
    return db.session.scalars(query if ended else query.where(Concern.ended_at.is_(None))).all()


def outcomes_of(case_id: int) -> dict[tuple[int, int], str]:
    """The outcome by the concern's id and the stage."""
    query = select(ConcernOutcome).join(Concern).where(Concern.case_id == case_id)
    return {(row.concern_id, row.stage): row.outcome for row in db.session.scalars(query)}


def overall_set(case_id: int) -> dict[int, OverallOutcome]:
    """The overall outcomes that somebody set themselves, by stage."""
    query = select(OverallOutcome).where(OverallOutcome.case_id == case_id)
    return {row.stage: row for row in db.session.scalars(query)}


def statements_of(case_id: int) -> Sequence[Statement]:
    """Every version of the statement, the newest first."""
    query = select(Statement).where(Statement.case_id == case_id)
    return db.session.scalars(query.order_by(Statement.version.desc())).all()


def teams_of(case_id: int) -> Sequence[CaseTeam]:
    """The teams of a case, the one that counts it first."""
    query = select(CaseTeam).where(CaseTeam.case_id == case_id)
    return db.session.scalars(query.order_by(CaseTeam.primary.desc(), CaseTeam.id)).all()


def links_of(case_id: int) -> Sequence[CaseLink]:
    """Every link of a case, whichever end it stands at."""
    mine = or_(CaseLink.case_id == case_id, CaseLink.other_id == case_id)
    return db.session.scalars(select(CaseLink).where(mine).order_by(CaseLink.id)).all()

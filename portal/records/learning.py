"""What was learned: actions with an owner and a day, their reviews, and whether an answer named one at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, and_, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Accounted, Base, Rowed, Short
from portal.records.sealing import Sealed

EVERY_TEAM = "all"
OPEN = ("proposed", "agreed", "in_progress")
PAGE, TO_PICK_FROM = 50, 200


class LearningAction(Rowed, Accounted, Base):
    """Something we said we would change, who does it and by when."""

    __tablename__ = "actions"
    __table_args__ = (
        Index("ix_actions_open", "open", "due_on", "id"),
        Index("ix_actions_team", "team", "due_on", "id"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)  # where it was written down
    stage: Mapped[int]
    concern_number: Mapped[int | None]
    team: Mapped[str] = mapped_column(Short)  # a code of the profile, or EVERY_TEAM
    owner_role: Mapped[str] = mapped_column(Short)
    due_on: Mapped[date]
    status: Mapped[str] = mapped_column(Short)
    open: Mapped[bool] = mapped_column(default=True)
    done_on: Mapped[date | None]
    body: Mapped[bytes]

    texts = Sealed[dict[str, Any]]("body")
    """`issue`, `lessons`, `action`, `timescale`, `evidence`."""


class LearnedFrom(Rowed, Base):
    """One of the cases that taught an action, and what its person was told of it."""

    __tablename__ = "actions_learned_from"
    __table_args__ = (UniqueConstraint("action_id", "case_id"),)

    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    told_at: Mapped[datetime | None]  # when the person was told what changed because of them
    body: Mapped[bytes]

    told = Sealed[dict[str, str]]("body")
    """`words` and who `agreed_by`, or nothing while nobody was told."""


class ActionReview(Rowed, Base):
    """One look at how an action is getting on; reviews are added, never changed."""

    __tablename__ = "action_reviews"

    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    status: Mapped[str] = mapped_column(Short)
    due_on: Mapped[date]
    body: Mapped[bytes]

    words = Sealed[str]("body")


class CorrectiveAction(Rowed, Base):
    """Whether the answer of one stage named something to put right: yes, no, or it did not say."""

    __tablename__ = "corrective_actions"
    __table_args__ = (UniqueConstraint("case_id", "stage"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    stage: Mapped[int]
    answer: Mapped[str] = mapped_column(Short)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended."""

    due_on: date
    number: int


def actions_of(case_id: int) -> Sequence[LearningAction]:
    """The actions that a case taught, alone or with others, in the order they were written down."""
    query = select(LearningAction).join(LearnedFrom, LearnedFrom.action_id == LearningAction.id)
    return db.session.scalars(query.where(LearnedFrom.case_id == case_id).order_by(LearningAction.id)).all()


def taught_by(actions: Collection[int]) -> dict[int, list[LearnedFrom]]:
    """For each of these actions the cases that taught it, in the order they were named."""
    found: dict[int, list[LearnedFrom]] = {number: [] for number in actions}
    query = select(LearnedFrom).where(LearnedFrom.action_id.in_(actions)).order_by(LearnedFrom.id)
    for one in db.session.scalars(query):
        found[one.action_id].append(one)
    return found


def open_actions(team: str = "", after: After | None = None) -> Sequence[LearningAction]:
    """One page of what is not finished, the earliest day first, so that what is overdue stands on top; and one more."""
    query = select(LearningAction).where(LearningAction.open.is_(True))
    if team:
        query = query.where(LearningAction.team.in_([team, EVERY_TEAM]))
    if after:
        later = and_(LearningAction.due_on == after.due_on, LearningAction.id > after.number)
        query = query.where(or_(LearningAction.due_on > after.due_on, later))
    return db.session.scalars(query.order_by(LearningAction.due_on, LearningAction.id).limit(PAGE + 1)).all()


def every_open() -> Sequence[LearningAction]:
    """Everything that is not finished, the newest first, as far as a list to pick from can be read."""
    query = select(LearningAction).where(LearningAction.open.is_(True)).order_by(LearningAction.id.desc())
    return db.session.scalars(query.limit(TO_PICK_FROM)).all()


def reviews_of(action_id: int) -> Sequence[ActionReview]:
    """The reviews of an action, the newest first."""
    query = select(ActionReview).where(ActionReview.action_id == action_id)
    return db.session.scalars(query.order_by(ActionReview.id.desc())).all()


def corrective_of(case_id: int) -> dict[int, str]:
    """For each stage whether its answer named something to put right."""
    query = select(CorrectiveAction).where(CorrectiveAction.case_id == case_id)
    return {row.stage: row.answer for row in db.session.scalars(query)}

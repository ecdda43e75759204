"""Cases: what somebody told us, how they may be reached, and where it stands."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from portal.domain.procedures import Procedure
from portal.domain.words import Audience, ContactWay, Kind, Method, Point, State
from portal.extensions import db
from portal.records.base import Accounted, Base, Rowed, Short, code_of
from portal.records.findable import Findable
from portal.records.officers import Officer
from portal.records.sealing import Sealed

NEW = "cases.state = 'received'"
AT_WORK = "cases.state = 'accepted'"
UNSEEN = "cases.look_by IS NOT NULL AND cases.state = 'accepted'"
STILL_OPEN = "cases.state IN ('received', 'accepted')"
"""Conditions in the very words of the indexes below, for only then an index of these cases alone is used."""
NARROWED_BY = ("officer_id", "method", "language", "audience")


def _list_of(which: str, name: str, *columns: str) -> Index:
    """An index of those few cases that one list of the desk is made from."""
    these = which.replace("cases.", "")
    on_sqlite = these.replace("state IN", "coalesce(state, '') IN")
    return Index(f"ix_cases_{name}", *columns, sqlite_where=text(on_sqlite), postgresql_where=text(these))


class still_open(FunctionElement[bool]):
    """Whether the state given to it is one of an open case, in the words of the indexes.

    On SQLite `coalesce` keeps it from going through every case of a state instead. PostgreSQL would not know any more
    how many cases there are, and sort them all.
    """

    inherit_cache = True
    name = "still_open"


@compiles(still_open)
def _in_plain_words(element: still_open, compiler: SQLCompiler, **how: Any) -> str:
    return f"{compiler.process(element.clauses, **how)} IN ('received', 'accepted')"


@compiles(still_open, "sqlite")
def _kept_from_the_states_index(element: still_open, compiler: SQLCompiler, **how: Any) -> str:
    return f"coalesce({compiler.process(element.clauses, **how)}, '') IN ('received', 'accepted')"


class Case(Rowed, Accounted, Base):
    """One representation. Everything that could name somebody is sealed, here or in its `Told` and `Contact`."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_desk", "state", "id", *NARROWED_BY),
        Index("ix_cases_safety", "safety", "id"),
        Index("ix_cases_method", "method", "id"),
        Index("ix_cases_language", "language", "id"),
        Index("ix_cases_audience", "audience", "id"),
        Index("ix_cases_officer", "officer_id", "id", "state"),
        # The lists of the desk, each in its own order; the last columns let it be narrowed without opening the case.
        _list_of(NEW, "ack_due", "state", "ack_due_on", "id", *NARROWED_BY),
        _list_of(UNSEEN, "look_by", "state", "look_by", "id", *NARROWED_BY),
        _list_of(AT_WORK, "due", "state", "due_on", "id", "look_by", *NARROWED_BY),
        _list_of(f"urgent AND {STILL_OPEN}", "urgent", "id", "state", *NARROWED_BY),
        _list_of(f"waiting_for_us AND {STILL_OPEN}", "waiting", "id", "state", *NARROWED_BY),
        _list_of(STILL_OPEN, "board", "paused", "due_on", "id", "due_max_on", "amber_on"),
        _list_of(STILL_OPEN, "latest", "paused", "due_max_on", "id", "due_on"),
        _list_of(STILL_OPEN, "officer_board", "officer_id", "paused", "due_on", "id", "due_max_on", "amber_on"),
    )

    reference: Mapped[str] = mapped_column(String(8), unique=True)
    authority: Mapped[str] = mapped_column(Short)
    kind: Mapped[Kind] = mapped_column(code_of(Kind), default=Kind.COMPLAINT)
    audience: Mapped[Audience] = mapped_column(code_of(Audience))
    journey: Mapped[str] = mapped_column(Short)
    language: Mapped[str] = mapped_column(Short)
    method: Mapped[Method] = mapped_column(code_of(Method))
    point: Mapped[Point] = mapped_column(code_of(Point))
    received_at: Mapped[datetime]  # the moment, as it happened
    received_on: Mapped[date]  # the day any officer first received it, in London
    effective_on: Mapped[date]  # the working day from which clocks run
    ack_due_on: Mapped[date]
    due_on: Mapped[date]
    due_max_on: Mapped[date]
    amber_on: Mapped[date | None]  # from when the answer is less than half its time away (domain.rag)
    paused: Mapped[bool] = mapped_column(default=False)  # the answer’s clock stands still and was not late
    extended: Mapped[bool] = mapped_column(default=False)
    lapsed_on: Mapped[date | None]  # the day we told the person that the longest time has passed
    chased_for: Mapped[date | None]  # the due date about which the team was reminded
    look_by: Mapped[date | None]  # the day by which somebody has to look at it; None once somebody has
    look_chased: Mapped[bool] = mapped_column(default=False)  # the team was told that nobody has
    state: Mapped[State] = mapped_column(code_of(State), default=State.RECEIVED)
    procedure: Mapped[Procedure] = mapped_column(code_of(Procedure), default=Procedure.INTAKE)
    step: Mapped[str] = mapped_column(Short, default="triage")  # where it stands in its procedure
    beneath: Mapped[str] = mapped_column(default="")  # where it stood before it was closed or put on hold, and before
    acknowledged_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    safety: Mapped[str] = mapped_column(Short, default="none")  # where a worry about somebody's safety stands
    waiting_for_us: Mapped[bool] = mapped_column(default=True)
    held: Mapped[bool] = mapped_column(default=False)  # over the hourly budget: kept and acknowledged, looked at first
    unhappy: Mapped[bool] = mapped_column(default=False)  # asked for the next step
    hear_alone: Mapped[bool] = mapped_column(default=False)  # who helped may be whom it is about
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))  # the manager who answers
    code_hash: Mapped[str | None]  # argon2id of the secret code; None when none was given
    code_changed_at: Mapped[datetime]
    let_go_on: Mapped[date | None]  # the day from which on nothing is left of it but what figures are made of

    told: Mapped["Told"] = relationship(back_populates="case", uselist=False, cascade="all", lazy="select")
    contact: Mapped["Contact"] = relationship(back_populates="case", uselist=False, cascade="all", lazy="select")
    officer: Mapped[Officer | None] = relationship(foreign_keys=[officer_id], lazy="select")
    handler: Mapped[Officer | None] = relationship(foreign_keys=[handler_id], lazy="select")


class Told(Rowed, Base):
    """The submission as it was sent: the answers in the person's own words, and the way through the questions."""

    __tablename__ = "told"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    way: Mapped[str] = mapped_column(Short)
    variant: Mapped[str] = mapped_column(Short)
    body: Mapped[bytes]

    answers = Sealed[dict[str, Any]]("body")
    case: Mapped[Case] = relationship(back_populates="told")


class Contact(Findable, Rowed, Base):
    """How the person may be reached. A blank answer is the cautious one, and the mailer obeys this row."""

    __tablename__ = "contacts"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    way: Mapped[ContactWay] = mapped_column(code_of(ContactWay), default=ContactWay.CODE_ONLY)
    may_say_who: Mapped[bool] = mapped_column(default=False)
    may_leave_message: Mapped[bool] = mapped_column(default=False)
    emptied_on: Mapped[date | None]  # who sent kind words is kept for a shorter time than the words
    body: Mapped[bytes]

    details = Sealed[dict[str, Any]]("body")
    """The answers of `domain.submissions.SAFE_CONTACT_KEYS`: name, phone, code word, whom not to tell ..."""
    case: Mapped[Case] = relationship(back_populates="contact")


def case_by_reference(reference: str) -> Case | None:
    """The case with this reference (stored form, no dash), or None; what was let go is not there any more."""
    return db.session.scalar(select(Case).where(Case.reference == reference, Case.let_go_on.is_(None)))

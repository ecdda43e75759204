"""A million cases: a thousand are made by the portal itself over two years, then copied inside the database.

The copies keep the random name their sealed fields are bound to, so every one of them can be opened like a real case.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    Table,
    cast,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session

from portal import clock
from portal.domain.journeys import JOURNEYS
from portal.domain.submissions import Submission, freeze
from portal.domain.words import Happening, LetterState, Side, State
from portal.extensions import db
from portal.records.cases import Case, Contact, Told
from portal.records.letters import Letter
from portal.records.timeline import TimelineLine
from portal.services.codes import hash_code
from portal.services.recording import record
from portal.services.submitting import open_case
from portal.services.transactions import writing
from tests.bench.databases import Database
from tests.bench.visitor import STORY

MODELS = 1000
PERIOD = timedelta(days=730)
OPEN = timedelta(days=60)
"""Cases older than this are answered and closed."""


def fill(database: Database, cases: int) -> None:
    """Store so many cases, a multiple of `MODELS`, on an empty database."""
    with database.app().app_context():
        with writing():
            _make_models()
        copies = cases // MODELS - 1
        if copies:
            with writing():
                _copy(db.session(), copies)  # type: ignore[operator]  # a scoped session gives its session when called
        _settle(database.engine)


def _submissions(now: datetime) -> Iterator[Submission]:
    """Complaints of all kinds spread evenly over two years, oldest first."""
    chance = random.Random(7)  # the same cases every time
    ways = ("code_only", "email", "text", "call")
    for number in range(MODELS):
        journey = chance.choice(["young_person", "young_person", "adult"])
        received = now - PERIOD * ((MODELS - number) / MODELS)
        answers: dict[str, Any] = {
            "about": chance.sample(["worker", "home", "family", "money"], 2),
            "story": STORY[: chance.randrange(120, len(STORY))],
            "safe": chance.choice(["yes", "yes", "yes", "unsure"]),
            "contact_way": chance.choice(ways),
            "name": f"Person {number}",
            "email": f"person{number}@people.example",
            "phone": f"07700 900{number % 1000:03}",
        }
        language = chance.choice(["en", "en", "en", "ar", "pl"])
        yield freeze(
            JOURNEYS[journey], answers, way="full", variant="", language=language, received_at=received,
            received_on=clock.in_london(received).date(),
        )  # fmt: skip


def _make_models() -> None:
    now = datetime.now(UTC)  # noqa: TID251  the bench has no clock to set
    code_hash = hash_code("123 456 789 012 345")
    for submission in _submissions(now):
        with time_machine.travel(submission.received_at, tick=False):
            case = open_case(submission, code_hash=code_hash)
        if now - submission.received_at > OPEN:
            _close(case, submission.received_at)


def _close(case: Case, received_at: datetime) -> None:
    answered = received_at + timedelta(days=12)
    record(case, Happening.ACKNOWLEDGED, received_at + timedelta(days=1), side=Side.TEAM)
    record(case, Happening.ANSWERED, answered, side=Side.TEAM)
    case.state, case.waiting_for_us, case.urgent = State.CLOSED, False, False
    case.acknowledged_on, case.answered_on = (received_at + timedelta(days=1)).date(), answered.date()
    sent = {"state": LetterState.SENT, "sent_at": received_at + timedelta(minutes=1)}
    db.session.execute(update(Letter).where(Letter.case_id == case.id).values(sent))


def _copy(session: Session, copies: int) -> None:
    """Copy every model so many times, in the order of their dates, and all that belongs to it."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA cache_size=-500000"))
    series = select(literal(1).label("k")).cte("series", recursive=True)
    series = series.union_all(select(series.c.k + 1).where(series.c.k < copies))
    case_id = cast(MODELS, BigInteger) + (Case.id - 1) * copies + series.c.k
    number = {"id": case_id, "reference": _reference(case_id, session.get_bind().dialect.name)}
    _insert(session, Case.__table__, select, series, number)
    for child in (Told, Contact, TimelineLine, Letter):
        table = child.__table__
        belonging: dict[str, ColumnElement[Any]] = {"case_id": case_id}
        if child is Letter:
            belonging["about"] = literal("case:") + cast(case_id, String)
        _insert(session, table, lambda *c, t=table: select(*c).join(Case, Case.id == t.c.case_id), series, belonging)


def _insert(session: Session, table: Any, choose: Any, series: Any, instead: dict[str, ColumnElement[Any]]) -> None:
    assert isinstance(table, Table)
    columns = [column for column in table.columns if column.name != "id" or "id" in instead]
    copied: Select[Any] = choose(*(instead.get(column.name, column) for column in columns))
    copied = copied.join(series, literal(True)).where(Case.id <= MODELS).order_by(Case.id, series.c.k)
    session.execute(insert(table).from_select([column.name for column in columns], copied, include_defaults=False))


def _reference(number: ColumnElement[Any], dialect: str) -> ColumnElement[Any]:
    """Eight letters of the references' alphabet, scattered like drawn ones, and never the same twice."""
    scattered = (number * 2654435761) % 2**32
    hexadecimal = (
        func.printf("%08X", scattered) if dialect == "sqlite" else func.lpad(func.upper(func.to_hex(scattered)), 8, "0")
    )
    for digit, letter in zip("01AE", "XYZW", strict=True):
        hexadecimal = func.replace(hexadecimal, digit, letter)
    return hexadecimal


def _settle(engine: str) -> None:
    """Leave the database as it would be after those two years, not as it is just after a bulk load."""
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine == "SQLite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            highest = "SELECT setval(pg_get_serial_sequence('cases', 'id'), (SELECT max(id) FROM cases))"
            connection.exec_driver_sql(highest)
            connection.exec_driver_sql("VACUUM ANALYZE")
            connection.exec_driver_sql("CHECKPOINT")

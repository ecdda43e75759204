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
    case,
    cast,
    func,
    insert,
    literal,
    select,
    text,
)
from sqlalchemy.orm import Session

from portal import clock
from portal.domain.journeys import JOURNEYS
from portal.domain.submissions import Submission, freeze
from portal.domain.words import Method
from portal.extensions import db
from portal.records.cases import Case, Contact, Told
from portal.records.clock_entries import ClockEntry
from portal.records.concerns import CaseTeam, Concern
from portal.records.letters import Letter
from portal.records.steps import StepTaken
from portal.records.timeline import TimelineLine
from portal.services.codes import hash_code
from portal.services.submitting import open_case
from portal.services.transactions import writing
from tests.bench.databases import Database
from tests.bench.handled import add_officers, handle
from tests.bench.visitor import STORY

MODELS = 1000
PERIOD = timedelta(days=730)
METHODS = {Method.ONLINE_FORM: 80, Method.TELEPHONE: 10, Method.EMAIL: 7, Method.LETTER: 3}
ALIKE = 10
"""Every tenth model shares its name with all its copies; everybody else can be found alone."""
WORKERS = ("Kelly", "Mr Brown", "my social worker Priya", "Danny at the home", "Mrs Okafor", "the manager")


def fill(database: Database, cases: int) -> None:
    """Store so many cases, a multiple of `MODELS`, on an empty database."""
    with database.app().app_context():
        officers = add_officers()
        with writing():
            _make_models(officers)
        copies = cases // MODELS - 1
        if copies:
            with writing():
                _copy(db.session(), copies, officers)  # type: ignore[operator]  # a scoped session gives its session
        settle(database.engine)


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
        if chance.random() < 0.5:
            answers["named_person"] = f"{chance.choice(WORKERS)} {chr(65 + number % 26)}{number}"
        language = chance.choice(["en", "en", "en", "ar", "pl"])
        yield freeze(
            JOURNEYS[journey], answers, way="full", variant="", language=language, received_at=received,
            received_on=clock.in_london(received).date(), method=chance.choices(list(METHODS), METHODS.values())[0],
        )  # fmt: skip


def _make_models(officers: range) -> None:
    now = datetime.now(UTC)  # noqa: TID251  the bench has no clock to set
    code_hash, chance = hash_code("123 456 789 012 345"), random.Random(11)
    for submission in _submissions(now):
        with time_machine.travel(submission.received_at, tick=False):
            made = open_case(submission, code_hash=code_hash)
            handle(made, now, officers, chance)


def _copy(session: Session, copies: int, officers: range) -> None:
    """Copy every model so many times, in the order of their dates, and all that belongs to it."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA cache_size=-500000"))
    series = select(literal(1).label("k")).cte("series", recursive=True)
    series = series.union_all(select(series.c.k + 1).where(series.c.k < copies))
    case_id = cast(MODELS, BigInteger) + (Case.id - 1) * copies + series.c.k
    dialect = session.get_bind().dialect.name
    in_turn = case((Case.officer_id.is_not(None), officers.start + case_id % len(officers)))
    own = {"id": case_id, "reference": _reference(case_id, dialect), "officer_id": in_turn}
    _insert(session, Case.__table__, select, series, own)
    for child in (Told, Contact, TimelineLine, Letter, ClockEntry, Concern, CaseTeam, StepTaken):
        table = child.__table__
        belonging: dict[str, ColumnElement[Any]] = {"case_id": case_id}
        if child is Letter:
            belonging["about"] = literal("case:") + cast(case_id, String)
        if child is CaseTeam:
            belonging["officer_id"] = in_turn
        if child is Contact:
            belonging |= _people_of_their_own(case_id, dialect)
        _insert(session, table, lambda *c, t=table: select(*c).join(Case, Case.id == t.c.case_id), series, belonging)


def _people_of_their_own(case_id: ColumnElement[Any], dialect: str) -> dict[str, ColumnElement[Any]]:
    """Fingerprints by which each copy is found alone, as if everybody had another address, number and mostly name."""

    def alone(kind: str) -> ColumnElement[Any]:
        if dialect == "sqlite":
            return func.randomblob(16)
        return func.decode(func.md5(literal(kind) + cast(case_id, String)), "hex")

    common = case((Case.id % ALIKE == 0, Contact.name_index), else_=alone("name"))
    return {"name_index": common, "email_index": alone("email"), "phone_index": alone("phone")}


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


def settle(engine: str) -> None:
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

"""The libraries this application stands on, created unbound; SQLite made to behave."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from flask_babel import Babel
from flask_mail import Mail
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import Connection, Engine, MetaData, event

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)
db = SQLAlchemy(metadata=metadata, session_options={"expire_on_commit": False})
csrf = CSRFProtect()
babel = Babel()
mail = Mail()


def make_sqlite_behave(engine: Engine) -> None:
    """Write-ahead log, full durability, foreign keys, what is deleted overwritten, transactions begun when we say so.

    A transaction whose connection carries the execution option `writes` begins IMMEDIATE, so that two writers queue
    instead of failing half-way.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions on its own
        kept = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=15000")
        for pragma in kept:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def empty_log(engine: Engine) -> None:
    """On SQLite bring everything into the file itself, so that what was deleted no longer lies in the log beside it."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def engine_options(url: str) -> dict[str, Any]:
    """How connections are kept.

    On PostgreSQL whoever only reads needs no transaction. One for every page costs two ways to the server, and when it
    is undone the driver forgets the questions it had prepared, so that every one of them is planned anew.
    """
    return {"isolation_level": "AUTOCOMMIT"} if url.startswith("postgresql") else {}


def make_postgres_behave(engine: Engine) -> None:
    """A question is planned for what is asked, however often it was prepared.

    After a few times PostgreSQL would otherwise plan it once for all, as if every language were equally common, and go
    through most of a million cases for the rare ones. A question without any value is planned once all the same.
    """
    if engine.dialect.name != "postgresql":
        return

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.execute("SET plan_cache_mode = force_custom_plan")  # holds, because no transaction was begun


def to_write(engine: Engine) -> dict[str, Any]:
    """The execution options of a connection whose transaction writes."""
    return {"writes": True} | ({"isolation_level": "READ COMMITTED"} if engine.dialect.name == "postgresql" else {})


@contextmanager
def one_transaction(connection: Connection) -> Iterator[Connection]:
    """A connection on which a long answer can be read piece by piece, for PostgreSQL gives it only in a transaction.

    The same one where it writes already, or where reading begins one anyway.
    """
    if connection.dialect.name != "postgresql" or connection.get_execution_options().get("writes"):
        yield connection
        return
    with connection.engine.connect().execution_options(**to_write(connection.engine)) as own:
        yield own


@contextmanager
def turn_to_write(engine: Engine) -> Iterator[None]:
    """On SQLite, wait in line for the one place to write; elsewhere the server sees to that.

    SQLite's own waiting is a nap of up to a tenth of a second and a new try, whoever came first. A lock on a file
    beside the database is passed on at once, and dies with its process.
    """
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path:
        yield
        return
    with Path(f"{path}-queue").open("w") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        yield

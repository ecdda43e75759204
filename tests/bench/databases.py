"""The two engines as they serve the public: SQLite with its log synced, PostgreSQL with fsync on; empty or filled."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from portal.app import create_app
from portal.config import read
from portal.extensions import db
from tests import postgres
from tests.application import make_tables
from tests.bench.serving import cpu_of

DURABLE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_wal_size": "4GB",
    "log_min_messages": "panic",
}
#: Production's settings with keys that are nobody's: behind a proxy, over HTTPS, the public site alone.
SETTINGS = {
    "PORTAL_ENVIRONMENT": "production",
    "PORTAL_SECRET_KEY": "a key for the bench that is long enough to be taken",
    "PORTAL_CODE_PEPPER": "a pepper for the bench that is long enough to be taken",
    "PORTAL_DATA_KEYS": "1:" + base64.b64encode(b"b" * 32).decode(),
    "PORTAL_PUBLIC_URL": "https://portal.example",
    "PORTAL_MAIL_URL": "smtp://127.0.0.1:25",  # nothing is sent: letters are written and wait
    "PORTAL_SITES": "public",
    "PORTAL_PROXIES": "1",
}


class NoPostgres(Exception):
    """PostgreSQL is not installed on this machine."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database on one engine: the settings that lead to it, and the process whose children work for it."""

    engine: str
    environment: dict[str, str]
    keeper: int = 0

    def app(self) -> Flask:
        """The application on this database, in this process."""
        return create_app(read(self.environment))

    @contextmanager
    def within(self) -> Iterator[Flask]:
        """Inside the application, and no connection left behind."""
        app = self.app()
        with app.app_context():
            try:
                yield app
            finally:
                db.session.remove()
                db.engine.dispose()

    def cpu(self) -> float:
        """Seconds of processor time its server has used; an engine inside the workers counts as theirs."""
        if not self.keeper:
            return 0.0
        children = Path(f"/proc/{self.keeper}/task/{self.keeper}/children").read_text().split()
        return sum(cpu_of(int(one)) for one in children)

    def size(self) -> int:
        """Bytes on disk."""
        with self.app().app_context():
            if self.engine == "SQLite":
                return Path(str(db.engine.url.database)).stat().st_size
            return int(db.session.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


@contextmanager
def sqlite() -> Iterator[Database]:
    """A new SQLite database in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        database = Database("SQLite", SETTINGS | {"PORTAL_INSTANCE": folder})
        make_tables(database.app())
        yield database


@contextmanager
def postgresql() -> Iterator[Database]:
    """A new PostgreSQL server with a new database, durable as in production. Raises `NoPostgres`."""
    programs = postgres.binaries()
    if programs is None:
        raise NoPostgres
    postgres.SETTINGS.update(DURABLE)
    folder = Path(tempfile.mkdtemp(prefix="portal-bench-"))
    server = postgres._start(folder, programs)
    try:
        deadline = time.monotonic() + 60
        while not postgres._answers(folder, programs) and time.monotonic() < deadline:
            time.sleep(0.05)
        address = f"postgresql+psycopg://{postgres.SUPERUSER}@/postgres?host={folder}"
        instance = folder / f"instance-{os.getpid()}"
        instance.mkdir()
        environment = SETTINGS | {"PORTAL_INSTANCE": str(instance), "PORTAL_DATABASE_URL": address}
        database = Database("PostgreSQL", environment, keeper=server.pid)
        make_tables(database.app())
        yield database
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)
        shutil.rmtree(folder)


ENGINES = {"sqlite": sqlite, "postgresql": postgresql}

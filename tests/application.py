"""The application under test: one per process, with a fresh copy of an empty database for every test."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select

from portal.app import create_app
from portal.config import Settings, read
from portal.domain.audit_words import By
from portal.extensions import db
from portal.records.audit import AuditLine
from portal.services.anchoring import verify_audit
from tests.engines import Postgres

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
"""When tests happen unless they say otherwise: Thursday 3 December 2026."""


def settings(instance: Path, **changed: str) -> Settings:
    """Settings for tests: nothing from this machine's environment, keys that are nobody's."""
    return read(
        {
            "PORTAL_ENVIRONMENT": "development",
            "PORTAL_INSTANCE": str(instance),
            "PORTAL_SECRET_KEY": "a key for tests that is long enough to be taken",
            "PORTAL_CODE_PEPPER": "a pepper for tests that is long enough to be taken",
            "PORTAL_DATA_KEYS": "1:" + base64.b64encode(b"k" * 32).decode(),
        }
        | changed
    )


def make_tables(app: Flask) -> None:
    """Bring the database of an application up to date by its migrations."""
    with app.app_context():
        from flask_migrate import upgrade

        from portal.commands.database import MIGRATIONS, bind_migrations

        bind_migrations()
        upgrade(directory=str(MIGRATIONS))
        db.engine.dispose()


@pytest.fixture(scope="session")
def _sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, Path, Path]:
    folder = tmp_path_factory.mktemp("instance")
    app = create_app(settings(folder))
    app.testing = True
    make_tables(app)
    return app, folder / "portal.sqlite3", Path(shutil.copy(folder / "portal.sqlite3", folder / "empty.sqlite3"))


def check_audit(app: Flask) -> None:
    """After every test: no verb changed anything without saying so, and the audit's chain is whole."""
    with app.app_context():
        unnamed = db.session.scalars(select(AuditLine.what).where(AuditLine.by == By.UNNAMED)).all()
        said = app.config.pop("FORGOTTEN", False) or not unnamed
        assert said, f"something changed {set(unnamed)} and noted nothing: see services.auditing.note"
        assert app.config.pop("TAMPERED", False) or verify_audit({}).broken is None


def _engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


@pytest.fixture
def app(_sqlite_app: tuple[Flask, Path, Path]) -> Iterator[Flask]:
    """The application on SQLite with no cases in it."""
    app, live, empty = _sqlite_app
    _engine(app).dispose()
    for ending in ("-wal", "-shm"):
        live.with_name(live.name + ending).unlink(missing_ok=True)
    shutil.copy(empty, live)
    yield app
    check_audit(app)
    _engine(app).dispose()


@pytest.fixture
def postgres_app(postgres: Postgres, worker_id: str, tmp_path: Path) -> Iterator[Flask]:
    """The application on PostgreSQL with no cases in it."""

    def fill(address: str) -> None:
        make_tables(create_app(settings(tmp_path, PORTAL_DATABASE_URL=address)))

    name = f"app_{worker_id}"
    app = create_app(settings(tmp_path, PORTAL_DATABASE_URL=postgres.create_filled(name, fill)))
    app.testing = True
    yield app
    check_audit(app)
    _engine(app).dispose()
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgres"])
def either_app(request: pytest.FixtureRequest) -> Flask:
    """The application on each engine in turn, for what depends on locking or dialect."""
    found: Flask = request.getfixturevalue("app" if request.param == "sqlite" else "postgres_app")
    return found


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor without a browser."""
    return app.test_client()


@pytest.fixture
def at() -> Iterator[Callable[[datetime], None]]:
    """Set the clock: `at(NOON)`. Time stands still until it is set again."""
    traveller: list[time_machine.travel] = []

    def set_clock(moment: datetime) -> None:
        for earlier in traveller:
            earlier.stop()
        traveller[:] = [time_machine.travel(moment, tick=False)]
        traveller[0].start()

    yield set_clock
    for travelling in traveller:
        travelling.stop()

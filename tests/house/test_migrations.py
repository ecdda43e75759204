"""One history for both engines: the tables can be made, unmade and made again, and are those the models describe."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from portal.app import create_app
from portal.commands.database import MIGRATIONS, bind_migrations
from portal.extensions import db
from tests.application import settings


@pytest.fixture(params=["sqlite", "postgres"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Flask:
    """The application with a database that holds nothing, on each engine in turn."""
    if request.param == "sqlite":
        return create_app(settings(tmp_path))
    return create_app(settings(tmp_path, PORTAL_DATABASE_URL=request.getfixturevalue("postgres_empty")))


def _tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_up_down_and_up_again(bare: Flask) -> None:
    with bare.app_context():
        bind_migrations()
        upgrade(directory=str(MIGRATIONS))
        made = _tables()
        assert made == set(db.metadata.tables)
        downgrade(directory=str(MIGRATIONS), revision="base")
        assert _tables() == set()
        upgrade(directory=str(MIGRATIONS))
        assert _tables() == made
        db.engine.dispose()


def test_the_models_need_no_migration_that_is_not_there(bare: Flask) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with bare.app_context():
        bind_migrations()
        upgrade(directory=str(MIGRATIONS))
        with db.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), db.metadata) == []
        db.engine.dispose()


def test_migrations_are_numbered_in_order() -> None:
    names = sorted(path.stem for path in (MIGRATIONS / "versions").glob("*.py"))
    assert [int(name.split("_")[0]) for name in names] == list(range(1, len(names) + 1))

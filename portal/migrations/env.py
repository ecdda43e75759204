"""How Alembic reaches the database: through the application's own engine, one history for SQLite and PostgreSQL."""

from typing import Any

from alembic import context
from flask import current_app

from portal.extensions import db, to_write
from portal.records.all import metadata
from portal.records.base import UtcDateTime


def render_item(kind: str, item: Any, _autogen: Any) -> str | bool:
    """Write our own column types as plain ones, so that a migration never depends on code that may change."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    arguments = dict(current_app.extensions["migrate"].configure_args)
    with db.engine.connect().execution_options(**to_write(db.engine)) as connection:
        context.configure(connection=connection, target_metadata=metadata, render_item=render_item, **arguments)
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()

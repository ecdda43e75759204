"""`portal init`: makes the database, or brings it up to date."""

import click
from flask import current_app
from flask_migrate import Migrate, upgrade

from portal.commands import in_app
from portal.config import PACKAGE
from portal.extensions import db

MIGRATIONS = PACKAGE / "migrations"


@click.command()
@in_app
def init() -> None:
    """Make the database, or bring it up to date. Safe to repeat."""
    bind_migrations()
    upgrade(directory=str(MIGRATIONS))
    click.echo(f"The database is ready ({db.engine.dialect.name}).")


def bind_migrations() -> None:
    """Let Alembic find this application's tables; batch mode, because SQLite cannot alter them in place."""
    import portal.records.all  # noqa: F401  every table has to be known

    Migrate(current_app, db, directory=str(MIGRATIONS), render_as_batch=True, compare_type=True)


def add_to(group: click.Group) -> None:
    group.add_command(init)

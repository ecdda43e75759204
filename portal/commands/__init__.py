"""The `portal` command line: each command a verb of its own, failures in one clear line."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from portal.config import UnsafeConfiguration

Command = TypeVar("Command", bound=Callable[..., Any])


class Failed(click.ClickException):
    """A command could not do what was asked; its message is the one line that says why."""

    def show(self, file: Any = None) -> None:
        click.echo(f"portal: {self.message}", err=True)


def in_app(command: Command) -> Command:
    """Run a command inside the application, made only then, so that `--help` is quick."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from sqlalchemy.exc import OperationalError, ProgrammingError

        from portal.app import create_app
        from portal.authorities import BadProfile

        try:
            app = create_app()
        except (UnsafeConfiguration, BadProfile, LookupError) as wrong:
            raise Failed(str(wrong)) from wrong
        with app.app_context():
            try:
                return command(*args, **kwargs)
            except (OperationalError, ProgrammingError) as wrong:
                if not (why := _why_no_database()):
                    raise
                raise Failed(why) from wrong

    return run  # type: ignore[return-value]


def _why_no_database() -> str:
    """What is to be done first where there is no database to work with; "" where there is a good one."""
    from sqlalchemy import inspect
    from sqlalchemy.exc import OperationalError

    from portal.extensions import db
    from portal.records.cases import Case

    try:
        there = inspect(db.engine)
        if not there.has_table(Case.__tablename__):
            return "The database has no tables yet. Make them first: portal init"
        columns = {key[1]: {one["name"] for one in found} for key, found in there.get_multi_columns().items()}
    except OperationalError as wrong:
        return f"The database does not answer. {str(wrong.orig).partition(chr(10))[0]}"
    tables = db.metadata.sorted_tables
    if all({column.name for column in table.columns} <= columns.get(table.name, set()) for table in tables):
        return ""
    return "The database is of another version of the portal. Bring it up to date: portal init"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def portal() -> None:
    """The complaints portal for children's services."""


def main() -> None:
    """Entry point of the `portal` command."""
    from portal.commands import (
        auditing,
        checking,
        database,
        datasets,
        demonstrating,
        forgetting,
        keys,
        languages,
        officers,
        posting,
        profiles,
        reminding,
        reporting,
        serving,
    )

    for module in (
        database, serving, demonstrating, posting, reminding, forgetting, reporting, datasets, officers, profiles,
        languages, auditing, keys, checking,
    ):  # fmt: skip
        module.add_to(portal)
    portal(prog_name="portal")

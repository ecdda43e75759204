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
        from portal.app import create_app
        from portal.authorities import BadProfile

        try:
            app = create_app()
        except (UnsafeConfiguration, BadProfile, LookupError) as wrong:
            raise Failed(str(wrong)) from wrong
        with app.app_context():
            return command(*args, **kwargs)

    return run  # type: ignore[return-value]


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
        languages,
        officers,
        posting,
        profiles,
        reminding,
        reporting,
        serving,
    )

    for module in (
        database, serving, demonstrating, posting, reminding, reporting, datasets, officers, profiles, languages,
        auditing, checking,
    ):  # fmt: skip
        module.add_to(portal)
    portal(prog_name="portal")


if __name__ == "__main__":
    main()

"""Showing how far long work has come: on standard error, on a terminal or when asked, never among what is printed."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
_WIDE = 78


def may_be_watched(command: Command) -> Command:
    """Give a command the choice of `--progress`; left alone, a person at a terminal sees it and a script does not."""
    return click.option(
        "--progress/--no-progress", default=None,
        help="Say on standard error how far it has come; without either, only on a terminal.",
    )(command)  # fmt: skip


@contextmanager
def watched(progress: bool | None) -> Iterator[None]:
    """What is done inside is shown while it is done: in one line that changes on a terminal, else line by line."""
    from portal.services.progress import heard_by

    terminal = sys.stderr.isatty()
    if not (terminal if progress is None else progress):
        yield
        return
    try:
        with heard_by(_over if terminal else _beneath):
            yield
    finally:
        if terminal:
            click.echo(f"\r{'':{_WIDE}}\r", err=True, nl=False)


def _over(words: str) -> None:
    click.echo(f"\r{words[:_WIDE]:{_WIDE}}", err=True, nl=False)


def _beneath(words: str) -> None:
    click.echo(f"{words}…", err=True)

"""Writes README's tables of commands and settings from the code (`make readme`); a test sees if it was forgotten."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import click

import portal.commands
from portal.config import SETTINGS

README = Path(__file__).resolve().parent.parent / "README.md"
HEADINGS = {
    "Commands": "| command | does |\n|---|---|\n",
    "Settings": "| setting | default | meaning |\n|---|---|---|\n",
}


def _usage(words: str, command: click.Command) -> str:
    """How a command is called: its words, its arguments, its options."""
    pieces = [words]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            value = "" if parameter.is_flag else f" {parameter.make_metavar(click.Context(command))}"
            option = f"{parameter.opts[0]}{value}"
            pieces.append(option if parameter.required else f"[{option}]")
        else:
            pieces.append(parameter.make_metavar(click.Context(command)))
    return " ".join(pieces).replace("|", "\\|")


def _rows(group: click.Group, before: str) -> list[str]:
    rows: list[str] = []
    for name, command in sorted(group.commands.items()):
        words = f"{before} {name}"
        if isinstance(command, click.Group):
            rows += _rows(command, words)
        elif not command.hidden:
            help_text = inspect.cleandoc(command.help or "").split("\n\n")[0].replace("\n", " ")
            rows.append(f"| `{_usage(words, command)}` | {help_text} |\n")
    return rows


def tables() -> dict[str, str]:
    """Each table of README by its heading, as the code has it."""
    for module in pkgutil.iter_modules(portal.commands.__path__):
        adding = getattr(importlib.import_module(f"portal.commands.{module.name}"), "add_to", None)
        if adding is not None:
            adding(portal.commands.portal)
    settings = [f"| `{setting.name}` | {setting.default} | {setting.explanation} |\n" for setting in SETTINGS]
    rows = {"Commands": _rows(portal.commands.portal, "portal"), "Settings": settings}
    return {heading: HEADINGS[heading] + "".join(rows[heading]) for heading in HEADINGS}


def written(text: str) -> str:
    """README's `text` with the tables as the code has them."""
    for heading, table in tables().items():
        before, found, after = text.partition(f"## {heading}\n")
        if not found or HEADINGS[heading] not in after:
            raise SystemExit(f"README has no table under the heading {heading}")
        intro, _, rest = after.partition(HEADINGS[heading])
        text = before + found + intro + table + re.sub(r"\A(\|.*\n)*", "", rest)
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")

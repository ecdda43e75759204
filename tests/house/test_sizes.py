"""Small rooms: no module and no function grows past what can be taken in at a glance."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.source import PORTAL, ROOT, functions, modules, shown, tree

MODULE_LINES = 250
FUNCTION_LINES = 40
FUNCTION_TARGET = 25
#: Names that say nothing about what is inside, and so attract everything.
BANNED = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "forms", "models"}


OURS = [path for path in modules() if "versions" not in path.parts]  # Alembic writes a migration as one long list


@pytest.mark.parametrize("path", [*OURS, *modules(ROOT / "tests"), *modules(ROOT / ".build")], ids=shown)
def test_a_module_fits_in_the_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MODULE_LINES, f"{shown(path)} has {lines} lines; {MODULE_LINES} are enough"


@pytest.mark.parametrize("path", OURS, ids=shown)
def test_a_function_does_one_thing(path: Path) -> None:
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions(path) if node.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", OURS, ids=shown)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring, f"{shown(path)} opens without a sentence"
    assert docstring.splitlines()[0].endswith((".", ":", "?")), f"{shown(path)}: the first line is to be a sentence"


def test_no_name_says_nothing() -> None:
    named = [path for path in [*PORTAL.rglob("*"), *(ROOT / "tests").rglob("*")] if path.stem in BANNED]
    assert named == []


def test_functions_above_the_target_are_reported() -> None:
    lengths = [
        (node.end_lineno - node.lineno + 1, f"{shown(path)}:{node.name}")
        for path in OURS
        for node in functions(path)
        if node.end_lineno
    ]
    long = sorted((found for found in lengths if found[0] > FUNCTION_TARGET), reverse=True)
    assert len(long) <= len(lengths) // 20, f"more than one function in twenty is longer than {FUNCTION_TARGET}: {long}"

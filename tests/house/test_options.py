"""Whatever a council may choose in its profile is read by something: nothing in it is there only to be checked."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from portal.domain.authority import Options
from portal.domain.clock_rules import LIMITS

PORTAL = Path(__file__).parents[2] / "portal"
CHECKED_ONLY = {PORTAL / "domain/authority.py", *(PORTAL / "authorities").glob("*.py")}


def read_in_portal() -> set[str]:
    """Every attribute that is read outside what only checks a profile."""
    found: set[str] = set()
    for path in set(PORTAL.rglob("*.py")) - CHECKED_ONLY:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
    return found


def rules_read() -> set[str]:
    """Every word that stands anywhere but as the key of a table, where a limit is only given its bounds."""
    found: set[str] = set()
    for path in set(PORTAL.rglob("*.py")) - CHECKED_ONLY:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        keys = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
        words = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in keys)
        found |= {str(node.value) for node in words}
    return found


@pytest.fixture(scope="module")
def attributes() -> set[str]:
    return read_in_portal()


@pytest.mark.parametrize("option", [field.name for field in fields(Options)])
def test_every_option_of_a_council_is_read_by_something(attributes: set[str], option: str) -> None:
    assert option in attributes, f"nothing reads the option {option}: let it do something or take it out"


def test_every_limit_of_a_council_is_counted_by_something() -> None:
    assert not set(LIMITS) - rules_read()

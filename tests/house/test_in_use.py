"""Everything a module offers is used by the portal: a rule that only tests call is a rule nobody keeps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.source import PORTAL, ROOT, modules, tree

HELD_ELSEWHERE = {"SETTINGS"}
"""The table of settings is data for the README, which a test holds to it."""


def ours() -> list[Path]:
    """Every module but the migrations, whose names are Alembic's."""
    return [path for path in modules() if "versions" not in path.parts]


def offered(path: Path) -> Iterator[str]:
    """The public names of a module; what a decorator registers is used by whoever calls it."""
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.ClassDef) or not node.decorator_list:
                yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for one in targets if isinstance(one, ast.Name) and not one.id.startswith("_"))


@cache
def used() -> frozenset[str]:
    """Every name that is read in the portal, its templates or its settings as a project, or named there in words."""
    found: set[str] = set()
    for path in modules(PORTAL):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.add(node.id)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
                found.add(node.value)
    for other in (*(ROOT / "templates").rglob("*.html"), ROOT / "pyproject.toml", ROOT / "wsgi.py"):
        found |= set(re.findall(r"\w+", other.read_text(encoding="utf-8")) if other.exists() else ())
    return frozenset(found)


def test_nothing_is_offered_that_only_tests_use() -> None:
    idle = [f"{path.relative_to(ROOT)}: {name}" for path in ours() for name in offered(path) if name not in used()]
    assert not [one for one in idle if one.split(": ")[1] not in HELD_ELSEWHERE], "use it, or take it out"

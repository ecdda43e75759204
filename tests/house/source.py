"""The project's own files as the house tests read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PORTAL = ROOT / "portal"


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that is or would be kept in the repository; without git, every file that is not made by a tool."""
    if (ROOT / ".git").exists():
        listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    else:
        made = {".venv", ".cache", "__pycache__", "instance", "dist"}
        names = [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if not made & set(p.relative_to(ROOT).parts)]
    return tuple(ROOT / name for name in sorted(set(names)) if name and (ROOT / name).is_file())


def modules(folder: Path = PORTAL) -> list[Path]:
    """The Python modules beneath `folder`."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """The module at `path`, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def shown(path: Path) -> str:
    """`path` as people write it."""
    return path.relative_to(ROOT).as_posix()

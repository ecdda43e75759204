"""A newcomer sees at the top level what the project is made of, and nothing else."""

from __future__ import annotations

from tests.house.source import ROOT, kept_files

ALLOWED = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "docs",
    "portal",
    "pyproject.toml",
    "static",
    "templates",
    "tests",
    "translations",
    "wsgi.py",
}


def test_nothing_else_lies_at_the_top() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in kept_files()}
    assert {name for name in names if not name.startswith(".")} - ALLOWED == set()


def test_everything_announced_is_there() -> None:
    assert {name for name in ALLOWED if not (ROOT / name).exists()} == set()

"""A pytest plugin for `make mutate`: each mutant meets a domain that is imported anew, so that tables are mutated too.

mutmut forks a process in which everything is imported already: whatever a module builds when it is imported (the tables
of procedures, the pages of journeys) would stay as it was, and a mistake in what builds it would never be met.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Generator, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from mutmut.state import state

OURS = ("portal", "tests")
ROOT = Path(__file__).resolve().parent.parent
WHILE_IMPORTING: set[str] = set()
"""Functions that ran while modules were imported: every test depends on them whose module imports theirs."""


def _under_test() -> str:
    return os.environ.get("MUTANT_UNDER_TEST", "")


def _measuring() -> bool:
    return _under_test() == "stats"


def _file(module: str) -> Path | None:
    stem = ROOT.joinpath(*module.split("."))
    return next((path for path in (stem.with_suffix(".py"), stem / "__init__.py") if path.is_file()), None)


@cache
def _imports(module: str) -> tuple[str, ...]:
    """The modules of ours that a module imports."""
    path = _file(module)
    tree = ast.parse(path.read_text(encoding="utf-8")) if path else ast.Module([], [])
    return tuple(dict.fromkeys(name for node in ast.walk(tree) for name in _named(node) if _file(name)))


def _named(node: ast.AST) -> Iterator[str]:
    """What an import may name: `from a.b import c` means a, a.b, and perhaps a.b.c."""
    if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] in OURS:
        parts = node.module.split(".")
        yield from (".".join(parts[: length + 1]) for length in range(len(parts)))
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def _distances(module: str) -> Mapping[str, int]:
    """Over how many imports a module reaches each of the others."""
    found, waiting = {module: 0}, [module]
    for here in waiting:
        for there in _imports(here):
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    return found


def _reached_by(item: pytest.Item) -> Mapping[str, int]:
    return _distances(".".join(item.path.relative_to(item.config.rootpath).with_suffix("").parts))


def _module(function: str) -> str:
    return function.rpartition(".")[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests nearest to the mutant come first: most often one of them notices."""
    module = _module(_under_test())
    items.sort(key=lambda item: _reached_by(item).get(module, len(items)))


def pytest_configure(config: pytest.Config) -> None:
    """Forget what earlier runs in this process imported."""
    WHILE_IMPORTING.clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note what ran before the first test."""
    if _measuring():
        WHILE_IMPORTING.update(state()._stats)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Tell mutmut that this test, too, depends on what ran while its own imports were made."""
    if _measuring():
        state()._stats.update(name for name in WHILE_IMPORTING if _module(name) in _reached_by(item))


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """A test that is no longer there has failed: its parameters come from the table that the mutant changed."""
    try:
        return (yield)
    except pytest.UsageError as gone:
        raise session.Failed("a test is gone") from gone


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A module that cannot be imported has failed its tests; nobody interrupted anything."""
    if exitstatus == pytest.ExitCode.INTERRUPTED and session.testsfailed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

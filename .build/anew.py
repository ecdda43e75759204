"""A pytest plugin for `make mutate`: each mutant meets a domain that is imported anew, so that tables are mutated too.

mutmut forks a process in which everything is imported already: whatever a module builds when it is imported (the tables
of procedures, the pages of journeys) would stay as it was, and a mistake in what builds it would never be met.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator

import pytest
from mutmut.state import state

OURS = ("portal", "tests")
WHILE_IMPORTING: set[str] = set()
"""Functions that ran while modules were imported: every test depends on them."""


def _measuring() -> bool:
    return os.environ.get("MUTANT_UNDER_TEST") == "stats"


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
    """Tell mutmut that this test, too, depends on what ran while importing."""
    if _measuring():
        state()._stats.update(WHILE_IMPORTING)


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

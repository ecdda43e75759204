"""What a test needs from the machine and may not find: said loudly at the end, or a failure where it was required."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NoReturn

import pytest

MARK = "NOT CHECKED ON THIS MACHINE"


def absent(need: str, why: str) -> NoReturn:
    """Leave the asking test out because `need` (browser, postgres) is missing; fail it if PORTAL_REQUIRE names it."""
    required = {word.strip() for word in os.environ.get("PORTAL_REQUIRE", "").split(",")}
    if need in required:
        pytest.fail(f"{need} is required (PORTAL_REQUIRE) but absent: {why}", pytrace=False)
    pytest.skip(f"{MARK}: {need}: {why}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Name what could not be checked, and how many tests that concerns, just before pytest's own last line."""
    yield
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if MARK in reason:
            need = reason.partition(f"{MARK}: ")[2]
            counts[need] = counts.get(need, 0) + 1
    if counts:
        terminalreporter.section(MARK, sep="!", red=True, bold=True)
    for need, count in sorted(counts.items()):
        terminalreporter.write_line(f"{MARK}: {need} ({count} test{'s' if count > 1 else ''})", red=True)

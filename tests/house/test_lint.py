"""One way of writing, checked by ruff; nobody asks for the time, and no day is another than London's, by trying."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.house.source import ROOT, modules, tree


def _ruff(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=False)


def test_ruff_finds_nothing() -> None:
    result = _ruff("check", "--output-format=concise")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "asking",
    [
        "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)\n",
        "from datetime import date\n\nTODAY = date.today()\n",
        "import time\n\nNOW = time.time()\n",
    ],
)
def test_nobody_but_the_clock_asks_for_the_time(asking: str) -> None:
    where = ["check", "--output-format=concise", "--stdin-filename"]
    assert "TID251" in _ruff(*where, "portal/services/anything.py", "-", given=asking).stdout
    assert "TID251" not in _ruff(*where, "portal/clock.py", "-", given=asking).stdout


def days_elsewhere(module: ast.Module) -> list[int]:
    """Lines on which a stored moment, which is in UTC, becomes a day before it was put on London's clocks."""
    asked = (node.func for node in ast.walk(module) if isinstance(node, ast.Call))
    of = [one.value for one in asked if isinstance(one, ast.Attribute) and one.attr == "date"]
    return [one.lineno for one in of if isinstance(one, ast.Attribute) and ("_" + one.attr).endswith("_at")]


def test_a_moment_becomes_a_day_only_in_london() -> None:
    assert days_elsewhere(ast.parse("row.shared_at.date(); one.at.date(); in_london(one.at).date()")) == [1, 1]
    assert [(path.name, lines) for path in modules() if (lines := days_elsewhere(tree(path)))] == []

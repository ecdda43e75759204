"""One way of writing, checked by ruff; and the ban on asking for the time, checked by trying."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.source import ROOT


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

"""Every value has a type that mypy can follow."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.source import ROOT


@pytest.mark.timeout(600)
def test_mypy_strict_finds_nothing() -> None:
    command = [sys.executable, "-m", "mypy", "--no-color-output"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr

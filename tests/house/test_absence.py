"""What a machine lacks is said loudly, or fails where it was required; it never passes in silence."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.house.source import ROOT

MISSING = "NOT CHECKED ON THIS MACHINE: browser: Chromium is not installed"


def _without_a_browser(**environment: str) -> subprocess.CompletedProcess[str]:
    story = "tests/house/test_chromium.py::test_a_page_is_served_and_seen"
    command = [sys.executable, "-m", "pytest", story, "-n", "0"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "PYTEST_"))}
    return subprocess.run(
        command, cwd=ROOT, env=plain | {"PATH": "/nowhere"} | environment, capture_output=True, text=True, check=False
    )


def test_what_is_absent_is_named_just_before_the_last_line() -> None:
    result = _without_a_browser()
    assert result.returncode == 0
    *_, named, last = result.stdout.strip().splitlines()
    assert named.startswith(MISSING)
    assert "1 skipped" in last


def test_what_is_required_and_absent_fails() -> None:
    result = _without_a_browser(PORTAL_REQUIRE="browser,postgres")
    assert result.returncode == 1
    assert "browser is required (PORTAL_REQUIRE) but absent" in result.stdout

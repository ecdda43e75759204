"""The fixtures every test may ask for; the machinery behind them has a module each."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

# In this order: pytest can only rewrite the assertions of a module that no earlier one has imported.
pytest_plugins = [
    "tests.absence",
    "tests.chromium",
    "tests.engines",
    "tests.application",
    "tests.visitor",
    "tests.gates.site",
    "tests.gates.lens",
    "tests.gates.weighing",
    "tests.people.table",
]

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Compile the translations once, so that a test sees what the catalogues say now."""
    if not hasattr(config, "workerinput"):
        runpy.run_path(str(ROOT / ".build/translations.py"))["compile_all"](ROOT / "translations")

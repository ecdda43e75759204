"""The fixtures every test may ask for; the machinery behind them has a module each."""

from __future__ import annotations

pytest_plugins = ["tests.absence", "tests.chromium", "tests.engines"]

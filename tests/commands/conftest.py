"""The command line as an administrator uses it: on an installation of its own, with its settings in the environment."""

from __future__ import annotations

import base64
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from portal.app import create_app
from portal.commands import (
    auditing,
    checking,
    database,
    demonstrating,
    forgetting,
    keys,
    languages,
    officers,
    portal,
    posting,
    profiles,
    reminding,
)

for module in (
    database,
    demonstrating,
    posting,
    reminding,
    forgetting,
    officers,
    profiles,
    languages,
    auditing,
    keys,
    checking,
):
    module.add_to(portal)


@dataclass(frozen=True)
class Installation:
    """One installation, and what its commands say."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch

    def run(self, *words: str, typed: str = "") -> Result:
        """Run `portal …`; a traceback is never what an administrator should see."""
        result = CliRunner().invoke(portal, words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self.monkeypatch.setenv(f"PORTAL_{name}", value)

    def app(self) -> Flask:
        """The application as the commands see it."""
        return create_app()


@pytest.fixture
def installation(
    tmp_path: Path, _sqlite_app: tuple[Flask, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Installation:
    """An installation in development with an empty database."""
    for name in [name for name in os.environ if name.startswith("PORTAL_")]:
        monkeypatch.delenv(name)
    shutil.copy(_sqlite_app[2], tmp_path / "portal.sqlite3")
    installed = Installation(tmp_path, monkeypatch)
    installed.set(
        INSTANCE=str(tmp_path),
        SECRET_KEY="Zq8-a-secret-for-tests-that-is-long-enough",
        CODE_PEPPER="Yk3-a-pepper-for-tests-that-is-long-enough",
        DATA_KEYS="1:" + base64.b64encode(bytes(range(32))).decode(),
    )
    return installed

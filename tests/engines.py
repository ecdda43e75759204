"""Databases for tests: a PostgreSQL server shared by the whole run, and databases in it copied from a template."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.absence import absent
from tests.postgres import SUPERUSER, binaries, exclusive, start_lock

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Postgres:
    """The run's own server, reached through a socket in `folder`."""

    folder: Path

    def url(self, name: str) -> str:
        """The SQLAlchemy address of database `name`."""
        return f"postgresql+psycopg://{SUPERUSER}@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make database `name` (replacing an old one) as a copy of `template`, and return its address."""
        self.drop(name)
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove database `name`, closing whatever connections are left on it."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def create_filled(self, name: str, fill: Callable[[str], None]) -> str:
        """Make database `name` as a copy of one that `fill` (given an address) has filled once for the whole run."""
        template = f"filled_by_{fill.__module__}_{fill.__qualname__}".replace(".", "_").lower()[:60]
        done = self.folder / template
        with exclusive(self.folder / "template.lock"):
            if not done.exists():
                fill(self.create(template))
                done.touch()
            return self.create(name, template)

    def _run(self, command: sql.Composed) -> None:
        with psycopg.connect(host=str(self.folder), user=SUPERUSER, dbname="postgres", autocommit=True) as connection:
            connection.execute(command)


def _is_open_to_all(folder: Path) -> bool:
    """Whether another account (the server's, when tests run as root) can reach `folder`."""
    return folder.is_dir() and all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def _shared_folder() -> Path:
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]
    asked = Path(tempfile.gettempdir())
    # The path of a socket can be about a hundred letters long, no more.
    reachable = (
        folder
        for folder in (asked, Path("/tmp"), Path("/var/tmp"))
        if len(str(folder)) < 60 and _is_open_to_all(folder)
    )
    return next(reachable, asked) / f"portal-postgres-{os.getuid()}-{run}"


def _start_unless_ready(folder: Path) -> None:
    if (folder / "ready").exists():
        return
    with (folder / "log").open("wb") as log:
        command = [sys.executable, "-m", "tests.postgres", str(folder)]
        keeper = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    while not (folder / "ready").exists():
        if keeper.poll() is not None:
            said = (folder / "log").read_text()[-2000:]
            shutil.rmtree(folder)
            pytest.fail(f"PostgreSQL did not start: {said}", pytrace=False)
        time.sleep(0.05)
    keeper.returncode = 0  # it outlives this process on purpose, so nobody is to wait for it


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """PostgreSQL for this run, started by whichever test asks first."""
    if binaries() is None:
        absent("postgres", "PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder = _shared_folder()
    with exclusive(start_lock(folder)):
        folder.mkdir(mode=0o700, exist_ok=True)
        users = (folder / "users").open("w")
        fcntl.flock(users, fcntl.LOCK_SH)
        _start_unless_ready(folder)
    with users:
        yield Postgres(folder)


@pytest.fixture
def postgres_empty(postgres: Postgres, worker_id: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, removed after the test."""
    name = f"empty_{worker_id}"
    yield postgres.create(name)
    postgres.drop(name)

"""`portal keys`: whoever suspects that a key leaked adds a new one, runs one command, and is told the truth."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from portal.extensions import db
from portal.records.resealing import places
from portal.services import looking
from portal.services.anchoring import verify_audit
from portal.services.keeping_files import InMemory
from portal.services.renewing import needed
from tests import makers as make
from tests import samples
from tests.commands.conftest import Installation
from tests.services.test_scanning import complain

OLD = "1:" + base64.b64encode(bytes(range(32))).decode()
NEW = "2:" + base64.b64encode(bytes(range(32, 64))).decode()

NEEDING_IT = "4 fields, 1 fingerprint, 1 line of the audit"

KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from portal.commands import main
from portal.services import renewing

renewing.AT_ONCE = 2
left, verb = int(sys.argv[1]), sys.argv[2]
sys.argv[1:] = ["keys", "renew"]

@event.listens_for(Engine, "after_cursor_execute")
def strike(_connection, _cursor, statement, *_more):
    global left
    left -= statement.startswith(verb)
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

main()
"""
"""The command, killed like `kill -9` in the middle of a transaction, after so many statements that begin so."""


def renewed(*killed_at: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", KILLED, *killed_at], capture_output=True, text=True, check=False)


def fill() -> None:
    """Some cases, and what only some of them have: a reason in the audit, a file."""
    made = [make.case(name=f"Ann {number}", story=f"Story {number}.") for number in range(6)]
    looking.say_why(made[0].id, make.officer().id, "Standing in for Sam, who is away.")
    complain(InMemory("photo.jpg", samples.jpeg()))


def test_a_new_key_has_the_next_number_and_is_another_each_time(installation: Installation) -> None:
    made = [installation.run("keys", "make").stdout.strip() for _ in range(2)]
    assert made[0] != made[1]
    assert all(re.fullmatch(r"2:[A-Za-z0-9+/]{43}=", one) for one in made)
    installation.set(DATA_KEYS=f"{OLD},{made[0]}")
    assert "Key 2 (seals now): nothing needs it." in installation.run("keys", "list").stdout


def test_from_one_key_to_the_next_every_step_says_what_is_so(installation: Installation) -> None:
    with open_now(installation):
        make.case(name="Ann")
    listed = installation.run("keys", "list").stdout
    assert listed == f"Key 1 (seals now): {NEEDING_IT}.\n"
    installation.set(DATA_KEYS=f"{NEW},{OLD}")
    assert f"Key 1 (seals now): {NEEDING_IT}" in installation.run("keys", "list").stdout, (
        "the first restart changes nothing"
    )
    assert "keys renew" not in installation.run("check").stdout
    installation.set(DATA_KEYS=f"{OLD},{NEW}")
    told = installation.run("check").stdout
    assert (
        "note   Key 1 is still needed by 4 fields, 1 fingerprint, 1 line of the audit: run `portal keys renew`." in told
    )
    done = installation.run("keys", "renew", "--progress")
    assert done.exit_code == 0
    assert done.stdout.startswith("Made anew with key 2: 5.\nNothing needs key 1 any more, counted just now.\n")
    assert "Counting what needs which key…" in done.stderr and "of 5…" in done.stderr
    assert "keys renew" not in installation.run("check").stdout
    installation.set(DATA_KEYS=NEW)
    assert "Key 1" not in installation.run("check").stdout + installation.run("keys", "list").stdout
    assert "each as it was written" in installation.run("audit", "verify").stdout
    assert installation.run("keys", "renew").stdout == "Made anew with key 2: 0.\n"


def test_a_key_thrown_away_too_early_is_a_fault(installation: Installation) -> None:
    with open_now(installation):
        make.case(name="Ann")
    installation.set(DATA_KEYS=NEW)
    told = installation.run("check").stdout
    assert "FAULT  Key 1, which PORTAL_DATA_KEYS does not have: put it back, is needed by 4 fields" in told
    done = installation.run("keys", "renew")
    assert done.exit_code == 1 and "keep the old key" in done.stderr and "any more" not in done.stdout
    assert "Key 1, which is NOT HERE, is still needed by 4 fields" in done.stdout
    assert "None of the keys opens 1 of told.body." in done.stdout


def test_an_audit_that_does_not_fit_its_anchors_keeps_the_old_key(installation: Installation, tmp_path: Path) -> None:
    installation.set(ANCHORS=str(tmp_path / "kept"), DATA_KEYS=f"{OLD},{NEW}")
    installation.set(DATA_KEYS=OLD)
    with open_now(installation):
        make.case()
    installation.run("audit", "anchor")
    (day,) = (tmp_path / "kept").glob("*.anchor")
    day.write_text(re.sub(r"[0-9a-f]{64}", "0" * 64, day.read_text()))
    installation.set(DATA_KEYS=f"{OLD},{NEW}")
    done = installation.run("keys", "renew")
    assert done.exit_code == 1
    assert "so nobody can vouch for it: Line 1 is not the one that its anchor names." in done.stdout
    assert "Key 1 is still needed by 1 line of the audit." in done.stdout


@pytest.fixture(params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest, installation: Installation) -> Installation:
    """An installation on each engine in turn, with something in it."""
    if request.param == "postgres":
        installation.set(DATABASE_URL=request.getfixturevalue("postgres_empty"))
        apart = [sys.executable, "-c", "from portal.commands import main; main()", "init"]
        subprocess.run(apart, check=True, capture_output=True)
    with open_now(installation):
        fill()
    installation.set(DATA_KEYS=f"{OLD},{NEW}")
    return installation


@contextmanager
def open_now(installation: Installation) -> Iterator[None]:
    """In the application, without a connection that stays open."""
    with installation.app().app_context():
        yield
        db.session.remove()
        db.engine.dispose()


def all_open(installation: Installation) -> int:
    """How many values the old key made, after every one of every column was opened."""
    with open_now(installation):
        for place in places():
            for row in db.session.execute(select(place.table.c.id, place.column.label("made"), *place.beside())):
                assert row.made is None or place.anew(row)
        assert verify_audit({}).broken is None
        return sum(needed().get(1, {}).values())


def test_killed_again_and_again_it_goes_on_where_it_was_and_nothing_is_lost(filled: Installation) -> None:
    left = [all_open(filled)]
    while True:
        done = renewed("6", "UPDATE")
        left.append(all_open(filled))
        assert left[-1] < left[-2]
        if done.returncode != -signal.SIGKILL:
            break
    assert done.returncode == 0 and len(left) > 4, done.stderr
    assert "Nothing needs key 1 any more" in done.stdout and left[-1] == 0
    filled.set(DATA_KEYS=NEW)
    assert all_open(filled) == 0


def test_killed_before_the_audit_was_vouched_for_it_is_not_done(installation: Installation) -> None:
    with open_now(installation):
        make.case()
    installation.set(DATA_KEYS=f"{OLD},{NEW}")
    done = renewed("2", "INSERT INTO audit")
    assert done.returncode == -signal.SIGKILL and "any more" not in done.stdout
    listed = "Key 1: 1 line of the audit.\nKey 2 (seals now): 4 fields"
    assert installation.run("keys", "list").stdout.startswith(listed)
    assert "Nothing needs key 1 any more" in installation.run("keys", "renew").stdout
    assert all_open(installation) == 0


def test_nothing_that_the_old_key_made_is_left_in_the_file(installation: Installation) -> None:
    """SQLite leaves what was written over where it lay, unless it is told not to."""
    with open_now(installation):
        fill()
        query = [select(place.column).where(place.column.is_not(None)) for place in places()]
        old = [value[:30] for one in query for value in db.session.scalars(one)]
    database = installation.folder / "portal.sqlite3"
    assert all(value in database.read_bytes() for value in old) and len(old) > 30
    installation.set(DATA_KEYS=f"{OLD},{NEW}")
    assert installation.run("keys", "renew").exit_code == 0
    files = [one for one in os.listdir(installation.folder) if one.startswith("portal.sqlite3")]
    held = b"".join((installation.folder / one).read_bytes() for one in files)
    assert [value for value in old if value in held] == []

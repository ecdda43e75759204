"""Writers on SQLite stand in line: what keeps the slowest step short when many send at once."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest
from flask import Flask

from portal.extensions import db
from portal.services.transactions import writing


def _would_wait(database: str) -> bool:
    with Path(f"{database}-queue").open("w") as queue:
        try:
            fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_a_second_writer_waits_in_line_and_no_longer_than_the_first_writes(app: Flask) -> None:
    with app.app_context():
        database = str(db.engine.url.database)
        with writing():
            assert _would_wait(database)
        assert not _would_wait(database)


def test_a_writer_who_fails_leaves_the_line(app: Flask) -> None:
    with app.app_context():
        database = str(db.engine.url.database)
        with pytest.raises(ZeroDivisionError), writing():
            _ = 1 / 0
        assert not _would_wait(database)

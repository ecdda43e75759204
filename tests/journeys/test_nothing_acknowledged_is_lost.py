"""The server is killed in the instant after it answered; what it acknowledged is there when it comes back."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from sqlalchemy import text

from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from tests.bench import databases
from tests.bench.serving import served
from tests.bench.visitor import Visitor, whole_journey


def test_a_killed_server_loses_no_complaint_it_gave_a_receipt_for(tmp_path: Path) -> None:
    with databases.sqlite() as database:
        for number in range(3):
            with served(2, database.environment, tmp_path / "log") as server:
                whole_journey(Visitor(server.port, "192.0.2.7", lambda _seconds: None))
                for process in (*server.workers(), server.master):
                    os.kill(process, signal.SIGKILL)
            with database.app().app_context():
                assert db.session.query(Case).count() == number + 1
                assert db.session.query(Letter).count() >= number + 1
                assert db.session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


def test_every_commit_reaches_the_disk_before_it_is_answered() -> None:
    with databases.sqlite() as database, database.app().app_context():
        assert db.session.execute(text("PRAGMA synchronous")).scalar_one() == 2, "2 is FULL"
        assert db.session.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"

"""The server is killed in the instant after it answered; what it acknowledged is there when it comes back."""

from __future__ import annotations

import io
import os
import signal
from pathlib import Path

from sqlalchemy import text
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from portal.extensions import db
from portal.records.cases import Case
from portal.records.files import File, body_of
from portal.records.letters import Letter
from tests import samples
from tests.bench import databases
from tests.bench.serving import served
from tests.bench.visitor import Visitor, whole_journey


class WithPhoto(Visitor):
    """Somebody who adds a photo to their story."""

    def post(self, address: str, fields: dict[str, str]) -> str:
        if "story" not in fields:
            return super().post(address, fields)
        photo = FileStorage(io.BytesIO(samples.jpeg()), "photo.jpg")
        boundary, body = encode_multipart({**fields, "files": photo})
        head = (
            f"POST {address} HTTP/1.1\r\n{self._head}{self._cookie}Referer: https://portal.example{address}\r\n"
            f'Content-Type: multipart/form-data; boundary="{boundary}"\r\nContent-Length: {len(body)}\r\n\r\n'
        )
        answer, _ = self._ask(head.encode() + body, b" 302 ")
        return answer.partition(b"\r\nLocation: ")[2].partition(b"\r\n")[0].decode()


def test_a_killed_server_loses_no_complaint_it_gave_a_receipt_for(tmp_path: Path) -> None:
    with databases.sqlite() as database:
        for number in range(3):
            with served(2, database.environment, tmp_path / "log") as server:
                whole_journey(WithPhoto(server.port, "192.0.2.7", lambda _seconds: None))
                for process in (*server.workers(), server.master):
                    os.kill(process, signal.SIGKILL)
            with database.app().app_context():
                assert db.session.query(Case).count() == number + 1
                assert db.session.query(Letter).count() >= number + 1
                photos = db.session.query(File).order_by(File.case_id).all()
                assert [photo.case_id for photo in photos] == [*range(1, number + 2)]
                assert all(body_of(photo).startswith(b"\xff\xd8\xff") for photo in photos)
                assert db.session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


def test_every_commit_reaches_the_disk_before_it_is_answered() -> None:
    with databases.sqlite() as database, database.app().app_context():
        assert db.session.execute(text("PRAGMA synchronous")).scalar_one() == 2, "2 is FULL"
        assert db.session.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"

"""Files beside a message that are sent at once from two windows: together they are no more than may be."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import event

from portal.domain.files import MOST_FILES
from portal.domain.words import Happening
from portal.extensions import db
from portal.services import message_files, tracking
from portal.services.keeping_files import Came, InMemory
from tests import makers as make
from tests import samples

ME = b"m" * 32
AT_ONCE = 4


def add(app: Flask, *files: Came) -> int:
    with app.app_context():
        return len(message_files.add_to_visit(ME, Happening.MESSAGE_FROM_PERSON, files))


def slow(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
    """A database that takes its time between the counting and the keeping."""
    if statement.startswith("INSERT INTO files"):
        time.sleep(0.2)


def test_uploads_at_the_same_time_keep_to_the_most_there_may_be(either_app: Flask) -> None:
    photo = samples.jpeg(64, 48)
    with either_app.app_context():
        tracking.open_visit(ME, make.case().id, None)
        event.listen(db.engine, "before_cursor_execute", slow)
    assert add(either_app, *[InMemory(f"{number}.jpg", photo) for number in range(MOST_FILES - 1)]) == 0
    together = Barrier(AT_ONCE)

    class Last(InMemory):
        """The last one that there is room for, looked at by all of them before any is kept."""

        def read(self) -> bytes:
            together.wait(30)
            return super().read()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        refused = sum(pool.map(lambda _: add(either_app, Last("last.jpg", photo)), range(AT_ONCE)))
    with either_app.app_context():
        event.remove(db.engine, "before_cursor_execute", slow)
        assert len(message_files.waiting(ME, Happening.MESSAGE_FROM_PERSON)) == MOST_FILES
    assert refused == AT_ONCE - 1

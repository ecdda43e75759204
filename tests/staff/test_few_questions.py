"""How often a page asks the database is held: it must not grow with what is listed, nor unseen from month to month."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from portal.extensions import db
from tests import makers as make
from tests.visitor import Visitor


@contextmanager
def listening(app: Flask) -> Iterator[list[str]]:
    """The questions that are asked meanwhile."""
    heard: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.split()[0] not in ("BEGIN", "COMMIT"):
            heard.append(" ".join(statement.split()))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


ADDRESSES = ("/staff/", "/staff/?heap=due", "/staff/?heap=all&language=pl", "/staff/board?band=green")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_list_asks_five_times_however_many_cases_it_shows(app: Flask, officer: Visitor, address: str) -> None:
    with app.app_context():
        for _ in range(7):
            make.case(language="pl")
    officer.open(address)  # the first page of a new session keeps its form's token
    with listening(app) as heard:
        page = officer.open(address).page
    assert len(page.select("tbody tr")) == 7
    assert len(heard) <= 5, "\n".join(heard)

"""How often a page asks the database is held: it must not grow with what is listed, nor unseen from month to month."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from portal.domain.access import Role
from portal.extensions import db
from tests import makers as make
from tests.services.desk import Desk
from tests.staff.conftest import SignIn
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


MOST = {"new": 27, "taken on": 30, "answered": 18, "Stage 2": 23}
"""Of a case: one more than when this was written; 45 to 77 when every fact was read and every button asked anew."""
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


def test_the_page_of_a_case_asks_no_more_the_further_it_has_come(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER, name="Sam Reed")
    with app.app_context():
        desk = Desk()
    asked = {"new": _asked(app, officer, desk)}
    with app.app_context():
        desk.taken_on()
    asked["taken on"] = _asked(app, officer, desk)
    with app.app_context():
        desk.answered()
    asked["answered"] = _asked(app, officer, desk)
    with app.app_context():
        desk.person("ask_next")
    asked["Stage 2"] = _asked(app, officer, desk)
    assert all(len(heard) <= MOST[where] for where, heard in asked.items()), "\n\n".join(
        f"{where}: {len(heard)}\n" + "\n".join(heard) for where, heard in asked.items()
    )


def _asked(app: Flask, officer: Visitor, desk: Desk) -> list[str]:
    officer.open(f"/staff/cases/{desk.made.reference}")
    with listening(app) as heard:
        officer.open(f"/staff/cases/{desk.made.reference}")
    return heard

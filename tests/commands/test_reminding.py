"""`portal remind` says what it wrote."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import update

from portal.extensions import db
from portal.records.cases import Told
from tests import makers as make
from tests.commands.conftest import Installation


def test_it_says_what_it_wrote_and_writes_nothing_twice(installation: Installation, at) -> None:
    at(datetime(2026, 11, 2, 12, tzinfo=UTC))
    with installation.app().app_context():
        make.case()
    at(datetime(2026, 12, 1, 8, tzinfo=UTC))
    said = (
        "1 late answers and 1 unseen cases told to the team, 0 lists to officers, "
        "1 people told that they need not wait."
    )
    assert installation.run("remind").output.strip() == said
    assert installation.run("remind").output.strip() == said.replace("1 ", "0 ")


def test_it_says_how_many_it_could_not_write_and_ends_with_1(installation: Installation, at) -> None:
    at(datetime(2026, 11, 2, 12, tzinfo=UTC))
    with installation.app().app_context():
        make.case()
        db.session.execute(update(Told).values(body=b"lost"))
        db.session.commit()
    at(datetime(2026, 12, 1, 8, tzinfo=UTC))
    done = installation.run("remind")
    assert done.exit_code == 1 and "could not be written" in done.output

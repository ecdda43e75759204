"""`portal remind` says what it wrote."""

from __future__ import annotations

from datetime import UTC, datetime

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

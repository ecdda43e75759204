"""Commands on an installation without a database say what to do first."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from portal.extensions import db
from tests.commands.conftest import Installation


@pytest.mark.parametrize("command", [("remind",), ("officer", "list")], ids=" ".join)
def test_before_the_first_init_a_command_says_so(installation: Installation, command: tuple[str, ...]) -> None:
    (installation.folder / "portal.sqlite3").unlink()
    said = installation.run(*command)
    assert said.output.strip() == "portal: The database has no tables yet. Make them first: portal init"
    assert said.exit_code == 1
    assert installation.run("init").exit_code == 0
    assert installation.run(*command).exit_code == 0


def test_a_server_that_does_not_answer_is_named(installation: Installation) -> None:
    installation.set(DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    said = installation.run("remind")
    assert said.output.startswith("portal: The database does not answer. ") and said.output.count("\n") == 1
    assert said.exit_code == 1


def test_a_database_of_another_version_is_told_in_one_line(installation: Installation) -> None:
    with installation.app().app_context():
        db.session.execute(text("ALTER TABLE drafts RENAME TO drafts_of_old"))
        db.session.commit()
    said = installation.run("forget")
    assert said.output.strip().endswith("is of another version of the portal. Bring it up to date: portal init")
    assert said.exit_code == 1

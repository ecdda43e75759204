"""`portal forget` lists what may go, lets go of what two people agreed to, and never without a ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, text

from portal.domain.access import Role
from portal.extensions import db
from portal.records.cases import Told
from portal.records.retention import Disposal
from portal.services import handling, retaining
from tests import makers as make
from tests.commands.conftest import Installation

LATER = datetime(2036, 12, 4, 2, tzinfo=UTC)


def a_case_of_ten_years_ago(installation: Installation, at: Callable[[datetime], None]) -> list[int]:
    at(datetime(2026, 12, 3, 10, tzinfo=UTC))
    with installation.app().app_context():
        people = [make.officer(Role.COMPLAINTS_MANAGER).id, make.officer(Role.DATA_PROTECTION_OFFICER).id]
        handling.answer(make.case(age="17").id, people[0], "We agree.")
    at(LATER)
    return people


def agree(installation: Installation, people: list[int]) -> None:
    with installation.app().app_context():
        number = db.session.scalars(select(Disposal.id)).one()
        for officer in people:
            retaining.agree(number, officer)


def told(installation: Installation) -> int:
    with installation.app().app_context():
        return db.session.query(Told).count()


def on_disk(installation: Installation) -> bytes:
    return b"".join(path.read_bytes() for path in installation.folder.glob("portal.sqlite3*"))


def test_it_lists_what_may_go_and_lets_nothing_go_by_itself(installation: Installation, at) -> None:
    a_case_of_ten_years_ago(installation, at)
    for new in (1, 0):
        lines = installation.run("forget").output.splitlines()
        assert lines[0].startswith("By itself: ")
        assert lines[1:] == [
            f"On the list: {new} new, 0 taken off; 1 wait for somebody to agree, 0 for a second person, "
            "0 have to be kept.",
            "  Statutory complaint: 1",
            "Let go of 0 cases that two people agreed to.",
        ]
    assert told(installation) == 1


def test_what_two_people_agreed_to_goes_and_stands_in_the_ledger(
    installation: Installation, at, tmp_path: Path
) -> None:
    people = a_case_of_ten_years_ago(installation, at)
    installation.run("forget")
    agree(installation, people)
    with installation.app().app_context():
        sealed = db.session.scalars(select(Told.body)).one()
    assert sealed in on_disk(installation)
    installation.set(ANCHORS=str(tmp_path / "elsewhere"))
    assert "Let go of 1 cases" in installation.run("forget").output
    assert told(installation) == 0
    assert sealed not in on_disk(installation), "what is deleted is overwritten, in the database and its log"
    ledger = tmp_path / "elsewhere" / "let-go.ledger"
    assert ledger.read_text().count("\n") == 1
    again = installation.run("forget", "--again", str(ledger))
    assert again.output.startswith("By the ledger: 0 let go again, 1 gone already, 0 not here.")
    assert "fit" in installation.run("audit", "verify").output


def test_a_case_that_cannot_go_keeps_no_other_and_is_told_of(installation: Installation, at) -> None:
    people = a_case_of_ten_years_ago(installation, at)
    a_case_of_ten_years_ago(installation, at)
    installation.run("forget")
    stuck = "CREATE TRIGGER stuck BEFORE DELETE ON told WHEN OLD.case_id = 1 BEGIN SELECT RAISE(ABORT, 'stuck'); END"
    with installation.app().app_context():
        for number in db.session.scalars(select(Disposal.id)).all():
            for officer in people:
                retaining.agree(number, officer)
        db.session.execute(text(stuck))
        db.session.commit()
    done = installation.run("forget")
    assert done.exit_code == 1 and "Let go of 1 cases" in done.output and "1 more could not be let go" in done.output
    assert told(installation) == 1
    with installation.app().app_context():
        db.session.execute(text("DROP TRIGGER stuck"))
        db.session.commit()
    assert "Let go of 1 cases" in installation.run("forget").output
    assert told(installation) == 0


def test_without_a_place_for_the_ledger_nothing_goes_for_good(installation: Installation, at, tmp_path: Path) -> None:
    people = a_case_of_ten_years_ago(installation, at)
    installation.run("forget")
    agree(installation, people)
    (tmp_path / "a file").write_text("")
    done = installation.run("forget", "--ledger", str(tmp_path / "a file" / "ledger"))
    assert done.exit_code == 1 and "the ledger cannot be read or written" in done.output
    assert told(installation) == 1


def test_a_broken_ledger_is_named_and_lets_nothing_go(installation: Installation, at, tmp_path: Path) -> None:
    a_case_of_ten_years_ago(installation, at)
    (tmp_path / "broken").write_text("not a ledger\n")
    done = installation.run("forget", "--again", str(tmp_path / "broken"))
    assert done.exit_code == 1 and "broken, line 1, is no line of a ledger" in done.output


def test_portal_check_says_when_there_are_not_two_people_to_agree(installation: Installation, at) -> None:
    few = "Fewer than two people may agree that a case goes"
    assert few in installation.run("check").output
    a_case_of_ten_years_ago(installation, at)
    assert few not in installation.run("check").output

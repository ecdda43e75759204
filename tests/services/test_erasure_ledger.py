"""What was let go is let go again when an old backup brings it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.access import Role
from portal.extensions import db
from portal.records.cases import Case, Told
from portal.records.retention import Disposal
from portal.services import erasure_ledger, forgetting, handling, retaining
from portal.services.accounting import bring_up_to_date
from portal.services.anchoring import verify_audit
from tests import makers as make

Set = Callable[[datetime], None]
THEN = datetime(2026, 12, 3, 10, tzinfo=UTC)
LATER = datetime(2036, 12, 4, 2, tzinfo=UTC)
TODAY = LATER.date()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "let-go.ledger"


@pytest.fixture
def people(app: Flask, at: Set) -> list[int]:
    """Two people and an answered case of somebody who was seventeen."""
    at(THEN)
    with app.app_context():
        found = [make.officer(Role.COMPLAINTS_MANAGER).id, make.officer(Role.DATA_PROTECTION_OFFICER).id]
        handling.answer(make.case(age="17", story="They lost my bag.").id, found[0], "We bought a new one.")
        make.case(story="Still open.")
        bring_up_to_date()
    return found


def let_it_go(people: list[int]) -> str:
    """The number it had."""
    reference = db.session.scalars(select(Case.reference).order_by(Case.id)).first()
    retaining.propose(TODAY)
    number = db.session.scalars(select(Disposal.id).where(Disposal.done_at.is_(None))).one()
    for officer in people:
        retaining.agree(number, officer)
    assert forgetting.let_go_agreed(TODAY) == [number]
    assert reference
    return reference


def stories() -> set[str]:
    return {str(told.answers["story"]) for told in db.session.scalars(select(Told))}


def test_an_old_backup_that_brings_a_case_back_loses_it_again(
    app: Flask, people: list[int], ledger: Path, at: Set, tmp_path: Path
) -> None:
    live = Path(app.config["PORTAL"].database_url.removeprefix("sqlite:///"))
    with app.app_context():
        with closing(connect(live)) as now, closing(connect(tmp_path / "backup")) as backup:
            now.backup(backup)
        at(LATER)
        let_it_go(people)
        assert erasure_ledger.bring_up_to_date(ledger) == 1
        assert stories() == {"Still open."}
        db.session.remove()
        db.engine.dispose()
        for ending in ("-wal", "-shm"):
            live.with_name(live.name + ending).unlink(missing_ok=True)
        shutil.copy(tmp_path / "backup", live)
        assert stories() == {"They lost my bag.", "Still open."}, "the backup is from before it went"
        assert erasure_ledger.let_go_again(ledger) == erasure_ledger.Again(let_go=1, gone_already=0, not_here=0)
        assert stories() == {"Still open."}
        row = db.session.scalars(select(Disposal)).one()
        assert row.again and [row.first_by, row.second_by] == people and row.why.startswith("Statutory complaint")
        assert erasure_ledger.let_go_again(ledger) == erasure_ledger.Again(let_go=0, gone_already=1, not_here=0)
        assert erasure_ledger.bring_up_to_date(ledger) == 0, "it stands in the ledger already"
        assert verify_audit({}).broken is None


def test_the_ledger_says_nothing_by_which_a_stranger_finds_the_case(
    app: Flask, people: list[int], ledger: Path, at: Set
) -> None:
    at(LATER)
    with app.app_context():
        reference = let_it_go(people)
        erasure_ledger.bring_up_to_date(ledger)
        text = ledger.read_text()
        assert reference not in text and "bag" not in text
        line = next(erasure_ledger.lines_of(ledger))
        assert line.finder == forgetting.finder(reference)
        assert (line.kept_as.value, line.done_at) == ("statutory", LATER)


def test_a_line_that_was_cut_off_is_written_again_and_never_obeyed(
    app: Flask, people: list[int], ledger: Path, at: Set
) -> None:
    at(LATER)
    with app.app_context():
        let_it_go(people)
        ledger.parent.mkdir()
        ledger.write_text('{"case": "00')
        assert erasure_ledger.bring_up_to_date(ledger) == 1
        with pytest.raises(erasure_ledger.BadLedger, match="line 1"):
            erasure_ledger.let_go_again(ledger)
        ledger.write_text(ledger.read_text().split("\n", 1)[1])
        assert len(list(erasure_ledger.lines_of(ledger))) == 1

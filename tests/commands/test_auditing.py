"""`portal audit` proves that the audit is as it was written, or names the first line that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from portal.extensions import db
from tests import makers as make
from tests.commands.conftest import Installation

STATEMENTS = {"cut off": "DELETE FROM audit WHERE id > 2", "changed": "UPDATE audit SET case_id = 99 WHERE id = 2"}


def cases(installation: Installation, number: int) -> None:
    with installation.app().app_context():
        for _ in range(number):
            make.case()
        db.engine.dispose()


def tamper(installation: Installation, statement: str) -> None:
    with installation.app().app_context():
        with db.engine.begin() as connection:
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER audit_no_{verb}"))
            connection.execute(text(statement))
        db.engine.dispose()


def test_an_audit_as_it_was_written_is_said_to_be(installation: Installation) -> None:
    cases(installation, 3)
    result = installation.run("audit", "verify")
    assert result.exit_code == 0
    assert "3 lines, each as it was written" in result.output and "portal audit anchor" in result.output


@pytest.mark.parametrize(
    ("how", "said"), [("cut off", "Line 3 is missing, and an anchor names it."), ("changed", "2 was")]
)
def test_what_is_wrong_is_named_and_fails(installation: Installation, tmp_path: Path, how: str, said: str) -> None:
    installation.set(ANCHORS=str(tmp_path / "elsewhere"))
    cases(installation, 3)
    assert installation.run("audit", "anchor").exit_code == 0
    assert "1 anchors fit" in installation.run("audit", "verify").output
    tamper(installation, STATEMENTS[how])
    result = installation.run("audit", "verify")
    assert result.exit_code == 1 and said in result.stderr and result.stderr.startswith("portal: the audit is not as")


def test_anchors_of_a_day_stand_below_each_other(installation: Installation, tmp_path: Path) -> None:
    for number in (1, 2):
        cases(installation, 1)
        installation.run("audit", "anchor", "--anchors", str(tmp_path / "kept"))
        (day,) = (tmp_path / "kept").glob("*.anchor")
        assert len(day.read_text().splitlines()) == number
    result = installation.run("audit", "verify", "--anchors", str(tmp_path / "kept"))
    assert "2 lines, each as it was written; 2 anchors fit." in result.output


def test_an_anchor_is_printed_when_there_is_nowhere_to_keep_it(installation: Installation) -> None:
    assert "nothing to anchor" in installation.run("audit", "anchor").output
    cases(installation, 1)
    assert " line 1 seal " in installation.run("audit", "anchor").output


@pytest.mark.parametrize(
    ("written", "said"),
    [("nonsense", "is no anchor"), ("2026-11-21T12:00:00+00:00 line 1 seal " + "0" * 64, "contradicts")],
)
def test_a_forged_anchor_is_not_taken(installation: Installation, tmp_path: Path, written: str, said: str) -> None:
    cases(installation, 1)
    installation.run("audit", "anchor", "--anchors", str(tmp_path / "kept"))
    (tmp_path / "kept" / "2099-01-01.anchor").write_text(written + "\n")
    result = installation.run("audit", "verify", "--anchors", str(tmp_path / "kept"))
    assert result.exit_code == 1 and said in result.stderr


def test_a_folder_that_cannot_be_written_is_said_in_one_line(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cases(installation, 1)
    result = installation.run("audit", "anchor", "--anchors", str(tmp_path / "file" / "below"))
    assert result.exit_code == 1 and "could not be kept" in result.stderr


def test_without_the_key_of_its_time_a_line_is_not_taken_on_trust(installation: Installation) -> None:
    import base64

    cases(installation, 1)
    installation.set(DATA_KEYS="2:" + base64.b64encode(b"another key of thirty-two bytes!").decode())
    result = installation.run("audit", "verify")
    assert result.exit_code == 1 and "Line 1 was sealed with a key that is not here." in result.stderr


def test_a_new_key_goes_on_where_the_old_one_stopped(installation: Installation) -> None:
    import base64

    cases(installation, 1)
    both = f"1:{base64.b64encode(bytes(range(32))).decode()},2:{base64.b64encode(b'2' * 32).decode()}"
    installation.set(DATA_KEYS=both)
    cases(installation, 1)
    assert "2 lines, each as it was written" in installation.run("audit", "verify").output


def test_portal_check_says_when_nobody_keeps_anchors(installation: Installation, tmp_path: Path) -> None:
    assert "PORTAL_ANCHORS is not set" in installation.run("check").output
    installation.set(ANCHORS=str(tmp_path / "kept"))
    cases(installation, 1)
    assert "No anchor of the audit was kept since yesterday" in installation.run("check").output
    installation.run("audit", "anchor")
    assert "anchor" not in installation.run("check").output.lower()

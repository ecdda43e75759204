"""`portal check` names everything that stands in the way of opening an installation to the public."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from pathlib import Path

import time_machine

from portal import authorities
from portal.clock import LONDON
from portal.extensions import db
from portal.records.letters import Letter
from portal.services.keeping_files import InMemory
from portal.services.transactions import writing
from tests import makers as make
from tests import samples
from tests.commands.conftest import Installation
from tests.services.post_office import PostOffice, free_port
from tests.services.scanner import scanner
from tests.services.test_scanning import complain

NOW = datetime(2026, 12, 3, 12, 0, tzinfo=LONDON)


def real_council(folder: Path) -> Path:
    """A profile in which nothing is a placeholder."""
    text = (Path(authorities.__file__).parent / "example.toml").read_text(encoding="utf-8")
    text = text.replace('code = "example"', 'code = "ours"').replace('example-council.example"', 'ours.test"')
    profile = folder / "ours.toml"
    profile.write_text(text.replace('advocacy.example"', 'advocacy.test"'), encoding="utf-8")
    return profile


def made_ready(installation: Installation, office: PostOffice) -> None:
    """Everything an administrator has to do before the public comes in."""
    installation.run("officer", "add", "wren@ours.test", "--name", "Wren Ashby", "--role", "complaints_officer")
    installation.run("officer", "add", "ola@voice.test", "--name", "Ola Swift", "--role", "advocate")
    installation.set(
        ENVIRONMENT="production",
        PUBLIC_URL="https://portal.ours.test",
        PROXIES="1",
        MAIL_URL=office.url,
        MAIL_FROM="post@ours.test",
        AUTHORITY=str(real_council(installation.folder)),
    )


def test_a_developers_machine_is_not_safe_to_open(installation: Installation) -> None:
    told = installation.run("check")
    assert told.exit_code == 1
    for trouble in ("PORTAL_ENVIRONMENT", "https://", "PORTAL_MAIL_URL", "example council", "Nobody can answer"):
        assert trouble in told.stdout
    assert "faults to mend" in told.stderr


def test_an_installation_that_was_made_ready_is_safe_to_open(installation: Installation) -> None:
    with PostOffice().open() as office, time_machine.travel(NOW, tick=False):
        made_ready(installation, office)
        told = installation.run("check")
    assert "FAULT" not in told.stdout
    assert told.exit_code == 0
    assert "Arabic was checked by a computer only" in told.stdout


def test_a_mail_server_that_does_not_answer_is_a_fault(installation: Installation) -> None:
    made_ready(installation, PostOffice(port=free_port()))
    told = installation.run("check")
    assert told.exit_code == 1
    assert "FAULT  The mail server cannot be reached" in told.stdout


def test_a_council_is_told_what_it_has_yet_to_confirm(installation: Installation) -> None:
    installation.set(AUTHORITY="coventry")
    told = installation.run("check")
    assert "note   Not confirmed, so not promised (duty_line_day_and_night)" in told.stdout
    assert "FAULT  Addresses that reach nobody, for mailbox complaints" in told.stdout


def test_numbers_nobody_looked_at_for_six_months_are_named(installation: Installation) -> None:
    with time_machine.travel(datetime(2026, 12, 3, tzinfo=LONDON)):
        assert "was last checked" not in installation.run("check").stdout
    with time_machine.travel(datetime(2027, 6, 3, tzinfo=LONDON)):
        assert "note   Childline: the number was last checked on 1 November 2026." in installation.run("check").stdout


def test_an_old_database_is_a_fault(installation: Installation) -> None:
    (installation.folder / "portal.sqlite3").unlink()
    told = installation.run("check")
    assert "FAULT  The database is at nothing, not at " in told.stdout
    assert installation.run("init").exit_code == 0
    assert "The database is at" not in installation.run("check").stdout


def test_a_lost_key_is_a_fault(installation: Installation) -> None:
    with installation.app().app_context():
        make.case()
    installation.set(DATA_KEYS="1:" + base64.b64encode(bytes(range(32, 64))).decode())
    assert "FAULT  A case cannot be opened with PORTAL_DATA_KEYS" in installation.run("check").stdout


def test_letters_that_nobody_sends_are_a_fault(installation: Installation) -> None:
    with installation.app().app_context():
        make.case()
        with writing():
            for letter in db.session.query(Letter):
                letter.next_try_at = datetime(2026, 1, 1, tzinfo=LONDON)
    assert "FAULT  Letters are due and nobody sends them" in installation.run("check").stdout


def test_the_demonstration_is_no_place_for_the_public(installation: Installation) -> None:
    with installation.app().app_context():
        from portal.services.demonstrating_officers import add_officers

        add_officers()
    assert "FAULT  This database holds the demonstration" in installation.run("check").stdout


def test_a_language_for_tests_is_not_for_the_public(installation: Installation) -> None:
    installation.set(LANGUAGES="en,eo")
    assert "FAULT  PORTAL_LANGUAGES names eo" in installation.run("check").stdout


def test_files_that_the_scanner_cannot_judge_are_counted(installation: Installation, at) -> None:
    at(NOW)
    installation.set(SCANNER="tcp://127.0.0.1:9")
    with installation.app().app_context():
        complain(InMemory("letter.docx", samples.docx()))
    assert "The virus scanner does not answer" in installation.run("check").output
    with scanner() as (clamd, address):
        installation.set(SCANNER=address)
        assert "Files that nobody can open" not in installation.run("check").output
        at(NOW + timedelta(days=2))
        assert "did not judge them for a day: 1." in installation.run("check").output
        assert clamd.asked == [b"", b""]

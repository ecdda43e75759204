"""`portal post` sends what waits; as a worker it goes on, and clears away what nobody needs any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

from portal import clock
from portal.extensions import db
from portal.records.drafts import Draft
from portal.records.letters import Letter
from portal.services import drafting
from portal.services.transactions import writing
from tests import makers as make
from tests.commands.conftest import Installation
from tests.services.post_office import PostOffice, free_port


def test_waiting_letters_are_sent_and_counted(installation: Installation) -> None:
    with PostOffice().open() as office:
        installation.set(MAIL_URL=office.url)
        with installation.app().app_context():
            make.case()
        assert installation.run("post").output == "2 sent, 0 to be tried again, 0 that cannot be sent.\n"
        assert len(office.taken) == 2


def test_letters_that_could_not_be_sent_can_be_tried_again(installation: Installation) -> None:
    with PostOffice().open() as office:
        office.answers_to_address = {"rights@example-council.example": "550 No such user"}
        installation.set(MAIL_URL=office.url)
        with installation.app().app_context():
            make.case()
        assert installation.run("post").output == "1 sent, 0 to be tried again, 1 that cannot be sent.\n"
        office.answers_to_address.clear()
        assert installation.run("post", "--again").output == "1 sent, 0 to be tried again, 0 that cannot be sent.\n"


def test_without_a_mail_server_it_says_where_the_letters_are(installation: Installation) -> None:
    told = installation.run("post")
    assert told.exit_code == 1
    assert told.stderr == "portal: PORTAL_MAIL_URL is not set. In development, letters can be read at /dev/letters.\n"


def test_an_address_of_a_mail_server_that_makes_no_sense_is_refused(installation: Installation) -> None:
    installation.set(MAIL_URL="carrier-pigeon://roof")
    told = installation.run("post")
    assert told.exit_code == 1
    assert "PORTAL_MAIL_URL must read smtp://" in told.stderr


def test_the_worker_sends_letters_clears_old_forms_and_stops_when_told(installation: Installation) -> None:
    office = PostOffice(port=free_port())
    installation.set(MAIL_URL=office.url)
    with installation.app().app_context():
        make.case()
        drafting.keep(drafting.Writer(b"v" * 32, "young_person"), {"story": "half a story"})
        with writing():
            db.session.query(Draft).one().touched_at = clock.now() - timedelta(hours=1)
    with office.open():
        worker = subprocess.Popen(
            [sys.executable, "-c", "from portal.commands import main; main()", "post", "--forever"],
            env=dict(os.environ),
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + 60
        while len(office.taken) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        worker.send_signal(signal.SIGTERM)
        _, said = worker.communicate(timeout=30)
    assert worker.returncode == 0, said.decode()
    assert len(office.taken) == 2
    with installation.app().app_context():
        assert db.session.query(Draft).count() == 0
        assert {letter.state.value for letter in db.session.query(Letter)} == {"sent"}

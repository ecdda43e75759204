"""Viruses: what the scanner says, what happens while it is away, and that nobody is kept from complaining by it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, select

from portal.config import UnsafeConfiguration
from portal.domain.files import Scan
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.files import File, FilePiece
from portal.records.timeline import timeline_of
from portal.services import drafting, keeping_files, scanning, submitting
from portal.services.keeping_files import InMemory
from portal.services.scanning import ScannerAway, asked, catch_up
from tests import makers as make
from tests import samples
from tests.application import settings
from tests.services.scanner import LIMIT, VIRUS, Scanner, scanner

AWAY = "tcp://127.0.0.1:9"


@pytest.fixture
def clamd() -> Iterator[tuple[Scanner, str]]:
    with scanner() as found:
        yield found


@pytest.fixture
def connect(app: Flask) -> Iterator[Callable[[str], None]]:
    """Tell the application where its scanner is."""
    before = app.config["PORTAL"]

    def to(address: str) -> None:
        app.config["PORTAL"] = replace(before, scanner=address)

    yield to
    app.config["PORTAL"] = before


def complain(*files: InMemory) -> Case:
    draft = drafting.keep(drafting.Writer(secrets.token_bytes(32), "adult"), {"story": "Look."})
    assert keeping_files.add_to_draft(draft.id, "files", files, papers=True, network="home") == []
    return db.session.get_one(Case, submitting.submit(draft.id, "a network").case_id)


def test_clean_infected_and_too_big_are_told_apart_on_either_kind_of_socket(tmp_path: Path) -> None:
    for place in (None, tmp_path / "clamd.ctl"):
        with scanner(place) as (_, address):
            assert asked(address, b"") is Scan.CLEAN
            assert asked(address, b"a" * 300_000) is Scan.CLEAN
            assert asked(address, b"a" * 100_000 + VIRUS) is Scan.INFECTED
            with pytest.raises(ScannerAway):
                asked(address, bytes(LIMIT + 1))


@pytest.mark.parametrize("address", [AWAY, "unix:///nowhere/clamd.ctl"])
def test_a_scanner_that_is_not_there_is_away(address: str) -> None:
    with pytest.raises(ScannerAway):
        asked(address, b"x")


@pytest.mark.parametrize("answer", [b"", b"stream: Access denied. ERROR\0", b"HTTP/1.1 400 Bad Request\r\n"])
def test_an_answer_that_is_none_says_nothing_about_the_file(clamd: tuple[Scanner, str], answer: bytes) -> None:
    clamd[0].answer = answer or b"\0"
    with pytest.raises(ScannerAway):
        asked(clamd[1], b"x")


def test_a_scanner_that_is_away_holds_up_the_download_and_not_the_complaint(
    app: Flask, connect: Callable[[str], None], clamd: tuple[Scanner, str]
) -> None:
    connect(AWAY)
    with app.app_context():
        case = complain(InMemory("letter.docx", samples.docx()), InMemory("p.jpg", samples.jpeg()))
        officer, reference = make.officer().id, case.reference
    desk = make.signed_in(app, officer)
    page = desk.get(f"/staff/cases/{reference}").get_data(as_text=True)
    assert page.count("Not yet checked for viruses") == 2
    assert 'src="data:image/jpeg' in page, "a small picture was drawn by ourselves"
    assert desk.get(f"/staff/cases/{reference}/files/1").status_code == 404
    with app.app_context():
        assert catch_up() == 0
    connect(clamd[1])
    with app.app_context():
        assert catch_up() == 2
        assert catch_up() == 0
    assert len(clamd[0].asked) == 2
    assert desk.get(f"/staff/cases/{reference}/files/1").status_code == 200


def test_a_file_it_cannot_judge_and_one_that_cannot_be_opened_keep_no_other_waiting(
    app: Flask, connect: Callable[[str], None], clamd: tuple[Scanner, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "AT_ONCE", 2)
    clamd[0].limit = 64 * 1024
    connect(AWAY)
    with app.app_context():
        complain(InMemory("big.jpg", samples.noise()), InMemory("lost.jpg", samples.jpeg()))
        complain(InMemory("big.jpg", samples.noise(700)), InMemory("letter.docx", samples.docx()))
        db.session.execute(delete(FilePiece).where(FilePiece.file_id == 2))
        db.session.commit()
        connect(clamd[1])
        assert sum(catch_up() for _ in range(40)) == 1, "whoever comes after them is looked at within minutes"
        assert [file.scan for file in db.session.scalars(select(File).order_by(File.id))] == [
            Scan.WAITING, Scan.WAITING, Scan.WAITING, Scan.CLEAN,
        ]  # fmt: skip


@pytest.mark.parametrize("late", [False, True], ids=["at once", "found later"])
def test_a_virus_is_given_to_nobody_and_the_team_is_told(
    app: Flask, connect: Callable[[str], None], clamd: tuple[Scanner, str], late: bool
) -> None:
    connect(AWAY if late else clamd[1])
    clamd[0].answer = b"stream: Test.Virus FOUND\0"
    with app.app_context():
        case = complain(InMemory("ill.docx", samples.docx()))
        if late:
            connect(clamd[1])
            assert catch_up() == 1
        assert [file.scan for file in db.session.scalars(select(File))] == [Scan.INFECTED]
        assert Happening.FILE_INFECTED in [line.happening for line in timeline_of(case.id)]
        officer, reference = make.officer().id, case.reference
    desk = make.signed_in(app, officer)
    assert "A virus was found in it" in desk.get(f"/staff/cases/{reference}").get_data(as_text=True)
    assert desk.get(f"/staff/cases/{reference}/files/1").status_code == 404
    connect("")
    assert desk.get(f"/staff/cases/{reference}/files/1").status_code == 404, "not even without a scanner"


def test_without_a_scanner_documents_can_be_opened_and_say_that_nobody_looked(app: Flask) -> None:
    with app.app_context():
        case = complain(InMemory("letter.docx", samples.docx()))
        officer, reference = make.officer().id, case.reference
        assert not scanning.configured() and catch_up() == 0
    desk = make.signed_in(app, officer)
    assert "Not checked for viruses" in desk.get(f"/staff/cases/{reference}").get_data(as_text=True)
    assert desk.get(f"/staff/cases/{reference}/files/1").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:3310", "tcp://", "tcp://h:abc", "tcp://h:99999", "tcp://[::1", "tcp://" + "h" * 64, "tcp://.."],
)
def test_an_address_that_is_none_stops_the_start(tmp_path: Path, address: str) -> None:
    with pytest.raises(UnsafeConfiguration, match="PORTAL_SCANNER"):
        settings(tmp_path, PORTAL_SCANNER=address)


@pytest.mark.parametrize("address", ["unix:///run/clamav/clamd.ctl", "tcp://clamd:3310", "tcp://[::1]:3310", "tcp://h"])
def test_an_address_of_a_scanner_is_taken(tmp_path: Path, address: str) -> None:
    assert settings(tmp_path, PORTAL_SCANNER=address).scanner == address

"""What the scanner of the other tests pretends, asked of clamd itself: `make viruses`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from portal.domain.files import Scan
from portal.extensions import db
from portal.records.files import files_of_case
from portal.services.keeping_files import InMemory
from portal.services.scanning import ScannerAway, asked, catch_up
from tests import samples
from tests.services.real_scanner import clamd
from tests.services.scanner import LIMIT, VIRUS
from tests.services.test_scanning import complain, connect

pytestmark = pytest.mark.slow
__all__ = ["connect"]


@pytest.fixture
def addresses(tmp_path: Path) -> Iterator[tuple[str, str]]:
    with clamd(tmp_path) as found:
        yield found


def test_clean_infected_and_too_big_are_told_apart_on_either_kind_of_socket(addresses: tuple[str, str]) -> None:
    for address in addresses:
        assert asked(address, b"") is Scan.CLEAN
        assert asked(address, b"a" * 300_000) is Scan.CLEAN
        assert asked(address, b"a" * 100_000 + VIRUS) is Scan.INFECTED
        with pytest.raises(ScannerAway):
            asked(address, bytes(LIMIT + 1))


def test_a_complaint_comes_in_while_it_is_away_and_it_looks_into_the_letters_later(
    app: Flask, connect: Callable[[str], None], tmp_path: Path
) -> None:
    ill = samples.docx(**{"word/settings.xml": VIRUS})
    assert VIRUS not in ill, "it is packed, so that only who unpacks it can find it"
    connect(f"unix://{tmp_path}/clamd.ctl")
    with app.app_context():
        case = complain(InMemory("letter.docx", samples.docx()), InMemory("ill.docx", ill))
        assert catch_up() == 0
        with clamd(tmp_path):
            assert catch_up() == 2
        db.session.expire_all()
        assert [file.scan for file in files_of_case(case.id)] == [Scan.CLEAN, Scan.INFECTED]


def test_a_photo_above_its_own_limit_waits_and_keeps_nobody_else_waiting(
    app: Flask, connect: Callable[[str], None], tmp_path: Path
) -> None:
    connect(f"unix://{tmp_path}/clamd.ctl")
    with app.app_context(), clamd(tmp_path, most="64K"):
        case = complain(InMemory("big.jpg", samples.noise()), InMemory("letter.docx", samples.docx()))
        for file in files_of_case(case.id):
            file.scan = Scan.WAITING
        db.session.commit()
        assert catch_up() == 1 and catch_up() == 0
        assert [file.scan for file in files_of_case(case.id)] == [Scan.WAITING, Scan.CLEAN]

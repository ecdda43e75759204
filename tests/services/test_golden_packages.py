"""The published years go in as a package, and what comes out of the database is what was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from portal.authorities import load
from portal.domain.dataset.files import FILES
from portal.domain.tables.report import report
from portal.records.facts import Kept
from portal.services.exporting import give_out
from portal.services.importing import take_in
from portal.services.packages import CannotRead
from portal.services.reporting import make_report
from portal.services.whose import OthersCases
from tests.councils.building import LATER, Building
from tests.councils.inventing import council
from tests.councils.test_coventry_2018_19 import coventry
from tests.councils.test_havering_2017_18 import havering
from tests.services.test_dataset import kept_rows, packed, same


def package(folder: Path, here: Building) -> Path:
    files = {name: here.files.get(name, []) for name in FILES}
    return packed(folder, files, here.authority.code)


@pytest.mark.parametrize("built", [coventry, havering], ids=["coventry", "havering"])
def test_a_published_year_is_imported_and_reported(app: Flask, tmp_path: Path, built: object) -> None:
    here = coventry() if built is coventry else havering()
    with app.app_context():
        take_in(package(tmp_path / "in", here))
        there = report(here.authority, Kept(), here.year, LATER, wishes=here.authority.report)
        assert there == here.report()
        assert make_report(here.year).authority == here.authority.code
        give_out(tmp_path / "first", here.authority.code)
        take_in(tmp_path / "first")
        give_out(tmp_path / "again", here.authority.code)
    assert same(tmp_path / "first", tmp_path / "again")


def test_two_councils_are_never_counted_as_one(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    theirs = package(tmp_path / "havering", havering())
    with app.app_context():
        monkeypatch.setitem(app.extensions, "portal.authority", load("coventry"))
        with pytest.raises(CannotRead, match="cases of “havering”; those of “coventry” are here"):
            take_in(theirs)
        take_in(package(tmp_path / "coventry", coventry()))
        with pytest.raises(OthersCases, match="cases here are those of “coventry”"):
            make_report(coventry().year, authority="havering")


def test_a_portal_that_was_not_told_whose_it_is_takes_one_council(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(package(tmp_path / "havering", havering()))
        before = kept_rows()
        for other in (package(tmp_path / "coventry", coventry()), packed(tmp_path / "example", council(3))):
            with pytest.raises(CannotRead, match="those of “havering” are here"):
                take_in(other)
        assert kept_rows() == before
        with pytest.raises(OthersCases):
            make_report(coventry().year, authority="coventry")


def test_the_command_cannot_call_a_package_anothers(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), pytest.raises(CannotRead, match="cases of “havering”, not of “coventry”"):
        take_in(package(tmp_path / "havering", havering()), "coventry")

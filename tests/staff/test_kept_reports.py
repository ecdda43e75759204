"""Keeping a report as it is, publishing one, and opening it again as it was."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.audit_words import Deed
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.audit import AuditLine
from portal.records.kept_reports import KeptReport, kept_reports
from portal.services import keeping_reports
from portal.services.case_writing import NotLikeThis
from portal.services.importing import take_in
from portal.services.keeping_reports import keep_report
from portal.services.reporting import make_report
from tests import makers as make
from tests.councils.inventing import blank, council
from tests.services.test_dataset import packed
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

HERE = "/staff/kept-reports"
YEAR = ReportingYear(2017)
FILES = council(11, 600)


@pytest.fixture
def counted(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(packed(tmp_path / "in", FILES))


def one_more(app: Flask, folder: Path, number: int = 1) -> None:
    """So many more complaints of the year 2017-18 that came by letter and were recorded late."""
    late = [
        blank("representations", reference=f"late-{at}", kind="complaint", procedure="statutory", triage="accepted",
              received_on=date(2017, 5, 3), method="letter")
        for at in range(number)
    ]  # fmt: skip
    with app.app_context():
        take_in(packed(folder / "more", {**FILES, "representations": [*FILES["representations"], *late]}))


def keep(officer: Visitor, asked: str) -> None:
    officer.open(f"{HERE}/new?{asked}").fill({})


@pytest.mark.usefixtures("counted")
def test_a_kept_report_opens_again_byte_for_byte_though_the_cases_changed(
    app: Flask, officer: Visitor, tmp_path: Path
) -> None:
    now = officer.client.get("/staff/reports/file?year=2017-18&edition=internal&format=json").data
    keep(officer, "year=2017-18&edition=internal")
    assert "The internal report of 2017-18 is kept." in officer.text
    assert hashlib.sha256(now).hexdigest() in officer.text
    assert "Not for publication" in officer.text
    one_more(app, tmp_path)
    again = officer.client.get(f"{HERE}/1/file?format=json")
    assert again.data == now
    assert 'filename="report-2017-18-internal-1.json"' in again.headers["Content-Disposition"]
    assert officer.client.get("/staff/reports/file?year=2017-18&edition=internal&format=json").data != now
    assert b"How complaints reached us" in officer.client.get(f"{HERE}/1/file?format=html").data
    for wrong in ("1/file?format=exe", "2/file?format=json"):
        assert officer.client.get(f"{HERE}/{wrong}").status_code == 404


@pytest.mark.usefixtures("counted")
def test_the_next_year_says_what_was_restated(app: Flask, officer: Visitor, tmp_path: Path) -> None:
    keep(officer, "year=2017-18&edition=internal")
    one_more(app, tmp_path)
    with app.app_context():
        table = make_report(ReportingYear(2018)).table("received-by-method")
        assert [column.label for column in table.columns] == ["2018-19", "2017-18 (restated)"]
        told = next(note for note in table.notes if "is restated" in note)
        assert "“Letter” is" in told and "as kept on" in told


@pytest.mark.usefixtures("counted")
def test_what_was_published_stands_in_later_reports_and_is_marked_when_it_is_published_again(
    app: Flask, officer: Visitor, tmp_path: Path
) -> None:
    keep(officer, "year=2017-18&edition=public")
    assert "Published" in officer.text
    one_more(app, tmp_path, 30)
    with app.app_context():
        before = kept_reports("example")[0].report.table("received-by-method").row("letter").values[0]
        later = make_report(ReportingYear(2018), edition="public").table("received-by-method")
        assert later.row("letter").values[1] == before
        assert any(note.startswith("2017-18 is as it was published on") for note in later.notes)
        again = make_report(YEAR, edition="public").table("received-by-method")
        assert again.row("letter").values[0] == before + 30
        assert again.columns[0].label == "2017-18 (restated)"


@pytest.mark.usefixtures("counted")
def test_a_single_case_that_came_late_cannot_be_seen_by_comparing_two_publications(
    app: Flask, officer: Visitor, tmp_path: Path
) -> None:
    keep(officer, "year=2017-18&edition=public")
    one_more(app, tmp_path)
    with app.app_context():
        again = make_report(YEAR, edition="public").table("received-by-method")
        assert again.row("letter").values[0] == "c"
        assert again.columns[0].label == "2017-18"


@pytest.mark.usefixtures("counted")
def test_what_cannot_be_made_is_not_kept_and_says_why(officer: Visitor) -> None:
    keep(officer, "year=2031-32&edition=internal")
    assert "2031-32 had not begun on " in officer.text
    assert "No report was kept yet." in officer.open(HERE).text
    assert officer.client.get(f"{HERE}/new?year=2031").status_code == 400


@pytest.mark.usefixtures("counted")
def test_two_reports_are_not_published_without_knowing_of_each_other(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.app_context():
        officer = make.officer().id
        numbers = iter((0, 1))
        monkeypatch.setattr(keeping_reports, "last_kept", lambda _authority: next(numbers))
        with pytest.raises(NotLikeThis, match="Another report was kept meanwhile"):
            keep_report(YEAR, officer, edition="internal")
        assert db.session.query(KeptReport).count() == 0


@pytest.mark.usefixtures("counted")
def test_only_who_answers_for_the_year_keeps_a_report_and_it_is_in_the_audit(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    keep(officer, "year=2017-18&edition=internal")
    other = sign_in(Role.SENIOR_MANAGER, name="Amara Osei")
    assert other.client.get(f"{HERE}/new?year=2017-18").status_code == 403
    assert other.open(HERE).answer.status_code == 200
    with app.app_context():
        lines = db.session.scalars(db.select(AuditLine).where(AuditLine.deed == Deed.CHANGED)).all()
        assert ("kept_report", "2017-18 internal") in [(line.what, line.words) for line in lines]

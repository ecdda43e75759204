"""The register of time limits: every complaint of a year with each of its limits, on the page and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from portal.domain.access import Role
from portal.domain.audit_words import Deed
from portal.domain.clock_events import Agreed
from portal.domain.clock_rules import PauseReason
from portal.domain.references import format_reference
from portal.domain.years import ReportingYear
from portal.services import proceeding_clocks, time_limit_register
from portal.services.importing import take_in
from portal.services.time_limit_register import as_lines, recorded
from tests import makers as make
from tests.councils.inventing import council
from tests.services.desk import MONDAY, Desk
from tests.services.test_accounting import kept
from tests.services.test_dataset import packed
from tests.staff.conftest import SignIn
from tests.staff.test_reports import lines
from tests.visitor import Visitor

YEAR = ReportingYear(2026)


def as_csv(year: ReportingYear = YEAR, hidden_from: str = "Somebody Else") -> list[dict[str, str]]:
    """The whole register as rows."""
    kept("representations")
    return list(csv.DictReader(io.StringIO("".join(as_lines(year, hidden_from)), newline="")))


def said(rows: list[dict[str, str]], limit: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in names) for row in rows if row["time_limit"] == limit]


def test_each_limit_of_a_case_stands_with_its_days_and_whether_it_was_met(either_app: Flask) -> None:
    with either_app.app_context(), time_machine.travel(MONDAY, tick=False) as moment:
        desk = Desk()
        desk.taken_on()
        officer = make.officer().id
        day = MONDAY.date() + timedelta(days=21)
        proceeding_clocks.extend(desk.made.id, officer, day, "A witness is away.", Agreed.YES, "A few more days.")
        assert said(as_csv(), "Stage 1 answer", "due_on", "met") == [(day.isoformat(), "running")]
        moment.shift(timedelta(days=3))
        desk.answered()
        assert said(as_csv(), "Stage 1 answer", "extended", "extension_agreed", "done_on", "met", "source") == [
            ("yes", "yes", "2026-12-03", "yes", "SI 2006/1738 reg 14")
        ]
        assert {row["outcome"] for row in as_csv()} == {"upheld"}


def test_a_clock_that_stands_still_has_no_due_day_and_says_so(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        desk = Desk()
        desk.taken_on()
        officer = make.officer().id
        proceeding_clocks.pause(desk.made.id, officer, PauseReason.AWAITING_ADVOCATE, "Coram Voice", "We wait.")
        assert said(as_csv(), "Stage 1 answer", "due_on", "met") == [("", "still")]
        proceeding_clocks.resume(desk.made.id, officer, "It runs again.")
        assert said(as_csv(), "Stage 1 answer", "met") == [("running",)]


def test_a_missed_limit_stays_missed(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False) as moment:
        desk = Desk()
        desk.taken_on()
        moment.shift(timedelta(days=15))
        assert said(as_csv(), "Stage 1 answer", "met") == [("late",)]
        desk.answered()
        assert said(as_csv(), "Stage 1 answer", "met") == [("no",)]


@pytest.fixture
def counted(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        take_in(packed(tmp_path / "in", council(11)))


@pytest.mark.usefixtures("counted")
def test_pages_follow_each_other_without_a_gap_and_hold_every_complaint(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.app_context():
        whole = {
            str(row["reference"])
            for row in kept("representations")
            if row["kind"] == "complaint" and ReportingYear.of(row["received_on"]) == ReportingYear(2017)  # type: ignore[arg-type]
        }
        found, after = [], None
        while True:
            page, after = recorded(ReportingYear(2017), "Somebody Else", after, 7)
            found += [one.reference for one in page]
            if after is None:
                break
        assert len(found) == len(set(found)) and set(found) == whole
        monkeypatch.setattr(time_limit_register, "AT_A_TIME", 7)
        assert {row["reference"] for row in as_csv(ReportingYear(2017))} == whole


@pytest.mark.usefixtures("counted")
def test_an_officer_reads_it_page_by_page_and_takes_it_away_with_a_line_in_the_audit(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    officer.open("/staff/time-limits?year=2017-18")
    assert "Time limits 2017-18" in officer.heading and "Stage 1 answer" in officer.text
    assert "Missed" in officer.text and "Met" in officer.text
    answer = officer.client.get("/staff/time-limits/file?year=2017-18")
    assert answer.data.startswith(b"reference,received_on,procedure")
    assert lines(app, Deed.EXPORTED)[-1][0] == "time limits 2017-18"
    assert officer.client.get("/staff/time-limits?year=nonsense").status_code == 404
    senior = sign_in(Role.SENIOR_MANAGER)
    assert "Take away" not in senior.open("/staff/time-limits?year=2017-18").text
    assert senior.client.get("/staff/time-limits/file").status_code == 403


def test_what_may_be_about_an_officer_is_not_in_their_register(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        about_them, other = make.case(worker="Rowan Carter"), make.case()
    theirs = sign_in(Role.COMPLAINTS_MANAGER, name="Rowan Carter")
    page = theirs.open("/staff/time-limits").text
    assert format_reference(other.reference) in page and format_reference(about_them.reference) not in page
    text = theirs.client.get("/staff/time-limits/file").text
    assert other.reference in text and about_them.reference not in text

"""The page that explains every date, and the forms that move one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_events import Agreed
from portal.services import handling, proceeding_clocks
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.staff.paperwork import read_and_send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_friday(at) -> None:
    at(datetime(2026, 12, 18, 12, tzinfo=UTC))


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(received=date(2026, 12, 17))


@pytest.fixture
def page(made: make.Made) -> str:
    return f"/staff/cases/{made.reference}/dates"


def test_a_date_explains_itself(officer: Visitor, page: str) -> None:
    officer.open(page)
    for words in (
        "Stage 1 answer On time",
        "Due Tuesday 5 January",
        "Time allowed: 10 working days from Thursday 17 December (SI 2006/1738 reg 14)",
        "Left out: Friday 25 December, Christmas Day.",
        "Left out: Friday 1 January, New Year’s Day.",
        "The longest time allowed ends on Tuesday 19 January",
        "Gone: 1. Left: 9.",
    ):
        assert words in officer.text, words


def test_more_time_is_shown_with_who_agreed_and_as_it_stood_before(
    app: Flask, officer: Visitor, page: str, made: make.Made
) -> None:
    officer.open(f"{page}/more-time").fill(
        {"to": "2027-01-12", "reason": "Two services must answer.", "words": "We need more time.", "agreed": "yes"}
    )
    read_and_send(officer)
    assert "Due Tuesday 12 January" in officer.text
    assert "moved from Tuesday 5 January to Tuesday 12 January. Why: Two services must answer." in officer.text
    assert "Due Tuesday 5 January" in officer.open(f"{page}?as_at=2026-12-17").text
    assert "You see Thursday 17 December, not today." in officer.text
    with app.app_context():
        assert made.case.extended


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"to": "2027-01-20", "reason": "Busy", "words": "Sorry", "agreed": "yes"}, "to", "ends on Tuesday 19 January"),
        ({"to": "2026-12-21", "reason": "Busy", "words": "Sorry", "agreed": "yes"}, "to", "later day"),
        ({"to": "2027-01-12", "reason": "", "words": "Sorry", "agreed": "yes"}, "reason", "Fill this in"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    officer: Visitor, page: str, typed: dict[str, str], field: str, said: str
) -> None:
    officer.open(f"{page}/more-time").fill(typed)
    assert said in officer.error_at(field)


def test_the_clock_stands_still_and_goes_on(officer: Visitor, sign_in: SignIn, page: str, at) -> None:
    officer.open(f"{page}/pause").fill(
        {"why": "awaiting_advocate", "evidence": "Coram Voice", "words": "We wait for your advocate."}
    )
    read_and_send(officer)
    assert "Stands still" in officer.text and "Let it run again" in officer.text
    at(datetime(2026, 12, 22, 12, tzinfo=UTC))
    officer = sign_in()
    read_and_send(officer.open(f"{page}/go-on").fill({"words": "We go on."}))
    assert "2 working days left out" in officer.text and "Due Thursday 7 January" in officer.text


def test_a_mistake_is_undone(app: Flask, officer: Visitor, page: str, made: make.Made) -> None:
    with app.app_context():
        to = date(2027, 1, 12)
        proceeding_clocks.extend(made.id, make.officer().id, to, "Wrong case.", Agreed.NO, "More time.")
    officer.open(f"{page}/mistakes/1").fill({"why": "It was meant for another case."})
    assert "Due Tuesday 5 January" in officer.text and "moved from" not in officer.text


def test_an_answered_case_shows_its_dates_and_no_way_to_move_them(
    app: Flask, officer: Visitor, page: str, made: make.Made
) -> None:
    with app.app_context():
        handling.answer(made.id, make.officer().id, "We agree.")
    assert "Take more time" not in officer.open(page).text and "Done Fri 18 Dec" in officer.text
    officer.open(f"{page}/more-time").fill({"to": "2027-01-12", "reason": "Late.", "words": "Sorry.", "agreed": "no"})
    assert "Somebody else was quicker" in officer.page.get_text()


@pytest.mark.parametrize("role", [Role.INVESTIGATING_OFFICER, Role.ADVOCATE, Role.AUDITOR])
def test_only_the_team_moves_dates(made: make.Made, sign_in: SignIn, role: Role) -> None:
    assert sign_in(role).open(f"/staff/cases/{made.reference}/dates/more-time").answer.status_code in (403, 404)

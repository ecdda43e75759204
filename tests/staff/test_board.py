"""The board: every open answer by how near its day is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_rules import PauseReason
from portal.domain.rag import Band, band
from portal.extensions import db
from portal.records.board import Narrowed, on_board
from portal.records.cases import Case
from portal.records.listing import PAGE
from portal.services import handling, proceeding_clocks
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

NOW = datetime(2026, 12, 3, 12, tzinfo=UTC)
RECEIVED = [date(2026, 10, day) for day in range(26, 31)] + [date(2026, 11, day) for day in range(1, 31)]


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOW)


def shown(officer: Visitor, address: str = "/staff/board") -> list[str]:
    return [link.get_text().replace("-", "") for link in officer.open(address).page.select("tbody th a")]


def test_the_board_says_of_every_case_what_its_clock_says(either_app: Flask, at) -> None:
    with either_app.app_context():
        for day in RECEIVED:
            at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
            made = make.case(received=day)
            if day.day % 7 == 0 and made.case.effective_on == day:
                proceeding_clocks.pause(made.id, make.officer().id, PauseReason.AWAITING_ADVOCATE, "", "We wait.")
        at(NOW)
        found = {case.id: which for which in Band for case in on_board(which, NOW.date(), Narrowed())}
        for case in db.session.query(Case):
            reading = next(one for one in proceeding_clocks.readings(case.id, NOW.date()) if one.latest)
            assert found[case.id] is band(reading), case.received_on
        assert set(found.values()) == set(Band)


def test_what_is_answered_is_not_on_the_board(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(received=date(2026, 11, 17))
        assert shown(officer) == [made.reference]
        handling.answer(made.id, make.officer().id, "We agree.")
    assert shown(officer) == [] and "No open answer is here" in officer.text


def test_it_is_narrowed_to_an_officer_and_turned_round(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        first, second = make.case(received=date(2026, 11, 16)), make.case(received=date(2026, 11, 17))
        kim = make.officer(name="Kim Lee")
        handling.assign(second.id, kim.id, kim.id)
        number = kim.id
    assert shown(officer) == [first.reference, second.reference]
    assert shown(officer, "/staff/board?order=latest") == [second.reference, first.reference]
    assert shown(officer, f"/staff/board?officer={number}") == [second.reference]


def test_the_next_page_goes_on_where_this_one_ends(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = [make.case(received=date(2026, 11, 16)).reference for _ in range(PAGE + 2)]
    first = shown(officer)
    link = officer.page.select_one("a[rel=next]")
    assert link and first + shown(officer, str(link["href"])) == made


def test_a_case_about_the_officer_is_neither_listed_nor_counted(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(name="Kelly Reed")
    with app.app_context():
        make.case(received=date(2026, 11, 17), about=["worker"], named_person="Kelly Reed")
    assert shown(officer) == []
    assert officer.page.select_one(".figures [aria-current] strong").get_text() == "0"


@pytest.mark.parametrize(
    "address", ["?band=purple", "?after=x&from=y", "?officer=²", "?after=1&from=2026-13-01", "?team=none"]
)
def test_a_mangled_address_shows_the_board_all_the_same(officer: Visitor, address: str) -> None:
    assert officer.open(f"/staff/board{address}").answer.status_code == 200


def test_an_auditor_has_no_board(sign_in: SignIn) -> None:
    assert sign_in(Role.AUDITOR).open("/staff/board").answer.status_code == 403

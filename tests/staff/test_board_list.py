"""The week's list: every colour on one page, with the counts of the board, and without what is hidden."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.references import format_reference
from portal.records.listing import PAGE
from portal.services import handling
from portal.staff.board_list import PAGES
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

NOW = datetime(2026, 12, 3, 12, tzinfo=UTC)
LIST = "/staff/board/list"


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOW)


def listed(officer: Visitor, address: str = LIST) -> dict[str, list[str]]:
    """The numbers under each colour."""
    sections = officer.open(address).page.select("section.week")
    return {
        section.find("h2").get_text(strip=True): [link.get_text() for link in section.select("tbody th a")]
        for section in sections
    }


def test_every_colour_stands_on_one_page_the_worst_first_with_the_counts_of_the_board(
    app: Flask, officer: Visitor, at
) -> None:
    with app.app_context():
        for day in (date(2026, 9, 1), date(2026, 11, 19), date(2026, 12, 2)):
            at(datetime.combine(day, NOW.time(), UTC))
            make.case(received=day)
    at(NOW)
    found = listed(officer)
    assert list(found) == ["Beyond the longest time", "Due today or late", "On time"]
    assert "Beyond the longest time: 1, Due today or late: 1, Due soon: 0, On time: 1, Stands still: 0." in officer.text
    assert officer.open("/staff/board").page.select_one(f'main a[href="{LIST}"]')


def test_one_officers_list_says_whose_it_is(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made, other, kit = make.case(), make.case(), make.officer(name="Kit Finch").id
        handling.assign(made.id, kit, kit)
    (numbers,) = listed(officer, f"{LIST}?officer={kit}").values()
    assert numbers == [format_reference(made.reference)]
    assert "with Kit Finch." in officer.text and format_reference(other.reference) not in officer.text


def test_what_may_be_about_the_reader_is_not_listed_and_not_counted(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    with app.app_context():
        about = make.case(about=["worker"], named_person="Lee")
    hidden = format_reference(about.reference)
    assert hidden in officer.open(LIST).text
    assert hidden not in sign_in(name="Lee Wren").open(LIST).text


def test_a_list_that_would_not_end_says_that_it_is_not_all(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        for number in range(PAGES * PAGE + 1):
            make.case(received=NOW.date() - timedelta(days=number % 2))
    (numbers,) = listed(officer).values()
    assert len(set(numbers)) == PAGES * PAGE and "More are on the board" in officer.text


def test_who_has_no_board_has_no_list(sign_in: SignIn) -> None:
    assert sign_in(Role.AUDITOR).open(LIST).answer.status_code == 403

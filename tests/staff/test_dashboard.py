"""The dashboard: what came in by week, what is open by stage and colour as on the board, and who sees it."""

from __future__ import annotations

import time_machine
from bs4 import Tag
from flask import Flask

from portal import clock
from portal.domain.access import Role
from portal.domain.rag import Band
from portal.records.board import Narrowed, first_of_bands
from portal.records.dashboard import OTHER, open_by_stage
from tests import makers as make
from tests.services.desk import MONDAY, Desk
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


def figures(officer: Visitor, id_: str) -> dict[str, list[str]]:
    """The rows of one table of the dashboard."""
    region = officer.page.select_one(f'section[aria-labelledby="table-{id_}"]')
    assert isinstance(region, Tag), id_
    lines = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in region.select("tbody tr")]
    return {line[0]: line[1:] for line in lines}


def test_the_reports_page_begins_with_how_things_are_now(app: Flask, sign_in: SignIn) -> None:
    with time_machine.travel(MONDAY, tick=False) as moment:
        with app.app_context():
            Desk().taken_on()
            make.case()
        moment.shift(7 * 24 * 3600)
        with app.app_context():
            make.case()
        officer = sign_in().open("/staff/reports")
        weeks = figures(officer, "received-by-week")
        assert (weeks["Week of 30 November"], weeks["Week of 7 December"], weeks["Total"]) == (["2"], ["1"], ["3"])
        stages = figures(officer, "open-by-stage")
        assert stages["Stage 1"] != ["0"] * 5 and stages["Stage 2"] == ["0"] * 5
        assert sum(map(int, stages["Anything else, such as new or on hold"])) == 2
        pictures = officer.page.select("main svg")
        assert pictures and all(one.title and one.find("desc") for one in pictures)
        assert "Now:" not in officer.open("/staff/reports?year=2031-32").text


def test_stages_and_colours_add_up_to_the_board_on_both_engines(either_app: Flask) -> None:
    with either_app.app_context(), time_machine.travel(MONDAY, tick=False) as moment:
        Desk().taken_on()
        answered = Desk()
        answered.taken_on()
        answered.answered()
        make.case()
        for days in (0, 8, 10, 20):
            moment.shift(days * 24 * 3600)
            today = clock.today()
            found = open_by_stage(today)
            for band, numbers in first_of_bands(today, Narrowed()).items():
                here = sorted(number for (_stage, colour), some in found.items() if colour is band for number in some)
                assert here == sorted(numbers), band
        assert {stage for stage, _band in found} == {"S1", OTHER} and Band.BEYOND in {band for _stage, band in found}


def test_what_may_be_about_an_officer_is_not_in_their_count(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        make.case(worker="Rowan Carter")
        make.case()
    theirs = sign_in(Role.COMPLAINTS_MANAGER, name="Rowan Carter").open("/staff/reports")
    assert sum(map(int, figures(theirs, "open-by-stage")["Anything else, such as new or on hold"])) == 1

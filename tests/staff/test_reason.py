"""Opening a case that somebody else looks after: asked once a day, told to the data protection officer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.concerns import CaseTeam
from portal.services import handling
from portal.services.case_writing import by_team, changing
from portal.services.officers import all_officers
from tests import makers as make
from tests.application import NOON
from tests.services.desk import Desk
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

ASKS = "Why do you open"
BECAUSE = "I stand in for Sam, who is away."


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def somebody_elses(app: Flask) -> str:
    """The number of a case that another officer looks after."""
    with app.app_context():
        made = make.case(story="Nobody asked me.", name="Jay")
        handling.acknowledge(made.id, make.officer(name="Sam Reed").id, "We have it.")
        return made.reference


def number_of(name: str) -> int:
    return next(one.id for one in all_officers() if one.name == name)


def test_a_case_of_somebody_else_asks_why_and_shows_nothing_of_it_before(officer: Visitor, somebody_elses: str) -> None:
    officer.open(f"/staff/cases/{somebody_elses}")
    assert officer.heading.startswith(ASKS)
    assert "Nobody asked me" not in officer.text and "Jay" not in officer.text
    officer.fill({"words": "..."})
    assert "Write in a few words" in officer.error_at("words")
    officer.fill({"words": BECAUSE})
    assert "Nobody asked me." in officer.text


def test_the_page_that_was_asked_for_comes_after_the_reason(officer: Visitor, somebody_elses: str) -> None:
    asked = f"/staff/cases/{somebody_elses}/note?begin=holding"
    officer.open(asked)
    assert officer.heading.startswith(ASKS)
    assert officer.fill({"words": BECAUSE}).heading == "Add a note for the team"
    assert officer.address == asked


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/staff/cases/22222222/note",
        "/staff/cases/{0}//evil",
        "/staff/",
        "\\x",
    ],
)
def test_no_other_page_comes_after_it(officer: Visitor, somebody_elses: str, elsewhere: str) -> None:
    page = f"/staff/cases/{somebody_elses}"
    officer.client.get(page)
    officer.open(f"{page}/why?next={elsewhere.format(somebody_elses)}").fill({"words": BECAUSE})
    assert officer.address == page


def test_it_is_asked_once_a_day(officer: Visitor, somebody_elses: str, at) -> None:
    page = f"/staff/cases/{somebody_elses}"
    officer.open(page).fill({"words": BECAUSE})
    assert not officer.open(f"{page}/note").heading.startswith(ASKS)
    at(NOON + timedelta(minutes=25))
    assert not officer.open(page).heading.startswith(ASKS)
    at(NOON + timedelta(hours=13))
    with officer.client.application.app_context():
        make.signed_in(officer.client.application, all_officers()[0].id, officer.client)
    assert officer.open(page).heading.startswith(ASKS)


def test_nothing_can_be_done_to_the_case_before(app: Flask, officer: Visitor, somebody_elses: str) -> None:
    officer.open("/staff/")
    token = officer.page.select_one("[name=csrf_token]")["value"]
    page = f"/staff/cases/{somebody_elses}/note"
    answer = officer.client.post(page, data={"text": "Hello", "csrf_token": token})
    assert answer.location.endswith("/why")
    with app.app_context():
        from portal.records.cases import case_by_reference
        from portal.records.timeline import timeline_of

        found = case_by_reference(somebody_elses)
        assert found is not None
        assert Happening.NOTE not in [line.happening for line in timeline_of(found.id)]


def test_the_data_protection_officer_reads_the_reason(officer: Visitor, sign_in: SignIn, somebody_elses: str) -> None:
    officer.open(f"/staff/cases/{somebody_elses}").fill({"words": BECAUSE})
    watcher = sign_in(Role.DATA_PROTECTION_OFFICER).open("/staff/audit?deed=said_why")
    assert BECAUSE in watcher.text and f"{somebody_elses[:4]}-{somebody_elses[4:]}" in watcher.text


def test_whoever_it_is_about_is_not_asked_because_there_is_no_such_case(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        made = make.case(about=["worker"], named_person="Kelly Ash")
        handling.assign(made.id, make.officer().id, make.officer().id)
    kelly = sign_in(name="Kelly Ash")
    assert kelly.client.get(f"/staff/cases/{made.reference}").status_code == 404
    assert kelly.client.get(f"/staff/cases/{made.reference}/why").status_code == 404


def test_the_ordinary_work_of_a_desk_is_never_asked_why(app: Flask, sign_in: SignIn) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        new, own, done = make.case(), make.case(), make.case()
        handling.assign(own.id, number_of("Lee Wren"), number_of("Lee Wren"))
        handling.answer(done.id, number_of("Lee Wren"), "We are sorry.")
    for made in (new, own, done):
        assert not lee.open(f"/staff/cases/{made.reference}").heading.startswith(ASKS)


def test_handing_a_case_over_does_not_shut_the_door_behind_one(app: Flask, sign_in: SignIn) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        made, taker = make.case(), make.officer(name="Sam Reed").id
    page = f"/staff/cases/{made.reference}"
    lee.open(page)
    lee.open(f"{page}/assign").fill({"officer": str(taker)})
    assert lee.address == page and "With Sam Reed" in lee.text


def test_a_case_about_ones_own_team_is_ones_own_work(app: Flask, sign_in: SignIn, somebody_elses: str) -> None:
    lee = sign_in(Role.TEAM_MANAGER, name="Lee Wren")
    page = f"/staff/cases/{somebody_elses}"
    assert lee.open(page).heading.startswith(ASKS)
    with app.app_context():
        from portal.records.cases import case_by_reference

        found = case_by_reference(somebody_elses)
        assert found is not None
        with changing(found.id) as case:
            db.session.add(CaseTeam(case_id=case.id, team="care", primary=True))
            by_team(case, Happening.TEAMS_SET, number_of("Lee Wren"))
        next(one for one in all_officers() if one.name == "Lee Wren").teams = ["care"]
        db.session.commit()
    assert not lee.open(page).heading.startswith(ASKS)


def test_a_senior_manager_is_asked_until_there_is_an_answer_to_sign(app: Flask, sign_in: SignIn) -> None:
    senior = sign_in(Role.SENIOR_MANAGER, name="Ada Lark")
    with app.app_context():
        desk = Desk()
        desk.taken_on()
        page = f"/staff/cases/{desk.made.reference}"
    assert senior.open(page).heading.startswith(ASKS)
    with app.app_context():
        desk.do(desk.team, "draft")
    assert not senior.open(page).heading.startswith(ASKS)

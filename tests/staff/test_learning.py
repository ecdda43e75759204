"""Learning on the pages: actions, reviews, what the person is told, and the list of what is open."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from flask import Flask

from portal.records.learning import PAGE, corrective_of
from portal.services.learning import Learned, learn
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import opened
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor

ACTION = {
    "issue": "Letters went out late",
    "lessons": "Nobody watched the tray",
    "action": "One person watches it",
    "owner_role": "Team manager",
}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(name="Kit", contact_way="email", email="kit@home.example")


def of(made: make.Made, page: str = "") -> str:
    return f"/staff/cases/{made.reference}/learning{page}"


def the_action(officer: Visitor, made: make.Made, what: str = "Look at it again") -> str:
    officer.open(of(made))
    return next(str(link["href"]) for link in officer.page.select("main a") if link.get_text() == what)


def test_an_action_is_followed_until_something_shows_that_it_is_done(officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "/new"), **ACTION, due_on="2027-01-04")
    assert "One person watches it Agreed On time" in officer.text and "All teams" not in officer.text
    review = the_action(officer, made)
    send(officer, review, status="done", words="It works.")
    assert "what shows that it is done" in officer.text
    send(officer, review, status="in_progress", words="Begun.", due_on="2026-12-04")
    assert "Being done Due soon" in officer.text and "Thu 3 Dec: Begun." in officer.text
    send(officer, review, status="done", words="It works.", evidence="No late letter in March.")
    assert (
        "One person watches it Done Team" not in officer.text and "Shown by: No late letter in March." in officer.text
    )
    assert "Begun." in officer.text and "It works." in officer.text
    assert "One person watches it" not in officer.open("/staff/learning").text


def test_the_person_is_told_once_what_changed_because_of_them(app: Flask, officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "/new"), **ACTION, due_on="2027-01-04")
    tell = the_action(officer, made, "Tell the person what changed")
    send(officer, tell, words="We now send letters on time.")
    assert "who agreed" in officer.text
    send(officer, tell, words="We now send letters on time.", agreed_by="Team manager")
    assert "The person was told: We now send letters on time. (agreed by Team manager)" in officer.text
    person = opened(app, made)
    changed = person.page.find(id="changes")
    assert changed and changed.get_text() == "What changed because of you"
    assert "We now send letters on time." in person.text and "We told you what changed because of you" in person.text
    assert "Letters went out late" not in person.text
    send(officer, tell, words="Again.", agreed_by="Team manager")
    assert "told already" in officer.text


def test_whether_an_answer_named_something_to_put_right_has_three_answers_for_each_stage(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "/corrective"), stage="1", answer="not_stated")
    send(officer, of(made, "/corrective"), stage="2", answer="yes")
    send(officer, of(made, "/corrective"), stage="1", answer="no")
    with app.app_context():
        assert corrective_of(made.id) == {1: "no", 2: "yes"}


def test_what_is_overdue_stands_first_and_one_teams_list_has_what_is_for_all(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    with app.app_context():
        who = make.officer().id
        for action, team, due in (
            ("Gamma", "fostering", date(2027, 2, 1)),
            ("Alpha", "fostering", date(2026, 11, 2)),
            ("Beta", "all", date(2026, 12, 4)),
            ("Delta", "leaving_care", date(2026, 12, 1)),
        ):
            learn(made.id, who, Learned(1, "Issue", "", action, team, "Manager", due))
    shown = officer.open("/staff/learning?team=fostering").text
    assert [word for word in re.findall(r"\w+", shown) if word in {"Alpha", "Beta", "Gamma", "Delta"}] == [
        "Alpha",
        "Beta",
        "Gamma",
    ]
    assert "Alpha Agreed Due or overdue" in shown


def test_the_list_goes_on_for_as_many_pages_as_there_are_and_repeats_nothing(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    with app.app_context():
        who = make.officer().id
        for number in range(PAGE + 3):
            due = date(2026, 12, 7) + timedelta(days=number % 2)
            learn(made.id, who, Learned(1, "Issue", "", f"Action-{number}-", "all", "Manager", due))
    seen = re.findall(r"Action-(\d+)-", officer.open("/staff/learning").text)
    onward = officer.page.select_one("a[rel=next]")
    assert onward is not None
    seen += re.findall(r"Action-(\d+)-", officer.open(str(onward["href"])).text)
    assert sorted(map(int, seen)) == list(range(PAGE + 3))
    assert officer.page.select_one("a[rel=next]") is None


def test_learning_from_a_case_that_may_be_about_the_officer_is_hidden_from_them(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Lee")
    send(officer, of(made, "/new"), **ACTION, due_on="2027-01-04")
    assert "One person watches it" in officer.open("/staff/learning").text
    assert "One person watches it" not in lee.open("/staff/learning").text
    assert lee.open(of(made)).answer.status_code == 404


@pytest.mark.parametrize("junk", ["?after=x&from=y", "?after=1&from=2026-99-99", "?team=nobody"])
def test_a_broken_address_is_the_first_page(officer: Visitor, junk: str) -> None:
    assert officer.open(f"/staff/learning{junk}").answer.status_code == 200

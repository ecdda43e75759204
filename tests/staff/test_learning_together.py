"""One learning action from several cases: shown on each, told to each person, and never telling of a hidden case."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.dataset.files import FILES
from portal.domain.references import format_reference
from portal.records.dataset import rows_in
from portal.services.accounting import bring_up_to_date
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import opened
from tests.staff.conftest import SignIn
from tests.staff.paperwork import press, send
from tests.staff.test_learning import ACTION, of, the_action
from tests.visitor import Visitor

CHANGED = "We now send letters on time."
ALREADY = "It taught an action that is there already"


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def two(app: Flask, officer: Visitor) -> tuple[make.Made, make.Made]:
    """Two cases; the first taught an action, and the second one too."""
    with app.app_context():
        first, second = make.case(name="Kit"), make.case(name="Ash")
    send(officer, of(first, "/new"), **ACTION, due_on="2027-01-04")
    assert ALREADY not in officer.open(of(first)).text, "there is no other action to pick"
    assert ALREADY in officer.open(of(second)).text
    send(officer, of(second, "/also"))
    return first, second


def test_each_of_its_cases_shows_the_action_and_a_look_from_one_is_seen_in_the_other(
    officer: Visitor, two: tuple[make.Made, make.Made]
) -> None:
    first, second = two
    send(officer, the_action(officer, second), status="in_progress", words="Begun.", due_on="2026-12-04")
    for case, other in (two, two[::-1]):
        officer.open(of(case))
        assert "One person watches it Being done" in officer.text and "Thu 3 Dec: Begun." in officer.text
        assert f"Learned from {format_reference(other.reference)} too." in officer.text
    listed = officer.open("/staff/learning").text
    assert f"{format_reference(first.reference)}, {format_reference(second.reference)}: One person watches it" in listed


def test_the_person_of_each_case_is_told_once_with_the_same_words_at_hand(
    app: Flask, officer: Visitor, two: tuple[make.Made, make.Made]
) -> None:
    tell = "Tell the person what changed"
    send(officer, the_action(officer, two[0], tell), words=CHANGED, agreed_by="Team manager")
    assert "What changed because of you" not in opened(app, two[1]).text
    officer.open(the_action(officer, two[1], tell))
    assert CHANGED in str(officer.form), "what the first was told is there to be sent again"
    officer.fill({})
    for case in two:
        person = opened(app, case)
        assert "What changed because of you" in person.text and CHANGED in person.text
        assert not [link for link in officer.open(of(case)).page.select("main a") if link.get_text() == tell]


def test_a_link_made_by_mistake_is_taken_back_until_the_person_was_told(
    officer: Visitor, two: tuple[make.Made, make.Made]
) -> None:
    first, second = two
    assert "It was not learned here" not in officer.open(of(first)).text, "it was written down there"
    press(officer, of(second), "It was not learned here")
    assert "One person watches it" not in officer.open(of(second)).text
    assert "too." not in officer.open(of(first)).text
    send(officer, of(second, "/also"))
    send(officer, the_action(officer, second, "Tell the person what changed"), words=CHANGED, agreed_by="Team manager")
    assert "It was not learned here" not in officer.open(of(second)).text


def test_who_may_not_know_of_one_case_sees_the_action_without_it(
    app: Flask, officer: Visitor, sign_in: SignIn, two: tuple[make.Made, make.Made]
) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        about_lee, fresh = make.case(about=["worker"], named_person="Lee"), make.case()
    send(officer, of(about_lee, "/also"))
    hidden = format_reference(about_lee.reference)
    assert hidden in officer.open("/staff/learning").text and hidden in officer.open(of(two[0])).text
    for page in ("/staff/learning", of(two[0]), of(two[1]), of(fresh, "/also")):
        seen = lee.open(page).text
        assert "One person watches it" in seen and hidden not in seen
    send(officer, of(about_lee, "/new"), **{**ACTION, "action": "Only Lee’s"}, due_on="2027-01-04")
    for page in ("/staff/learning", of(fresh, "/also")):
        assert "Only Lee’s" not in lee.open(page).text, "an action of hidden cases alone is not there"


def test_the_dataset_names_every_case_of_an_action(app: Flask, two: tuple[make.Made, make.Made]) -> None:
    with app.app_context():
        bring_up_to_date()
        (row,) = rows_in(FILES["actions"])
    assert row["references"] == tuple(sorted(case.reference for case in two))

"""What a case is about, on the pages: concerns, outcomes, the statement, teams and linked cases."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.findings import Outcome
from portal.records.concerns import concerns_of, outcomes_of, teams_of
from portal.services import handling
from portal.services.concerns import Head, add
from portal.services.deciding import undecided, whole
from portal.services.officers import all_officers
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import press, send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(name="Kit")


@pytest.fixture
def two(app: Flask, made: make.Made) -> make.Made:
    """A case with two concerns."""
    with app.app_context():
        who = make.officer().id
        add(made.id, who, Head("They moved my meeting.", "communication"))
        add(made.id, who, Head("My room is cold.", "environment", team="fostering"))
    return made


def of(made: make.Made, page: str = "concerns") -> str:
    return f"/staff/cases/{made.reference}/{page}"


def test_a_concern_is_written_down_in_the_persons_words_and_the_first_is_the_primary_one(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "concerns/new"), words="", about="communication")
    assert "own words" in officer.error_at("words")
    send(officer, of(made, "concerns/new"), words="Nobody rang me back.", about="communication", team="leaving_care")
    send(officer, of(made, "concerns/new"), words="My room is cold.", about="environment")
    assert [quote.get_text() for quote in officer.page.select("blockquote")] == [
        "Nobody rang me back.",
        "My room is cold.",
    ]
    assert "Concern 1 Primary" in officer.text and "Concern 2 Primary" not in officer.text
    with app.app_context():
        assert [(one.category, one.team, one.primary) for one in concerns_of(made.id)] == [
            ("communication", "leaving_care", True),
            ("environment", None, False),
        ]
        assert b"rang" not in concerns_of(made.id)[0].body


def test_there_is_always_exactly_one_primary_concern(app: Flask, officer: Visitor, two: make.Made) -> None:
    press(officer, of(two), "Make it the primary one")
    with app.app_context():
        assert [one.primary for one in concerns_of(two.id)] == [False, True]
    send(officer, of(two, "concerns/2/split"), first="My room is cold.", second="The window is broken.")
    with app.app_context():
        assert [(one.number, one.primary, one.team) for one in concerns_of(two.id)] == [
            (1, False, None),
            (3, True, "fostering"),
            (4, False, "fostering"),
        ]
        assert [one.number for one in concerns_of(two.id, ended=True)] == [1, 2, 3, 4]
    send(officer, of(two, "concerns/1/merge"), others=["3", "4"])
    with app.app_context():
        (left,) = concerns_of(two.id)
        assert left.primary and left.words == "They moved my meeting.\n\nMy room is cold.\n\nThe window is broken."
    assert "Concern 3 and 4 into 1" in officer.open(f"/staff/cases/{two.reference}").text


def test_a_split_needs_two_parts_and_a_merge_another_concern(officer: Visitor, two: make.Made) -> None:
    send(officer, of(two, "concerns/1/split"))
    assert "at least two" in officer.error_at("first")
    send(officer, of(two, "concerns/1/merge"))
    assert "at least one other" in officer.text


def test_each_concern_has_its_outcome_at_each_stage_and_the_whole_follows(
    app: Flask, officer: Visitor, two: make.Made
) -> None:
    send(officer, of(two, "outcomes/1"), concern_1="upheld")
    assert "Outcome of Stage 1 Open" in officer.text
    with app.app_context():
        assert undecided(two.id, 1) == [2]
    send(officer, of(two, "outcomes/1"), concern_2="not_upheld")
    assert "Outcome of Stage 1 Partly upheld Follows from the concerns" in officer.text
    send(officer, of(two, "outcomes/2"), concern_1="upheld", concern_2="upheld")
    with app.app_context():
        found = outcomes_of(two.id)
        assert sorted((stage, code) for (_, stage), code in found.items()) == [
            (1, "not_upheld"),
            (1, "upheld"),
            (2, "upheld"),
            (2, "upheld"),
        ]
    assert "Stage 1, concern 2: Not upheld" in officer.open(f"/staff/cases/{two.reference}").text


def test_the_whole_is_set_by_hand_only_with_a_reason_and_can_follow_again(
    app: Flask, officer: Visitor, two: make.Made
) -> None:
    send(officer, of(two, "outcomes/1"), concern_1="upheld", concern_2="not_upheld")
    send(officer, of(two, "outcomes/1/whole"), outcome="upheld", reason="")
    assert "Write why" in officer.error_at("reason")
    send(officer, of(two, "outcomes/1/whole"), outcome="upheld", reason="The second one is small.")
    assert "Set by hand: The second one is small." in officer.text
    press(officer, of(two), "Let it follow from the concerns")
    with app.app_context():
        found = whole(two.id, 1)
        assert found and found.outcome is Outcome.PARTLY_UPHELD


def test_a_concern_with_an_outcome_cannot_be_merged_away(app: Flask, officer: Visitor, two: make.Made) -> None:
    send(officer, of(two, "outcomes/1"), concern_2="upheld")
    send(officer, of(two, "concerns/1/merge"), others=["2"])
    assert "has an outcome already" in officer.text
    with app.app_context():
        assert len(concerns_of(two.id)) == 2


def test_a_new_version_of_the_statement_leaves_the_old_one_and_needs_a_new_agreement(
    officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "statement"), words="I want my meeting back.")
    send(officer, of(made, "statement/agree"), on="2026-12-04")
    assert "cannot lie ahead" in officer.error_at("on")
    send(officer, of(made, "statement/agree"), on="2026-12-03")
    assert "Version 1 Agreed Thu 3 Dec" in officer.text
    send(officer, of(made, "statement"), words="I want my meeting back, and sorry.")
    assert "Version 2 Not agreed" in officer.text and "Version 1 Agreed Thu 3 Dec" in officer.text


def test_a_shared_complaint_is_counted_by_one_team(app: Flask, officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "teams"), primary="leaving_care", sharing=["fostering", "leaving_care"])
    assert "Leaving care Counts it" in officer.text and "Fostering Shares it" in officer.text
    with app.app_context():
        assert [row.team for row in teams_of(made.id) if row.primary] == ["leaving_care"]


def test_brothers_and_sisters_are_linked_on_both_pages_once(app: Flask, officer: Visitor, made: make.Made) -> None:
    with app.app_context():
        other = make.case()
    for wrong in ("nonsense", made.reference):
        send(officer, of(made, "link"), number=wrong, kind="siblings")
        assert officer.error_at("number")
    send(officer, of(made, "link"), number=other.reference, kind="siblings")
    assert "About brothers or sisters" in officer.text
    assert "About brothers or sisters" in officer.open(of(other)).text
    send(officer, of(other, "link"), number=made.reference, kind="siblings")
    assert "linked already" in officer.error_at("number")


def test_a_linked_case_that_may_be_about_the_officer_does_not_exist_for_them(
    app: Flask, officer: Visitor, sign_in: SignIn, made: make.Made
) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        about_lee = make.case(about=["worker"], named_person="Lee")
    send(officer, of(made, "link"), number=about_lee.reference, kind="same_matter")
    shown = f"{about_lee.reference[:4]}-{about_lee.reference[4:]}"
    assert shown in officer.text
    assert shown not in lee.open(of(made)).text
    assert lee.open(of(about_lee)).answer.status_code == 404
    with app.app_context():
        third = make.case()
    send(lee, of(third, "link"), number=about_lee.reference, kind="same_matter")
    assert "There is no case with this number" in lee.error_at("number")


def test_an_investigator_writes_concerns_of_their_own_case_and_decides_none(
    app: Flask, sign_in: SignIn, made: make.Made
) -> None:
    investigator = sign_in(Role.INVESTIGATING_OFFICER, name="Ira Crane")
    assert investigator.open(of(made)).answer.status_code == 404
    with app.app_context():
        ira = next(one.id for one in all_officers() if one.name == "Ira Crane")
        handling.assign(made.id, make.officer().id, ira)
    send(investigator, of(made, "concerns/new"), words="They moved my meeting.", about="communication")
    assert "Record what was found" not in investigator.text
    assert investigator.open(of(made, "outcomes/1")).answer.status_code == 403


@pytest.mark.parametrize("page", ["concerns/9", "concerns/9/split", "outcomes/1", "outcomes/7", "outcomes/1/whole"])
def test_what_is_not_there_is_not_found(officer: Visitor, made: make.Made, page: str) -> None:
    assert officer.open(of(made, page)).answer.status_code == 404

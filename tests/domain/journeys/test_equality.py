"""The questions about oneself: six for a child, GOV.UK's for an adult, ethnic groups in two steps, none needed."""

from __future__ import annotations

import pytest

from portal.domain.children import Ethnicity, Missing
from portal.domain.journeys.equality import (
    ABOUT_A_CHILD,
    ABOUT_AN_ADULT,
    EQUALITY,
    FOLLOWS,
    INVITED,
    LINK,
    ethnicity,
    group_of,
)
from portal.domain.journeys.pages import Field, Journey, Reader

RATHER_NOT = Missing.PREFER_NOT_TO_SAY.value
BOTH = pytest.mark.parametrize("journey", [ABOUT_A_CHILD, ABOUT_AN_ADULT], ids=lambda one: one.code)


@BOTH
def test_every_group_is_asked_for_in_two_steps_and_leads_to_its_own_list(journey: Journey) -> None:
    first = next(page for page in journey.pages if page.slug == "4").questions[0]
    groups = [option.code for option in first.options]
    assert groups == ["white", "mixed", "asian", "black", "other", RATHER_NOT]
    listed: list[str] = []
    for number, group in enumerate(groups[:-1], start=1):
        page = journey.page(f"4{number}")
        assert page is not None and page.shown({"ethnic_group": group}) and not page.shown({"ethnic_group": "nobody"})
        (question,) = page.questions
        assert {group_of(Ethnicity(option.code)) for option in question.options} == {group}
        assert question.field is Field.CHOICE and question.key == f"ethnicity_{group}"
        listed += [option.code for option in question.options]
    assert sorted(listed) == sorted(word.value for word in Ethnicity)


@BOTH
def test_nothing_is_needed_everything_can_be_refused_and_only_the_report_reads_it(journey: Journey) -> None:
    for question in journey.questions():
        assert not question.required and question.readers == (Reader.REPORT,) and question.why, question.key
        if question.field is Field.CHOICE and not question.key.startswith("ethnicity_"):
            assert RATHER_NOT in {option.code for option in question.options}, question.key
    assert journey.apart and journey.sends.folded and not journey.sends.passed_on


def test_what_is_harder_is_asked_after_a_yes_alone() -> None:
    for journey in EQUALITY.values():
        page = journey.page("3b")
        assert page is not None and page.shown({"disabled": "yes"}) and not page.shown({"disabled": "no"})
        (question,) = page.questions
        assert (question.key, question.field) == ("impairments", Field.TICKS)


def test_a_child_is_asked_six_things_and_neither_gender_identity_nor_orientation() -> None:
    always = [page.slug for page in ABOUT_A_CHILD.pages if not page.only]
    assert always == ["1", "2", "3", "4", "5", "6"]
    asked = {question.key for question in ABOUT_A_CHILD.questions()}
    assert {"age_band", "sex", "disabled", "ethnic_group", "religion", "main_language"} <= asked
    assert not {"gender_same", "orientation"} & asked
    assert {"gender_same", "orientation"} <= {question.key for question in ABOUT_AN_ADULT.questions()}


@BOTH
def test_putting_answers_with_a_complaint_is_asked_last_and_not_of_whoever_came_with_a_code(journey: Journey) -> None:
    last = journey.pages[-1]
    link = last.questions[-1]
    assert (last.slug, link.key, link.field) == ("6", LINK, Field.TICKS)
    assert [option.code for option in link.options] == ["yes"]
    assert link.asked({}) and not link.asked({INVITED: "f"})
    assert last.questions[0].max_length == 40


@pytest.mark.parametrize(
    ("answers", "group"),
    [
        ({}, None), ({"ethnic_group": ""}, None), ({"ethnic_group": RATHER_NOT}, RATHER_NOT),
        ({"ethnic_group": "white"}, None), ({"ethnic_group": "white", "ethnicity_white": "white_roma"}, "white_roma"),
        ({"ethnic_group": "black", "ethnicity_white": "white_roma"}, None), ({"ethnic_group": ["white"]}, None),
    ],
)  # fmt: skip
def test_a_group_is_known_once_both_steps_are_answered(answers: dict[str, str], group: str | None) -> None:
    assert (ethnicity(answers) or None) == group


def test_the_questions_follow_the_receipts_of_those_who_speak_for_themselves() -> None:
    assert {journey: after.code for journey, after in FOLLOWS.items()} == {
        "young_person": "about_a_child", "easy": "about_a_child", "adult": "about_an_adult",
    }  # fmt: skip
    assert group_of(Ethnicity.ARAB) == "other"

"""Pictures and short words: what it asks, in which order, and what its answers mean to the rules."""

from datetime import UTC, date, datetime

import pytest

from portal.domain.journeys import JOURNEYS, meant
from portal.domain.journeys.choices import LEAVER_ABOUT, YOUNG_ABOUT
from portal.domain.journeys.pages import Answers, Field, Question
from portal.domain.journeys.validation import faults
from portal.domain.submissions import Submission, freeze, safe_contact, topics_of
from portal.domain.words import ContactWay

EASY = JOURNEYS["easy"]
PICKED = {Field.TICKS, Field.CHOICE}


def slugs(answers: Answers) -> list[str]:
    return [page.slug for page in EASY.route("full", answers)]


def question(key: str) -> Question:
    return next(one for one in EASY.questions() if one.key == key)


def sent(answers: Answers) -> Submission:
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    return freeze(
        EASY, answers, way="full", variant="", language="en", received_at=moment, received_on=date(2026, 11, 21)
    )


def test_there_are_eight_questions_and_two_have_to_be_answered() -> None:
    assert slugs({}) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert [page.slug for page in EASY.route("full", {}) if faults(page, {})] == ["4", "7"]


def test_whoever_is_scared_is_asked_at_once_if_they_are_safe_and_given_numbers_to_call() -> None:
    assert slugs({"feelings": ["sad"]})[1:4] == ["2", "3", "4"]
    assert slugs({"feelings": ["sad", "scared"]})[1:4] == ["2", "5", "3"]
    assert slugs({"feelings": ["scared"], "safe": "no"}) == ["1", "2", "5", "5b", "3", "4", "6", "7", "8"]
    assert slugs({"safe": "unsure"})[4:7] == ["5", "5b", "6"]


@pytest.mark.parametrize("given", [{"feelings": ["sad"]}, {"about": ["home"]}, {"story": "No"}, {"files": ["photo-1"]}])
def test_a_picture_a_word_or_a_file_is_enough(given: Answers) -> None:
    page = next(page for page in EASY.pages if page.slug == "4")
    assert faults(page, given) == {}


def test_nothing_at_all_is_told_kindly_and_the_second_time_in_other_words() -> None:
    page = next(page for page in EASY.pages if page.slug == "4")
    first, second = faults(page, {}), faults(page, {}, before={"story.empty"})
    assert first == {"story": "Pick a picture, or tell us one thing."}
    assert second.keys() == {"story"} and second != first


def test_everything_to_pick_is_a_picture_with_a_word() -> None:
    picked = [one for one in EASY.questions() if one.field in PICKED]
    assert [(one.key, option.code) for one in picked for option in one.options if not option.picture] == []
    assert all(len({option.picture for option in one.options}) == len(one.options) for one in picked)


def test_a_topic_counts_as_the_one_the_form_in_words_has() -> None:
    known = {option.code for option in (*YOUNG_ABOUT, *LEAVER_ABOUT)}
    assert {meant("about", option.code) for option in question("about").options} <= known
    assert topics_of({"about": ["friends", "treated"]}) == {"family", "treated"}


@pytest.mark.parametrize(
    ("code", "way"),
    [
        ("in_person", ContactWay.IN_PERSON),
        ("call", ContactWay.CALL),
        ("carer", ContactWay.TRUSTED),
        ("teacher", ContactWay.TRUSTED),
        ("advocate", ContactWay.TRUSTED),
        ("letter", ContactWay.LETTER),
        ("code_only", ContactWay.CODE_ONLY),
    ],
)
def test_one_choice_says_how_the_child_may_be_reached(code: str, way: ContactWay) -> None:
    found = safe_contact({"contact_way": code, "trusted_name": "Mrs Khan"})
    assert found.way is way
    assert not found.may_say_who and not found.may_leave_message
    assert found.detail("trusted_who") == (code if way is ContactWay.TRUSTED else "")


def test_every_way_to_be_reached_is_tried_above() -> None:
    assert len(question("contact_way").options) == 7


@pytest.mark.parametrize(
    ("helper", "alone"), [("carer", True), ("worker", True), ("advocate", False), ("parent", False), ("", False)]
)
def test_a_child_helped_by_carer_or_social_worker_is_to_be_heard_alone(helper: str, alone: bool) -> None:
    assert sent({"who": "grown_up", "helper": helper, "feelings": ["sad"]}).hear_alone is alone


def test_a_helper_the_child_took_back_does_not_count() -> None:
    assert not sent({"who": "me", "helper": "worker", "feelings": ["sad"]}).hear_alone


def test_not_safe_and_not_sure_are_urgent() -> None:
    assert sent({"safe": "no"}).urgent and sent({"safe": "unsure"}).urgent
    assert not sent({"safe": "yes"}).urgent

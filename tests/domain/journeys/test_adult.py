"""The adult's journey: how much it asks, where each answer leads, and its two shorter ways."""

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answers

JOURNEY = JOURNEYS["adult"]
CHILD: Answers = {"children": [{"first_name": "Sam", "last_name": "", "age": "9"}]}


def slugs(way: str, answers: Answers) -> list[str]:
    return [page.slug for page in JOURNEY.route(way, answers)]


def asked(way: str, answers: Answers) -> list[str]:
    return [
        question.key for page in JOURNEY.route(way, answers) for question in page.questions if question.asked(answers)
    ]


def test_an_adult_is_asked_at_most_thirteen_pages_of_which_three_need_an_answer() -> None:
    route = JOURNEY.route("full", CHILD)
    assert [page.slug for page in route] == [str(number) for number in range(1, 14)]
    needing = [page.slug for page in route if any(q.required and q.asked(CHILD) for q in page.questions)]
    assert needing == ["1", "6", "12"]


def test_a_complaint_about_a_service_is_not_asked_what_the_child_thinks() -> None:
    assert "3" not in slugs("full", {})
    assert "3" not in slugs("full", {"children": []})
    assert "4" in slugs("full", {})


@pytest.mark.parametrize("danger", ["yes", "worried"])
def test_danger_shows_who_can_help_straight_after(danger: str) -> None:
    route = slugs("full", {"danger": danger})
    assert route[route.index("11") + 1] == "11b"
    assert "11b" not in slugs("full", {"danger": "no"})


def test_a_court_and_a_professional_are_told_something_and_stopped_by_nothing() -> None:
    for slug, answers in (("4", {"court": "yes"}), ("1", {"relationship": "professional"})):
        page = JOURNEY.page(slug)
        assert page is not None
        assert page.note is not None
        assert any(condition.holds(answers) for condition in page.note_when)
        assert len(slugs("full", answers)) == len(slugs("full", {}))


def test_older_events_may_be_explained_by_anyone() -> None:
    assert "why_later" in asked("full", {})


def test_who_told_us_before_is_asked_whom() -> None:
    assert "told_before_who" in asked("full", {"told_before": "waiting"})
    assert "told_before_who" not in asked("full", {"told_before": "no"})


@pytest.mark.parametrize(
    ("way", "needed"), [("email", "email"), ("call", "phone"), ("letter", "address"), ("code_only", None)]
)
def test_a_name_and_one_way_to_be_reached_are_needed(way: str, needed: str | None) -> None:
    page = JOURNEY.page("12")
    assert page is not None
    required = [q.key for q in page.questions if q.required and q.asked({"contact_way": way})]
    assert required == ["name", "contact_way", *([needed] if needed else [])]


def test_a_message_may_be_left_only_after_a_call() -> None:
    assert "may_leave_message" in asked("full", {"contact_way": "call"})
    assert "may_leave_message" not in asked("full", {"contact_way": "email"})


def test_an_interpreter_and_letters_are_asked_for_apart() -> None:
    assert asked("full", {"needs": ["interpreter"]})[-2:] == ["language_talk", "interpreter_gender"]
    assert asked("full", {"needs": ["letters_language"]})[-1] == "language_read"


def test_one_page_holds_the_child_the_story_and_the_contact_details() -> None:
    assert slugs("one_page", {}) == ["one"]
    page, contact = JOURNEY.page("one"), JOURNEY.page("12")
    assert page is not None
    assert contact is not None
    assert page.questions[0].key == "children"
    assert page.questions[1].key == "story"
    assert page.questions[2].key == "files"
    assert page.questions[3:] == contact.questions


def test_a_call_can_be_asked_for_with_a_name_and_a_number() -> None:
    assert slugs("phone", {}) == ["phone"]
    assert asked("phone", {}) == ["name", "phone", "may_leave_message", "good_times", "before_call"]


def test_who_is_in_danger_is_told_to_call_999_on_every_way() -> None:
    for slug in ("11b", "one", "phone"):
        page = JOURNEY.page(slug)
        assert page is not None
        assert any("999" in line.text for line in page.text)
    assert any("999" in line.text for line in JOURNEY.start.text)

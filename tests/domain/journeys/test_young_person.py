"""The young person's journey: how much it asks, where each answer leads, and what a leaver sees instead."""

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answers

JOURNEY = JOURNEYS["young_person"]


def slugs(way: str, answers: Answers) -> list[str]:
    return [page.slug for page in JOURNEY.route(way, answers)]


def asked(way: str, answers: Answers, required: bool = False) -> list[str]:
    """The keys asked on this way with these answers; with `required`, those that must be answered."""
    return [
        question.key
        for page in JOURNEY.route(way, answers)
        for question in page.questions
        if question.asked(answers) and (question.required or not required)
    ]


def test_a_child_is_asked_nine_pages_of_which_two_need_an_answer() -> None:
    assert slugs("full", {}) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert asked("full", {}, required=True) == ["story", "contact_way"]


def test_the_start_page_says_how_many_questions_there_are() -> None:
    assert any("about 9 short questions" in line.text for line in JOURNEY.start.text)


def test_the_quick_way_is_three_questions() -> None:
    assert slugs("quick", {}) == ["2", "4", "6"]
    assert slugs("quick", {"safe": "no", "contact_way": "text"}) == ["2", "4", "4b", "6", "6b"]


def test_what_the_quick_way_leaves_out_can_be_added_later() -> None:
    assert {*slugs("quick", {}), *slugs("more", {})} == set(slugs("full", {}))
    assert not set(slugs("quick", {})) & set(slugs("more", {}))


@pytest.mark.parametrize("about", ["worker", "treated"])
def test_a_complaint_about_a_person_asks_who(about: str) -> None:
    assert "1b" in slugs("full", {"about": ["home", about]})


@pytest.mark.parametrize("safe", ["no", "unsure"])
def test_a_child_who_is_not_safe_sees_who_can_help_straight_after(safe: str) -> None:
    route = slugs("full", {"safe": safe})
    assert route[route.index("4") + 1] == "4b"


@pytest.mark.parametrize("answers", [{}, {"safe": "yes"}, {"safe": "no_say"}])
def test_any_other_answer_goes_on(answers: Answers) -> None:
    assert "4b" not in slugs("full", answers)


def test_the_safety_question_comes_after_the_story_and_is_never_needed() -> None:
    assert slugs("full", {}).index("2") < slugs("full", {}).index("4")
    assert "safe" not in asked("full", {}, required=True)


@pytest.mark.parametrize(
    ("way", "needed", "also"),
    [
        ("text", ["phone"], ["may_say_who", "good_times", "code_word", "unsafe_note"]),
        ("call", ["phone"], ["may_say_who", "may_leave_message", "good_times", "code_word", "unsafe_note"]),
        ("email", ["email"], ["may_say_who", "code_word", "unsafe_note"]),
        ("letter", ["address"], ["may_say_who", "code_word", "unsafe_note"]),
        ("in_person", [], ["meet_where", "may_say_who", "good_times", "code_word", "unsafe_note"]),
        ("trusted", ["trusted_name", "trusted_reach"], ["may_say_who", "good_times", "code_word", "unsafe_note"]),
    ],
)
def test_each_way_to_get_back_asks_only_what_it_needs(way: str, needed: list[str], also: list[str]) -> None:
    page = JOURNEY.page("6b")
    assert page is not None
    answers = {"contact_way": way}
    assert [q.key for q in page.questions if q.asked(answers) and q.required] == needed
    assert [q.key for q in page.questions if q.asked(answers) and not q.required] == also


@pytest.mark.parametrize("way", ["code_only", "none"])
def test_who_wants_no_call_and_no_letter_gives_no_number(way: str) -> None:
    assert "6b" not in slugs("full", {"contact_way": way})


def test_an_age_over_25_is_told_of_the_adult_form_and_may_carry_on() -> None:
    page = JOURNEY.page("7")
    assert page is not None
    assert page.note is not None
    for age, told in [("25", False), ("26", True), (" 40 ", True), ("", False), ("old", False), ("9" * 5000, False)]:
        assert any(condition.holds({"age": age}) for condition in page.note_when) is told, age


def test_a_language_is_asked_to_talk_in_and_to_read() -> None:
    assert asked("full", {"needs": ["language"]})[-2:] == ["language_talk", "language_read"]
    assert "language_talk" not in asked("full", {"needs": ["time"]})


def test_only_a_child_with_an_advocate_is_asked_their_name() -> None:
    assert "advocate_name" in asked("full", {"advocate": "have"})
    assert "advocate_name" not in asked("full", {"advocate": "ask"})


def test_a_care_leaver_picks_from_their_own_lists() -> None:
    questions = {question.key: question for question in JOURNEY.questions()}
    labels = [option.label for option in questions["about"].choices("leaver")]
    assert labels[:4] == ["My PA", "My pathway plan", "Money and grants", "Housing"]
    assert "During the day" in [option.label for option in questions["good_times"].choices("leaver")]
    assert "During the day" not in [option.label for option in questions["good_times"].choices("")]


def test_a_leavers_answers_count_with_the_others() -> None:
    about = JOURNEY.questions()[0]
    shared = {option.code for option in about.options} & {option.code for option in about.leaver_options}
    assert shared == {"worker", "money", "home", "school", "treated", "other", "unsure"}


def test_nothing_is_promised_that_the_council_has_not_confirmed() -> None:
    said = [line.otherwise if line.promise else line.text for page in JOURNEY.pages for line in page.text]
    said += [line.otherwise if line.promise else line.text for line in JOURNEY.start.text]
    unconfirmed = " ".join(said)
    for promise in ("not your social worker", "ask you first", "talk to you first", "asked to check", "today"):
        assert promise not in unconfirmed
    assert "Call our team on %(duty_phone)s." in said

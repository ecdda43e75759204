"""What is said about an answer that cannot be taken: as little as possible, at the right question."""

from __future__ import annotations

import pytest

from portal.domain.journeys.pages import Answer, Answers, Field, Page, Question, Reader, when
from portal.domain.journeys.validation import (
    NOT_A_PHONE,
    NOT_AN_AGE,
    NOT_AN_EMAIL,
    TOO_LONG,
    age_of,
    digits,
    fault,
    faults,
    is_email,
    most,
)


def question(field: Field = Field.SHORT_TEXT, **rest: object) -> Question:
    return Question("key", "Label?", field, "why", (Reader.TEAM,), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "years"),
    [("9", 9), (" 12 ", 12), ("0", 0), ("120", 120), ("١٢", 12), ("१७", 17), ("007", 7)],
)
def test_an_age_is_read_in_the_digits_of_any_script(typed: str, years: int) -> None:
    assert age_of(typed) == years


@pytest.mark.parametrize("typed", ["", "   ", "121", "0012", "-5", "twelve", "12 years", "1 2", "4.5", "½", "²"])
def test_what_is_no_whole_number_of_years_is_no_age(typed: str) -> None:
    assert age_of(typed) is None


def test_digits_of_any_script_come_out_as_ours_and_everything_else_is_left_out() -> None:
    assert digits("٠٧٧٠٠ 900-982 (x²)") == "07700900982"


@pytest.mark.parametrize("typed", ["a@b.example", "sam.o'neil+x@mail.example.org", "SAM@X.EXAMPLE", "سام@مثال.إختبار"])
def test_an_address_with_one_at_sign_and_a_dot_in_its_domain_is_an_email_address(typed: str) -> None:
    assert is_email(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "", "sam", "@b.example", "sam@", "sam@example", "sam@.example", "sam@example.", "a@b@c.example",
        "sam smith@b.example", "sam@b.example\nBcc: all@b.example",
    ],
)  # fmt: skip
def test_anything_else_is_no_email_address(typed: str) -> None:
    assert not is_email(typed)


@pytest.mark.parametrize(
    ("field", "characters"),
    [
        (Field.LONG_TEXT, 50_000), (Field.ADDRESS, 1_000), (Field.SHORT_TEXT, 500), (Field.PHONE, 60),
        (Field.EMAIL, 254), (Field.AGE, 20), (Field.WHEN, 200), (Field.CHOICE, 500),
    ],
)  # fmt: skip
def test_an_answer_may_be_just_as_long_as_its_kind_allows(field: Field, characters: int) -> None:
    assert most(question(field)) == characters
    assert fault(question(field), "x" * (characters + 1)) == TOO_LONG
    assert fault(question(field), "x" * characters) != TOO_LONG


def test_a_question_may_set_its_own_length() -> None:
    assert fault(question(max_length=40), "x" * 40) == ""
    assert fault(question(max_length=40), "x" * 41) == TOO_LONG


@pytest.mark.parametrize("nothing", [None, "", []])
def test_only_a_question_that_must_be_answered_complains_of_silence(nothing: Answer | None) -> None:
    needed = question(required=True, error="Write something.", error_again="A few words are enough.")
    assert fault(needed, nothing) == "Write something."
    assert fault(needed, nothing, again=True) == "A few words are enough."
    assert fault(question(error="Write something."), nothing) == ""


def test_a_second_failure_without_words_of_its_own_repeats_the_first() -> None:
    assert fault(question(required=True, error="Write something."), None, again=True) == "Write something."
    assert fault(question(Field.AGE, error="Write a number."), "twelve", again=True) == "Write a number."


@pytest.mark.parametrize("answer", [["home"], [{"first_name": "Ann", "age": "nine"}]])
def test_ticks_and_lists_of_children_are_taken_as_they_are(answer: Answer) -> None:
    assert fault(question(Field.TICKS, required=True), answer) == ""


@pytest.mark.parametrize(
    ("field", "fine", "slip", "usual"),
    [
        (Field.AGE, "12", "twelve", NOT_AN_AGE),
        (Field.EMAIL, "sam@example.com", "sam@example", NOT_AN_EMAIL),
        (Field.PHONE, "123456", "12345", NOT_A_PHONE),
        (Field.PHONE, "ext. 07700 900982", "my old number", NOT_A_PHONE),
    ],
)
def test_a_slip_is_told_in_the_questions_own_words_or_else_in_the_usual_ones(
    field: Field, fine: str, slip: str, usual: str
) -> None:
    own = question(field, error="Try again.", error_again="Here is how.")
    assert fault(own, fine) == ""
    assert fault(own, slip) == "Try again."
    assert fault(own, slip, again=True) == "Here is how."
    assert fault(question(field), slip) == usual
    assert fault(question(field), slip, again=True) == usual


@pytest.mark.parametrize("field", [Field.SHORT_TEXT, Field.LONG_TEXT, Field.ADDRESS, Field.WHEN, Field.CHOICE])
def test_whatever_else_people_write_is_taken(field: Field) -> None:
    assert fault(question(field, error="No."), "twelve @ ½") == ""


def page() -> Page:
    """A page of three questions, of which the last is asked only of those who want an e-mail."""
    return Page("1", "Heading", (
        Question("story", "What?", Field.LONG_TEXT, "why", (Reader.TEAM,), required=True, error="Write something.",
                 error_again="A few words."),
        Question("wanted", "What next?", Field.TICKS, "why", (Reader.TEAM,), anything_else=True),
        Question("email", "Where?", Field.EMAIL, "why", (Reader.TEAM,), required=True, error="Add an address.",
                 only=(when("contact_way", "email"),)),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"story": "It rained."}, {}),
        ({}, {"story": "Write something."}),
        ({"story": "It rained.", "email": "sam"}, {}),
        ({"story": "It rained.", "contact_way": "email"}, {"email": "Add an address."}),
        ({"contact_way": "email", "email": "sam"}, {"story": "Write something.", "email": "Add an address."}),
        ({"story": "It rained.", "wanted_other": "x" * 500}, {}),
        ({"story": "It rained.", "wanted_other": "x" * 501}, {"wanted_other": TOO_LONG}),
        ({"story": "It rained.", "wanted_other": ["x"] * 501}, {}),
    ],
)
def test_each_question_that_was_asked_says_what_is_wrong_with_its_answer(
    answers: Answers, told: dict[str, str]
) -> None:
    assert faults(page(), answers) == told


def test_the_second_time_the_page_helps_more() -> None:
    assert faults(page(), {}, before={"story.empty"}) == {"story": "A few words."}


def test_one_of_text_or_file_is_enough() -> None:
    story = Question("story", "What?", Field.LONG_TEXT, "why", (Reader.TEAM,), required=True, error="Write something.",
                     instead=("files", "drawing"))  # fmt: skip
    files = Question("files", "Files?", Field.FILES, "why", (Reader.TEAM,))
    both = Page("1", "Heading", (story, files))
    assert faults(both, {}) == {"story": "Write something."}
    assert faults(both, {"files": []}) == {"story": "Write something."}
    assert faults(both, {"files": ["photo-00"]}) == faults(both, {"drawing": "yes"}) == {}
    assert faults(both, {"story": "x" * 50_001, "files": ["photo-00"]}) == {"story": TOO_LONG}

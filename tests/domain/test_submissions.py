"""What becomes of the answers somebody sends: what is kept, how they may be reached, and what is urgent."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answers
from portal.domain.submissions import Submission, asked_answers, freeze, safe_contact
from portal.domain.words import Audience, ContactWay, Kind, Method, Point

YOUNG, ADULT = JOURNEYS["young_person"], JOURNEYS["adult"]
ARRIVED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def sent(answers: Answers, **changed: Any) -> Submission:
    """What a child sent on the full way."""
    usual = {"way": "full", "variant": "", "language": "en", "received_at": ARRIVED, "received_on": date(2026, 11, 23)}
    return freeze(YOUNG, answers, **{**usual, **changed})


def test_an_answer_on_a_branch_that_was_left_again_is_dropped() -> None:
    answers: Answers = {"about": ["home"], "named_person": "Jo Smith", "story": "It was loud."}
    assert asked_answers(YOUNG, "full", answers) == {"about": ["home"], "story": "It was loud."}


def test_an_answer_to_a_question_that_no_longer_fits_is_dropped_and_those_after_it_stay() -> None:
    answers: Answers = {"contact_way": "text", "email": "sam@example.com", "code_word": "otter"}
    assert asked_answers(YOUNG, "full", answers) == {"contact_way": "text", "code_word": "otter"}


def test_the_shorter_way_keeps_only_what_it_asks() -> None:
    answers: Answers = {"about": ["home"], "story": "It was loud."}
    assert asked_answers(YOUNG, "quick", answers) == {"story": "It was loud."}


def test_what_is_sent_on_the_shorter_way_holds_no_more_than_that_way_asks() -> None:
    found = sent({"about": ["home"], "story": "It was loud."}, way="quick")
    assert (found.way, found.answers) == ("quick", {"story": "It was loud."})


def test_what_was_written_under_anything_else_is_kept_without_a_tick() -> None:
    assert asked_answers(YOUNG, "full", {"wanted_other": "A garden"}) == {"wanted_other": "A garden"}


def test_what_was_left_blank_and_what_nobody_asked_is_not_kept() -> None:
    assert asked_answers(YOUNG, "full", {"story": "", "about": [], "colour": "blue"}) == {}


@pytest.mark.parametrize("way", ContactWay)
def test_a_person_is_reached_the_way_they_chose(way: ContactWay) -> None:
    assert safe_contact({"contact_way": way.value, "phone": "07700 900982"}).way is way


@pytest.mark.parametrize("chosen", ["", "pigeon", ["text"]])
def test_without_a_choice_they_are_called_if_they_gave_a_number_and_otherwise_look_with_their_code(
    chosen: str | list[str],
) -> None:
    assert safe_contact({"contact_way": chosen, "phone": "07700 900982"}).way is ContactWay.CALL
    assert safe_contact({"contact_way": chosen, "phone": ""}).way is ContactWay.CODE_ONLY
    assert safe_contact({"contact_way": chosen, "email": "sam@example.com"}).way is ContactWay.CODE_ONLY


@pytest.mark.parametrize("said", ["yes", "no", "", "YES"])
def test_only_a_plain_yes_lets_us_say_who_we_are_or_leave_a_message(said: str) -> None:
    contact = safe_contact({"may_say_who": said, "may_leave_message": "no"})
    assert (contact.may_say_who, contact.may_leave_message) == (said == "yes", False)
    contact = safe_contact({"may_say_who": "no", "may_leave_message": said})
    assert (contact.may_say_who, contact.may_leave_message) == (False, said == "yes")


def test_silence_is_a_no_to_saying_who_we_are_and_to_leaving_a_message() -> None:
    contact = safe_contact({})
    assert (contact.may_say_who, contact.may_leave_message, contact.details) == (False, False, {})


def test_how_to_reach_somebody_is_kept_apart_from_what_happened() -> None:
    contact = safe_contact({"story": "It was loud.", "phone": "07700 900982", "code_word": "otter", "email": ""})
    assert contact.details == {"phone": "07700 900982", "code_word": "otter"}


def test_a_letter_goes_by_email_only_to_somebody_who_chose_email() -> None:
    by_email = safe_contact({"contact_way": "email", "email": "sam@example.com"})
    by_text = safe_contact({"contact_way": "text", "email": "sam@example.com", "phone": "07700 900982"})
    assert (by_email.may_email(), by_text.may_email()) == ("sam@example.com", "")
    assert safe_contact({"contact_way": "email"}).may_email() == ""


def test_a_detail_that_is_not_text_or_not_there_is_empty() -> None:
    contact = safe_contact({"good_times": ["evening"], "name": "Sam"})
    assert (contact.detail("name"), contact.detail("good_times"), contact.detail("phone")) == ("Sam", "", "")


@pytest.mark.parametrize(
    "answers", [{"safe": "no"}, {"safe": "unsure"}, {"safe": "no", "call_me": "call"}, {"safe": "no", "call_me": ""}]
)
def test_a_child_who_may_not_be_safe_makes_it_urgent(answers: Answers) -> None:
    assert sent(answers).urgent


@pytest.mark.parametrize("danger", ["yes", "worried"])
def test_an_adult_who_fears_for_a_child_makes_it_urgent(danger: str) -> None:
    found = freeze(
        ADULT, {"danger": danger}, way="full", variant="", language="en",
        received_at=ARRIVED, received_on=ARRIVED.date(),
    )  # fmt: skip
    assert found.urgent


@pytest.mark.parametrize("answers", [{}, {"safe": "yes"}, {"safe": "no_say"}, {"call_me": "call"}])
def test_nothing_else_makes_it_urgent_not_even_an_answer_on_a_branch_that_was_left(answers: Answers) -> None:
    assert not sent(answers).urgent


def test_topics_an_advocate_and_the_one_it_is_about_are_read_from_the_answers() -> None:
    found = sent({"about": ["worker", "home"], "named_person": "Jo Smith", "advocate": "ask"})
    assert found.topics == {"worker", "home"}
    assert found.named_people == ("Jo Smith",)
    assert found.wants_advocate


@pytest.mark.parametrize("answers", [{}, {"advocate": "have"}, {"about": ["home"], "named_person": "Jo Smith"}])
def test_nobody_is_named_and_no_advocate_asked_for_unless_they_said_so(answers: Answers) -> None:
    found = sent(answers)
    assert (found.named_people, found.wants_advocate) == ((), False)


def test_a_topic_that_is_no_list_is_no_topic() -> None:
    assert sent({"about": "worker"}).topics == frozenset()


def test_what_is_sent_remembers_when_how_where_and_in_which_words_it_came() -> None:
    found = sent({"story": "It was loud.", "colour": "blue"}, variant="leaver", language="pl")
    assert (found.journey, found.way, found.variant, found.language) == ("young_person", "full", "leaver", "pl")
    assert (found.received_at, found.received_on) == (ARRIVED, date(2026, 11, 23))
    assert (found.audience, found.kind) == (Audience.CHILD, Kind.COMPLAINT)
    assert (found.method, found.point) == (Method.ONLINE_FORM, Point.COMPLAINTS_TEAM)
    assert found.answers == {"story": "It was loud."}
    assert found.contact == safe_contact({})


def test_what_staff_write_down_says_how_it_really_came() -> None:
    found = sent({}, method=Method.TELEPHONE, point=Point.DIRECTOR, kind=Kind.COMPLIMENT)
    assert (found.method, found.point, found.kind) == (Method.TELEPHONE, Point.DIRECTOR, Kind.COMPLIMENT)


def test_how_to_reach_somebody_is_read_only_from_what_they_were_asked() -> None:
    found = sent({"contact_way": "text", "phone": "07700 900982", "email": "sam@example.com"})
    assert found.contact.details == {"phone": "07700 900982"}
    assert found.contact.way is ContactWay.TEXT

"""Thank you and speaking for a child: how much they ask, where each answer leads, and what becomes of it."""

import pytest

from portal.domain.compliments import Source
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.choices import PRAISED_BY
from portal.domain.journeys.for_child_choices import AGREEMENTS
from portal.domain.journeys.pages import Answers, Journey
from portal.domain.journeys.validation import faults
from portal.domain.speaking import Agreement, Holder, may_reach_child, readers
from portal.domain.words import Audience, Kind

THANKS, SPEAKING = JOURNEYS["kind_words"], JOURNEYS["for_child"]


def slugs(journey: Journey, answers: Answers, way: str = "full") -> list[str]:
    return [page.slug for page in journey.route(way, answers)]


@pytest.mark.parametrize(("journey", "most", "needed"), [(THANKS, 5, 2), (SPEAKING, 10, 5)])
def test_no_more_is_asked_and_needed_than_was_promised(journey: Journey, most: int, needed: int) -> None:
    pages = journey.route("full", {})
    assert len(pages) <= most
    assert sum(any(q.required and q.asked({}) for q in page.questions) for page in pages) == needed


def test_a_child_thanks_in_two_pages_and_is_known_to_be_one() -> None:
    assert slugs(THANKS, {}, "child") == ["2b", "4"]
    given = THANKS.sends.given["child"]
    assert THANKS.sends.kind_of(given) is Kind.COMPLIMENT
    assert THANKS.sends.whose(THANKS.audience, given) is Audience.CHILD


def test_an_idea_is_a_comment_and_silence_about_who_is_no_child() -> None:
    assert THANKS.sends.kind_of({"kind": "comment"}) is Kind.COMMENT
    assert THANKS.sends.whose(THANKS.audience, {"kind": "comment"}) is Audience.ADULT


def test_a_code_is_given_only_for_a_reply() -> None:
    assert not THANKS.sends.coded({}) and THANKS.sends.coded({"contact_way": "email"})


def test_who_sends_thanks_is_called_as_the_reports_call_them() -> None:
    assert {option.code for option in PRAISED_BY} <= set(Source)


@pytest.mark.parametrize("safe", ["no", "unsure"])
def test_a_worry_about_the_child_leads_to_the_numbers(safe: str) -> None:
    assert "8b" in slugs(SPEAKING, {"safe": safe}) and "8b" not in slugs(SPEAKING, {"safe": "yes"})


@pytest.mark.parametrize(
    ("code_for", "child", "speaker"), [("both", True, True), ("child", True, False), ("me", False, True)]
)
def test_each_gets_a_code_only_if_they_should(code_for: str, child: bool, speaker: bool) -> None:
    answers = {"code_for": code_for}
    assert (SPEAKING.sends.coded(answers), SPEAKING.sends.speaker_coded(answers)) == (child, speaker)
    assert ("9b" in slugs(SPEAKING, answers)) is child


def test_an_email_or_a_phone_number_is_enough() -> None:
    page = SPEAKING.pages[0]
    assert set(faults(page, {"speaker_name": "Jo"})) == {"speaker_email"}
    for key, value in (("speaker_email", "jo@voice.example"), ("speaker_phone", "07700 900982")):
        assert faults(page, {"speaker_name": "Jo", key: value}) == {}


def test_every_answer_about_agreement_is_understood() -> None:
    assert [option.code for option in AGREEMENTS] == list(Agreement)


@pytest.mark.parametrize(
    ("agreed", "cut", "whom"),
    [
        (False, False, {Holder.SPEAKER}),
        (True, False, {Holder.PERSON, Holder.SPEAKER}),
        (False, True, {Holder.PERSON}),
        (True, True, {Holder.PERSON}),
    ],
)
def test_whom_the_team_may_talk_to(agreed: bool, cut: bool, whom: set[Holder]) -> None:
    assert readers(agreed=agreed, cut=cut) == whom


@pytest.mark.parametrize(
    ("agreed", "cut", "permitted", "may"),
    [
        (True, False, ["child"], True),
        (True, False, ["through_me"], False),
        (False, False, ["child"], False),
        (False, True, [], True),
    ],
)
def test_what_was_not_ticked_was_not_agreed(agreed: bool, cut: bool, permitted: list[str], may: bool) -> None:
    assert may_reach_child(agreed=agreed, cut=cut, permitted=permitted) is may

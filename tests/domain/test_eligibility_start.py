"""What triage may take as answered from what somebody told us, before an officer has looked."""

from __future__ import annotations

import pytest

from portal.domain.children import ComplaintOf, SubmittedBy
from portal.domain.eligibility import Answers
from portal.domain.eligibility_start import beginning
from portal.domain.eligibility_words import (
    Before,
    ChildView,
    Complainant,
    Consent,
    Elsewhere,
    Matter,
    Safety,
    Wants,
)
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answer
from portal.domain.words import Audience, Kind


def child(variant: str = "", *, kind: Kind = Kind.COMPLAINT, agreed: bool = False, **told: Answer) -> Answers:
    return beginning(kind, Audience.CHILD, variant, told, agreed=agreed)


def adult(**told: Answer) -> Answers:
    return beginning(Kind.COMPLAINT, Audience.ADULT, "", told, agreed=False)


def test_a_child_who_said_nothing_more_complains_about_help_and_nothing_else_is_guessed() -> None:
    assert child() == Answers(wants=Wants.ANSWER, matter=Matter.SUPPORT, complainant=Complainant.CHILD)


def test_a_care_leaver_is_known_by_the_page_they_came_through() -> None:
    found = child("leaver")
    assert (found.complainant, found.matter) == (Complainant.CARE_LEAVER, Matter.LEAVING_CARE)


def test_an_adult_who_did_not_say_who_they_are_could_be_anybody() -> None:
    assert adult() == Answers(wants=Wants.ANSWER)


@pytest.mark.parametrize(
    ("said", "who", "matter"),
    [
        ("parent", Complainant.PARENT, None),
        ("foster_carer", Complainant.FOSTER_CARER, None),
        ("special_guardian", Complainant.SPECIAL_GUARDIAN, Matter.SPECIAL_GUARDIANSHIP),
        ("adopter", Complainant.ADOPTION, Matter.ADOPTION),
        ("care_leaver", Complainant.CARE_LEAVER, Matter.LEAVING_CARE),
        ("relative", Complainant.INTERESTED, None),
        ("professional", Complainant.INTERESTED, None),
        ("other", Complainant.INTERESTED, None),
    ],
)
def test_an_adult_is_who_they_say_they_are(said: str, who: Complainant, matter: Matter | None) -> None:
    found = adult(relationship=said)
    assert (found.complainant, found.matter) == (who, matter)


def test_every_relationship_the_page_offers_is_understood() -> None:
    question = next(one for one in JOURNEYS["adult"].questions() if one.key == "relationship")
    assert all(adult(relationship=option.code).complainant for option in question.options)


@pytest.mark.parametrize(
    ("told", "safety"),
    [
        ({"safe": "no"}, Safety.IN_DANGER),
        ({"danger": "yes"}, Safety.IN_DANGER),
        ({"safe": "unsure"}, Safety.UNSURE),
        ({"safe": "no_say"}, Safety.UNSURE),
        ({"danger": "worried"}, Safety.UNSURE),
        ({"safe": "yes", "call_me": "call"}, Safety.UNSURE),
        ({"safe": "no", "call_me": "call"}, Safety.IN_DANGER),
        ({"safe": "yes"}, Safety.SAFE),
        ({"danger": "no"}, Safety.SAFE),
        ({"safe": ["no"]}, None),
    ],
)
def test_the_most_worrying_answer_about_safety_counts_and_silence_is_none(
    told: dict[str, Answer], safety: Safety | None
) -> None:
    assert child(**told).safety is safety


@pytest.mark.parametrize(
    ("kind", "wish"),
    [
        (Kind.COMPLAINT, Wants.ANSWER),
        (Kind.COMMENT, Wants.NO_ANSWER),
        (Kind.COMPLIMENT, Wants.PRAISE),
        (Kind.ENQUIRY, Wants.QUESTION),
        (Kind.ADVOCACY_REQUEST, Wants.ADVOCATE),
        (Kind.MEMBER_ENQUIRY, Wants.MEMBER),
        (Kind.SERVICE_REQUEST, Wants.SERVICE),
    ],
)
def test_what_it_came_as_says_what_they_want(kind: Kind, wish: Wants) -> None:
    assert child(kind=kind).wants is wish


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("wants", ChildView.AGREES),
        ("knows", ChildView.KNOWS),
        ("does_not_know", ChildView.NOT_ASKED),
        ("cannot_say", ChildView.CANNOT_SAY),
        ("unsure", ChildView.NOT_ASKED),
        ("", None),
    ],
)
def test_what_the_child_thinks_is_what_the_adult_says_of_it(said: str, view: ChildView | None) -> None:
    assert adult(child_view=said).child_view is view


@pytest.mark.parametrize(
    ("said", "elsewhere"),
    [("yes", Elsewhere.COURT), ("no", Elsewhere.NOTHING), ("unsure", Elsewhere.NOT_KNOWN), ("", None)],
)
def test_a_court_is_known_of_when_they_said_so(said: str, elsewhere: Elsewhere | None) -> None:
    assert adult(court=said).elsewhere is elsewhere


@pytest.mark.parametrize(("said", "before"), [("no", Before.NEW), ("waiting", None), ("", None)])
def test_only_somebody_who_told_nobody_before_is_surely_new(said: str, before: Before | None) -> None:
    assert adult(told_before=said).before is before


def test_a_consent_that_is_kept_counts_and_without_one_it_is_still_to_be_asked() -> None:
    assert child(agreed=True).consent is Consent.GIVEN
    assert child().consent is None


WHOSE = {
    Complainant.CHILD: "child_looked_after child_in_need child_disabled child_protection_plan",
    Complainant.CARE_LEAVER: "care_leaver",
    Complainant.PARENT: "parent",
    Complainant.RESPONSIBLE: "person_with_pr",
    Complainant.FOSTER_CARER: "la_foster_carer",
    Complainant.INTERESTED: "ifa_foster_carer foster_parent_other sufficient_interest",
    Complainant.SPECIAL_GUARDIAN: "special_guardian sg_child sg_applicant",
    Complainant.ADOPTION: "prospective_adopter adoptive_parent adopted_person birth_relative",
    Complainant.FOR_CHILD: "advocate",
    Complainant.ANONYMOUS: "anonymous",
    None: "member mp solicitor other",
}


@pytest.mark.parametrize("of", list(ComplaintOf))
def test_whose_complaint_it_is_says_who_complains_where_staff_wrote_it_down(of: ComplaintOf) -> None:
    expected = next(who for who, codes in WHOSE.items() if of.value in codes.split())
    found = beginning(Kind.COMPLAINT, Audience.ADULT, "", {}, agreed=False, of=of, by=SubmittedBy.SELF)
    assert found.complainant is expected


@pytest.mark.parametrize("by", list(SubmittedBy))
def test_whoever_hands_it_in_for_a_child_speaks_for_the_child(by: SubmittedBy) -> None:
    found = beginning(Kind.COMPLAINT, Audience.ADULT, "", {}, agreed=False, of=ComplaintOf.CHILD_IN_NEED, by=by)
    for_child = by in (SubmittedBy.ADVOCATE_FOR_CHILD, SubmittedBy.OTHER_FOR_CHILD)
    assert found.complainant is (Complainant.FOR_CHILD if for_child else Complainant.CHILD)

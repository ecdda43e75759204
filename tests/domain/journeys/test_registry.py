"""What the questions of every journey must hold to: reasons, readers, errors, options, conditions and ways."""

import re

import pytest

from portal.domain.journeys.pages import Answer, Answers, Field, Journey, Over, When
from tests.domain.journeys.walking import codes, each_journey, every_page, every_question, ways

PICKED = {Field.TICKS, Field.CHOICE}


@pytest.mark.parametrize(
    ("age", "over"),
    [
        ("18", True),
        (" 18 ", True),
        ("100", True),
        ("17", False),
        ("", False),
        ("1000", False),
        ("x", False),
        (["18"], False),
    ],
)
def test_a_condition_on_an_age_needs_an_age_above_it(age: Answer, over: bool) -> None:
    assert Over("age", 17).holds({"age": age}) is over


@each_journey
def test_there_is_no_page_at_an_address_nobody_gave(journey: Journey) -> None:
    assert journey.page("nowhere") is None


@each_journey
def test_every_question_says_why_and_who_reads_it(journey: Journey) -> None:
    assert [question.key for _, question in every_question(journey) if not (question.why and question.readers)] == []


@each_journey
def test_every_question_that_can_fail_has_two_different_error_texts(journey: Journey) -> None:
    can_fail = {Field.AGE, Field.PHONE, Field.EMAIL, Field.CHILDREN, Field.WHEN}
    for _, question in every_question(journey):
        if question.required or question.field in can_fail:
            assert question.error, question.key
            assert question.error_again, question.key
            assert question.error_again != question.error, question.key
            assert len(question.error_again) > len(question.error), f"{question.key}: the second text should help more"


@each_journey
def test_one_key_is_one_question_wherever_it_is_asked(journey: Journey) -> None:
    for _, question in every_question(journey):
        first = next(q for q in journey.questions() if q.key == question.key)
        assert (first.label, first.field, first.why, first.readers, first.options, first.hint) == (
            *(question.label, question.field, question.why, question.readers, question.options, question.hint),
        )


@each_journey
def test_no_way_asks_the_same_thing_twice(journey: Journey) -> None:
    for way, pages in ways(journey).items():
        keys = [question.key for page in pages for question in page.questions]
        assert len(keys) == len(set(keys)), way


@each_journey
def test_keys_are_short_plain_words(journey: Journey) -> None:
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+){0,2}", q.key) and len(q.key) <= 20 for q in journey.questions())


@each_journey
def test_options_are_there_to_pick_and_each_has_its_own_code_and_words(journey: Journey) -> None:
    for _, question in every_question(journey):
        assert bool(question.options) == (question.field in PICKED), question.key
        for options in (question.options, question.leaver_options):
            assert len({option.code for option in options}) == len(options), question.key
            assert len({option.label for option in options}) == len(options), question.key


@each_journey
def test_a_condition_asks_about_an_answer_given_before_it(journey: Journey) -> None:
    for way, pages in ways(journey).items():
        asked: set[str] = set()
        for page in pages:
            assert {condition.key for condition in page.only} <= asked, (way, page.slug)
            for question in page.questions:
                assert {condition.key for condition in question.only} <= asked, (way, question.key)
                asked.add(question.key)
            assert {condition.key for condition in page.note_when} <= asked, (way, page.slug)


@each_journey
def test_a_condition_asks_for_answers_that_can_be_picked(journey: Journey) -> None:
    by_key = {question.key: question for question in journey.questions()}
    for page in every_page(journey):
        conditions = [*page.only, *page.note_when, *(c for question in page.questions for c in question.only)]
        for condition in conditions:
            if isinstance(condition, When):
                assert condition.codes <= codes(by_key[condition.key]), (page.slug, condition)
            else:
                assert by_key[condition.key].field is Field.AGE


def answers_for(condition: When | Over) -> list[Answers]:
    """The answers that should each fulfil this condition."""
    if isinstance(condition, Over):
        return [{condition.key: str(condition.years + 1)}]
    anything: Answer = [{"first_name": "Sam", "last_name": "", "age": ""}]
    return [{condition.key: code} for code in condition.codes] or [{condition.key: anything}]


@each_journey
def test_every_branch_is_reached_by_each_of_its_answers_and_by_no_other(journey: Journey) -> None:
    for way, pages in ways(journey).items():
        assert {page.slug for page in journey.route(way, {})} == {page.slug for page in pages if not page.only}
        for page in pages:
            for given in (answers for condition in page.only for answers in answers_for(condition)):
                assert page in journey.route(way, given), (way, page.slug, given)


@each_journey
def test_every_question_is_asked_of_somebody(journey: Journey) -> None:
    for page, question in every_question(journey):
        assert question.asked({}) == (not question.only)
        for given in (answers for condition in question.only for answers in answers_for(condition)):
            assert question.asked(given), (page.slug, question.key, given)


@each_journey
def test_every_safe_way_to_be_reached_leads_to_the_box_it_needs(journey: Journey) -> None:
    needed = {"text": "phone", "call": "phone", "email": "email", "letter": "address", "trusted": "trusted_reach"}
    way = next(question for question in journey.questions() if question.key == "contact_way")
    for code in codes(way) & needed.keys():
        given = {"contact_way": code}
        required = {q.key for _, q in every_question(journey) if q.required and q.asked(given)}
        assert needed[code] in required, code


@each_journey
def test_nothing_is_needed_after_the_call_is_not_wanted(journey: Journey) -> None:
    for page in (page for page in journey.pages if page.layout == "help"):
        call_me, number = page.questions
        assert call_me.options[-1].code == "carry_on"
        assert not call_me.required
        assert not number.asked({"call_me": "carry_on"})
        assert number.asked({"call_me": "call"})


@each_journey
def test_the_shorter_ways_are_made_of_pages_there_are(journey: Journey) -> None:
    assert all(journey.page(slug) for slugs in journey.ways.values() for slug in slugs)
    for slugs in journey.ways.values():
        full = [page.slug for page in journey.pages]
        order = [full.index(slug) for slug in slugs if slug in full]
        assert order == sorted(order)


@each_journey
def test_a_page_is_headed_by_its_question(journey: Journey) -> None:
    assert all(page.heading == page.questions[0].label for page in every_page(journey) if len(page.questions) == 1)

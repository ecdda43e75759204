"""What triage asks and suggests: stories that a complaints officer can read, and what no answers may lead to."""

from __future__ import annotations

import csv
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.eligibility import QUESTIONS, Answers, as_codes, asked, from_codes, next_question, only_asked
from portal.domain.eligibility_words import TWO_MANAGERS, Decided, Reason, Route, Safety, When
from portal.domain.procedures import TABLES, Procedure
from portal.domain.suggesting import EVENTS, Suggestion, suggest

ROWS = list(csv.DictReader(Path(__file__).with_name("eligibility.csv").read_text(encoding="utf-8").splitlines()))
OPTIONS = {question.key: question.options for question in QUESTIONS}
HEADINGS = {question.key: question.words for question in reversed(QUESTIONS)}
MERGED = "Put together with another case"

ANSWERS = st.builds(Answers, **{key: st.sampled_from([None, *words]) for key, words in OPTIONS.items()})
"""Every combination of answers, the senseless ones among them."""


def read(row: dict[str, str]) -> Answers:
    found = {}
    for key, words in OPTIONS.items():
        if label := row[HEADINGS[key]]:
            found[key] = next(one.value for one in words if one.label == label)
    return from_codes(found)


def named(suggestion: Suggestion) -> str:
    return MERGED if suggestion.event == "merge" else suggestion.procedure.label


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["the story"])
def test_a_story_leads_to_what_the_table_says(row: dict[str, str]) -> None:
    found = suggest(read(row))
    step = next(one for one in TABLES[Procedure.INTAKE].steps if one.event == found.event)
    assert named(found) == row["what we suggest"]
    assert found.procedure is Procedure(step.into or "intake")
    assert (found.reason or "") == row["reason"]
    assert (found.route or "") == row["where else"]
    assert " ".join(found.why) == row["why, as the officer reads it"]
    warns = row["a warning that begins or says"]
    assert not warns or any(warns in one for one in found.warnings)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["the story"])
def test_a_story_answers_only_what_it_is_asked(row: dict[str, str]) -> None:
    answers = read(row)
    assert only_asked(answers) == answers or row["the story"].startswith("A boy in danger says")


def test_the_table_shows_every_answer_every_reason_but_one_and_every_kind() -> None:
    assert len(ROWS) >= 60
    for key, words in OPTIONS.items():
        assert {one.label for one in words} <= {row[HEADINGS[key]] for row in ROWS}, key
    assert {row["reason"] for row in ROWS} - {""} == set(Reason) - TWO_MANAGERS
    assert {row["what we suggest"] for row in ROWS} == {one.label for one in EVENTS} | {MERGED}


@given(ANSWERS)
def test_all_answers_lead_to_a_step_that_exists_and_say_why(answers: Answers) -> None:
    found = suggest(answers)
    step = next(one for one in TABLES[Procedure.INTAKE].steps if one.event == found.event)
    assert (step.into or "intake") == found.procedure.value
    assert found.why and all(found.why)


@given(ANSWERS)
def test_whoever_is_turned_away_gets_a_coded_reason_and_somewhere_else_to_go(answers: Answers) -> None:
    found = suggest(answers)
    assert (found.reason is not None) == (found.route is not None) == found.turns_away
    assert found.reason not in TWO_MANAGERS, "no rule calls a person vexatious"


@given(ANSWERS)
def test_a_child_in_danger_is_never_told_first_that_we_do_not_look_into_it(answers: Answers) -> None:
    if answers.safety is Safety.IN_DANGER:
        assert suggest(answers).procedure is Procedure.SAFEGUARDING
    if answers.safety is not Safety.SAFE:
        assert not suggest(answers).turns_away


@given(ANSWERS)
def test_age_alone_turns_nobody_away(answers: Answers) -> None:
    old = replace(answers, when=When.OLDER)
    if suggest(old).reason is Reason.OUT_OF_TIME:
        assert old.take_on_late is Decided.NO
        assert Decided.NO in (old.could_not_earlier, old.still_fair)
    assert suggest(replace(old, take_on_late=None)).reason is not Reason.OUT_OF_TIME


@given(ANSWERS)
def test_an_answer_that_is_not_asked_for_changes_nothing(answers: Answers) -> None:
    assert suggest(answers) == suggest(only_asked(answers))


@given(ANSWERS)
def test_answering_what_is_asked_next_comes_to_an_end(answers: Answers) -> None:
    for _ in fields(Answers):
        question = next_question(answers)
        if question is None:
            break
        answers = from_codes(as_codes(answers) | {question.key: next(iter(question.options)).value})
    assert next_question(answers) is None


@given(ANSWERS)
def test_answers_come_back_as_they_were_kept(answers: Answers) -> None:
    assert from_codes(as_codes(answers)) == answers


def test_codes_that_no_list_knows_are_no_answers() -> None:
    assert from_codes({"safety": "perhaps", "wish": "answer"}) == Answers()


def test_safety_is_asked_before_everything_that_could_turn_somebody_away() -> None:
    assert next_question(Answers()) is QUESTIONS[0]
    assert [one.key for one in asked(Answers())] == ["safety", "wants"]


def test_every_reason_and_every_route_has_words() -> None:
    assert all(one.label for one in [*Reason, *Route])

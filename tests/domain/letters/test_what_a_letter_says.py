"""Every letter says what the person has to be told at that step, child and adult alike, and can be read by them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from portal.domain.findings import Outcome
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.registry import LETTERS, setting_of
from portal.domain.letters.shape import GAPS, Letter, Para, Setting, compose, filled, gap, gaps, para
from portal.domain.letters.shared import ALIKE, OUTCOMES
from portal.domain.procedures import TABLES
from portal.domain.words import Audience
from tests.domain.journeys.readability import read
from tests.domain.journeys.word_lists import jargon_in

GRADE = {Audience.CHILD: 3.0, Audience.ADULT: 7.0}
SENTENCE = {Audience.CHILD: 15, Audience.ADULT: 25}
KNOWN = {
    "name": "Kit",
    "officer": "Robin",
    "council": "Example Council",
    "received": "Monday 30 November",
    "due": "Monday 14 December",
    "latest": "Wednesday 30 December",
    "new_day": "Friday 18 December",
    "panel_day": "Monday 11 January",
    "ask_by": "Friday 15 January",
    "manager": "Sam",
    "concerns": "1. They moved my meeting.",
    "found": "1. They moved my meeting. We agree.",
    "statement": "They moved my meeting and did not say so.",
    "late": "yes",
    "advocacy_name": "Some Help",
    "advocacy_phone": "08081 570100",
    "advocacy_email": "help@advocacy.example",
    "lgsco_phone": "0300 061 0614",
    "lgsco_website": "www.lgo.org.uk",
    "childline_phone": "0800 1111",
}
PHRASES = {
    "advocate": "08081 570100",
    "childline": "0800 1111",
    "write": "write to us",
    "take_back": "take it back",
    "unaffected": ("You still get the same help", "does not change the services"),
    "emergency": "call 999",
    "bring": ("bring someone", "bring somebody"),
    "stages": (" steps", " stages"),
    "ombudsman": "0300 061 0614",
    "carry_on": ("carry on with your complaint", "the full procedure"),
    "disagree": "not agree",
    "first_day": "The time counts from the day",
    "passed_on": "passed",
    "without_one": "go on without one",
    "sorry": "sorry",
    "if_missed": ("You do not have to wait", "without waiting"),
    "ask_how": "on your page",
    "may_complain": "want to complain",
    "stage_2_now": ("next step now", "Stage 2 now"),
    "or_wait": "wait for our answer",
    "who_will": "One of them does not work for us|does not work for the council",
    "panel_limits": "court",
    "meet": "We can meet you",
    "bring_two": ("an advocate and one more person", "an advocate and one other person"),
    "papers_before": "the papers before the day",
    "a_year": "a year",
    "as_asked": ("You asked us", "As you asked"),
    "start_again": "start again at any time",
    "pressure": ("make you do it", "under pressure"),
    "how_did_we_do": "How did we do?",
    "restarted": "started again",
    "advocate_who": gap("advocate"),
}


def write(kind: LetterKind, audience: Audience, setting: Setting, *, by_officer: bool = True, **values: str) -> str:
    return compose(LETTERS[kind], audience, setting, {**KNOWN, **values}, str, by_officer=by_officer)


def demands() -> list[tuple[LetterKind, Audience, Setting, str]]:
    """The table, a line for each thing somebody has to be told."""
    rows = csv.DictReader((Path(__file__).parent / "must_be_told.csv").read_text(encoding="utf-8").splitlines())
    found = []
    for row in rows:
        name, _, _only = row["kind"].partition("_adult")
        both = [Audience.ADULT] if row["kind"].endswith("_adult") else list(Audience)
        if row["kind"] == "acknowledgement":
            both = [Audience.CHILD]
        found += [
            (LetterKind(name), audience, Setting(row["stage"]), item)
            for audience in both
            for item in row["must be told"].split()
        ]
    return found


@pytest.mark.parametrize(("kind", "audience", "setting", "item"), demands())
def test_the_person_is_told(kind: LetterKind, audience: Audience, setting: Setting, item: str) -> None:
    letter = write(kind, audience, setting)
    phrase = PHRASES.get(item) or KNOWN.get(item) or gap(item)
    wanted = phrase if isinstance(phrase, str) else phrase[audience is Audience.ADULT]
    assert any(one in letter for one in wanted.split("|")), letter


def test_every_kind_has_its_letter_and_its_line_in_the_table() -> None:
    assert set(LETTERS) == set(LetterKind) - {LetterKind.MESSAGE}
    assert {kind for kind, *_ in demands()} == set(LETTERS)


def test_every_letter_a_procedure_sends_is_in_the_table_at_that_stage() -> None:
    listed = {(kind, setting) for kind, _, setting, _ in demands()}
    told = {
        (step.told, setting_of(step.to or place))
        for table in TABLES.values()
        for step in table.steps
        if step.told
        for place in step.start
    }
    general = {kind for kind, _ in listed if not any(one.at != frozenset(Setting) for one in LETTERS[kind].adult)}
    missing = {
        (kind.value, setting.value) for kind, setting in told if (kind, setting) not in listed and kind not in general
    }
    assert missing == set(), "a line in must_be_told.csv"


def test_the_desk_and_the_person_call_a_letter_by_the_same_name() -> None:
    assert {kind: letter.heading for kind, letter in LETTERS.items()} == {kind: kind.label for kind in LETTERS}


each_letter = pytest.mark.parametrize(
    ("kind", "audience", "setting"), sorted({(kind, audience, setting) for kind, audience, setting, _ in demands()})
)


@each_letter
def test_it_is_read_at_its_readers_age(kind: LetterKind, audience: Audience, setting: Setting) -> None:
    whole = filled(write(kind, audience, setting), dict.fromkeys(GAPS, "Sam"))
    lines = [line for line in whole.splitlines() if line and line not in KNOWN.values()]
    assert read(lines).grade <= GRADE[audience], read(lines).grade
    assert [" ".join(words) for words in read(lines).sentences if len(words) > SENTENCE[audience]] == []


@each_letter
def test_a_child_meets_no_jargon(kind: LetterKind, audience: Audience, setting: Setting) -> None:
    if audience is Audience.CHILD:
        assert not jargon_in(write(kind, audience, setting))


@each_letter
def test_a_letter_the_portal_sends_has_no_gaps(kind: LetterKind, audience: Audience, setting: Setting) -> None:
    assert not gaps(write(kind, audience, setting, by_officer=False))


@each_letter
def test_no_paragraph_is_said_twice(kind: LetterKind, audience: Audience, setting: Setting) -> None:
    parts = write(kind, audience, setting).split("\n\n")
    assert len(parts) == len(set(parts))


SMALL = Letter(
    LetterKind.MESSAGE,
    "A test",
    (
        Para(("We answer by %(due)s.", "Call %(phone)s.")),
        para("Only at the second stage.", at={Setting.S2}),
        para("We are late.", when="late"),
        para("Why: %(why)s", by_officer=True),
    ),
    (para("Formal."),),
)


def small(
    audience: Audience = Audience.CHILD, setting: Setting = Setting.S1, *, by_officer: bool = True, **values: str
) -> str:
    return compose(SMALL, audience, setting, values, str, by_officer=by_officer)


def test_what_is_not_known_leaves_a_gap_or_is_not_said() -> None:
    assert small() == "Hello,\n\nWe answer by [[the day of our answer]].\n\nWhy: [[the reason]]"
    assert small(by_officer=False) == "Hello,"
    assert small(by_officer=False, due="Monday") == "Hello,\n\nWe answer by Monday."
    assert small(by_officer=False, phone="999", late="yes") == "Hello,\n\nCall 999.\n\nWe are late."
    assert small(by_officer=False, why="It rained.") == "Hello,"


def test_a_sentence_stands_only_where_it_belongs() -> None:
    assert "second stage" in small(setting=Setting.S2)
    assert "second stage" not in small(setting=Setting.S3)


def test_a_child_is_greeted_otherwise_than_an_adult_and_who_writes_stands_beneath() -> None:
    assert small(name="Kit").startswith("Hello Kit,")
    assert small(Audience.ADULT, name="Ann", officer="Robin", council="Us") == "Dear Ann,\n\nFormal.\n\nRobin\nUs"
    assert small(Audience.ADULT, council="Us") == "Hello,\n\nFormal.\n\nUs"


def test_gaps_are_counted_once_and_closed_by_what_is_known() -> None:
    words = f"{gap('why')} and {gap('why')}, by {gap('due')} [not a gap]"
    assert gaps(words) == (GAPS["why"], GAPS["due"])
    assert (
        filled(words, {"due": "Monday", "why": "", "other": "x"})
        == f"{gap('why')} and {gap('why')}, by Monday [not a gap]"
    )
    assert gaps("Nothing [here].") == ()


def test_every_outcome_has_words_for_both() -> None:
    assert set(OUTCOMES) | set(ALIKE) == set(Outcome) - {Outcome.OPEN}
    for child, adult in OUTCOMES.values():
        assert read([child]).grade <= 3 and child and adult


@pytest.mark.parametrize(
    ("step", "setting"),
    [("S1_open", "S1"), ("S3_late", "S3"), ("C2_open", "C2"), ("open", "aside"), ("closed", "aside"), ("S", "aside")],
)
def test_the_place_says_which_stage_it_is(step: str, setting: str) -> None:
    assert setting_of(step) == Setting(setting)

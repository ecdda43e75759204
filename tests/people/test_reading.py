"""Can its readers read it? Grade, ease, sentence length, jargon and unknown words, over every string there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Journey
from tests.domain.journeys import word_lists
from tests.domain.journeys.readability import read
from tests.domain.journeys.said import said
from tests.domain.journeys.walking import ASKED
from tests.gates.reading import reading
from tests.gates.written import PAGES
from tests.people.bounds import Told
from tests.people.table import Held
from tests.people.targets import READING, TARGETS

TEXTS: dict[str, Mapping[str, Iterable[str]]] = {**{code: said(journey) for code, journey in ASKED.items()}, **PAGES}
CHILDRENS = [name for name in PAGES if not name.endswith("adult") and name != "privacy"]


def bounded(name: str, pages: Mapping[str, Iterable[str]]) -> dict[str, list[Told]]:
    """The figures for which there is a bound: nobody asks of adults' pages that they are very easy."""
    names = {bound.name for bound in TARGETS[f"reading.{name}"].bounds}
    return {figure: [value] for figure, value in reading(pages).items() if figure in names}


def test_everything_written_has_a_target() -> None:
    assert TEXTS.keys() == READING.keys()


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_at_its_readers_age(held: Held, name: str) -> None:
    held.all(f"reading.{name}", bounded(name, TEXTS[name]))


def unsuitable(texts: Iterable[str], audience: str) -> tuple[list[str], set[str]]:
    """The texts with jargon, and the words that these readers may not know."""
    jargon = [text for text in texts if word_lists.jargon_in(text)]
    words = {word for sentence in read(texts).sentences for word in sentence}
    return jargon, word_lists.unfamiliar(words, word_lists.familiar_words() | word_lists.allowed_words(audience))


@pytest.mark.parametrize("journey", ASKED.values(), ids=ASKED.keys())
def test_journeys_use_words_their_readers_know(held: Held, journey: Journey) -> None:
    texts = [text for page in said(journey).values() for text in page]
    jargon, unfamiliar = unsuitable(texts, journey.audience)
    held("words.journeys", jargon=len(jargon), unfamiliar_words=len(unfamiliar), texts=len(texts))


@pytest.mark.parametrize("name", CHILDRENS)
def test_childrens_pages_use_words_children_know(held: Held, name: str) -> None:
    texts = [text for page in PAGES[name].values() for text in page]
    jargon, unfamiliar = unsuitable(texts, "page")
    assert (jargon, unfamiliar) == ([], set())
    held("words.pages", jargon=len(jargon), unfamiliar_words=len(unfamiliar), texts=len(texts))


# The checks themselves: each is seen to fail on words it is there to stop.

OFFICIAL = "Complaints concerning placements will ordinarily be acknowledged and subsequently adjudicated."


def test_what_a_child_of_twelve_reads_is_too_hard_for_the_journey_in_pictures() -> None:
    young = reading(said(JOURNEYS["young_person"]))
    wrong = TARGETS["reading.easy"].wrong(young)
    assert any("longest sentence" in one for one in wrong), wrong


def test_an_official_text_misses_every_target() -> None:
    hard = reading({"page": [OFFICIAL * 5, OFFICIAL[:-1] + " " + OFFICIAL.lower() * 3]})
    for name in READING:
        target = TARGETS[f"reading.{name}"]
        assert len(target.wrong(hard)) == len(target.bounds), name
    jargon, unfamiliar = unsuitable([OFFICIAL], "child")
    assert jargon == [OFFICIAL] and "adjudicated" in unfamiliar


def test_no_word_is_allowed_on_pages_that_none_says() -> None:
    texts = [text for name in CHILDRENS for page in PAGES[name].values() for text in page]
    words = {word for sentence in read(texts).sentences for word in sentence}
    allowed, known = word_lists.allowed_words("page"), word_lists.familiar_words()
    for word in allowed - word_lists.allowed_words("child"):
        assert word_lists.unfamiliar(words, known | (allowed - {word})), word

"""The lists of words, and the two formulas: each is seen to notice what it is there to stop."""

import re

import pytest

from portal.domain.journeys.pages import Journey
from tests.domain.journeys import word_lists
from tests.domain.journeys.readability import read
from tests.domain.journeys.said import said
from tests.domain.journeys.walking import ASKED, everything_asked

NEVER = re.compile("[—–!\u2600-\u27bf\U0001f000-\U0001faff]")


def everything(journey: Journey) -> list[str]:
    return [text for texts in said(journey).values() for text in texts]


def test_no_word_is_allowed_that_nobody_says() -> None:
    words = {word for journey in ASKED.values() for word in words_of(journey)}
    for allowed in word_lists.allowed_words("adult"):
        assert word_lists.unfamiliar(
            words, word_lists.familiar_words() | (word_lists.allowed_words("adult") - {allowed})
        )


def test_the_lists_are_long_enough_to_mean_something() -> None:
    assert len(word_lists.familiar_words()) > 1_000
    assert len(list(word_lists.lines("jargon.txt"))) >= 60


@everything_asked
def test_nothing_shouts_or_decorates(journey: Journey) -> None:
    assert [text for text in everything(journey) if NEVER.search(text)] == []


def words_of(journey: Journey) -> list[str]:
    return [word for words in read(everything(journey)).sentences for word in words]


def test_the_formulas_give_the_published_values() -> None:
    six_short_words = read(["The cat sat on the mat."])
    assert six_short_words.grade == pytest.approx(-1.45)
    assert six_short_words.ease == pytest.approx(116.145)


def test_an_official_sentence_fails_every_limit() -> None:
    official = read(
        [
            "Complaints concerning statutory functions will ordinarily be acknowledged and subsequently investigated "
            "in full accordance with the applicable regulations, notwithstanding exceptional circumstances."
        ]
    )
    assert official.grade > 7
    assert official.ease < 90
    assert max(map(len, official.sentences)) > 20


@pytest.mark.parametrize(
    "text",
    [
        "Please provide full details.",
        "It is easy.",
        "Your placement",
        "Contact with your siblings",
        "It was not upheld.",
    ],
)
def test_jargon_is_noticed(text: str) -> None:
    assert word_lists.jargon_in(text)


@pytest.mark.parametrize("text", ["Easy read", "How can we contact you?", "We may need to place a call.", "Adjust it"])
def test_plain_words_that_look_like_jargon_are_let_through(text: str) -> None:
    assert not word_lists.jargon_in(text)


def test_unknown_words_are_noticed_and_everyday_forms_are_not() -> None:
    known = frozenset({"stop", "carry", "make", "friend"})
    heard = {"Stopped", "carries", "making", "friend’s", "07700", "name@example.com"}
    assert word_lists.unfamiliar(heard | {"Adjudicate"}, known) == {"adjudicate"}


@pytest.mark.parametrize("text", ["Well done!", "Wait — stop", "Hello 😀", "9–17"])
def test_shouting_and_decoration_are_noticed(text: str) -> None:
    assert NEVER.search(text)

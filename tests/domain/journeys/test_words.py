"""Can its readers read it? Grade, ease, sentence length, jargon and unknown words, over every string there is."""

import re

import pytest

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Journey
from tests.domain.journeys import word_lists
from tests.domain.journeys.readability import read
from tests.domain.journeys.said import said
from tests.domain.journeys.walking import ASKED, everything_asked

#: By audience, and by journey where one is meant to be easier than the rest for its audience.
GRADE = {"child": 3.0, "adult": 5.0, "easy": 1.5}
SENTENCE = {"child": 15.0, "adult": 20.0, "easy": 12.0}
PAGE_GRADE = {"child": 5.0, "adult": 7.0, "easy": 3.0}
ENOUGH_WORDS = 30  # a page with fewer says too little for its grade to mean anything
NEVER = re.compile("[—–!\u2600-\u27bf\U0001f000-\U0001faff]")


def limit(limits: dict[str, float], journey: Journey) -> float:
    return limits.get(journey.code, limits[journey.audience])


def everything(journey: Journey) -> list[str]:
    return [text for texts in said(journey).values() for text in texts]


@everything_asked
def test_the_whole_journey_is_read_at_its_readers_age(journey: Journey) -> None:
    assert read(everything(journey)).grade <= limit(GRADE, journey)


@everything_asked
def test_its_whole_sentences_alone_are_read_at_that_age_too(journey: Journey) -> None:
    # Short labels and options flatter the grade, so they are left out here.
    sentences = [text for text in everything(journey) if text.rstrip("”").endswith((".", "?", "…"))]
    assert read(sentences).grade <= limit(GRADE, journey)


@everything_asked
def test_no_page_is_much_harder_than_the_rest(journey: Journey) -> None:
    grades = {place: read(texts).grade for place, texts in said(journey).items() if read(texts).words >= ENOUGH_WORDS}
    assert {place: grade for place, grade in grades.items() if grade > limit(PAGE_GRADE, journey)} == {}


@everything_asked
def test_no_sentence_is_long(journey: Journey) -> None:
    sentences = read(everything(journey)).sentences
    assert [" ".join(words) for words in sentences if len(words) > limit(SENTENCE, journey)] == []


def test_the_young_persons_journey_is_very_easy_to_read() -> None:
    assert read(everything(JOURNEYS["young_person"])).ease >= 90


@everything_asked
def test_there_is_no_jargon(journey: Journey) -> None:
    found = {text: word_lists.jargon_in(text) for text in everything(journey)}
    assert {text: terms for text, terms in found.items() if terms} == {}


@everything_asked
def test_every_word_is_one_its_readers_know(journey: Journey) -> None:
    known = word_lists.familiar_words() | word_lists.allowed_words(journey.audience)
    assert word_lists.unfamiliar(set(words_of(journey)), known) == set()


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


# The checks themselves: each is seen to fail on words it is there to stop.


def test_what_a_child_of_twelve_reads_is_too_hard_for_the_journey_in_pictures() -> None:
    young = read(everything(JOURNEYS["young_person"]))
    assert max(map(len, young.sentences)) > SENTENCE["easy"]
    assert young.grade > read(everything(JOURNEYS["easy"])).grade + 1


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
    assert official.grade > PAGE_GRADE["adult"]
    assert official.ease < 90
    assert max(map(len, official.sentences)) > SENTENCE["adult"]


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

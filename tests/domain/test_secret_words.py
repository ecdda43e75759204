"""The thousand words of the codes: easy to read out, hard to confuse, and kind to a child who is handed them."""

from itertools import combinations
from pathlib import Path

import pytest

from portal.domain.secret_words import NUMBER_OF, WORDS

HERE = Path(__file__).parent


def listed(name: str) -> set[str]:
    lines = (HERE / name).read_text().splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def test_there_are_a_thousand_words_in_order_and_none_twice() -> None:
    assert len(WORDS) == 1000
    assert list(WORDS) == sorted(set(WORDS))


def test_every_word_has_three_to_six_plain_letters() -> None:
    assert [
        word for word in WORDS if not (3 <= len(word) <= 6 and word.isascii() and word.isalpha() and word.islower())
    ] == []


def test_a_word_and_its_number_belong_together() -> None:
    assert all(WORDS[NUMBER_OF[word]] == word for word in WORDS)
    assert len(NUMBER_OF) == 1000


def slip_apart(one: str, two: str) -> bool:
    """Whether one letter changed, added, dropped, or two neighbours swapped, turns one word into the other."""
    if len(one) == len(two):
        places = [place for place in range(len(one)) if one[place] != two[place]]
        swapped = len(places) == 2 and one[places[0]] == two[places[1]] and one[places[1]] == two[places[0]]
        return len(places) == 1 or (swapped and places[1] == places[0] + 1)
    short, long = sorted((one, two), key=len)
    return len(long) == len(short) + 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def test_the_measure_of_a_slip_works() -> None:
    assert all(slip_apart(*pair) for pair in (("cat", "cot"), ("cat", "cart"), ("cart", "cat"), ("form", "from")))
    assert not any(slip_apart(*pair) for pair in (("cat", "dog"), ("cat", "carts"), ("abcd", "badc")))


def test_no_slip_of_a_finger_makes_another_word_of_the_list() -> None:
    assert [pair for pair in combinations(WORDS, 2) if slip_apart(*pair)] == []


@pytest.mark.parametrize("name", ["words_that_sound_alike.txt", "words_that_could_hurt.txt"])
def test_no_word_sounds_like_another_or_could_hurt(name: str) -> None:
    assert sorted(listed(name) & set(WORDS)) == []


def test_the_lists_of_words_to_avoid_are_there() -> None:
    assert {"flour", "flower", "bear", "bare", "sail", "sale"} <= listed("words_that_sound_alike.txt")
    assert {"belt", "uncle", "grave", "beer", "knife", "weed"} <= listed("words_that_could_hurt.txt")


def test_the_words_of_the_printed_examples_are_on_the_list() -> None:
    assert {"river", "lemon", "chair", "moon", "paper", "tree", "lamp", "fish"} <= set(WORDS)

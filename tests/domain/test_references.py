"""References and codes: a slip is always noticed, and whatever people type that means the same is read the same."""

import random
from collections.abc import Iterable, Iterator
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.references import (
    ALPHABET,
    BadCode,
    BadReference,
    ForeignSymbol,
    RandBelow,
    SecretCode,
    WordNotOnList,
    WrongCheckSymbol,
    WrongCodeLength,
    WrongReferenceLength,
    format_reference,
    new_code,
    new_reference,
    parse_reference,
)

references = st.integers(0, 2**32).map(lambda seed: new_reference(random.Random(seed).randrange))
codes = st.integers(0, 10**15 - 1).map(lambda number: new_code(lambda _: number))
KNOWN = SecretCode("000999123045678")


def test_no_symbol_of_a_reference_can_be_mistaken_for_another_or_make_a_word() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 29
    assert not set(ALPHABET) & set("01AEIOU")


def test_a_reference_is_read_out_in_two_halves() -> None:
    assert format_reference("7KQM3W9K") == "7KQM-3W9K"


def drawing(values: Iterable[int]) -> RandBelow:
    numbers = iter(values)
    return lambda below: next(numbers) % below


def test_a_new_reference_is_seven_draws_and_the_check_symbol_that_follows() -> None:
    assert new_reference(drawing([0, 1, 2, 3, 4, 5, 28])).startswith("234567Z")
    # By hand: 2^15 mod 29 = 27, which is Y, and 2^21 mod 29 = 17, which is M.
    assert new_reference(drawing([1, 0, 0, 0, 0, 0, 0])) == "3222222Y"
    assert new_reference(drawing([0, 0, 0, 0, 0, 0, 1])) == "2222223M"


@given(references)
def test_every_reference_we_make_is_one_we_take(reference: str) -> None:
    assert parse_reference(reference) == reference
    assert parse_reference(format_reference(reference)) == reference


def test_references_made_by_default_are_all_different() -> None:
    assert len({new_reference() for _ in range(200)}) == 200


def test_every_single_wrong_symbol_is_caught() -> None:
    draw = random.Random(1).randrange
    for _ in range(60):
        reference = new_reference(draw)
        for place in range(8):
            for symbol in set(ALPHABET) - {reference[place]}:
                with pytest.raises(WrongCheckSymbol):
                    parse_reference(reference[:place] + symbol + reference[place + 1 :])


def test_every_pair_of_symbols_that_change_places_is_caught() -> None:
    # For each two places, each two different symbols in them, whatever the others are: nothing is left to chance.
    caught = 0
    for one, two in combinations(range(8), 2):
        for reference in _with_every_pair_at(one, two):
            swapped = list(reference)
            swapped[one], swapped[two] = swapped[two], swapped[one]
            if swapped[one] != swapped[two]:
                caught += 1
                with pytest.raises(WrongCheckSymbol):
                    parse_reference("".join(swapped))
    assert caught > 20_000


def _with_every_pair_at(one: int, two: int) -> Iterator[str]:
    for first, second in product(range(29), repeat=2):
        values = [(first + 3 * second + place) % 29 for place in range(7)]
        values[one] = first
        # The last symbol follows from the others, so where it is one of the pair, another symbol makes it vary.
        values[two if two < 7 else (one + 1) % 7] = second
        yield new_reference(drawing(values))


@pytest.mark.parametrize(
    "typed",
    [
        "7KQM-3W9K",
        "7kqm3w9k",
        " 7kqm 3w9k\n",
        "7KQM–3W9K",
        "7KQM—3W9K",
        "7KQM−3W9K",
        "7KQM‑3W9K.",
        "7KQM_3W9K",
        "7KQMـ3W9K",
        "7 K Q M - 3 W 9 K",
        "７ＫＱＭ－３Ｗ９Ｋ",
        "ｋ".join(["7", "qm3w9k"]),
        "٧KQM-٣W٩K",
        "۷KQM-۳W۹K",
        "\u200f7KQM\u00ad-\u200b3W9K\u200e",
        "“7KQM-3W9K”",
    ],
)
def test_a_reference_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_reference(typed) == "7KQM3W9K"


@pytest.mark.parametrize("typed", ["", "   ", "-", "7KQM3W9", "7KQM3W9KK", "7KQM-3W9K-7KQM-3W9K", "2" * 100_000])
def test_a_reference_of_the_wrong_length_is_told_so(typed: str) -> None:
    with pytest.raises(WrongReferenceLength, match="eight"):
        parse_reference(typed)


def test_blanks_around_a_reference_do_no_harm_until_they_are_a_flood() -> None:
    assert parse_reference("7KQM3W9K".ljust(400)) == "7KQM3W9K"
    with pytest.raises(WrongReferenceLength):
        parse_reference("7KQM3W9K".ljust(401))


def test_a_reference_hidden_at_the_start_of_a_flood_is_not_one() -> None:
    with pytest.raises(WrongReferenceLength):
        parse_reference("7KQM3W9K" + " " * 1000 + "7KQM")


@pytest.mark.parametrize(
    ("typed", "symbol"), [("7KQM-3W0K", "0"), ("7kqm-3wik", "I"), ("7KQM-3WßK", "ß"), ("7KQM-£W9K", "£")]
)
def test_a_symbol_no_reference_contains_is_named(typed: str, symbol: str) -> None:
    with pytest.raises(ForeignSymbol, match="vowel") as refused:
        parse_reference(typed)
    assert refused.value.symbol == symbol


def test_a_wrong_check_symbol_says_what_may_have_happened() -> None:
    with pytest.raises(WrongCheckSymbol, match="last symbol"):
        parse_reference("7KQM3W9C")


def test_the_page_can_catch_every_slip_by_one_name() -> None:
    assert {WrongReferenceLength.__base__, ForeignSymbol.__base__, WrongCheckSymbol.__base__} == {BadReference}
    assert {WordNotOnList.__base__, WrongCodeLength.__base__} == {BadCode}

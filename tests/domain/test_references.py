"""References and codes: a slip is always noticed, and whatever people type that means the same is read the same."""

import random
from collections.abc import Iterable, Iterator
from contextlib import suppress
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
    parse_code,
    parse_reference,
)
from portal.domain.secret_words import WORDS

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


def test_a_code_is_five_words_or_their_numbers_in_threes() -> None:
    assert KNOWN.words == (WORDS[0], WORDS[999], WORDS[123], WORDS[45], WORDS[678])
    assert KNOWN.digits == "000 999 123 045 678"


def test_a_new_code_is_one_draw_from_all_codes_with_its_noughts_kept() -> None:
    asked: list[int] = []

    def draw(below: int) -> int:
        asked.append(below)
        return 7

    assert new_code(draw).canonical == "000000000000007"
    assert asked == [10**15]


def test_codes_made_by_default_are_all_different() -> None:
    assert len({new_code().canonical for _ in range(200)}) == 200


def test_a_code_printed_by_accident_shows_nothing() -> None:
    assert repr(KNOWN) == str(KNOWN) == "SecretCode(…)"


@given(codes, st.sampled_from([" ", "-", ", ", "\n", "/", ".", "  –  ", "\u00a0", "、", "\t"]))
def test_words_are_read_in_any_case_with_anything_between(code: SecretCode, between: str) -> None:
    assert parse_code(between.join(code.words)) == code
    assert parse_code(between.join(code.words).upper()) == code
    assert parse_code("  " + between.join(code.words).title() + between) == code


@given(
    codes,
    st.sampled_from(["٠", "۰", "０", "०", "০", "𝟎"]),
    st.integers(1, 15),
    st.sampled_from([" ", "-", "", ".", "_"]),
)
def test_digits_are_read_in_any_script_and_grouping(code: SecretCode, nought: str, group: int, between: str) -> None:
    digits = "".join(chr(ord(nought) + int(digit)) for digit in code.canonical)
    assert parse_code(between.join(digits[start : start + group] for start in range(0, 15, group))) == code
    assert parse_code(code.digits) == code


def test_words_and_their_digits_may_be_mixed() -> None:
    assert parse_code(f"{WORDS[0]} 999 {WORDS[123]} 045{WORDS[678]}") == KNOWN


def test_accents_and_invisible_marks_do_no_harm() -> None:
    first, *others = KNOWN.words
    marked = "\u200f" + first[0] + "\u0301" + first[1] + "\u00ad" + first[2:]
    assert parse_code(" ".join([marked, *others])) == KNOWN


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "12345678901234",
        "1234567890123456",
        "river lemon chair moon",
        "river lemon chair moon paper fish",
        "1" * 500,
    ],
)
def test_a_code_that_is_too_short_or_too_long_is_told_so(typed: str) -> None:
    with pytest.raises(WrongCodeLength, match="five words or 15 digits"):
        parse_code(typed)


def test_a_code_hidden_at_the_start_of_a_flood_is_not_one() -> None:
    with pytest.raises(WrongCodeLength):
        parse_code(KNOWN.canonical + " " * 1000)


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("rivr", "river"), ("lemmon", "lemon"), ("chiar", "chair"), ("pepar", "paper"), ("FISHH", "fish")],
)
def test_a_misspelled_word_is_told_at_once_with_the_word_that_was_meant(word: str, suggestion: str) -> None:
    with pytest.raises(WordNotOnList) as refused:
        parse_code(f"moon {word} moon moon moon")
    assert refused.value.word == word.lower()
    assert suggestion in refused.value.suggestions
    assert word not in str(refused.value)


def test_the_first_unknown_word_is_named_before_the_length_is_looked_at() -> None:
    with pytest.raises(WordNotOnList) as refused:
        parse_code("moon xylophone qqqq")
    assert refused.value.word == "xylophone"


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("pape", ("page", "paper")),
        ("stet", ("stew",)),
        ("ll", ("elk", "hill", "lid")),
        ("sxxl", ()),
        ("cabbage", ()),
    ],
    ids=["both at one slip", "one slip hides two", "three of many", "three slips are too many", "a longer word"],
)
def test_only_the_nearest_words_are_suggested_and_three_at_most(word: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(WordNotOnList) as refused:
        parse_code(word)
    assert refused.value.suggestions == suggestions


def test_a_word_like_no_other_gets_no_suggestion() -> None:
    with pytest.raises(WordNotOnList) as refused:
        parse_code("قمر")
    assert refused.value.suggestions == ()


@given(st.sampled_from(WORDS), st.data())
def test_one_slip_in_a_listed_word_suggests_that_word_and_few_others(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    with pytest.raises(WordNotOnList) as refused:
        parse_code(word[:place] + "q" + word[place:])
    assert len(refused.value.suggestions) <= 3
    assert word in refused.value.suggestions or len(refused.value.suggestions) == 3


@given(st.text(max_size=60))
def test_whatever_is_typed_the_answer_is_a_code_or_a_named_slip(text: str) -> None:
    for parse, slip in ((parse_code, BadCode), (parse_reference, BadReference)):
        with suppress(slip):
            parse(text)

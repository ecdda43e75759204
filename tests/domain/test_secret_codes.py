"""Secret codes: five words or fifteen digits, read however they are typed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.references import (
    BadCode,
    BadReference,
    SecretCode,
    WordNotOnList,
    WrongCodeLength,
    new_code,
    parse_code,
    parse_reference,
)
from portal.domain.secret_words import WORDS

codes = st.integers(0, 10**15 - 1).map(lambda number: new_code(lambda _: number))


KNOWN = SecretCode("000999123045678")


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


def test_blanks_around_a_code_do_no_harm_until_they_are_a_flood() -> None:
    assert parse_code(KNOWN.canonical.ljust(400)) == KNOWN
    with pytest.raises(WrongCodeLength):
        parse_code(KNOWN.canonical.ljust(401))


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
    assert str(refused.value) == WordNotOnList.__doc__


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
        ("qqanorak", ("anorak",)),
        ("anoqqrak", ("anorak",)),
        ("alpac", ("alpaca",)),
    ],
    ids=[
        "both at one slip",
        "one slip hides two",
        "three of many",
        "three slips are too many",
        "a longer word",
        "two letters before",
        "two letters between",
        "one letter missing",
    ],
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

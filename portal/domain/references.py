"""References people can read out and secret codes nobody can guess: made, shown, and read back however typed."""

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from portal.domain.secret_words import NUMBER_OF, WORDS

RandBelow: TypeAlias = Callable[[int], int]
"""Draws a number from 0 up to, but not including, its argument."""

ALPHABET: Final = "23456789BCDFGHJKLMNPQRSTVWXYZ"
"""29 symbols: no 0, 1, I or O to mix up, and no vowels to make words with. 29 is prime, which the check relies on."""

REFERENCE_LENGTH: Final = 8
CODE_DIGITS: Final = 15

_LONGEST_INPUT: Final = 400  # nobody types more than this by hand; it bounds the work below
_ODD_DASHES: Final = "−˗ـ"  # dashes that Unicode files elsewhere: two minus signs and the Arabic stretch
_RUNS: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_SUGGESTIONS: Final = 3
_MOST_SLIPS: Final = 2


class BadReference(ValueError):
    """What was typed cannot be a reference; each way to be wrong has its own class below."""


class WrongReferenceLength(BadReference):
    """A reference has eight letters and digits, and this has more or fewer."""


class ForeignSymbol(BadReference):
    """A letter or sign was typed that no reference contains, such as a vowel, 0 or 1."""

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol
        super().__init__(self.__doc__)


class WrongCheckSymbol(BadReference):
    """One symbol is wrong or two have changed places: the last symbol does not fit the others."""


class BadCode(ValueError):
    """What was typed cannot be a secret code. A slip costs no try; each way to be wrong has its own class below."""


class WrongCodeLength(BadCode):
    """A secret code has five words or 15 digits, and this has more or fewer."""


class WordNotOnList(BadCode):
    """A word was typed that no secret code contains; `suggestions` are the listed words most like it."""

    def __init__(self, word: str, suggestions: tuple[str, ...]) -> None:
        self.word = word
        self.suggestions = suggestions
        super().__init__(self.__doc__)  # never the word itself: messages end up in logs


@dataclass(frozen=True, slots=True, repr=False)
class SecretCode:
    """Five secret words, or the same thing as 15 digits; `canonical`, the digits unspaced, is what is hashed."""

    canonical: str

    @property
    def words(self) -> tuple[str, ...]:
        """The five words, in order."""
        return tuple(WORDS[int(group)] for group in self._groups())

    @property
    def digits(self) -> str:
        """The 15 digits in threes: "417 208 066 391 520"."""
        return " ".join(self._groups())

    def __repr__(self) -> str:
        return "SecretCode(…)"  # a code must not reach a log by accident

    def _groups(self) -> tuple[str, ...]:
        return tuple(self.canonical[start : start + 3] for start in range(0, CODE_DIGITS, 3))


def new_reference(randbelow: RandBelow = secrets.randbelow) -> str:
    """Return a new reference as it is stored: seven random symbols and a check symbol, like "7KQM3W9K".

    There are 29^7, about 17 thousand million: whoever stores one draws again if it exists already.
    """
    body = "".join(ALPHABET[randbelow(len(ALPHABET))] for _ in range(REFERENCE_LENGTH - 1))
    return body + _check_symbol(body)


def format_reference(reference: str) -> str:
    """Return a stored reference as people read it: "7KQM-3W9K"."""
    return f"{reference[:4]}-{reference[4:]}"


def parse_reference(text: str) -> str:
    """Return the stored form of a reference as typed, whatever its case, spaces, dashes, width or script of digits.

    Raises WrongReferenceLength, ForeignSymbol or WrongCheckSymbol.
    """
    symbols = _plain(text)
    for symbol in symbols:
        if symbol not in ALPHABET:
            raise ForeignSymbol(symbol)
    if len(symbols) != REFERENCE_LENGTH or len(text) > _LONGEST_INPUT:
        raise WrongReferenceLength(WrongReferenceLength.__doc__)
    if _check_symbol(symbols[:-1]) != symbols[-1]:
        raise WrongCheckSymbol(WrongCheckSymbol.__doc__)
    return symbols


def new_code(randbelow: RandBelow = secrets.randbelow) -> SecretCode:
    """Return a new secret code, one of 10^15 (49.8 bits) and all equally likely."""
    return SecretCode(f"{randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}")


def parse_code(text: str) -> SecretCode:
    """Return the code somebody typed: five words in any case with anything between them, or 15 digits of any script.

    A word may also be given as its three digits. Raises WordNotOnList (the first such word) or WrongCodeLength.
    """
    plain = unicodedata.normalize("NFKD", text[:_LONGEST_INPUT]).casefold()
    runs = _RUNS.findall("".join(_western_digit(sign) for sign in plain if not _silent(sign)))
    if all(run.isdecimal() for run in runs):
        digits = "".join(runs)
    else:
        digits = "".join(run if run.isdecimal() else _number(run) for run in runs)
    if len(digits) != CODE_DIGITS or len(text) > _LONGEST_INPUT:
        raise WrongCodeLength(WrongCodeLength.__doc__)
    return SecretCode(digits)


def _check_symbol(body: str) -> str:
    # Weights 2^15 ... 2^21 modulo 29. The powers of 2 run through all of 1..28 before they repeat, so the weights
    # differ from one another, from 0, and from the -1 that the check symbol carries: every single wrong symbol and
    # every swap of two symbols, next to each other or not, changes the sum.
    return ALPHABET[sum(ALPHABET.index(symbol) << (15 + place) for place, symbol in enumerate(body)) % len(ALPHABET)]


def _plain(text: str) -> str:
    shown = (_western_digit(sign) for sign in unicodedata.normalize("NFKC", text[:_LONGEST_INPUT]))
    return "".join(sign.upper() if sign.isascii() else sign for sign in shown if not _separates(sign))


def _western_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _separates(sign: str) -> bool:
    # Punctuation (with every dash), separators, and controls (with the invisible marks that turn text right to left).
    return unicodedata.category(sign)[0] in "PZC" or sign in _ODD_DASHES


def _silent(sign: str) -> bool:
    # Accents, and marks that show nothing: they neither change a word nor end it.
    return unicodedata.category(sign) in {"Mn", "Cf"}


def _number(word: str) -> str:
    if word not in NUMBER_OF:
        raise WordNotOnList(word, _suggestions(word))
    return f"{NUMBER_OF[word]:03d}"


def _suggestions(word: str) -> tuple[str, ...]:
    slips = {listed: _slips(word, listed) for listed in WORDS}
    fewest = min(slips.values())
    return tuple(listed for listed in WORDS if slips[listed] == fewest <= _MOST_SLIPS)[:_SUGGESTIONS]


def _slips(typed: str, meant: str) -> int:
    """Count the letters to add, drop or change to make `meant` of `typed` (Levenshtein's distance)."""
    row = list(range(len(meant) + 1))
    for place, letter in enumerate(typed, 1):
        above, row = row, [place]
        for column, wanted in enumerate(meant, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != wanted)))
    return row[-1]

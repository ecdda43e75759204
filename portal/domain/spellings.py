"""One spelling for a name, an e-mail address or a telephone number, however somebody typed it, to find them again."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

_NUMBER = re.compile(r"\+?[\d\s()./\u2010-\u2015-]*\d")
_FEWEST_DIGITS = 6
_UNITED_KINGDOM = "44"
_WITHOUT_PLUS = 12
"""Digits of a British number that was typed with 44 in front and no plus."""


def name_spelling(typed: str) -> str:
    """A name without case, accents, spaces and marks: "Zoë O’Neill" and "zoe oneill" are one; "" when none is left."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", typed).casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def email_spelling(typed: str) -> str:
    """An e-mail address without case or spaces; "" when there is no @ in it."""
    plain = "".join(unicodedata.normalize("NFKC", typed).casefold().split())
    return plain if "@" in plain else ""


def phone_spelling(typed: str) -> str:
    """The digits of the first telephone number in a text as one would dial it in England; "" when there is none.

    "+44 (0)7911 123456", "0044 7911 123456" and "447911123456" are all 07911123456; other countries begin with 00.
    """
    western = "".join(str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKC", typed))
    for found in _NUMBER.findall(western):
        digits = re.sub(r"\D", "", found)
        if len(digits) >= _FEWEST_DIGITS:
            return _dialled(digits, abroad=found.startswith("+"))
    return ""


def _dialled(digits: str, *, abroad: bool) -> str:
    without_plus = digits.startswith(_UNITED_KINGDOM) and len(digits) == _WITHOUT_PLUS
    if (abroad and not digits.startswith("00")) or without_plus:
        digits = f"00{digits}"
    home = f"00{_UNITED_KINGDOM}"
    return f"0{digits.removeprefix(home).lstrip('0')}" if digits.startswith(home) else digits


SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"name": name_spelling, "email": email_spelling, "phone": phone_spelling}
)
"""What a person can be found by, and how each is spelled."""

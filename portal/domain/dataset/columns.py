"""What a cell of the dataset may hold, how it is read, and how it is written: each value has exactly one spelling."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from portal.domain.years import NotAYear, ReportingYear

Value = str | int | bool | date | tuple[str, ...]
"""Text and codes, whole numbers and pence, yes or no, days, lists of codes. An empty cell is None: not recorded."""

MOST = 2_147_483_647
OLDEST = 120
_MONEY = re.compile(r"[0-9]{1,9}\.[0-9]{2}")  # \d would take the digits of every script
_WHOLE = re.compile(r"0|[1-9][0-9]{0,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,9})(\.[0-9]{1,2})?")
_KEY = re.compile(r"[A-Za-z0-9._/][A-Za-z0-9._/-]{0,39}")
_PLACE = re.compile(r"[A-Za-z0-9._/][A-Za-z0-9._/:+-]{0,59}")
MOST_TEXT = 12_000  # more than any box of the desk takes
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class NotThat(ValueError):
    """A cell does not hold what its column wants; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file. `codes` names a list: fixed here, or one that the council's profile has."""

    name: str
    kind: str = "code"  # one of KINDS
    codes: frozenset[str] = frozenset()
    of_profile: str = ""  # "teams" or "categories": the codes are the council's own
    required: bool = False
    about: str = ""


def _code(cell: str, allowed: frozenset[str]) -> str:
    if cell not in allowed:
        raise NotThat(f"one of {listed_codes(allowed)}")
    return cell


def _codes(cell: str, allowed: frozenset[str]) -> tuple[str, ...]:
    found = tuple(_code(part, allowed) for part in cell.split(";"))
    if len(set(found)) < len(found):
        raise NotThat("each code once")
    return found


def _keys(cell: str, _allowed: frozenset[str]) -> tuple[str, ...]:
    found = tuple(_key(part, _allowed) for part in cell.split(";"))
    if len(set(found)) < len(found):
        raise NotThat("each reference once")
    return found


def _day(cell: str, _allowed: frozenset[str]) -> date:
    try:
        if not _DAY.fullmatch(cell):
            raise ValueError
        return date.fromisoformat(cell)
    except ValueError:
        raise NotThat("a date such as 2018-04-12") from None


def _flag(cell: str, _allowed: frozenset[str]) -> bool:
    if cell not in ("true", "false"):
        raise NotThat("true or false")
    return cell == "true"


def _whole(cell: str, _allowed: frozenset[str]) -> int:
    if not _WHOLE.fullmatch(cell) or int(cell) > MOST:
        raise NotThat("a whole number such as 12")
    return int(cell)


def _age(cell: str, allowed: frozenset[str]) -> str:
    if cell in allowed:
        return cell
    if not _WHOLE.fullmatch(cell) or int(cell) > OLDEST:
        raise NotThat(f"an age in whole years up to {OLDEST}, or {listed_codes(allowed)}")
    return cell


def _decimal(cell: str, _allowed: frozenset[str]) -> str:
    if not _DECIMAL.fullmatch(cell):
        raise NotThat("a number such as 12 or 12.7")
    return cell


def _pence(cell: str, _allowed: frozenset[str]) -> int:
    if not _MONEY.fullmatch(cell) or (len(cell) > len("0.00") and cell.startswith("0")):
        raise NotThat("pounds with two decimals, such as 58.50")
    amount = int(cell.replace(".", ""))
    if amount > MOST:
        raise NotThat("less than 21 million pounds")
    return amount


def _key(cell: str, _allowed: frozenset[str]) -> str:
    if not _KEY.fullmatch(cell):
        raise NotThat("up to 40 letters, digits, dots, dashes or strokes, not a dash first")
    return cell


def _place(cell: str, _allowed: frozenset[str]) -> str:
    if not _PLACE.fullmatch(cell):
        raise NotThat("the code of a row of a table, such as stage-1:within-10 or 18+")
    return cell


def _text(cell: str, _allowed: frozenset[str]) -> str:
    if len(cell) > MOST_TEXT or any(ord(sign) < ord(" ") and sign not in "\n\t" for sign in cell):
        raise NotThat(f"up to {MOST_TEXT} characters of plain text")
    if plain(cell) != cell:
        raise NotThat("no formula for a spreadsheet: write ' before a text that begins with =, +, -, @ or a tab")
    return cell


def plain(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _year(cell: str, _allowed: frozenset[str]) -> str:
    try:
        if str(ReportingYear.read(cell)) == cell:
            return cell
    except NotAYear:
        pass
    raise NotThat("a year such as 2018-19")


KINDS: Mapping[str, Callable[[str, frozenset[str]], Value]] = MappingProxyType(
    {
        "code": _code, "codes": _codes, "keys": _keys, "date": _day, "flag": _flag, "whole": _whole, "pence": _pence,
        "key": _key, "place": _place, "text": _text, "year": _year, "age": _age,
        "decimal": _decimal,
    }
)  # fmt: skip
"""How a cell of each kind is read; every reader refuses what it would not itself write."""


REPEATED = frozenset({"code", "codes", "date", "flag", "year", "age"})
"""Kinds whose cells are mostly like one of the cells before."""
MOST_REMEMBERED = 20_000


class Reader:
    """Reads the cells of one column; a cell that was there before is not read again."""

    def __init__(self, column: Column, allowed: frozenset[str]) -> None:
        self.name = column.name
        self._column, self._allowed = column, allowed
        self._remembered: dict[str, Value | None] = {}

    def read(self, cell: str) -> Value | None:
        """The value of a cell; None for an empty one. Raises `NotThat` saying what was expected."""
        try:
            return self._remembered[cell]
        except KeyError:
            value = read(self._column, cell, self._allowed)
        if self._column.kind in REPEATED and len(self._remembered) < MOST_REMEMBERED:
            self._remembered[cell] = value
        return value


def read(column: Column, cell: str, allowed: frozenset[str]) -> Value | None:
    """The value of a cell; None for an empty one. Raises `NotThat` saying what was expected."""
    if cell == "":
        if column.required:
            raise NotThat("a value: this column may not be empty")
        return None
    return KINDS[column.kind](cell, allowed)


def write(column: Column, value: Value | None) -> str:
    """The cell for a value, such that reading it gives the value again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ";".join(value)
    if column.kind == "pence" and isinstance(value, int):
        return f"{value // 100}.{value % 100:02d}"
    return str(value)


def listed_codes(codes: frozenset[str]) -> str:
    """Some codes in words, and how many there are."""
    shown = sorted(codes)
    most = 8
    return ", ".join(shown[:most]) + (f" … ({len(shown)} codes)" if len(shown) > most else "")

"""Checks the shape of a profile: no unknown key, none missing, and every value of the right kind."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from portal.authorities import schema
from portal.authorities.lines import Path

Finding = tuple[Path, str]

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[A-Za-z]{2,}")


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _all(test: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(test(item) for item in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


KINDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "text": (_is_text, "words in quotes"),
    "texts": (_all(_is_text), 'a list of words in quotes, like ["one", "two"]'),
    "number": (_is_number, "a whole number"),
    "numbers": (_all(_is_number), "a list of whole numbers, like [10, 20]"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "year": (
        lambda value: _is_number(value) and 1989 <= int(str(value)) <= 2100,
        "the year in which the reporting year starts, like 2018 for 2018-19",
    ),
    "email": (
        lambda value: isinstance(value, str) and (not value or bool(_EMAIL.fullmatch(value))),
        "an e-mail address like team@council.example",
    ),
    "link": (
        lambda value: isinstance(value, str) and (not value or value.startswith("https://")),
        "an address that starts with https://",
    ),
    "list": (_all(lambda item: isinstance(item, dict)), "a list of tables"),
    "table": (lambda value: isinstance(value, dict), "a table"),
}


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean "phone"?`, or nothing when no known word comes close."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def findings(profile: Mapping[str, object]) -> Iterator[Finding]:
    """Everything wrong with the shape, each with the path of the key."""
    yield from _table(profile, schema.PROFILE, ())
    for name, table in _SECTIONS.items():
        yield from _table(_inner(profile, name), table, (name,))
    for code, box in _inner(profile, "mailboxes").items():
        yield from _entry(box, schema.MAILBOX, ("mailboxes", code))
    for name, table in _LISTS.items():
        yield from _items(profile.get(name), table, (name,))
    for name, rows in _inner(profile, "labels").items():
        if name not in schema.LABELS:
            yield ("labels", name), f'unknown key "{name}"{meant(name, schema.LABELS)}'
        yield from _items(rows, schema.TERM, ("labels", name))
    yield from _promises(_inner(profile, "promises"))
    yield from _report(profile.get("report"))


_LISTS: Final = {
    "routing": schema.RULE,
    "teams": schema.TERM,
    "categories": schema.TERM,
    "report": schema.REPORT,
}
_SECTIONS: Final = {
    "contacts": schema.CONTACTS,
    "advocacy": schema.ADVOCACY,
    "data_protection": schema.DATA_PROTECTION,
    "limits": schema.LIMIT,
    "options": schema.OPTION,
    "retention": schema.RETENTION,
}


def _inner(profile: Mapping[str, object], name: str) -> dict[str, object]:
    value = profile.get(name)
    return value if isinstance(value, dict) else {}


def _table(values: Mapping[str, object], table: schema.Table, path: Path) -> Iterator[Finding]:
    for name, value in values.items():
        key = table.get(name)
        if key is None:
            yield (*path, name), f'unknown key "{name}"{meant(name, table)}'
        else:
            yield from _value(value, key, (*path, name))
    for name, key in table.items():
        if key.required and name not in values:
            yield path, f'the key "{name}" is missing'


def _value(value: object, key: schema.Key, path: Path) -> Iterator[Finding]:
    fits, wanted = KINDS[key.kind]
    if not fits(value):
        yield path, f'"{path[-1]}" must be {wanted}'
    elif key.required and key.kind in ("text", "email", "texts") and not value:
        yield path, f'"{path[-1]}" must not be empty'
    elif key.one_of:
        for word in value if isinstance(value, list) else [value]:
            if word not in key.one_of:
                yield path, f'"{word}" is not one of {", ".join(sorted(key.one_of))}{meant(str(word), key.one_of)}'


def _entry(value: object, table: schema.Table, path: Path) -> Iterator[Finding]:
    if isinstance(value, dict):
        yield from _table(value, table, path)
    else:
        yield path, f'"{path[-1]}" must be a table'


def _items(rows: object, table: schema.Table, path: Path) -> Iterator[Finding]:
    if rows is None:
        return
    if not isinstance(rows, list):
        yield path, f'"{path[-1]}" must be a list of tables'
        return
    for number, row in enumerate(rows):
        if isinstance(row, dict):
            yield from _table(row, table, (*path, number))


def _promises(promises: Mapping[str, object]) -> Iterator[Finding]:
    for code, promise in promises.items():
        path = ("promises", code)
        if code not in schema.PROMISES:
            yield path, f'unknown promise "{code}"{meant(code, schema.PROMISES)}'
        yield from _entry(promise, schema.PROMISE, path)
    for code in schema.PROMISES:
        if code not in promises:
            yield ("promises",), f'the promise "{code}" is missing'


def _report(tables: object) -> Iterator[Finding]:
    for number, table in enumerate(tables if isinstance(tables, list) else []):
        if isinstance(table, dict):
            yield from _table(_inner(table, "bands"), schema.REPORT_BANDS, ("report", number, "bands"))
            yield from _items(table.get("rows"), schema.REPORT_ROW, ("report", number, "rows"))
            yield from _items(table.get("populations"), schema.REPORT_POPULATION, ("report", number, "populations"))

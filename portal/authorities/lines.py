"""Finds the line of a TOML file on which a key stands, because Python's own reader forgets it."""

import re

Path = tuple[str | int, ...]

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\"-]+(?:\s*\.\s*[\w\"-]+)*)\s*=(.*)$")


class Lines:
    """The line of every table, key and list item of one file; strings over several lines are not looked into."""

    def __init__(self, text: str) -> None:
        self._known: dict[Path, int] = {}
        self._table: Path = ()
        self._key: Path = ()
        self._items = 0
        self._depth = 0
        for number, line in enumerate(text.splitlines(), start=1):
            self._read(number, line)

    def of(self, path: Path) -> int:
        """The line of this key, or of the nearest one around it; 1 for the file as a whole."""
        while path:
            if path in self._known:
                return self._known[path]
            path = path[:-1]
        return 1

    def _read(self, number: int, line: str) -> None:
        if self._depth:
            self._count_items(number, line)
        elif header := _HEADER.match(line):
            self._open(number, _parts(header[2]), repeated=header[1] == "[[")
        elif key := _KEY.match(line):
            self._key = (*self._table, *_parts(key[1]))
            self._known.setdefault(self._key, number)
            self._items = 0
            self._count_items(number, key[2])

    def _open(self, number: int, path: Path, *, repeated: bool) -> None:
        self._known.setdefault(path, number)
        if repeated:
            before = sum(1 for known in self._known if known[:-1] == path and isinstance(known[-1], int))
            path = (*path, before)
        self._known[path] = number
        self._table = path

    def _count_items(self, number: int, text: str) -> None:
        """Note the line of each string or inline table of the list that is open."""
        for sign in _STRING.sub("s", text).split("#")[0]:
            if self._depth == 1 and sign in "s{[":
                self._known[(*self._key, self._items)] = number
                self._items += 1
            if sign in "[{":
                self._depth += 1
            elif sign in "]}":
                self._depth -= 1


def _parts(name: str) -> Path:
    return tuple(part.strip().strip('"') for part in name.split("."))

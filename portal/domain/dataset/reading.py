"""Reading a file of the dataset: every row becomes values, or a fault that says where and what was expected."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from portal.domain.dataset.columns import Column, NotThat, Reader, Value
from portal.domain.dataset.files import File

Row = dict[str, Value | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a package, and where."""

    file: str
    line: int  # the line of the file as an editor counts it; 0: the file as a whole
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, f"line {self.line}" if self.line else "", self.column) if part)
        found = f"“{self.value[:60]}” " if self.value else ""
        return f"{where}: {found}should be {self.expected}" if self.expected else f"{where}: {found}is not known"


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one council's profile, of every year."""

    teams: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()

    def of(self, column: Column) -> frozenset[str]:
        """What this column may hold."""
        own: frozenset[str] = getattr(self, column.of_profile) if column.of_profile else frozenset()
        return column.codes | own


def rows_of(file: File, lines: Iterable[str], codes: Codes) -> Iterator[tuple[int, Row] | Fault]:
    """The rows of a file with their lines, and its faults, one after the other.

    Of a row with a wrong cell come the faults, and then the row without the cell; a column that is not known is told
    and left out, and a row that has not as many cells as it should comes as a fault alone.
    """
    cells = csv.reader(lines, strict=True)
    try:
        header = next(cells, [])
        yield from _header(file, header)
        yield from _rows(file, header, cells, codes)
    except UnicodeDecodeError:
        yield Fault(file.path, 0, "", "", "text in UTF-8")
    except csv.Error as broken:
        yield Fault(file.path, cells.line_num, "", "", f"a row of a CSV file ({broken})")


class Lines(Protocol):
    """Rows of cells, and the line at which the last of them ended."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def _rows(file: File, header: Sequence[str], lines: Lines, codes: Codes) -> Iterator[tuple[int, Row] | Fault]:
    readers = [Reader(column, codes.of(column)) for column in file.columns]
    places = [header.index(column.name) if column.name in header else None for column in file.columns]
    seen: dict[tuple[Value | None, ...], int] = {}
    for cells in lines:
        if not cells:
            continue
        line = lines.line_num
        if len(cells) != len(header):
            yield Fault(file.path, line, "", "", f"a row of {len(header)} cells, not {len(cells)}")
            continue
        row: Row = {}
        unread = set[str]()
        for reader, place in zip(readers, places, strict=True):
            try:
                row[reader.name] = None if place is None else reader.read(cells[place])
            except NotThat as refused:
                yield Fault(file.path, line, reader.name, cells[place or 0], str(refused))
                row[reader.name] = None
                unread.add(reader.name)
        if not unread & set(file.key):
            yield from _twice(file, line, row, seen)
        yield line, row


def _header(file: File, header: Sequence[str]) -> Iterator[Fault]:
    known = [column.name for column in file.columns]
    if not header:
        yield Fault(file.path, 1, "", "", f"a header row: {','.join(known)}")
        return
    for name in header:
        if name not in known:
            yield Fault(file.path, 1, name, name, f"a known column: {', '.join(known)}")
        elif header.count(name) > 1:
            yield Fault(file.path, 1, name, name, "there once only")
    for column in file.columns:
        if (column.required or column.name in file.key) and column.name not in header:
            yield Fault(file.path, 1, column.name, "", "there: this column is needed")


def _twice(file: File, line: int, row: Row, seen: dict[tuple[Value | None, ...], int]) -> Iterator[Fault]:
    key = tuple([row[name] for name in file.key])
    earlier = seen.setdefault(key, line)
    if earlier != line and any(part is not None for part in key):
        shown = ", ".join(str(part) for part in key)
        yield Fault(file.path, line, " and ".join(file.key), shown, f"there once; line {earlier} has it already")

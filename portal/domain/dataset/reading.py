"""Reading a file of the dataset: every row becomes values, or a fault that says where and what was expected."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.domain.dataset.columns import Column, NotThat, Value, read
from portal.domain.dataset.files import File

Row = dict[str, Value | None]
FIRST_LINE = 2


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


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file: the good rows with their lines, and the faults."""

    rows: list[tuple[int, Row]]
    faults: list[Fault]


def read_file(file: File, content: bytes, codes: Codes) -> Read:
    """All rows of a file. A file that cannot be read at all gives one fault and no rows."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Read([], [Fault(file.path, 0, "", "", "text in UTF-8")])
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
    except csv.Error:
        header = []
    wrong = list(_header(file, header))
    if wrong:
        return Read([], wrong)
    found = Read([], [])
    try:
        for cells in lines:
            _take(file, header, cells, lines.line_num, codes, found)
    except csv.Error as broken:
        found.faults.append(Fault(file.path, lines.line_num, "", "", f"a row of a CSV file ({broken})"))
    found.faults.extend(_twice(file, found.rows))
    return found


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


def _take(file: File, header: Sequence[str], cells: Sequence[str], line: int, codes: Codes, found: Read) -> None:
    if not cells:
        return
    if len(cells) != len(header):
        found.faults.append(Fault(file.path, line, "", "", f"a row of {len(header)} cells, not {len(cells)}"))
        return
    by_name: Mapping[str, str] = dict(zip(header, cells, strict=True))
    row: Row = {}
    for column in file.columns:
        cell = by_name.get(column.name, "")
        try:
            row[column.name] = read(column, cell, codes.of(column))
        except NotThat as refused:
            found.faults.append(Fault(file.path, line, column.name, cell, str(refused)))
            row[column.name] = None
    found.rows.append((line, row))


def _twice(file: File, rows: Sequence[tuple[int, Row]]) -> Iterator[Fault]:
    seen: dict[tuple[Value | None, ...], int] = {}
    for line, row in rows:
        key = tuple(row[name] for name in file.key)
        if key in seen and any(part is not None for part in key):
            shown = ", ".join(str(part) for part in key)
            yield Fault(file.path, line, " and ".join(file.key), shown, f"there once; line {seen[key]} has it already")
        seen.setdefault(key, line)

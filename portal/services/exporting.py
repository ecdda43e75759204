"""Giving the dataset out: a folder or a zip that, taken in elsewhere, gives the same files again, byte for byte."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from portal.domain.dataset.columns import Column, write
from portal.domain.dataset.describing import description
from portal.domain.dataset.files import FILES, File
from portal.records.dataset import cells_in
from portal.services.accounting import bring_up_to_date
from portal.services.conflicts import concerned_among
from portal.services.looking import exported
from portal.services.packages import DESCRIPTION
from portal.services.progress import counted

AT_A_TIME = 500
SPELLED = frozenset({"flag", "pence"})
"""Kinds of columns whose cells are not written as they are kept."""


def begun(what: str, officer_id: int | None = None, why: str | None = None) -> None:
    """Keep that something is taken out, and bring it up to date, before its first line is given."""
    exported(what, officer_id, why)
    bring_up_to_date()


def lines_of(file: File, hidden_from: str = "") -> Iterator[str]:
    """A file, a piece at a time, its header first. With a name, cases that may be about that officer are left out."""
    names = [column.name for column in file.columns]
    yield _lines([names])
    spelled = [(at, column) for at, column in enumerate(file.columns) if column.kind in SPELLED]
    at_reference = names.index("reference") if hidden_from and "reference" in names else None
    for piece in counted(f"Writing {file.path}", _pieces(cells_in(file))):
        shown = piece
        if at_reference is not None:
            gone = concerned_among({row[at_reference] for row in piece if row[at_reference]}, hidden_from)
            shown = [row for row in piece if row[at_reference] not in gone]
        yield _lines(_spelled(row, spelled) for row in shown)


def _pieces(rows: Iterator[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    while piece := list(islice(rows, AT_A_TIME)):
        yield piece


def _spelled(row: Sequence[Any], columns: Sequence[tuple[int, Column]]) -> Sequence[Any]:
    cells = list(row)
    for at, column in columns:
        cells[at] = write(column, cells[at])
    return cells


def give_out(path: Path, authority: str) -> None:
    """Write the package: a zip if the path ends in .zip, a folder otherwise."""
    begun("dataset")
    if path.suffix == ".zip":
        _zip(path, authority)
        return
    path.mkdir(parents=True, exist_ok=True)
    for file in FILES.values():
        with (path / file.path).open("w", encoding="utf-8", newline="") as out:
            out.writelines(lines_of(file))
    (path / DESCRIPTION).write_text(_description(authority), encoding="utf-8")


def _zip(path: Path, authority: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        for name in (*(file.path for file in FILES.values()), DESCRIPTION):
            info = zipfile.ZipInfo(name)  # of 1980: a time of its own would make every export another
            info.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(info, "w", force_zip64=True) as out:
                if name == DESCRIPTION:
                    out.write(_description(authority).encode())
                    continue
                for line in lines_of(FILES[name.removesuffix(".csv")]):
                    out.write(line.encode())


def _description(authority: str) -> str:
    return json.dumps(description(authority, FILES.values()), indent=1, ensure_ascii=False) + "\n"


def _lines(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()

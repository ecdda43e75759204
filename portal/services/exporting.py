"""Giving the dataset out: a folder or a zip that, taken in elsewhere, gives the same files again, byte for byte."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from portal.domain.dataset.columns import write
from portal.domain.dataset.describing import description
from portal.domain.dataset.files import FILES, File
from portal.domain.dataset.reading import Row
from portal.extensions import db
from portal.records.cases import Case
from portal.records.dataset import rows_in
from portal.services.accounting import bring_up_to_date
from portal.services.conflicts import concerned
from portal.services.looking import exported
from portal.services.packages import DESCRIPTION
from portal.services.progress import counted

AT_A_TIME = 500
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: a file's own time would make every export another


def begun(what: str, officer_id: int | None = None, why: str | None = None) -> None:
    """Keep that something is taken out, and bring it up to date, before its first line is given."""
    exported(what, officer_id, why)
    bring_up_to_date()


def lines_of(file: File, hidden_from: str = "") -> Iterator[str]:
    """A file, a piece at a time, its header first. With a name, cases that may be about that officer are left out."""
    yield _lines([[column.name for column in file.columns]])
    for piece in counted(f"Writing {file.path}", _pieces(rows_in(file))):
        gone = _hidden(piece, hidden_from) if hidden_from and "reference" in piece[0] else frozenset()
        yield _lines(
            [write(column, row[column.name]) for column in file.columns]
            for row in piece
            if row.get("reference") not in gone
        )


def _pieces(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while piece := list(islice(rows, AT_A_TIME)):
        yield piece


def _hidden(rows: list[Row], officer: str) -> frozenset[object]:
    """The references of those rows that may be about the officer."""
    references = {str(row["reference"]) for row in rows if row["reference"]}
    cases = db.session.scalars(select(Case).where(Case.reference.in_(references))).all()
    gone = concerned(cases, officer)
    return frozenset(case.reference for case in cases if case.id in gone)


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
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(info, "w", force_zip64=True) as out:
                if name == DESCRIPTION:
                    out.write(_description(authority).encode())
                    continue
                for line in lines_of(FILES[name.removesuffix(".csv")]):
                    out.write(line.encode())


def _description(authority: str) -> str:
    return json.dumps(description(authority, FILES.values()), indent=1, ensure_ascii=False) + "\n"


def _lines(rows: Iterable[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()

"""Giving the dataset out: a folder or a zip that, taken in elsewhere, gives the same files again, byte for byte."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from portal.domain.dataset.columns import write
from portal.domain.dataset.describing import description
from portal.domain.dataset.files import FILES, File
from portal.records.dataset import rows_in
from portal.services.accounting import bring_up_to_date
from portal.services.importing import DESCRIPTION
from portal.services.looking import exported

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: a file's own time would make every export another


def lines_of(file: File) -> Iterator[str]:
    """A file line by line, its header first."""
    yield _line([column.name for column in file.columns])
    for row in rows_in(file):
        yield _line([write(column, row[column.name]) for column in file.columns])


def give_out(path: Path, authority: str) -> None:
    """Write the package: a zip if the path ends in .zip, a folder otherwise."""
    exported("dataset")
    bring_up_to_date()
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


def _line(cells: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()

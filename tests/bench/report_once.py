"""One thing that is done with figures, in a process of its own: how long it took and how much memory it needed.

`python -m tests.bench.report_once WHAT YEAR [PATH]` prints what was measured as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from re import findall, search

from flask import current_app

from portal import clock
from portal.app import create_app
from portal.config import read
from portal.domain.dataset.files import FILES
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.years import ReportingYear
from portal.records.facts import Kept
from portal.services.accounting import bring_up_to_date
from portal.services.exporting import begun, lines_of
from portal.services.importing import take_in
from portal.services.printing import FORMATS
from portal.services.reporting import make_report

Said = dict[str, float]
COMPARED = 4


def year(wanted: ReportingYear, _path: Path) -> Said:
    """The full internal report, and its tables as JSON."""
    made = make_report(wanted)
    return {"bytes": len(FORMATS["json"][0](made)), "tables": len(made.tables), "cases": _received(made)}


def comparison(wanted: ReportingYear, _path: Path) -> Said:
    """Every table with four years side by side."""
    bring_up_to_date()
    wishes = [replace(wish, years=COMPARED) for wish in USUAL]
    made = report(current_app.extensions["portal.authority"], Kept(), wanted, clock.today(), wishes=wishes)
    return {"tables": len(made.tables), "cases": _received(made), "years": len(made.table("outcomes").columns)}


def _received(made: Report) -> int:
    """Accepted complaints, so that one sees that it was no empty report."""
    total = made.table("outcomes").total
    assert total is not None
    return int(str(total[0]))


def rows(name: str) -> Said:
    """A file of the dataset as CSV, as the staff page gives it: kept in the audit first, then piece by piece."""
    began = time.perf_counter()
    begun(f"rows of {name}")
    pieces = lines_of(FILES[name])
    first, seen = next(pieces), 0
    until_first = time.perf_counter() - began
    for piece in pieces:
        seen += piece.count("\n")
    return {"rows": seen, "first": until_first, "bytes": len(first)}


def pdf(wanted: ReportingYear, _path: Path) -> Said:
    """The report as a tagged PDF; the report itself does not count."""
    made = make_report(wanted)
    _start()
    content = FORMATS["pdf"][0](made)
    return {"pages": _pages(content), "tagged": float(b"/StructTreeRoot" in _unpacked(content))}


def taking(_wanted: ReportingYear, path: Path) -> Said:
    """The import of a package."""
    taken = take_in(path)
    return {"rows": taken.rows, "cases": taken.representations}


DONE: dict[str, Callable[[ReportingYear, Path], Said]] = {
    "year": year, "comparison": comparison, "pdf": pdf, "taking": taking,
    **{name: lambda _wanted, _path, name=name: rows(name) for name in FILES},  # type: ignore[misc]
}  # fmt: skip


def _unpacked(content: bytes) -> bytes:
    """A PDF with those of its parts that can be opened."""
    found = [content]
    for packed in findall(rb"(?s)stream\r?\n(.*?)endstream", content):
        try:
            found.append(zlib.decompress(packed.strip(b"\r\n")))
        except zlib.error:
            continue
    return b"\n".join(found)


def _pages(content: bytes) -> int:
    return max(int(number) for number in findall(rb"/Count (\d+)", _unpacked(content)))


def _kibibytes(line: str) -> int:
    found = search(rf"{line}:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found
    return int(found[1])


_BEGAN: dict[str, float] = {}


def _start() -> None:
    """From here on time and memory count."""
    Path("/proc/self/clear_refs").write_text("5")  # the most memory held so far is forgotten
    _BEGAN.update(seconds=time.perf_counter(), cpu=time.process_time(), memory=_kibibytes("VmRSS"))


def main(what: str, wanted: str, path: str = "") -> None:
    """Do it once on the database that the environment leads to."""
    app = create_app(read(os.environ))
    with app.app_context():
        rows("activity")  # connected, and the modules there: what a worker has behind it
        _start()
        said = DONE[what](ReportingYear.read(wanted), Path(path))
        seconds, cpu = time.perf_counter() - _BEGAN["seconds"], time.process_time() - _BEGAN["cpu"]
        grown = _kibibytes("VmHWM") - _BEGAN["memory"]
        print(json.dumps(said | {"seconds": seconds, "cpu": cpu, "peak": _kibibytes("VmHWM"), "grown": grown}))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Reports, rows and imports with a million cases over eleven years: each in a process of its own, against its aim."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.databases import Database
from tests.bench.report_filling import LAST, fill_reports, package
from tests.bench.serving import ROOT, TICKS

TIMES = 3
"""Each is measured so often; the middle one is told."""
MEMORY = 300.0
GROWN = 16.0
FIRST_BYTE = 50.0
RATE = 60_000
NOISE = 1.3
"""Two figures that should be the same may lie so far apart."""
Said = Mapping[str, float]


class Failed(Exception):
    """Something could not be measured."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured and what was aimed at: at most, or where more is better at least."""

    engine: str
    what: str
    value: float
    unit: str
    aim: float
    at_least: bool = False
    beside: str = ""

    @property
    def over(self) -> bool:
        """Whether the aim was missed."""
        return self.value < self.aim if self.at_least else self.value > self.aim


HEADING = f"{'engine':10}  {'reports':58} {'measured':>10} {'aim':>11}"


def told(one: Figure) -> str:
    """A figure as people read it."""
    aim = f"{'≥' if one.at_least else '≤'} {one.aim:,.1f}".removesuffix(".0")
    value = f"{one.value:,.0f}" if one.value >= 1000 else f"{one.value:,.2f}"
    mark = "  NOT REACHED" if one.over else ""
    return f"{one.engine:10}  {one.what:58} {value:>10} {aim:>11} {one.unit:8} {one.beside}{mark}"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is stored: a million cases over eleven years, or what a test can wait for."""

    cases: int = 1_000_000
    years: int = 11
    models: int = 10_000
    times: int = TIMES

    @property
    def a_year(self) -> int:
        return self.cases // self.years


Engine = Callable[[], AbstractContextManager[Database]]


def measured(engine: Engine, size: Size) -> Iterator[Figure | str]:
    """All figures of one engine. Raises `Failed`."""
    with engine() as database:
        began = time.monotonic()
        cases = fill_reports(database, size.cases, size.years, size.models)
        took, disk = time.monotonic() - began, database.size() / 2**20
        yield f"{database.engine}: {cases} cases over {size.years} years stored in {took:.0f} s, {disk:.0f} MiB on disk"
        year = _middle(database, "year", size.times)
        yield from _reports(database, year, size)
        for name in ("representations", "stages"):
            yield from _rows(database, name, size)
    with engine() as database:
        fill_reports(database, 2 * size.a_year, 2, size.models)
        yield _growth(database, year, "with 9 more years stored, times as long", _middle(database, "year", size.times))
    with engine() as database:
        fill_reports(database, size.cases // 10, size.years, size.models)
        small = _middle(database, "year", size.times)
        yield _growth(database, year, "with 10 times the cases, times as long", small, 10.0)
    with engine() as database, tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        package(Path(folder, "in"), LAST, size.a_year)
        taken = once(database, "taking", Path(folder, "in"))
        beside = f"{taken['cases']:.0f} cases, {taken['rows']:.0f} rows, {taken['seconds']:.1f} s, {_cpu(taken)}"
        yield Figure(database.engine, "importing a year: memory", _mib(taken["peak"]), "MiB", MEMORY, beside=beside)


def _reports(database: Database, year: Said, size: Size) -> Iterator[Figure]:
    engine, four = database.engine, _middle(database, "comparison", size.times)
    beside = f"{_cpu(year)}, {year['cases']:.0f} complaints accepted"
    what = f"a year's full internal report, {year['tables']:.0f} tables beside the year before"
    yield Figure(engine, what, year["seconds"], "s", 1.5, beside=beside)
    yield Figure(engine, "its memory, the whole process", _mib(year["peak"]), "MiB", MEMORY)
    what = f"{four['years']:.0f} years compared, {four['tables']:.0f} tables"
    yield Figure(engine, what, four["seconds"], "s", 5.0, beside=_cpu(four))
    yield Figure(engine, "its memory, the whole process", _mib(four["peak"]), "MiB", MEMORY)
    pdf = _middle(database, "pdf", size.times)
    what = f"the report as a tagged PDF of {pdf['pages']:.0f} pages"
    yield Figure(engine, what, pdf["seconds"], "s", 1.0 if pdf["tagged"] else 0.0)
    yield Figure(engine, "its memory, the whole process", _mib(pdf["peak"]), "MiB", MEMORY)


def _rows(database: Database, name: str, size: Size) -> Iterator[Figure]:
    engine, found = database.engine, _middle(database, name, size.times)
    rate = found["rows"] / found["seconds"]
    beside = f"{found['rows']:.0f} rows, {_cpu(found)}"
    yield Figure(engine, f"{name} as CSV: rows a second", rate, "", RATE, at_least=True, beside=beside)
    yield Figure(engine, f"{name} as CSV: first byte", 1000 * found["first"], "ms", FIRST_BYTE)
    yield Figure(engine, f"{name} as CSV: memory more than before", _mib(found["grown"]), "MiB", GROWN)


def _growth(database: Database, year: Said, what: str, other: Said, most: float = 1.0) -> Figure:
    """How much longer the year's report takes than where less is stored, in the processor's own time."""
    ratio, beside = year["cpu"] / other["cpu"], f"CPU {year['cpu']:.2f} s against {other['cpu']:.2f} s"
    return Figure(database.engine, f"a year {what}", ratio, "", most * NOISE, beside=beside)


def _middle(database: Database, what: str, times: int) -> Said:
    """What was measured when it took neither shortest nor longest."""
    every = sorted((once(database, what) for _ in range(times)), key=lambda said: said["seconds"])
    return every[len(every) // 2]


def once(database: Database, what: str, path: Path = Path()) -> Said:
    """Do it in a new process. Raises `Failed` with what the process said."""
    command = [sys.executable, "-m", "tests.bench.report_once", what, str(LAST), str(path)]
    environment = {**os.environ, **database.environment}
    before = _server_cpu(database)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{what}: {done.stderr[-2000:]}")
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said | {"cpu": said["cpu"] + _server_cpu(database) - before}


def _server_cpu(database: Database) -> float:
    """Seconds of processor time that the database's server has used, also in its processes that have ended."""
    if not database.keeper:
        return 0.0
    fields = Path(f"/proc/{database.keeper}/stat").read_text().rpartition(")")[2].split()
    return database.cpu() + (int(fields[13]) + int(fields[14])) / TICKS


def _cpu(said: Said) -> str:
    return f"CPU {said['cpu']:.2f} s"


def _mib(kibibytes: float) -> float:
    return kibibytes / 1024

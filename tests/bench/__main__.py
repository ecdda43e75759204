"""`make bench`: measures journeys, pages of the desk and reports on both engines, empty and with a million cases."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.bench import desk, reports
from tests.bench.databases import ENGINES, Database, NoPostgres
from tests.bench.desk_pages import pages, sign_in
from tests.bench.filling import MODELS, fill
from tests.bench.loading import Measured, Refused, load
from tests.bench.serving import Memory, served
from tests.bench.visitor import REQUESTS

WARMING = 1.5
"""Seconds of journeys before anything counts, so that every worker has compiled its pages."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: each combination of these is a row of the table."""

    engines: tuple[str, ...] = ("sqlite", "postgresql")
    stored: tuple[int, ...] = (0, 1_000_000)
    workers: tuple[int, ...] = (2, 4)
    clients: tuple[int, ...] = (1, 8)
    seconds: float = 10.0
    journeys: bool = True
    times: int = 50
    """How often each page of the desk is asked for."""
    reports: reports.Size | None = None
    """Of how many cases reports are made, if any."""


@dataclass(frozen=True, slots=True)
class Row:
    """One combination and what came of it."""

    engine: str
    stored: int
    workers: int
    clients: int
    started_in: float
    journeys: Measured
    landing: Measured
    memory: list[Memory] = field(default_factory=list)


HEADINGS = (
    "engine      stored   workers clients | journeys/s  step p50  step p99  CPU per journey, ms         |"
    " landing/s | PSS each  USS each | first answer",
    "                                     |                 ms        ms    portal + database + visitors |"
    "           |      MiB       MiB |            s",
)


def told(row: Row) -> str:
    """A row as people read it."""
    portal, database, visitors = row.journeys.cpu_each()
    pss, uss = (statistics.mean(getattr(one, kind) for one in row.memory) / 1024 for kind in ("pss", "uss"))
    return (
        f"{row.engine:10} {row.stored:8} {row.workers:8} {row.clients:7} |"
        f" {row.journeys.rate:10.1f} {row.journeys.step(50):9.1f} {row.journeys.step(99):9.1f}"
        f"  {portal:6.1f} + {database:8.1f} + {visitors:8.1f}  |"
        f" {row.landing.rate:9.0f} | {pss:8.1f}  {uss:8.1f} | {row.started_in:12.2f}"
    )


def measure(database: Database, stored: int, plan: Plan) -> Iterator[Row]:
    """The rows of one database. Raises `Refused` or `NeverAnswered`."""
    for workers in plan.workers:
        with (
            tempfile.TemporaryDirectory(prefix="portal-bench-") as folder,
            served(workers, database.environment, Path(folder, "log")) as server,
        ):
            load(server, "journey", 2 * workers, min(WARMING, plan.seconds))
            for clients in plan.clients:
                journeys = load(server, "journey", clients, plan.seconds, database.cpu)
                memory = server.memory()
                landing = load(server, "landing", clients, plan.seconds / 2)
                yield Row(database.engine, stored, workers, clients, server.started_in, journeys, landing, memory)


def look(database: Database, times: int) -> Iterator[desk.Timed]:
    """The pages of the desk of one filled database. Raises `Refused` or `NeverAnswered`."""
    wanted, key = pages(database), sign_in(database)
    both_sites = database.environment | {"PORTAL_SITES": "public,staff"}
    with (
        tempfile.TemporaryDirectory(prefix="portal-bench-") as folder,
        served(2, both_sites, Path(folder, "log")) as server,
    ):
        officer = desk.Officer(server.port, key)
        for _ in range(20):  # until both workers have compiled their pages
            officer.ask("/staff/"), officer.ask("/staff/board")
        yield from desk.timed(database.engine, officer, wanted, times, lambda: server.cpu() + database.cpu())


def run(plan: Plan) -> Iterator[Row | desk.Timed | reports.Figure | str]:
    """Every row of the plan, and a line wherever something else is to be told."""
    for name in plan.engines:
        try:
            if plan.reports:
                yield from reports.measured(ENGINES[name], plan.reports)
            for stored in plan.stored:
                yield from _with(name, stored, plan)
        except NoPostgres:
            yield f"NOT MEASURED ON THIS MACHINE: {name} is not installed"


def _with(name: str, stored: int, plan: Plan) -> Iterator[Row | desk.Timed | str]:
    with ENGINES[name]() as database:
        if stored:
            began = time.monotonic()
            fill(database, stored)
            took, size = time.monotonic() - began, database.size() / 2**20
            yield f"{database.engine}: {stored} cases stored in {took:.0f} s, {size:.0f} MiB on disk"
            yield from look(database, plan.times)
        if plan.journeys:
            yield from measure(database, stored, plan)


def _plan(given: list[str]) -> Plan:
    words = argparse.ArgumentParser(prog="make bench", description=__doc__)
    words.add_argument("--quick", action="store_true", help="a few seconds on SQLite, to see that it works")
    words.add_argument("--seconds", type=float, default=10.0, help="for each row (default: 10)")
    words.add_argument("--engine", choices=sorted(ENGINES), help="this engine alone")
    words.add_argument("--stored", type=int, help=f"with so many cases stored, a multiple of {MODELS}, and not empty")
    words.add_argument("--desk", action="store_true", help="the pages of the complaints desk alone, no journeys")
    words.add_argument("--report", action="store_true", help="reports, rows and imports alone")
    asked = words.parse_args(given)
    if asked.quick:
        return Plan(engines=("sqlite",), stored=(0,), workers=(2,), clients=(2,), seconds=1.0)
    engines = (asked.engine,) if asked.engine else Plan().engines
    if asked.report:
        return Plan(engines, stored=(), reports=reports.Size(cases=asked.stored or reports.Size().cases))
    stored = (asked.stored,) if asked.stored is not None else (1_000_000,) if asked.desk else Plan().stored
    size = None if asked.desk else reports.Size()
    return Plan(engines, stored, seconds=asked.seconds, journeys=not asked.desk, reports=size)


def _machine() -> str:
    model = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line), "")
    load_now = os.getloadavg()[0]
    name = model.partition(":")[2].strip() or platform.machine()
    return f"{os.cpu_count()} x {name}, Python {platform.python_version()}, load {load_now:.1f} before we began"


def main(given: list[str]) -> int:
    """Print the tables; 1 when a visitor met a wrong answer, or something missed its aim."""
    plan, over = _plan(given), 0
    headings = (f"a journey is {REQUESTS} requests; a step is one of them", *HEADINGS, desk.HEADING)
    for line in (_machine(), *(headings if plan.stored else ()), *((reports.HEADING,) if plan.reports else ())):
        click.echo(line)
    try:
        for line in run(plan):
            over += not isinstance(line, Row | str) and line.over
            click.echo(_told(line))
    except (Refused, reports.Failed) as wrong:
        click.echo(f"A wrong answer, so nothing more is measured: {wrong}", err=True)
        return 1
    if over:
        aims = f"a page of the desk: {desk.SLOWEST:.0f} ms and {desk.HEAVIEST} bytes; reports: as told above"
        click.echo(f"{over} aims were missed ({aims}).", err=True)
    return int(over > 0)


def _told(line: Row | desk.Timed | reports.Figure | str) -> str:
    if isinstance(line, str):
        return line
    if isinstance(line, Row):
        return told(line)
    return desk.told(line) if isinstance(line, desk.Timed) else reports.told(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

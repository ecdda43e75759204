"""Load from a few visitors at once, each in a process of its own, and what came of it."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.serving import ROOT, Server

STARTING = 0.4
"""Seconds until every visitor's process is up and waits for the common start."""


class Refused(Exception):
    """A visitor met a wrong answer, so there is nothing to report."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What some visitors did in some seconds."""

    done: int
    seconds: float
    steps: list[float]  # seconds, sorted
    server_cpu: float  # seconds of processor time
    database_cpu: float
    visitor_cpu: float

    @property
    def rate(self) -> float:
        return self.done / self.seconds

    def step(self, percent: int) -> float:
        """Milliseconds that so many per cent of the steps stayed under."""
        return 1000 * statistics.quantiles(self.steps, n=100, method="inclusive")[percent - 1]

    def cpu_each(self) -> tuple[float, float, float]:
        """Milliseconds of processor time for one of what was done: workers, database, visitor."""
        whole = max(1, self.done)
        return 1000 * self.server_cpu / whole, 1000 * self.database_cpu / whole, 1000 * self.visitor_cpu / whole


def load(
    server: Server, kind: str, clients: int, seconds: float, database_cpu: Callable[[], float] = lambda: 0.0
) -> Measured:
    """Let so many visitors walk at once for so long. Raises `Refused`."""
    begin = time.monotonic() + STARTING
    command = [sys.executable, "-m", "tests.bench.visitor", str(server.port), kind, str(begin), str(begin + seconds)]
    visitors = [
        subprocess.Popen([*command, str(number)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(clients)
    ]
    time.sleep(max(0.0, begin - time.monotonic()))
    before = server.cpu(), database_cpu()
    told = [visitor.communicate() for visitor in visitors]
    used = server.cpu() - before[0], database_cpu() - before[1]
    for visitor, (_, complaint) in zip(visitors, told, strict=True):
        if visitor.returncode:
            raise Refused(complaint.decode())
    found = [json.loads(said) for said, _ in told]
    return Measured(
        done=sum(one["done"] for one in found),
        seconds=seconds,
        steps=sorted(step for one in found for step in one["steps"]),
        server_cpu=used[0],
        database_cpu=used[1],
        visitor_cpu=sum(one["cpu"] for one in found),
    )

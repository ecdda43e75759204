"""A portal served as in production: gunicorn's sync workers with the application loaded once, and what they cost."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.post_office import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
#: Give the 19 MiB of a code's hash back after each use (on large pages, so that taking them again costs little).
ALLOCATION = {"GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=1048576:glibc.malloc.hugetlb=1"}


class NeverAnswered(Exception):
    """The server did not come up; its own last words are in the message."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Kilobytes of one process: its fair share of what is shared (PSS) and what is its alone (USS)."""

    pss: int
    uss: int


@dataclass(frozen=True, slots=True)
class Server:
    """A running portal."""

    port: int
    master: int
    started_in: float  # seconds from starting the program to the first answer

    def workers(self) -> list[int]:
        """The process ids that answer requests."""
        return [int(one) for one in Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()]

    def memory(self) -> list[Memory]:
        return [_memory(worker) for worker in self.workers()]

    def cpu(self) -> float:
        """Seconds of processor time its workers have used so far."""
        return sum(cpu_of(worker) for worker in self.workers())


def _memory(process: int) -> Memory:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    size = {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines)}
    return Memory(pss=size["Pss"], uss=size["Private_Clean"] + size["Private_Dirty"])


def cpu_of(process: int) -> float:
    """Seconds of processor time a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def served(workers: int, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """Serve the portal until the block ends. Raises `NeverAnswered`."""
    port = free_port()
    command = [
        sys.executable, "-m", "gunicorn", "tests.bench.served:app", "--preload", "--workers", str(workers),
        "--bind", f"127.0.0.1:{port}", "--worker-tmp-dir", "/dev/shm", "--log-level", "warning",
    ]  # fmt: skip
    surroundings = {**os.environ, **ALLOCATION, **environment}
    with log.open("wb") as words:
        began = time.perf_counter()
        master = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=words, stderr=words)
        try:
            _first_answer(port, master, log)
            yield Server(port, master.pid, time.perf_counter() - began)
        finally:
            master.send_signal(signal.SIGTERM)
            master.wait(timeout=30)


def _first_answer(port: int, master: subprocess.Popen[bytes], log: Path) -> None:
    asked = b"GET /en/ HTTP/1.0\r\nHost: portal.example\r\nX-Forwarded-Proto: https\r\n\r\n"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and master.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(asked)
                if b" 200 " in connection.recv(64):
                    return
                break
        except ConnectionError:
            time.sleep(0.002)
    raise NeverAnswered(log.read_text()[-2000:])

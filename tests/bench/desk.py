"""An officer goes through inbox, search and board, one page after another: how long each takes and how heavy it is."""

from __future__ import annotations

import re
import socket
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

from tests.bench.loading import Refused

SLOWEST = 15.0
"""Milliseconds that half the answers of every page stay under."""
HEAVIEST = 8000
"""Bytes that a page may weigh on its way to the officer."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be asked for: by its address, or by what is typed into the search."""

    name: str
    address: str
    typed: str = ""
    pages_on: int = 0
    """So many times the link to the next page is followed first."""
    may_be_empty: bool = False
    """Whether it may have no row, or fewer pages."""


class Asked(NamedTuple):
    """An address, and what is sent to it in a form."""

    address: str
    form: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """How one page was answered."""

    engine: str
    name: str
    rows: int
    times: list[float]  # milliseconds
    weight: int  # bytes, compressed
    cpu: float  # milliseconds of processor time for one answer, portal and database

    @property
    def p50(self) -> float:
        return statistics.median(self.times)

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.times, n=100, method="inclusive")[98]

    @property
    def over(self) -> bool:
        """Whether it is slower or heavier than a page may be."""
        return self.p50 > SLOWEST or self.weight > HEAVIEST


class Officer:
    """An officer's browser, behind a proxy that ends the TLS, as in production."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._head = (
            "Host: portal.example\r\nX-Forwarded-Host: portal.example\r\nX-Forwarded-Proto: https\r\n"
            "X-Forwarded-For: 10.0.0.1\r\nAccept: text/html\r\nAccept-Language: en-GB\r\nAccept-Encoding: gzip, br\r\n"
            f"Connection: close\r\nCookie: __Host-staff={key}\r\nReferer: https://portal.example/staff/\r\n"
        )

    def ask(self, address: str, form: dict[str, str] | None = None, *, packed: bool = True) -> tuple[float, bytes]:
        """Milliseconds from connecting to the last byte, and the body. Raises `Refused` for any other answer."""
        head = self._head if packed else self._head.replace("Accept-Encoding: gzip, br\r\n", "")
        asked = f"GET {address} HTTP/1.1\r\n{head}\r\n"
        if form is not None:
            body = urlencode(form)
            about = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}"
            asked = f"POST {address} HTTP/1.1\r\n{head}{about}\r\n\r\n{body}"
        began = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self._port)) as connection:
            connection.sendall(asked.encode())
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        took = 1000 * (time.perf_counter() - began)
        first, _, body_of_it = answer.partition(b"\r\n\r\n")
        if b" 200 " not in first[:20]:
            raise Refused(f"{address}: {first[:80]!r}")
        return took, body_of_it

    def read(self, address: str, form: dict[str, str] | None = None) -> str:
        """The page as text."""
        return self.ask(address, form, packed=False)[1].decode()


def timed(
    engine: str, officer: Officer, pages: Iterable[Page], times: int, cpu: Callable[[], float]
) -> Iterator[Timed]:
    """Ask for every page so many times. Raises `Refused` when one is empty that must not be."""
    token = _found(r'name="csrf_token"[^>]*value="([^"]+)"', officer.read("/staff/"))
    for page in pages:
        asked = Asked(page.address, {"csrf_token": token, "text": page.typed} if page.typed else None)
        text = officer.read(*asked)
        for _ in range(page.pages_on):
            following = _next(text, asked)
            if following is None:
                break
            asked, text = following, officer.read(*following)
        rows = text.count('<th scope="row"')
        if not rows and not page.may_be_empty:
            raise Refused(f"{page.name} is empty.")
        before = cpu()
        answers = [officer.ask(*asked) for _ in range(times)]
        used = 1000 * (cpu() - before) / times
        yield Timed(engine, page.name, rows, [took for took, _ in answers], max(len(body) for _, body in answers), used)


def _next(text: str, asked: Asked) -> Asked | None:
    """Where the next page is: behind a link, or behind a button where a name must not stand in the address."""
    if asked.form:
        place = re.search(r'name="before" value="(\d+)"', text)
        return Asked(asked.address, asked.form | {"before": place[1]}) if place else None
    link = re.search(r'href="([^"]+)" rel="next"', text)
    return Asked(unescape(link[1])) if link else None


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise Refused(f"There is no {pattern} on the page.")
    return unescape(found[1])


HEADING = (
    f"{'engine':10}  {'page of the desk':44} {'rows':>5} {'p50, ms':>8} {'p99, ms':>8} {'CPU, ms':>8} {'bytes':>6}"
)


def told(row: Timed) -> str:
    """A page's figures as people read them."""
    mark = "  TOO MUCH" if row.over else ""
    return (
        f"{row.engine:10}  {row.name:44} {row.rows:5} {row.p50:8.1f} {row.p99:8.1f} {row.cpu:8.1f} {row.weight:6}{mark}"
    )

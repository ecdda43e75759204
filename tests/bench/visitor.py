"""One visitor after another, each a whole young person's journey, from a process that imports nothing heavy.

Run as `python -m tests.bench.visitor PORT KIND BEGIN END NUMBER`: waits for BEGIN, works until END (both of the
machine's monotonic clock), then prints what it measured as JSON. A step is one request, from connecting to the last
byte of the answer.
"""

from __future__ import annotations

import gc
import json
import resource
import socket
import sys
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote_plus

import brotli

STORY = (
    "I have moved three times since the summer and nobody told me why. The last time my things came in bin bags and my "
    "guitar was broken. I asked my worker to ring me and she said she would, but she has not. I used to see my brother "
    "every week and now it is once a month and nobody says when. I do not want to get anyone into trouble. I just want "
    "somebody to tell me what is going on, and I want to see my brother like before. "
)
#: One answer to every page that everybody is asked; none of them opens a further page.
ANSWERS = {
    "1": {"about": "home"},
    "2": {"story": STORY},
    "3": {"wanted": "sorry", "wanted_other": "See my brother every week"},
    "4": {"safe": "yes"},
    "5": {"advocate": "not_now"},
    "6": {"contact_way": "code_only"},
    "7": {"name": "Kit", "age": "14"},
    "8": {"do_not_tell": "My uncle"},
    "9": {"needs": "big_print"},
}
REQUESTS = 3 + 2 * (len(ANSWERS) + 1) - 1
"""Start, each page fetched and posted, check fetched and posted, receipt."""


class WrongAnswer(Exception):
    """The server answered something that no visitor should see; a bench of that would measure nothing."""


class Visitor:
    """A fresh visitor with a cookie jar of one, behind a proxy that ends the TLS, as in production."""

    def __init__(self, port: int, network: str, seen: Callable[[float], None]) -> None:
        self._port, self._seen = port, seen
        self._head = (
            "Host: portal.example\r\nX-Forwarded-Host: portal.example\r\nX-Forwarded-Proto: https\r\n"
            f"X-Forwarded-For: {network}\r\nAccept: text/html\r\nAccept-Language: en-GB,en;q=0.8\r\n"
            "Accept-Encoding: gzip, deflate, br\r\nConnection: close\r\n"
        )
        self._cookie = ""

    def get(self, address: str) -> bytes:
        """The page at an address, unpacked."""
        head, body = self._ask(f"GET {address} HTTP/1.1\r\n{self._head}{self._cookie}\r\n".encode(), b" 200 ")
        return bytes(brotli.decompress(body)) if b"\r\nContent-Encoding: br" in head else body

    def post(self, address: str, fields: dict[str, str]) -> str:
        """Send a form and return where it leads."""
        body = "&".join(f"{name}={quote_plus(value)}" for name, value in fields.items())
        asked = (
            f"POST {address} HTTP/1.1\r\n{self._head}{self._cookie}Referer: https://portal.example{address}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        )
        head, _ = self._ask(asked.encode(), b" 302 ")
        return _between(head, b"\r\nLocation: ", b"\r\n").decode()

    def _ask(self, request: bytes, wanted: bytes) -> tuple[bytes, bytes]:
        began = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self._port)) as connection:
            connection.sendall(request)
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
        self._seen(time.perf_counter() - began)
        head, _, body = b"".join(parts).partition(b"\r\n\r\n")
        if wanted not in head[:20]:
            raise WrongAnswer(f"{request.split(None, 2)[:2]}: {head[:60]!r}")
        if b"\r\nSet-Cookie: " in head:
            self._cookie = f"Cookie: {_between(head, b'Set-Cookie: ', b';').decode()}\r\n"
        return head, body


def _between(text: bytes, before: bytes, after: bytes) -> bytes:
    start = text.index(before) + len(before)
    return text[start : text.index(after, start)]


def _token(page: bytes) -> str:
    if b'name="csrf_token"' not in page:
        raise WrongAnswer("A page has no form with a token.")
    return _between(page[page.index(b'name="csrf_token"') :], b'value="', b'"').decode()


def whole_journey(visitor: Visitor) -> None:
    """From the start page to the receipt; raises `WrongAnswer` when anything is not as a visitor should find it."""
    visitor.get("/en/y")
    address = "/en/y/1"
    while not address.startswith("/en/y/check"):
        page = visitor.get(address)
        answers = ANSWERS[address.rpartition("/")[2].partition("?")[0]]
        address = visitor.post(address, {"csrf_token": _token(page), "w": "full", "do": "continue", **answers})
    page = visitor.get(address)
    if STORY[:40].encode() not in page:
        raise WrongAnswer("The check page does not play the story back.")
    page = visitor.get(visitor.post(address, {"csrf_token": _token(page), "do": "send"}))
    if b"receipt__words" not in page:
        raise WrongAnswer("There is no receipt at the end.")


def landing_page(visitor: Visitor) -> None:
    """The front door, once."""
    visitor.get("/en/")


KINDS = {"journey": whole_journey, "landing": landing_page}


def _networks(number: int) -> Iterator[str]:
    """A network of its own for every visitor, so that nobody is held for coming from a busy one."""
    while True:
        for low in range(1, 2**16):
            yield f"10.{number % 256}.{low >> 8}.{low & 255}"


def work(port: int, kind: str, begin: float, end: float, number: int) -> dict[str, object]:
    """Walk journeys until the time is over; what was finished in time counts."""
    steps: list[float] = []
    done, walk = 0, KINDS[kind]
    gc.disable()
    time.sleep(max(0.0, begin - time.monotonic()))
    used = resource.getrusage(resource.RUSAGE_SELF)
    for network in _networks(number):
        walk(Visitor(port, network, steps.append))
        if time.monotonic() > end:
            break
        done += 1
    after = resource.getrusage(resource.RUSAGE_SELF)
    return {"done": done, "steps": steps, "cpu": after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime}


if __name__ == "__main__":
    port, kind, begin, end, number = sys.argv[1:]
    try:
        sys.stdout.write(json.dumps(work(int(port), kind, float(begin), float(end), int(number))))
    except (WrongAnswer, OSError, KeyError, ValueError) as wrong:
        sys.exit(f"{type(wrong).__name__}: {wrong}")

"""A real browser for tests, and a real server for it to visit; both stay on this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    Request,
    sync_playwright,
)
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.absence import absent

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
#: Chromium as root in a container, silent on the network unless a page asks for something.
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
#: What the browser itself writes when an answer is 4xx; tests look at the answers, not at this line.
EXPECTED = "Failed to load resource: the server responded with a status of 4"


class Quiet(WSGIRequestHandler):
    """Serves without a line per request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Browser]]:
    """Start Chromium with further `flags` and options of Playwright's `launch`."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        absent("browser", "Chromium is not installed (Debian: apt-get install chromium)")

    def launch(playwright: Playwright, *, flags: Sequence[str] = (), **options: Any) -> Browser:
        return playwright.chromium.launch(executable_path=program, args=[*FLAGS, *flags], **options)

    with ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
        except Exception as error:
            absent("browser", f"Playwright does not start ({error})")
        yield partial(launch, playwright)


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def browser_that_remembers(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """A Chromium that keeps left pages alive for its Back button, as people's browsers do and Playwright's does not."""
    with chromium(ignore_default_args=["--disable-back-forward-cache"]) as browser:
        yield browser


class Watch:
    """Remembers what no page of ours may do: ask another host for something, fail in a script, break its own policy."""

    def __init__(self, context: BrowserContext) -> None:
        self.others: list[str] = []
        self.breaches: list[str] = []
        # Listening only: routing would switch the browser's cache off. FLAGS keep other hosts out of reach.
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.breaches.append(f"script failed: {error.error}"))

    @property
    def complaints(self) -> list[str]:
        return [*self.others, *self.breaches]

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            self.others.append(f"asked another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED):
            self.breaches.append(f"console: {message.text}")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser context of its own: `visit(url, java_script_enabled=False, color_scheme="dark", ...)`.

    Whatever a page did that no page may do fails the test at its end.
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def opening(url: str | None = None, **options: Any) -> Page:
        context = browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/London"} | options)
        context.set_default_timeout(10_000)
        opened.append((context, Watch(context)))
        page = context.new_page()
        if url is not None:
            page.goto(url)
        return page

    yield opening
    complaints = [complaint for _, watch in opened for complaint in watch.complaints]
    for context, _ in opened:
        try:
            context.close()
        except Error as error:
            complaints.append(f"closing the browser: {error}")
    assert complaints == []


@pytest.fixture
def serve() -> Iterator[Callable[[WSGIApplication], str]]:
    """Serve a WSGI application on a free port of this machine until the test ends; returns its address."""
    servers = []

    def serving(app: WSGIApplication) -> str:
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serving
    for server in servers:
        server.shutdown()
        server.server_close()

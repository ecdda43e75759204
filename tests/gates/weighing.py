"""What pages weigh on the wire, measured in Chromium and printed as a table at the end of the run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext

from tests.people.bounds import Told
from tests.people.targets import TARGETS

TABLE = Path(__file__).resolve().parents[2] / ".cache" / "page-weights.txt"
PROPERTY = "page weight"
PAGE, WHOLE, MORE = "page", "form on one page", "with pictures or in Arabic"
"""Bytes with their headers: about what arrives in the first round trip; what a server may send at once (ten packets)
before it hears from the browser; and where the script is not Latin or there are pictures in the page."""
WEIGHT = TARGETS["weight"]
BUDGET = WEIGHT.bound(PAGE).limit
REQUESTS = WEIGHT.bound("requests").limit
FONTS = ("font/", "application/font", "application/x-font", "application/vnd.ms-fontobject")


@dataclass
class Weight:
    """One page, cold: every request it made with its bytes on the wire, and what kind each answer was."""

    parts: dict[str, int] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        return sum(self.parts.values())

    @property
    def fonts(self) -> list[str]:
        return [f"a web font: {kind}" for kind in self.kinds if kind.startswith(FONTS)]

    def figures(self, kind: str) -> dict[str, Told]:
        """What is held against the target."""
        return {kind: self.total, "requests": len(self.parts), "web fonts": len(self.fonts)}

    def over(self, kind: str) -> list[str]:
        """What is over the budget of a kind of page."""
        most = WEIGHT.bound(kind).limit
        wrong = [f"{self.total} bytes, {most:.0f} are allowed: {self.parts}"] if self.total > most else []
        if len(self.parts) > REQUESTS:
            wrong.append(f"{len(self.parts)} requests, {REQUESTS:.0f} are allowed: {list(self.parts)}")
        return wrong + self.fonts


def kind_of(name: str, language: str, *, pictures: bool) -> str:
    """Which budget a page has; a form that stands on one page has its own."""
    if pictures or language == "ar":
        return MORE
    return WHOLE if name.startswith("a/one") else PAGE


def weigh(context: BrowserContext, url: str, app: Flask) -> Weight:
    """Open a page with nothing in the browser's cache and add up what came over the wire.

    A browser without a window does not ask for the page's icon; what people's browsers would ask for is added.
    """
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    weight, names = Weight(), {}

    def finished(event: dict[str, Any]) -> None:
        weight.parts[names[event["requestId"]]] = int(event["encodedDataLength"])

    def answered(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"]
        weight.kinds.add(event["response"]["mimeType"])

    devtools.on("Network.responseReceived", answered)
    devtools.on("Network.loadingFinished", finished)
    devtools.send("Network.enable")
    devtools.send("Network.clearBrowserCache")
    page.goto(url)
    while set(names.values()) - set(weight.parts):
        page.wait_for_timeout(5)
    icons = page.eval_on_selector_all("link[rel~=icon]", "links => links.map(link => link.href)")
    page.close()
    for icon in icons:
        if icon not in weight.parts and not icon.startswith("data:"):
            weight.parts[icon] = _asked_for(app, icon)
    return weight


def _asked_for(app: Flask, url: str) -> int:
    answer = app.test_client().get(url.partition("//")[2].partition("/")[2], headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200, url
    return len(answer.get_data()) + len(str(answer.headers)) + 64  # the status line, the date and the server's name


def table(rows: Iterable[tuple[str, str, int, int]]) -> str:
    """Pages down, languages across: bytes and requests."""
    found = {(page, language): f"{total:>6} in {requests}" for page, language, total, requests in rows}
    languages = sorted({language for _, language in found}, key=lambda code: ("en", "ar", "pl").index(code))
    lines = [f"{'Cold, on the wire: bytes in requests':<40}" + "".join(f"{language:>14}" for language in languages)]
    lines += [
        f"{name:<40}" + "".join(f"{found.get((name, language), ''):>14}" for language in languages)
        for name in sorted({page for page, _ in found})
    ]
    return "\n".join(lines) + "\n"


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table and leave it where it can be looked up."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = [value for report in reports for name, value in getattr(report, "user_properties", ()) if name == PROPERTY]
    rows = [tuple(row) for row in {json.dumps(row): row for value in told for row in json.loads(value)}.values()]
    if rows:
        written = table(rows)
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(written, encoding="utf-8")
        terminalreporter.section(f"What pages weigh ({TABLE.parent.name}/{TABLE.name})")
        terminalreporter.write(written)

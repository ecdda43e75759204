"""Every public page arrives at once on a slow phone: few bytes, few requests, no fonts; and none costs a query."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext
from sqlalchemy import event

from portal.extensions import db
from tests.chromium import Watch
from tests.gates.lens import nothing_wrong
from tests.gates.site import EVERY, Site, served, spread
from tests.gates.weighing import BUDGET, MORE, PAGE, PROPERTY, Weight, kind_of, table, weigh
from tests.people.bounds import Told
from tests.people.table import Held

LANGUAGES = ("en", "ar", "pl") if EVERY else ("pl",)
"""Polish is the longest of those that have to keep within the budget of Latin letters, and longer than English."""


@pytest.fixture
def cold(browser: Browser) -> Iterator[tuple[BrowserContext, Watch]]:
    """A browser that obeys the pages' security policy; what no page may do fails the test."""
    context = browser.new_context(locale="en-GB")
    watch = Watch(context)
    yield context, watch
    context.close()
    nothing_wrong(watch.complaints)


@pytest.mark.browser
@pytest.mark.timeout(300)
@spread
def test_pages_keep_within_the_budget(
    site: Site,
    cold: tuple[BrowserContext, Watch],
    held: Held,
    share: int,
    record_property: Callable[[str, object], None],
) -> None:
    context, watch = cold
    found, rows = [], []
    figures: dict[str, list[Told]] = defaultdict(list)
    for stop in site.share(share):
        for language in LANGUAGES:
            if (stop.path.startswith("!") and language != "en") or stop.press:
                continue
            context.clear_cookies()
            key = site.prime(stop, language)
            if key:
                context.add_cookies([{"name": "s", "value": key, "url": site.address}])
            weight = weigh(context, site.url(stop, language), site.app)
            rows.append((stop.name, language, weight.total, len(weight.parts)))
            kind = kind_of(stop.name, language, pictures=stop.pictures)
            found += [f"{stop} {language}: {wrong}" for wrong in weight.over(kind)]
            for name, figure in weight.figures(kind).items():
                figures[name].append(figure)
    record_property(PROPERTY, json.dumps(rows))
    nothing_wrong(found)
    held.all("weight", figures | {"pages": [len(rows)]})
    asked = sum(requests for *_, requests in rows)
    held("others", requests_to_others=len(watch.others), policy_breaches=len(watch.breaches), requests=asked)


@pytest.mark.browser
def test_a_heavy_page_is_found(browser: Browser) -> None:
    app = Flask("heavy", static_folder=None)
    page = (
        '<!doctype html><link rel="icon" href="/icon"><script src="/1"></script><script src="/2"></script>'
        + "x" * int(BUDGET)
    )
    font = "<style>@font-face { font-family: f; src: url(/font) } body { font-family: f }</style>"
    app.add_url_rule("/", "page", lambda: page + '<script src="/3"></script>' + font)
    app.add_url_rule("/<int:number>", "script", lambda number: ("", {"Content-Type": "text/javascript"}))
    app.add_url_rule("/icon", "icon", lambda: "icon" * 1000)
    app.add_url_rule("/font", "font", lambda: ("f" * 50, {"Content-Type": "font/woff2"}))
    with served(app) as address:
        context = browser.new_context()
        weight = weigh(context, address + "/", app)
        context.close()
    assert weight.total > BUDGET + 4000
    assert {wrong.split()[1] for wrong in weight.over(PAGE)} == {"bytes,", "requests,", "web"}
    assert "bytes," not in {wrong.split()[1] for wrong in weight.over(MORE)}


def test_the_table_has_a_row_for_each_page_and_a_column_for_each_language() -> None:
    rows = [("home/index", "ar", 12_500, 4), ("home/index", "en", 11_000, 4), ("y/1", "en", 9_000, 3)]
    heading, home, first = table(rows).splitlines()
    assert heading.split()[-2:] == ["en", "ar"]
    assert home.split() == ["home/index", "11000", "in", "4", "12500", "in", "4"]
    assert first.split() == ["y/1", "9000", "in", "3"]
    assert Weight().over(PAGE) == []


@contextmanager
def queries(app: Flask) -> Iterator[list[str]]:
    """Every statement the application sends to its database meanwhile."""
    seen: list[str] = []
    with app.app_context():
        engine = db.engine

    def remember(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", remember)
    yield seen
    event.remove(engine, "before_cursor_execute", remember)


def test_anonymous_pages_run_no_query(site: Site) -> None:
    asked, seen = [], 0
    for stop in site.stops:
        if stop.answers or stop.holder or stop.press or stop.sent:
            continue
        for language in LANGUAGES:
            with queries(site.app) as statements:
                answer = site.app.test_client().get(site.url(stop, language).removeprefix(site.address))
            seen += answer.status_code == 200
            asked += [f"{stop} {language}: {statement[:80]}" for statement in statements]
    assert seen > 30
    nothing_wrong(asked)


def test_a_query_is_noticed(site: Site) -> None:
    stop = next(stop for stop in site.stops if stop.name == "y/check")
    client = site.app.test_client()
    client.set_cookie("s", site.prime(stop) or "")
    with queries(site.app) as statements:
        client.get("/en/y/check")
    assert statements != []

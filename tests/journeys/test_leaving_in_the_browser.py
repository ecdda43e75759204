"""Leaving fast: another site opens, the cookie is gone, and Back never shows what was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from tests.gates.hands import follow
from tests.gates.site import Site, served
from tests.people.table import Held

pytestmark = pytest.mark.browser
STORY = "The blue shed is where I wait"
MORE = "and nobody comes"
TIMES = 8


@pytest.fixture
def contexts(browser_that_remembers: Browser) -> Iterator[list[BrowserContext]]:
    """Browsers that keep left pages alive for Back, closed at the end."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


def opened(browser: Browser, contexts: list[BrowserContext], *, scripts: bool) -> Page:
    contexts.append(browser.new_context(java_script_enabled=scripts))
    contexts[-1].set_default_timeout(10_000)
    return contexts[-1].new_page()


def shown(page: Page) -> str:
    """Everything somebody could read on the page, what stands in its boxes included."""
    boxes = [box.input_value() for box in page.locator("textarea, input:not([type=hidden])").all()]
    return " ".join([page.locator("body").inner_text(), page.title(), *boxes])


def seen_going_back(page: Page) -> str:
    """What can be read on every page that Back leads to."""
    seen = []
    for _ in range(TIMES):
        before = page.url
        page.go_back(wait_until="commit")
        page.wait_for_timeout(400)  # a page that comes back from memory tells nobody when it has
        if page.url in {"about:blank", before}:
            break
        seen.append(shown(page))
    assert seen, "Back led nowhere"
    return " ".join(seen)


def leave(page: Page, how: str) -> None:
    if how != "shift":
        page.locator(".leave__button").click()
    else:
        page.locator("#story").focus()
        for _ in range(4):
            page.keyboard.press("Shift")


@pytest.mark.parametrize(
    "how",
    ["button", "shift", "without JavaScript"],
)
def test_back_never_shows_what_was_typed(
    site: Site, browser_that_remembers: Browser, contexts: list[BrowserContext], held: Held, how: str
) -> None:
    page = opened(browser_that_remembers, contexts, scripts=how != "without JavaScript")
    page.goto(f"{site.address}/en/y")
    follow(page.locator("main a.govuk-button").first)
    follow(page.locator('main .govuk-button[value="continue"]'))
    page.locator("#story").fill(STORY)
    follow(page.locator('main .govuk-button[value="continue"]'))
    page.goto(f"{site.address}/en/y/2")
    assert STORY in shown(page), "the draft is there before leaving"
    page.locator("#story").fill(f"{STORY} {MORE}")
    leave(page, how)
    page.wait_for_url(f"{site.exit}/weather")
    assert [cookie["name"] for cookie in page.context.cookies()] == []
    read = seen_going_back(page)
    assert STORY not in read and MORE not in read
    held("back", ways_out=[how])
    held("scriptless", besides=["leave"] if how == "without JavaScript" else [])


def time_to_leave(site: Site, page: Page) -> float:
    """Milliseconds from the press until the whole page of another site is there."""
    page.goto(f"{site.address}/en/y/2")
    page.locator("#story").fill(STORY)
    pressed = page.evaluate(
        "() => { const now = Date.now(); document.querySelector('.leave__button').click(); return now }"
    )
    page.wait_for_url(f"{site.exit}/weather", timeout=3_000)
    there: float = page.evaluate("performance.timeOrigin + performance.getEntriesByType('navigation')[0].responseEnd")
    return there - float(pressed)


def test_leaving_is_soon_over(
    site: Site, browser_that_remembers: Browser, contexts: list[BrowserContext], held: Held
) -> None:
    page = opened(browser_that_remembers, contexts, scripts=True)
    held("leaving", time=round(min(time_to_leave(site, page) for _ in range(3))))


def test_a_way_out_that_is_only_a_link_shows_it_again(
    browser_that_remembers: Browser, contexts: list[BrowserContext]
) -> None:
    app = Flask("careless", static_folder=None)
    head = '<!doctype html><link rel="icon" href="data:,"><title>x</title>'
    app.add_url_rule("/", "page", lambda: f'{head}<textarea id="story"></textarea><a href="/out">Leave</a>')
    app.add_url_rule("/out", "out", lambda: f"{head}Sunny")
    with served(app) as address:
        page = opened(browser_that_remembers, contexts, scripts=True)
        page.goto(address + "/")
        page.locator("#story").fill(STORY)
        page.locator("a").click()
        page.wait_for_url(f"{address}/out")
        assert STORY in seen_going_back(page)

"""Leaving fast: another site opens, the cookie is gone, and Back never shows what was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from tests.gates.site import Site, served

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
    if how == "button":
        page.locator(".leave__button").click()
    else:
        page.locator("#story").focus()
        for _ in range(3):
            page.keyboard.press("Shift")


@pytest.mark.parametrize(
    ("how", "scripts"),
    [("button", True), ("shift", True), ("button", False)],
    ids=["with JavaScript", "Shift three times", "without JavaScript"],
)
def test_back_never_shows_what_was_typed(
    site: Site, browser_that_remembers: Browser, contexts: list[BrowserContext], how: str, scripts: bool
) -> None:
    page = opened(browser_that_remembers, contexts, scripts=scripts)
    page.goto(f"{site.address}/en/y")
    page.locator("main a.govuk-button").first.click()
    page.locator('main .govuk-button[value="continue"]').click()
    page.locator("#story").fill(STORY)
    page.locator('main .govuk-button[value="continue"]').click()
    page.goto(f"{site.address}/en/y/2")
    assert STORY in shown(page), "the draft is there before leaving"
    page.locator("#story").fill(f"{STORY} {MORE}")
    leave(page, how)
    page.wait_for_url(f"{site.exit}/weather")
    assert [cookie["name"] for cookie in page.context.cookies()] == []
    read = seen_going_back(page)
    assert STORY not in read and MORE not in read


def test_leaving_is_soon_over(site: Site, browser_that_remembers: Browser, contexts: list[BrowserContext]) -> None:
    page = opened(browser_that_remembers, contexts, scripts=True)
    page.goto(f"{site.address}/en/y/2")
    page.locator("#story").fill(STORY)
    page.evaluate("document.querySelector('.leave__button').click()")
    page.wait_for_url(f"{site.exit}/weather", timeout=3_000)


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

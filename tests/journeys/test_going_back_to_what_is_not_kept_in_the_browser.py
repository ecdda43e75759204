"""Back to a form whose mistakes are kept nowhere (number and code, words to the team) leads to our page; in Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import makers as make
from tests.gates.hands import follow
from tests.gates.site import Site

pytestmark = pytest.mark.browser
BUTTON = "main form[method=post] .govuk-button[type=submit]:not([value=attach])"


def press(page: Page) -> None:
    follow(page.locator(BUTTON).first)


def back(page: Page) -> None:
    """Press the browser's Back: our own page has to come, not the browser's question whether to send again."""
    answer = page.go_back()
    assert answer is not None and answer.status == 200 and answer.request.method == "GET", page.url


def test_back_after_a_slip_in_the_code_shows_the_empty_page(site: Site, visit: Callable[..., Page]) -> None:
    with site.app.app_context():
        case = make.case("young_person", name="Kit")
    page = visit(f"{site.address}/en/t")
    for code in ("river lemon", case.code):
        page.locator("#number").fill(case.reference)
        page.locator("#code").fill(code)
        press(page)
    assert page.url == f"{site.address}/en/t/case"
    back(page)
    assert page.url == f"{site.address}/en/t"
    assert [page.locator(box).input_value() for box in ("#number", "#code")] == ["", ""]

    page.goto(f"{site.address}/en/t/case/message")
    press(page)
    assert page.locator(".govuk-error-summary").count() == 1
    page.locator("#words").fill("Can we meet?")
    press(page)
    assert page.url.startswith(f"{site.address}/en/t/case?")
    back(page)
    assert page.url == f"{site.address}/en/t/case/message"
    assert page.locator(".govuk-error-summary").count() == 0


def test_words_sent_again_by_loading_the_page_are_not_lost(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/y/2")
    page.context.clear_cookies()
    page.locator("#story").fill("It is cold here.")
    follow(page.locator('main button[value="continue"]:not(.govuk-visually-hidden)').first)
    assert "open for a long time" in page.locator(".govuk-error-summary").inner_text()
    page.reload()
    assert page.locator("#story").input_value() == "It is cold here."
    follow(page.locator('main button[value="continue"]:not(.govuk-visually-hidden)').first)
    assert page.url == f"{site.address}/en/y/3"
    back(page)
    assert page.locator("#story").input_value() == "It is cold here."

"""Back to a form that keeps no mistakes (number and code, words to the team) leads to our page; in Chromium."""

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


def test_back_after_a_slip_in_the_code_of_a_saved_form(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/y/2")
    page.locator("#story").fill("Half a tho")
    follow(page.locator("main button[value=save]"))
    words = " ".join(page.locator(".receipt__words li").all_inner_texts())
    page.goto(f"{site.address}/en/back")
    for code in ("river lemon", words):
        page.locator("#code").fill(code)
        press(page)
    assert "/en/y/" in page.url
    back(page)
    assert page.url == f"{site.address}/en/back" and page.locator("#code").input_value() == ""


def test_words_and_a_refused_file_stay_when_the_page_is_loaded_again(site: Site, visit: Callable[..., Page]) -> None:
    with site.app.app_context():
        case = make.case("young_person", name="Kit")
    page = visit(f"{site.address}/en/t")
    page.locator("#number").fill(case.reference)
    page.locator("#code").fill(case.code)
    press(page)
    page.goto(f"{site.address}/en/t/case/message")
    page.locator("#words").fill("Can we meet?")
    page.locator("#files").set_input_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"Words"})
    follow(page.locator("main button[value=attach]"))
    assert page.locator(".govuk-error-summary").count() == 1
    page.reload()
    assert page.locator("#words").input_value() == "Can we meet?"

"""The phone's own Back, after a page was got wrong and mended, leads to our page with what was typed; in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page

from tests import samples
from tests.gates.hands import follow
from tests.gates.site import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"]),
]
CONTINUE = 'main button[value="continue"]:not(.govuk-visually-hidden)'


def send(page: Page, typed: Mapping[str, str], press: str = CONTINUE) -> None:
    """Fill in boxes and go on."""
    for name, text in typed.items():
        page.locator(f'main [name="{name}"]').fill(text)
    follow(page.locator(press).first)


def back(page: Page) -> None:
    """Press the browser's Back: our own page has to come, not the browser's question whether to send again."""
    answer = page.go_back()
    assert answer is not None and answer.status == 200 and answer.request.method == "GET", page.url
    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_back_shows_the_mended_page_without_an_error(
    site: Site, visit: Callable[..., Page], language: str, scripts: bool
) -> None:
    page = visit(f"{site.address}/{language}/y/2", java_script_enabled=scripts)
    send(page, {"story": ""})
    assert page.locator(".govuk-error-summary").count() == 1
    send(page, {"story": ""})
    send(page, {"story": "It is cold here."})
    assert page.url == f"{site.address}/{language}/y/3"
    back(page)
    assert page.locator("#story").input_value() == "It is cold here."
    assert page.locator(".govuk-error-summary").count() == 0
    back(page)
    assert page.locator("#story").input_value() == "It is cold here."


def test_back_from_another_page_shows_what_is_wrong_and_what_was_typed(
    site: Site, visit: Callable[..., Page], scripts: bool
) -> None:
    page = visit(f"{site.address}/en/y/7", java_script_enabled=scripts)
    send(page, {"age": "twelve", "name": "Kit"})
    assert page.title().startswith("Error:")
    page.goto(f"{site.address}/en/how")
    back(page)
    assert page.title().startswith("Error:")
    assert [page.locator(f"#{name}").input_value() for name in ("name", "age")] == ["Kit", "twelve"]


def test_back_after_another_child_was_added(site: Site, visit: Callable[..., Page], scripts: bool) -> None:
    page = visit(f"{site.address}/en/a/2", java_script_enabled=scripts)
    send(page, {"children-0-first_name": "Bo"}, press='main button[value="add"]')
    send(page, {"children-1-first_name": "Al"})
    back(page)
    assert page.locator('[name="children-0-first_name"]').input_value() == "Bo"
    assert page.locator('[name="children-1-first_name"]').input_value() == "Al"


def test_back_after_files_were_taken_and_refused(site: Site, visit: Callable[..., Page], scripts: bool) -> None:
    page = visit(f"{site.address}/en/y/2", java_script_enabled=scripts)
    page.locator("#story").fill("My room.")
    for name, body in [("room.jpg", samples.jpeg()), ("notes.txt", b"Words")]:
        page.locator("#files").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": body})
        follow(page.locator('main button[value="attach"]'))
        assert page.locator("#story").input_value() == "My room."
    assert "notes.txt" in page.locator(".govuk-error-summary").inner_text()
    send(page, {})
    back(page)
    assert page.locator("#story").input_value() == "My room."
    assert "Photo 1" in page.locator("main").inner_text()
    assert page.locator(".govuk-error-summary").count() == 0


def test_back_after_the_number_to_call_was_shown(site: Site, visit: Callable[..., Page], scripts: bool) -> None:
    page = visit(f"{site.address}/en/h/4", java_script_enabled=scripts)
    send(page, {})
    assert page.locator(".receipt").count() == 1
    follow(page.locator("main a.govuk-button"))
    page.locator("[name=contact_way][value=text]").check(force=True)
    follow(page.locator(CONTINUE).first)
    for _ in range(2):
        back(page)
        assert page.locator("[name=contact_way][value=text]").is_checked()

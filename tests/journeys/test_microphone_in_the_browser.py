"""The microphone in a Chromium that has one: only where a voice message is asked for, and only if somebody says yes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gates.hands import follow
from tests.gates.site import Site

pytestmark = pytest.mark.browser
HEARD = "() => navigator.mediaDevices.getUserMedia({audio: true}).then(() => 'heard', refused => refused.name)"


@pytest.fixture(scope="module")
def listening(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """A Chromium with a microphone that hums."""
    with chromium(flags=["--use-fake-device-for-media-stream"]) as browser:
        yield browser


def allowed(browser: Browser, *permissions: str) -> Page:
    return browser.new_context(permissions=list(permissions)).new_page()


def test_a_child_who_says_yes_records_stops_hears_and_deletes(site: Site, listening: Browser) -> None:
    page = allowed(listening, "microphone")
    page.goto(f"{site.address}/en/e/4")
    page.get_by_role("button", name="Record a voice message").click()
    stop = page.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_be_focused()
    page.wait_for_timeout(500)
    stop.click()
    page.wait_for_selector("audio")
    assert page.evaluate("() => document.querySelector('audio').play().then(() => true)")
    page.get_by_role("button", name="Delete it").last.click()
    assert page.locator("audio").count() == 0


def test_who_says_no_reads_one_kind_sentence_and_can_go_on(site: Site, listening: Browser) -> None:
    page = allowed(listening)
    page.goto(f"{site.address}/en/e/4")
    page.get_by_role("button", name="Record a voice message").click()
    page.get_by_text("We could not use the microphone.").wait_for()
    page.locator("#story").fill("I do not want to talk.")
    follow(page.locator('main button[value="continue"]:not(.govuk-visually-hidden)'))
    assert "/e/5" in page.url


def test_no_other_page_can_listen_even_with_a_yes(site: Site, listening: Browser) -> None:
    page = allowed(listening, "microphone")
    heard = {}
    for path in ("e/4", "y/2", "e/3", "y/1", "t", ""):
        page.goto(f"{site.address}/en/{path}")
        heard[path] = page.evaluate(HEARD)
    assert heard == dict.fromkeys(("e/4", "y/2"), "heard") | dict.fromkeys(("e/3", "y/1", "t", ""), "NotAllowedError")

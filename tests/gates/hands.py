"""Somebody at a real browser, whose every press, pick and typing is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page

from tests.gates.site import Site

#: The least anybody has to answer, journey by journey.
LEAST: dict[str, dict[str, str]] = {
    "y": {"story": "They moved me again.", "contact_way": "code_only"},
    "e": {"feelings": "sad", "contact_way": "code_only"},
    "c": {"kind": "compliment", "story": "Jo was kind to me."},
    "v": {
        "speaker_name": "Jo",
        "speaker_email": "jo@voice.example",
        "name": "Kit",
        "agreement": "agreed",
        "story": "They moved me again.",
        "code_for": "both",
    },
    "h": {"name": "Kit", "contact_way": "text", "phone": "07700 900982"},
    "a": {"relationship": "parent", "story": "Nobody rang back.", "name": "Pat", "contact_way": "code_only"},
}
BOTH_WAYS = pytest.mark.parametrize(
    ("language", "scripts"),
    [
        pytest.param("en", True, id="English with JavaScript"),
        pytest.param("ar", False, id="Arabic without JavaScript"),
        pytest.param("en", False, id="English without JavaScript", marks=pytest.mark.slow),
        pytest.param("ar", True, id="Arabic with JavaScript", marks=pytest.mark.slow),
    ],
)
"""In both languages, written from the left and from the right, and with JavaScript and without."""
PICKED = {"radio", "checkbox"}
MOST_TABS = 80


def follow(what: Locator) -> None:
    """Press what leads to another page, and be there: a click alone may come back while the old page still stands."""
    with what.page.expect_navigation():
        what.click()


class Hands:
    """Does what a person does, and counts it."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        self.seen: list[str] = []

    def press(self, what: Locator) -> None:
        self.count += 1
        follow(what)

    def answer(self, given: Mapping[str, str]) -> None:
        """Answer what the page asks, as far as there is an answer."""
        for name, value in given.items():
            asked = self.page.locator(f'main [name="{name}"]')
            if asked.count() == 0:
                continue
            self.count += 1
            if asked.first.get_attribute("type") in PICKED:
                self.page.locator(f'main [name="{name}"][value="{value}"]').check(force=True)
            else:
                asked.first.fill(value)

    def go_on(self) -> None:
        self.press(self.page.locator('main button[value="continue"]:not(.govuk-visually-hidden)'))

    def walk(self, given: Mapping[str, str]) -> None:
        """From the page that is open to the receipt."""
        while not re.search("/(check|done)", self.page.url):
            assert self.page.url not in self.seen, f"asked again: {self.page.title()}, after {self.seen}"
            self.seen.append(self.page.url)
            self.answer(given)
            self.go_on()
        if "/check" in self.page.url:
            self.press(self.page.locator('main button[value="send"]'))

    def tab_to(self, selector: str) -> None:
        """Reach a control with the Tab key alone."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is not reached by Tab on {self.page.url}")

    def choose(self, name: str, value: str) -> None:
        """Pick one of a group with Tab, Space and the arrow keys."""
        self.tab_to(f'[name="{name}"]')
        self.page.keyboard.press("Space")
        for _ in range(MOST_TABS):
            if self.page.evaluate("value => document.activeElement.value === value", value):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not reached with the arrows on {self.page.url}")

    def walk_by_keyboard(self, given: Mapping[str, str]) -> None:
        """From the page that is open to the receipt, without touching anything but keys."""
        while not re.search("/(check|done)", self.page.url):
            for name, value in given.items():
                asked = self.page.locator(f'main [name="{name}"]')
                if asked.count() and asked.first.get_attribute("type") == "radio":
                    self.choose(name, value)
                elif asked.count() and asked.first.get_attribute("type") == "checkbox":
                    self.tab_to(f'[name="{name}"][value="{value}"]')
                    self.page.keyboard.press("Space")
                elif asked.count():
                    self.tab_to(f'[name="{name}"]')
                    self.page.keyboard.type(value)
            self.enter('main button[value="continue"]:not(.govuk-visually-hidden)')
        if "/check" in self.page.url:
            self.enter('main button[value="send"]')

    def enter(self, selector: str) -> None:
        self.tab_to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def receipt(page: Page) -> tuple[str, str]:
    """The number and the secret words."""
    words = page.locator(".receipt__words li").all_inner_texts()
    assert len(words) in (5, 10), page.url  # two cards where somebody speaks for a child
    return page.locator(".receipt__number").first.inner_text().strip(), " ".join(words[:5])


def begun(site: Site, page: Page, journey: str, language: str = "en") -> Hands:
    """On the first question of a journey, by way of its start page."""
    hands = Hands(page)
    page.goto(f"{site.address}/{language}/{journey}")
    if page.locator("main form").count() == 0:  # some start pages ask the first question already
        hands.press(page.locator("main a.govuk-button").first)
    return hands

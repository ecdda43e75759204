"""Somebody speaks for a child, in Chromium: two codes, two pages, and the child who goes on alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.gates.hands import LEAST, begun, follow
from tests.gates.site import Site
from tests.journeys.test_following_in_the_browser import look

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize(
    ("language", "scripts"), [("en", False), ("ar", True)], ids=["English without JavaScript", "Arabic with JavaScript"]
)


def codes(page: Page) -> tuple[str, list[str]]:
    """The number, and the words of each card on the page."""
    cards = page.locator(".receipt").all()
    words = [" ".join(card.locator(".receipt__words li").all_inner_texts()) for card in cards]
    return page.locator(".receipt__number").first.inner_text().strip(), words


@BOTH
def test_each_follows_it_with_their_own_code_until_the_child_goes_on_alone(
    site: Site, visit: Callable[..., Page], language: str, scripts: bool
) -> None:
    sender, child, speaker = (visit(java_script_enabled=scripts) for _ in range(3))
    begun(site, sender, "v", language).walk(LEAST["v"])
    number, (theirs, own) = codes(sender)
    look(site, child, number, own, language)
    look(site, speaker, number, theirs, language)
    assert "theme-child" in (child.locator("html").get_attribute("class") or "")
    assert "theme-adult" in (speaker.locator("html").get_attribute("class") or "")
    assert speaker.locator('a[href$="/t/case/alone"], a[href$="/t/case/stop"]').count() == 0
    follow(child.locator('a[href$="/t/case/alone"]'))
    follow(child.locator('main button[value="send"]'))
    _, (fresh,) = codes(child)
    assert fresh not in (own, theirs)
    speaker.reload()
    assert speaker.url.partition("?")[0].endswith("/t"), "whoever spoke for the child is out at once"
    look(site, speaker, number, theirs, language)
    assert speaker.locator("main form").count() == 0 and speaker.locator("main h1").count() == 1
    assert speaker.locator(".govuk-error-summary").count() == 0, "a kind sentence, and no mistake"
    look(site, child, number, own, language)
    assert child.locator(".govuk-error-summary").count() == 1, "the card may have been seen"
    look(site, child, number, fresh, language)
    assert child.url.endswith("/t/case")

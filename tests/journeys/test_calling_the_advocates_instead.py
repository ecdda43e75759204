"""The card with the advocates' number in Chromium: shown instead of an error, kept to the rules, and printed alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.gates.hands import follow
from tests.gates.lens import ZOOMED, nothing_wrong
from tests.gates.rules import broken_rules
from tests.gates.site import LANGUAGES, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_picks_nothing_is_shown_a_number_and_no_error(
    site: Site, visit: Callable[..., Page], language: str, scheme: str
) -> None:
    page = visit(f"{site.address}/{language}/h/4", bypass_csp=True, color_scheme=scheme, viewport=ZOOMED)
    follow(page.locator('main button[value="continue"]'))
    assert page.locator(".govuk-error-summary").count() == 0
    assert page.locator(".receipt a[href='tel:08081570100']").is_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    nothing_wrong([*broken_rules(page), *(["it scrolls sideways"] if wide > 0 else [])])
    page.emulate_media(media="print")
    assert page.locator(".receipt").is_visible()
    assert page.locator("main a.govuk-button:visible").count() == 0
    page.emulate_media(media="screen")
    follow(page.locator("main a.govuk-button"))
    assert page.url.startswith(f"{site.address}/{language}/h/4"), "and back to where another way can be picked"

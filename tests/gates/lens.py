"""One browser page through which the gates look at every page of the site, in every mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gates.hands import follow
from tests.gates.site import Site
from tests.gates.stops import Stop

MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 640}
ZOOMED = {"width": 320, "height": 256}
"""What is left of a screen 1280 wide at 400 %."""


def nothing_wrong(found: list[str]) -> None:
    """Fail with everything that was found, each thing once on a line of its own."""
    told = list(dict.fromkeys(found))
    assert not told, f"{len(told)} found:\n" + "\n".join(told[:60])


class Lens:
    """A browser page without memory: every stop is opened as a visitor who did only what the stop presupposes."""

    def __init__(self, site: Site, page: Page) -> None:
        self.site, self.page = site, page

    def open(self, stop: Stop, language: str = "en", *, mistaken: bool = False) -> Page:
        """Open a stop; `mistaken` sees it again after something was typed that cannot be taken."""
        self.page.context.clear_cookies()
        key = self.site.prime(stop, language)
        if key:
            self.page.context.add_cookies([{"name": "s", "value": key, "url": self.site.address}])
        answer = self.page.goto(self.site.url(stop, language))
        assert answer is not None and answer.status < 500, f"{stop}: {answer and answer.status}"
        wanted = self.site.url(stop, language).partition("?")[0]
        assert self.page.url.partition("?")[0] == wanted, f"{stop} led to {self.page.url}"
        if stop.press:
            follow(self.page.locator(f"main button[value={stop.press}]"))
        if mistaken:
            with self.page.expect_navigation():
                self.measure("spoil", dict(stop.wrong))
        return self.page

    def measure(self, what: str, *given: object) -> Any:
        """Call a function of `measures.js`."""
        return self.page.evaluate(f"given => {MEASURES.rstrip()}.{what}(...given)", list(given))

    def mode(self, *, dark: bool = False, size: dict[str, int] = WIDE, **more: Any) -> None:
        """How the page is to be shown from now on."""
        chosen = {
            "media": "screen",
            "color_scheme": "dark" if dark else "light",
            "forced_colors": "none",
            "reduced_motion": "no-preference",
        }
        self.page.emulate_media(**(chosen | more))  # type: ignore[arg-type]  # one of the words Playwright knows
        self.page.set_viewport_size({"width": size["width"], "height": size["height"]})

    def show(self, html: str, title: str = "A page") -> Page:
        """A page of our own, to see a check fail."""
        self.page.goto(self.site.address + "/nothing")
        self.page.set_content(
            f'<!doctype html><html lang="en" dir="ltr"><title>{title}</title><main><h1>A page</h1>{html}</main></html>'
        )
        return self.page


@pytest.fixture(scope="session")
def _lens(standing_site: Site, browser: Browser) -> Iterator[Lens]:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", bypass_csp=True)
    context.set_default_timeout(10_000)
    expect.set_options(timeout=5_000)
    yield Lens(standing_site, context.new_page())
    context.close()


@pytest.fixture
def lens(_lens: Lens, site: Site) -> Lens:
    """A browser page for looking at the site; wide and light until told otherwise."""
    assert _lens.site is site
    _lens.mode()
    return _lens

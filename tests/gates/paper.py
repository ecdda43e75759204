"""What a page looks like on paper: its sheets, its smallest print, and what of the screen is still on it."""

from __future__ import annotations

import io

import pikepdf
from playwright.sync_api import Page

CHROME = ("header .leave", "nav.ways", "aside.review", "footer nav", "form", ".no-print", "button")
POINTS = 72 / 96
"""In a CSS pixel."""


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return len(read.pages)


def printed_chrome(page: Page) -> list[str]:
    """What of the screen would be on paper."""
    page.emulate_media(media="print")
    return [one for one in CHROME for found in page.locator(one).all() if found.is_visible()]


def smallest_print(page: Page) -> float:
    """In points."""
    sizes: list[float] = page.eval_on_selector_all(
        "main :is(h1, h2, h3, p, li, dt, dd, td, th)",
        "all => all.filter(one => one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).fontSize))",
    )
    return round(min(sizes) * POINTS, 1)

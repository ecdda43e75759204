"""A receipt prints on one page in large type, with number and code, and without what only makes sense on a screen."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.gates.lens import Lens

pytestmark = pytest.mark.browser
LEAST = 14 * 96 / 72
"""14 points in CSS pixels."""
CHROME = ("header .leave", "nav.ways", "aside.review", "footer nav", "form", ".no-print", "button")


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return len(read.pages)


def printed_chrome(lens: Lens) -> list[str]:
    """What of the screen would be on paper."""
    lens.page.emulate_media(media="print")
    return [one for one in CHROME for found in lens.page.locator(one).all() if found.is_visible()]


@pytest.mark.parametrize("name", ["y/done (full)", "e/done (full)", "a/done (full)", "y/saved", "a/card"])
@pytest.mark.parametrize("language", ["en", "ar", "pl"])
def test_a_receipt_prints_on_one_page(lens: Lens, name: str, language: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == name)
    page = lens.open(stop, language)
    assert printed_chrome(lens) == []
    assert pages(page.pdf(prefer_css_page_size=True)) == 1, "the card"
    assert pages(page.pdf(format="A4")) == 1, "a sheet, where a printer knows no cards"
    assert page.locator(".receipt__words li").count() == 5
    sizes = page.eval_on_selector_all(
        "main :is(h1, h2, p, li, dt, dd)",
        "all => all.filter(one => one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).fontSize))",
    )
    assert min(sizes) >= LEAST - 0.1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_whoever_speaks_for_a_child_and_the_child_have_a_sheet_each(lens: Lens, language: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == "v/done (full)")
    page = lens.open(stop, language)
    assert printed_chrome(lens) == []
    assert pages(page.pdf(format="A4")) == 2
    assert page.locator(".own-sheet .receipt__words li").count() == 5


def test_a_second_page_and_a_button_on_paper_are_found(lens: Lens) -> None:
    page = lens.show("<button>Leave</button>" + "<p>And so on.</p>" * 60)
    assert pages(page.pdf(format="A4")) == 2
    assert printed_chrome(lens) == ["button"]

"""A receipt prints on one page in large type, with number and code, and without what only makes sense on a screen."""

from __future__ import annotations

import pytest

from tests.gates.lens import Lens
from tests.gates.paper import pages, printed_chrome, smallest_print
from tests.people.table import Held

pytestmark = pytest.mark.browser
RECEIPTS = {
    "y/done (full)": "receipt", "e/done (full)": "receipt", "a/done (full)": "receipt", "h/done (full)": "receipt",
    "y/saved": "saved form", "a/card": "card", "h/card": "card",
}  # fmt: skip


@pytest.mark.parametrize("name", RECEIPTS)
@pytest.mark.parametrize("language", ["en", "ar", "pl"])
def test_a_receipt_prints_on_one_page(lens: Lens, held: Held, name: str, language: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == name)
    page = lens.open(stop, language)
    assert printed_chrome(page) == []
    sheets = max(
        pages(page.pdf(prefer_css_page_size=True)), pages(page.pdf(format="A4"))
    )  # some printers know no cards
    assert page.locator(".receipt__words li").count() == 5
    held("print", sheets_for_a_receipt=sheets, smallest_print=smallest_print(page), printed=[RECEIPTS[name]])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_whoever_speaks_for_a_child_and_the_child_have_a_sheet_each(lens: Lens, held: Held, language: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == "v/done (full)")
    page = lens.open(stop, language)
    assert printed_chrome(page) == []
    assert pages(page.pdf(format="A4")) == 2
    assert page.locator(".own-sheet .receipt__words li").count() == 5
    held("print", smallest_print=smallest_print(page), printed=["two receipts"])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_has_happened_so_far_can_be_printed(lens: Lens, held: Held, language: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == "tracking/case")
    page = lens.open(stop, language)
    assert printed_chrome(page) == []
    assert page.locator("ol li").count() > 0
    assert not [one for one in page.locator("main a").all() if one.is_visible()], "nothing there is to be pressed"
    held("print", smallest_print=smallest_print(page), printed=["timeline"])


def test_a_second_page_small_print_and_a_button_on_paper_are_found(lens: Lens) -> None:
    page = lens.show("<button>Leave</button><p style='font-size: 10pt'>And so on.</p>" + "<p>And so on.</p>" * 60)
    assert pages(page.pdf(format="A4")) == 2
    assert printed_chrome(page) == ["button"]
    assert smallest_print(page) == 10

"""English in a page that is read from the right stands at its edge; and how the page says who translated it."""

import pytest

from tests.gates.lens import Lens

pytestmark = pytest.mark.browser
EDGES = """wanted => [...document.querySelectorAll(wanted)].filter(one => one.checkVisibility()).map(one => {
  const words = document.createRange();
  words.selectNodeContents(one);
  let block = one.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  const inner = getComputedStyle(block), outer = block.getBoundingClientRect().right;
  const edge = outer - parseFloat(inner.paddingRight) - parseFloat(inner.borderRightWidth);
  const end = Math.max(...[...words.getClientRects()].map(box => box.right));
  return [one.textContent.trim().slice(0, 40), Math.round(edge - end)];
})"""
"""How far the words of each element end from the edge at which its block begins in Arabic."""


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        *(("e/5b", ".help .original"), ("y/start", ".review .original")),
        *(("y/done (full)", ".receipt__words"), ("leaflet/leaflet", ".leaflet__address")),
    ],
)
def test_english_in_a_page_from_the_right_stands_at_the_edge_of_what_it_belongs_to(
    lens: Lens, name: str, wanted: str
) -> None:
    page = lens.open(next(stop for stop in lens.site.stops if stop.name == name), "ar")
    found = page.evaluate(EDGES, wanted)
    assert found and all(away <= 12 for _words, away in found), found


def test_the_notice_of_a_computers_translation_is_one_line_once_a_form_is_begun(lens: Lens) -> None:
    stops = {stop.name: stop for stop in lens.site.stops}
    page = lens.open(stops["y/start"], "ar")
    assert page.locator(".review a").is_visible()
    page = lens.open(stops["y/7"], "ar")
    notice = page.locator(".review")
    box = notice.bounding_box()
    assert box is not None and box["height"] <= 48 and notice.locator("a").is_hidden()
    notice.locator("summary").click()
    assert notice.locator(".original").is_visible() and notice.locator("a").is_visible()

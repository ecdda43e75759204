"""In an Arabic page what is English, or digits alone, keeps its own order and begins where the page begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from portal.web.pictures import FILES, ONWARD, load
from tests.gates.lens import Lens
from tests.visitor import Visitor

STATIC = Path(__file__).resolve().parents[2] / "static"
RIGHT = "element => getComputedStyle(element).textAlign"


def test_the_values_of_the_council_are_kept_whole_in_an_arabic_sentence(app: Flask) -> None:
    visitor = Visitor(app)
    council = app.extensions["portal.values"]
    for name in ("team_address", "team_email"):
        assert council[name] in visitor.open("/en/how").text and "\u2066" not in visitor.text
        for page in ("/ar/how", "/ar/leaflet"):
            assert f"\u2066{council[name]}\u2069" in visitor.open(page).page.get_text().replace("\u00a0", " ")


def test_post_and_email_have_a_line_each_on_the_leaflet(app: Flask) -> None:
    leaflet = Visitor(app).open("/en/leaflet").page
    (post,) = [p for p in leaflet.select(".leaflet p") if "By post" in p.get_text()]
    assert [part.partition(":")[0] for part in post.decode_contents().split("<br/>")] == ["By post", "By email"]


def test_the_arrow_that_points_onward_points_the_way_the_page_is_read() -> None:
    assert FILES.keys() >= ONWARD
    drawings = load(STATIC)
    assert "picture--onward" in drawings["carry-on"] and "onward" not in drawings["sad"]


@pytest.mark.browser
def test_a_number_alone_stands_where_an_arabic_answer_begins_and_the_arrow_is_mirrored(lens: Lens) -> None:
    stop = next(one for one in lens.site.stops if one.name == "e/check")
    page = lens.open(stop, "ar")
    answer = page.locator(".govuk-summary-list__value").first
    answer.evaluate("element => { element.textContent = '07700 900982' }")
    assert answer.evaluate(RIGHT) == "right"
    page = lens.open(stop, "en")
    assert page.locator(".govuk-summary-list__value").first.evaluate(RIGHT) == "left"
    arrow = "<link rel=stylesheet href=/static/pictures.css><svg class='picture picture--onward'></svg>"
    page.evaluate("arrow => { document.documentElement.dir = 'rtl'; document.body.innerHTML = arrow }", arrow)
    mirrored = "document.querySelector('.picture') && getComputedStyle(document.querySelector('.picture')).transform"
    page.wait_for_function(f"() => ({mirrored}) === 'matrix(-1, 0, 0, 1, 0, 0)'")

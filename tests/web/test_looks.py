"""What people see, in a browser: every part, in every theme, light and dark, narrow and wide, from either side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.rendering import failed, filled, page_source

HERE = Path(__file__).resolve().parent
STATIC = HERE.parents[1] / "static"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FORMS, CARDS = ((HERE / name).read_text(encoding="utf-8") for name in ("every_form_part.html", "every_other_part.html"))
SMALL = """() => {
  const controls = [...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')];
  return controls.filter(control => {
    const box = control.getBoundingClientRect(), inline = getComputedStyle(control).display === 'inline';
    const hidden = control.matches('.govuk-skip-link, .govuk-visually-hidden');
    const row = control.matches('[type=radio], [type=checkbox]') ? control.nextElementSibling : control;
    const target = row.getBoundingClientRect();
    return box.width && !inline && !hidden && (target.width < 44 || target.height < 44);
  }).map(control => control.outerHTML.slice(0, 90));
}"""
RING = """() => { const seen = getComputedStyle(document.activeElement);
  return seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) >= 2; }"""

Visit = Callable[..., Page]
Serve = Callable[[WSGIApplication], str]
THEMES = [("public", "child"), ("public", "adult"), ("staff", "staff")]


def site(html: str) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/static/"):
            kind = "text/css" if path.endswith("css") else "text/javascript" if path.endswith("js") else "image/svg+xml"
            start("200 OK", [("Content-Type", kind)])
            return [(STATIC / path.removeprefix("/static/")).read_bytes()]
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [html.encode()]

    return answer


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "way", "width"), [("en", "ltr", 1280), ("ar", "rtl", 320)])
@pytest.mark.parametrize("content", [FORMS, CARDS], ids=["forms", "cards"])
@pytest.mark.parametrize(("where", "theme"), THEMES)
def test_every_part_is_fit_for_everybody(
    visit: Visit, serve: Serve, where: str, theme: str, content: str, lang: str, way: str, width: int, scheme: str
) -> None:
    html = page_source(where, content, theme=theme, lang=lang, dir=way, form=filled() if lang == "en" else failed())
    page = visit(serve(site(html)), color_scheme=scheme, viewport={"width": width, "height": 800})
    found = Axe().run(page, options=RULES).response
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found["violations"]] == []
    assert [fault["id"] for fault in found["incomplete"]] == []
    assert page.evaluate(SMALL) == []
    page.evaluate("() => document.querySelector('h1').append(' Donaudampfschifffahrtsgesellschaft')")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


@pytest.mark.browser
def test_the_checks_notice_a_small_button_and_a_box_without_a_label(visit: Visit, serve: Serve) -> None:
    page = visit(serve(site(page_source("public", "<h1>Bad</h1><button>x</button><input id='bare' value=''>"))))
    assert len(page.evaluate(SMALL)) == 2
    assert "label" in [fault["id"] for fault in Axe().run(page, options=RULES).response["violations"]]


@pytest.mark.browser
@pytest.mark.parametrize("content", [FORMS, CARDS], ids=["forms", "cards"])
@pytest.mark.parametrize(("where", "theme"), THEMES)
def test_the_keyboard_always_shows_where_it_is(
    visit: Visit, serve: Serve, where: str, theme: str, content: str
) -> None:
    page = visit(serve(site(page_source(where, content, theme=theme))), viewport={"width": 360, "height": 640})
    for _ in range(page.locator("a, button, input:not([type=hidden]), select, textarea, summary").count()):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        assert page.evaluate(RING), page.evaluate("() => document.activeElement.outerHTML")


@pytest.mark.browser
def test_a_box_under_an_option_waits_until_the_option_is_picked(visit: Visit, serve: Serve) -> None:
    page = visit(serve(site(page_source("public", FORMS, form=failed()))), java_script_enabled=False)
    box = page.get_by_label("Your number")
    assert not box.is_visible()
    page.get_by_label("Call me").check()
    assert box.is_visible()


@pytest.mark.browser
def test_the_page_looks_from_the_other_side_in_arabic(visit: Visit, serve: Serve) -> None:
    places = {}
    for lang, way in (("en", "ltr"), ("ar", "rtl")):
        page = visit(
            serve(site(page_source("public", FORMS, lang=lang, dir=way))), viewport={"width": 1000, "height": 800}
        )
        boxes = [page.locator(one).first.bounding_box() for one in (".brand", ".govuk-radios__input")]
        places[way] = [(box["x"] + box["width"] / 2) for box in boxes if box]
    assert places["rtl"] == pytest.approx([1000 - place for place in places["ltr"]], abs=12)


@pytest.mark.browser
def test_a_receipt_prints_on_one_small_card(visit: Visit, serve: Serve) -> None:
    content = '<h1>We have it</h1>{{ cards.receipt_card("7KQM-3W9T", "river lemon chair moon tiger", "417 208 066") }}'
    page = visit(serve(site(page_source("public", content))))
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 420 594" in pdf  # A5, in points

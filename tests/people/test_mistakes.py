"""After a mistake: the summary leads to the box, what was typed is still there, and a second failure says more."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup
from flask import Flask, render_template_string, request

from tests.gates.site import Site, spread
from tests.gates.stops import Stop
from tests.people.table import Held
from tests.visitor import Visitor


def at(site: Site, stop: Stop, language: str = "en") -> Visitor:
    visitor = Visitor(site.app)
    key = site.prime(stop, language)
    if key:
        visitor.client.set_cookie("s", key)
    return visitor.open(site.url(stop, language).removeprefix(site.address))


def told(page: BeautifulSoup) -> dict[str, str]:
    """By the place a line of the summary leads to, what it says."""
    return {str(link.get("href")): link.get_text(" ", strip=True) for link in page.select(".govuk-error-summary a")}


def unkept(page: BeautifulSoup, typed: Mapping[str, str]) -> list[str]:
    found = []
    for name, text in typed.items():
        box = page.select_one(f'main [name="{name}"]')
        if box is not None and text.strip():
            kept = box.get_text() if box.name == "textarea" else str(box.get("value", ""))
            found += [f"{name} lost what was typed"] if kept.strip() != text.strip() else []
    return found


def typed_on(visitor: Visitor, stop: Stop) -> dict[str, str]:
    """What is wrong to type on the page that is open, in the boxes it has."""
    asked = {one.get("name") for one in visitor.form.select("input, textarea")} - {"again"}
    return {name: text for name, text in stop.wrong.items() if name in asked}


def wrong_with(visitor: Visitor, stop: Stop) -> list[str]:
    """What is wrong with how two mistakes in a row are told."""
    typed = typed_on(visitor, stop)
    first = told(visitor.fill(typed).page)
    if not first:
        return ["nothing was told"]
    found = [f"{href} leads nowhere" for href in first if not href.startswith("#") or not visitor.page.select(href)]
    found += unkept(visitor.page, typed)
    second = told(visitor.fill(typed).page)
    return found + [f"{href} says the same again: {text}" for href, text in second.items() if first.get(href) == text]


@spread
def test_a_mistake_is_linked_keeps_what_was_typed_and_is_told_otherwise_again(
    site: Site, held: Held, share: int
) -> None:
    found, looked = [], 0
    for stop in site.share(share):
        if stop.form and stop.journey and stop.wrong:
            found += [f"{stop}: {wrong}" for wrong in wrong_with(at(site, stop), stop)]
            looked += 1
    held.nothing_wrong("mistakes", found, pages_got_wrong=looked)


def test_a_mistake_told_badly_is_found() -> None:
    app = Flask("careless", static_folder=None)
    html = (
        '<!doctype html><html lang="en" dir="ltr"><title>x</title><h1>x</h1>'
        '{% if bad %}<div class="govuk-error-summary"><a href="#who">Add a name</a></div>{% endif %}'
        '<main><form method="post"><input name="who" id="name">'
        '<label for="name">Who</label><button type="submit">Go</button></form></main></html>'
    )
    app.add_url_rule("/broken", "broken", lambda: render_template_string(html, bad=request.method == "POST"),
                     methods=["GET", "POST"])  # fmt: skip
    stop = Stop("broken", "/broken", wrong={"who": "!"}, form=True)
    assert wrong_with(Visitor(app).open("/broken"), stop) == [
        "#who leads nowhere", "who lost what was typed", "#who says the same again: Add a name",
    ]  # fmt: skip

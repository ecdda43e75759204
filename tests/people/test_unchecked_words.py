"""A translation that nobody checked says so on every page, and what keeps somebody safe has its English beneath."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask, g

from portal.domain.journeys import JOURNEYS
from portal.public.help_words import HELP_LEAD
from portal.web.language import review_level
from portal.web.text import places, say, values
from tests.gates.site import Site, spread
from tests.gates.stops import Stop
from tests.people.table import Held
from tests.people.test_mistakes import at


def safety_texts(stop: Stop) -> Iterator[str]:
    """What a page says that keeps somebody safe: its lines, and what stands above its questions."""
    if stop.name == "information/help_now":
        yield from (line.text for line in HELP_LEAD if line.safety)
    at = {one.path: one for one in JOURNEYS.values()}
    journey = at.get(stop.path.split("/")[1]) if stop.journey else None
    page = journey.page(stop.path.partition("?")[0].rpartition("/")[2]) if journey else None
    if page and journey and not stop.sent:
        yield from (line.text for line in page.text if line.safety and not line.promise)
        asked = [one for one in page.questions if one.safety and one.asked(stop.answers)]
        yield from (text for one in asked for text in (one.label, one.hint) if text)


def both(app: Flask, stop: Stop, language: str) -> dict[str, str]:
    """Each safety text of a page in a language, and in English."""
    with app.test_request_context(f"/{language}/"):
        g.lang = language
        known = values()
        texts = [text for text in dict.fromkeys(safety_texts(stop)) if all(known.get(name) for name in places(text))]
        return {said(say(text)): said(text % known if places(text) else text) for text in texts}


def said(text: str) -> str:
    return " ".join(text.split())


def alone(page: BeautifulSoup, words: dict[str, str]) -> list[str]:
    """The safety texts on the page without their English; and whether the page tells that nobody checked it."""
    beneath = {said(one.get_text(" ")) for one in page.select('.original[lang="en"][dir="ltr"]')}
    lines = {said(text) for text in page.body.find_all(string=True)} if page.body else set()
    found = [english for translated, english in words.items() if translated in lines and english not in beneath]
    return (
        found if page.select_one("aside.review .original") else [*found, "the page does not say that nobody checked it"]
    )


@spread
@pytest.mark.parametrize("language", ["ar", "pl"])
def test_safety_has_its_english_beneath(site: Site, held: Held, share: int, language: str) -> None:
    if review_level(language) > 0:
        pytest.skip("somebody has checked this language")
    found, checked = [], 0
    stops = [
        one for one in site.share(share) if not one.path.startswith("!") and not one.press and "card" not in one.name
    ]
    for stop in stops:
        words = both(site.app, stop, language)
        found += [f"{stop} {language}: {wrong}" for wrong in alone(at(site, stop, language).page, words)]
        checked += len(words)
    held.nothing_wrong("unchecked", found, views=len(stops), safety_texts=checked)


def test_safety_words_alone_and_a_page_that_keeps_silent_are_found() -> None:
    page = BeautifulSoup("<body><p>Zadzwoń 999.</p><p>Tak</p></body>", "html5lib")
    assert alone(page, {"Zadzwoń 999.": "Call 999.", "Nie": "No"}) == [
        "Call 999.", "the page does not say that nobody checked it",
    ]  # fmt: skip

"""Nothing scrolls sideways or is cut off: zoomed to 400 %, spaced out, with long words, in longer languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, g
from flask_babel import get_domain, ngettext

from tests.gates.lens import PHONE, ZOOMED, Lens
from tests.gates.pseudo import pseudo, speak_pseudo
from tests.gates.site import EVERY, LANGUAGES, spread
from tests.gates.stops import Stop
from tests.people.table import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
SIZES = (ZOOMED, PHONE) if EVERY else (ZOOMED,)
WORD = "Kinderschutzbeauftragtenausweise"
"""32 letters, as German or Tamil may have them."""


def wrong_on(lens: Lens, stop: Stop, how: str) -> list[str]:
    return [f"{stop}, {how}: {wrong}" for what in ("sideways", "clipped") for wrong in lens.measure(what)]


@spread
def test_pages_reflow_at_400_percent(lens: Lens, held: Held, share: int) -> None:
    zoomed, spaced = [], []
    languages = LANGUAGES if EVERY else ("ar",)  # English is longer in the pseudo-language
    lens.mode(size=ZOOMED)
    for stop in lens.site.share(share):
        for language in languages:
            lens.open(stop, language)
            zoomed += wrong_on(lens, stop, f"{language}, 320 px")
        lens.measure("spaceOut")
        spaced += wrong_on(lens, stop, "spaced out")
    pages = len(lens.site.share(share))
    held.nothing_wrong("zoom", zoomed, views=pages * len(languages))
    held.nothing_wrong("spacing", spaced, views=pages)


@spread
def test_a_long_word_in_every_text_fits(lens: Lens, held: Held, share: int) -> None:
    assert len(WORD) == 32
    found = []
    lens.mode(size=ZOOMED)
    for stop in lens.site.share(share):
        lens.open(stop, mistaken=stop.form)
        lens.measure("lengthen", WORD)
        found += wrong_on(lens, stop, "a long word")
    held.nothing_wrong("word", found, views=len(lens.site.share(share)))


@spread
def test_a_longer_language_fits(lens: Lens, held: Held, share: int) -> None:
    found = []
    for stop in lens.site.share(share):
        page = lens.open(stop, "eo")
        if not stop.path.startswith("!"):
            assert pseudo("Leave this site fast") in page.content(), "the page is not in the pseudo-language"
        for size in SIZES:
            lens.mode(size=size)
            found += wrong_on(lens, stop, f"45 % longer at {size['width']}")
    held.nothing_wrong("longer", found, views=len(SIZES) * len(lens.site.share(share)))


def test_the_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    assert len(pseudo("We will write our answer soon.")) >= 1.4 * len("We will write our answer soon.")
    said = pseudo("We will write by %(due)s, or <b>call</b>.")
    assert "%(due)s" in said and "<b>" in said and "</b>" in said


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<h2 style="width: 500px">Wide</h2>', "scrolls sideways"),
        ('<p style="position: absolute; left: 300px; width: 100px">Out</p>', "scrolls sideways"),
        ('<div style="overflow: hidden"><p style="width: 500px">Hidden</p></div>', "reaches"),
        ('<p style="height: 10px; overflow: hidden">Too much for the box it is in</p>', "cut off"),
    ],
)
def test_what_does_not_fit_is_found(lens: Lens, html: str, what: str) -> None:
    lens.show(html)
    lens.mode(size=ZOOMED)
    assert any(what in wrong for wrong in wrong_on(lens, lens.site.stops[0], "broken"))


def test_a_long_word_or_wide_spacing_can_be_too_much(lens: Lens) -> None:
    lens.show('<p style="font-size: 2em">short</p>')
    lens.mode(size=ZOOMED)
    assert lens.measure("sideways") == []
    lens.measure("lengthen", WORD)
    assert lens.measure("sideways") != []
    lens.show(
        '<p style="margin: 0; white-space: nowrap; width: fit-content">A row of words that only just fit here</p>'
    )
    lens.mode(size=ZOOMED)
    assert lens.measure("sideways") == []
    lens.measure("spaceOut")
    assert lens.measure("sideways") != []


def test_the_pseudo_language_leaves_the_plurals_of_others_alone(app: Flask, tmp_path: Path) -> None:
    folders = app.extensions["babel"].translation_directories
    speak_pseudo(app, tmp_path)
    with app.test_request_context():
        g.lang = "pl"
        get_domain().cache.clear()  # all applications of a process share it
        said = ngettext("You have %(num)s new message", "You have %(num)s new messages", 5)
        folders.remove(str(tmp_path))
        get_domain().cache.clear()
    assert said == "Masz 5 nowych wiadomości"

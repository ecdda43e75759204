"""axe finds nothing on any page: A, AA and AAA; light, dark, narrow; English and Arabic; empty and after a mistake."""

from __future__ import annotations

import pytest

from tests.gates.lens import WIDE, Lens
from tests.gates.rules import broken_rules
from tests.gates.site import EVERY, LANGUAGES, spread
from tests.people.table import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
MODES = {"light": (False, WIDE), "dark": (True, WIDE), "320 px": (False, {"width": 320, "height": 640})}
FURTHEST = ("dark", "320 px")
"""The two modes that between them differ from each other in everything; every day a page is seen in one of them, in
English or in Arabic, and after a mistake in the other language."""


def in_every_mode(lens: Lens, where: str, *every_day: str) -> tuple[list[str], int]:
    """What axe finds on the page that is open, and in how many modes it looked; every day in these alone."""
    found, views = [], 0
    for mode, (dark, size) in MODES.items():
        if not EVERY and mode not in every_day:
            continue
        lens.mode(dark=dark, size=size)
        found += [f"{where}, {mode}: {wrong}" for wrong in broken_rules(lens.page)]
        views += 1
    return found, views


@spread
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(lens: Lens, held: Held, share: int, language: str) -> None:
    looked = []
    for place, stop in enumerate(lens.site.share(share)):
        if EVERY or LANGUAGES[place % 2] != language:
            lens.open(stop, language)
            looked.append(in_every_mode(lens, f"{stop} {language}", FURTHEST[place // 2 % 2]))
    held.nothing_wrong(
        "axe", [wrong for found, _ in looked for wrong in found], views=sum(views for _, views in looked)
    )


@spread
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_after_a_mistake(lens: Lens, held: Held, share: int, language: str) -> None:
    looked = []
    for place, stop in enumerate(lens.site.share(share)):
        if stop.form and (EVERY or LANGUAGES[place % 2] == language):
            lens.open(stop, language, mistaken=True)
            looked.append(in_every_mode(lens, f"{stop} {language} after a mistake", FURTHEST[language == "ar"]))
    held.nothing_wrong(
        "axe", [wrong for found, _ in looked for wrong in found], views=sum(views for _, views in looked)
    )


def test_a_mistake_is_told_on_every_page_that_can_be_got_wrong(lens: Lens, held: Held) -> None:
    untold, seen = [], 0
    for stop in lens.site.chosen:
        if stop.form and stop.journey:
            page = lens.open(stop, mistaken=True)
            summary = page.locator(".govuk-error-summary")
            if not page.title().startswith("Error:") or not summary.evaluate("box => box === document.activeElement"):
                untold.append(stop.name)
            seen += 1
    held.nothing_wrong("errors", untold, pages_seen=seen)


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ('<p style="color: #6b6b6b; background: #fff">Faint</p>', "color-contrast-enhanced"),
        ('<input name="who">', "label"),
        ('<ul><li><a href="#" style="font-size: 8px">a</a><li><a href="#">b</a></ul>', "target-size"),
        ('<p><a href="/1">Read more</a> <a href="/2">Read more</a></p>', "undecided identical-links-same-purpose"),
        ('<img src="data:,">', "image-alt"),
        ('<p style="color: #333; background: url(data:,)">Over a picture</p>', "undecided color-contrast"),
    ],
)
def test_axe_can_fail(lens: Lens, html: str, rule: str) -> None:
    assert any(wrong.startswith(rule) for wrong in broken_rules(lens.show(html)))


def test_axe_misses_a_title_and_a_language(lens: Lens) -> None:
    page = lens.show("", title="")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert {wrong.partition(":")[0] for wrong in broken_rules(page)} >= {"document-title", "html-has-lang"}


def test_axe_has_nothing_against_a_good_page(lens: Lens) -> None:
    assert broken_rules(lens.show('<p style="color: #000; background: #fff">Good</p>')) == []

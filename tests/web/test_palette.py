"""Every pair of colours on the pages is measured in the built stylesheets: text 7:1 or more, edges and rings 3:1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.people.table import Held
from tests.people.targets import TARGETS

STATIC = Path(__file__).resolve().parents[2] / "static"
SHEETS = {"child": "public.css", "adult": "public.css", "staff": "staff.css"}
TEXT = [
    *[(ink, paper) for ink in ("text", "muted", "link") for paper in ("page", "surface", "tint")],
    ("on-link", "link"),
    ("on-link", "press"),
    ("on-bar", "bar"),
    ("error", "page"),
    ("error-panel", "error"),
    *[(ink, f"{ink}-panel") for ink in ("error", "success", "help", "warn")],
    ("help", "page"),  # a telephone number on its button
]
EDGES = [
    *[(edge, paper) for edge in ("edge", "link", "error", "ring") for paper in ("page", "surface")],
    ("edge", "tint"),
    ("text", "page"),  # the ring round the stone that is yellow
    ("on-bar", "bar"),  # the ring of what has the focus in the bar
]
LIMITS = [(TEXT, TARGETS["contrast"].bound("text").limit), (EDGES, TARGETS["contrast"].bound("edges and rings").limit)]
Palette = dict[str, str]


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of #rrggbb or #rgb."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(css: str, theme: str, scheme: str) -> Palette:
    """The colours a theme sets; the dark ones are laid over the light ones, as a browser does."""
    found: Palette = {}
    bare = re.sub(r"\s*([{}:;,])\s*", r"\1", css)
    dark_parts = re.findall(r"@media ?\(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}", bare)
    light_part = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}", "", bare)
    for part in [light_part, *(dark_parts if scheme == "dark" else [])]:
        for body in re.findall(rf"\.theme-{theme}\{{([^}}]*)\}}", part):
            found |= dict(re.findall(r"--([\w-]+):(#[0-9a-fA-F]{3,6})\b", body))
    return found


def too_faint(colours: Palette) -> list[str]:
    """The pairs that a person with poor sight, or in the sun, might not make out."""
    wanted = [(pair, least) for pairs, least in LIMITS for pair in pairs]
    return [
        f"{ink} on {paper}: {ratio:.2f}, needs {least}"
        for (ink, paper), least in wanted
        if (ratio := contrast(colours[ink], colours[paper])) < least
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", SHEETS)
def test_every_pair_of_colours_can_be_read(held: Held, theme: str, scheme: str) -> None:
    colours = palette((STATIC / SHEETS[theme]).read_text(encoding="utf-8"), theme, scheme)
    assert too_faint(colours) == []
    text, edges = (min(contrast(colours[ink], colours[paper]) for ink, paper in pairs) for pairs, _ in LIMITS)
    held("contrast", text=text, edges_and_rings=edges, pairs=len(TEXT) + len(EDGES))


@pytest.mark.parametrize("theme", SHEETS)
def test_dark_is_not_light(theme: str) -> None:
    css = (STATIC / SHEETS[theme]).read_text(encoding="utf-8")
    light, dark = (palette(css, theme, scheme) for scheme in ("light", "dark"))
    assert luminance(light["page"]) > 0.8
    assert luminance(dark["page"]) < 0.05
    assert light.keys() == dark.keys()


@pytest.mark.parametrize("sheet", ["public.css", "staff.css"])
def test_every_colour_that_is_used_is_set(sheet: str) -> None:
    css = (STATIC / sheet).read_text(encoding="utf-8")
    used = set(re.findall(r"var\(--([\w-]+)", css))
    given = set(re.findall(r"--([\w-]+)\s*:", css))
    assert used - given == set()


def test_a_faint_grey_would_be_found() -> None:
    colours = palette((STATIC / "public.css").read_text(encoding="utf-8"), "adult", "light")
    assert too_faint(colours | {"muted": "#767676"}) != []
    assert too_faint(colours | {"edge": "#cccccc"}) != []


def test_the_measure_agrees_with_the_known_extremes() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777") == pytest.approx(1)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)

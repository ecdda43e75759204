"""Every pair of colours on the pages is measured in the built stylesheets: text 7:1 or more, edges and rings 3:1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.web.palettes import EDGES, LEAST, TEXT, Palette, contrast, luminance, palette
from tests.people.table import Held
from tests.people.targets import TARGETS

STATIC = Path(__file__).resolve().parents[2] / "static"
SHEETS = {"child": "public.css", "adult": "public.css", "staff": "staff.css"}
LIMITS = [(TEXT, TARGETS["contrast"].bound("text").limit), (EDGES, TARGETS["contrast"].bound("edges and rings").limit)]


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


def test_developers_are_shown_the_same_limits() -> None:
    assert [limit for _, limit in LIMITS] == [LEAST["text"], LEAST["edge"]]


def test_a_faint_grey_would_be_found() -> None:
    colours = palette((STATIC / "public.css").read_text(encoding="utf-8"), "adult", "light")
    assert too_faint(colours | {"muted": "#767676"}) != []
    assert too_faint(colours | {"edge": "#cccccc"}) != []


def test_the_measure_agrees_with_the_known_extremes() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777") == pytest.approx(1)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)

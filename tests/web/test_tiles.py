"""Tiles to point at: big, answered wherever a finger lands, their artwork legible in the dark and in forced colours."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.gates.lens import PHONE, WIDE, Lens

pytestmark = pytest.mark.browser
LEAST = 72
ARTWORK = (0, 0, 0)
"""The colour of the outlines in the pictures."""


def opened(lens: Lens, name: str) -> Page:
    return lens.open(next(stop for stop in lens.site.stops if stop.name == name))


def luminance(colour: tuple[float, ...]) -> float:
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("name", ["e/3", "e/7"])
def test_a_tile_is_big_and_all_of_it_answers(lens: Lens, name: str, size: dict[str, int]) -> None:
    lens.mode(size=size)
    page = opened(lens, name)
    tiles = page.locator(".tiles label").all()
    assert len(tiles) >= 7
    for tile in tiles:
        box = tile.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= LEAST, tile.inner_text()
        tile.click(position={"x": box["width"] - 8, "y": box["height"] / 2})
        assert page.locator(f"#{tile.get_attribute('for')}").is_checked()


def test_what_a_child_reads_is_in_large_type(lens: Lens) -> None:
    lens.mode(size=WIDE)
    page = opened(lens, "e/3")
    for part in ("main .govuk-hint", ".tiles label", "main button"):
        assert page.locator(part).first.evaluate("part => parseFloat(getComputedStyle(part).fontSize)") >= 24


@pytest.mark.parametrize("how", [{"dark": False}, {"dark": True}, {"dark": True, "forced_colors": "active"}], ids=str)
def test_the_outlines_of_the_pictures_stand_on_light_ground(lens: Lens, how: dict[str, object]) -> None:
    lens.mode(**how)  # type: ignore[arg-type]  # words that `mode` knows
    page = opened(lens, "e/2")
    grounds = page.eval_on_selector_all(".plate", "all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(grounds) >= 6
    for ground in grounds:
        colour = tuple(float(value) for value in re.findall(r"[\d.]+", ground)[:3])
        assert ground.startswith("rgb("), f"{ground}: what lies beneath would shine through"
        assert contrast(colour, ARTWORK) >= 7


def test_dark_ground_would_be_noticed() -> None:
    assert contrast((23, 20, 48), ARTWORK) < 7

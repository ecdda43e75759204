"""Small pictures of the main pages, kept in git: a block that moves or is recoloured is seen, a letter's edge is not.

`make pictures` takes them anew. What differs is left in `.cache/pictures` beside what was expected.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageStat

ROOT = Path(__file__).resolve().parents[2]
LEFT = ROOT / ".cache/pictures"
SCALE = {360: 0.4, 1280: 0.25}
"""How much smaller a picture is kept than the page was seen, by the width of the page."""
HIGHEST = 720
"""Pixels of the picture that is kept; what lies further down a page is much like what lies above."""
CELL = 8
"""Pixels; every square of this size is compared by itself, so that one block cannot hide in a whole page."""
MOST = 14.0
"""Of 255, by which the colours in a square may differ on average: other edges of letters differ by less than 8."""
TELL = "look at .cache/pictures; if that is how it should be, run `make pictures` and commit what changes"
LASTING = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const number = /\\b[0-9A-HJ-NP-Z]{4}-[0-9A-HJ-NP-Z]{4}\\b/g, digits = /\\b\\d{3}(?: \\d{3}){4}\\b/g;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.data = text.data.replace(number, "7KQM-3W9T").replace(digits, "417 208 066 391 550");
  }
  const words = ["river", "lemon", "chair", "moon", "tiger"];
  document.querySelectorAll(".receipt__words li").forEach((one, place) => { one.textContent = words[place % 5]; });
}"""
"""Puts the same number and the same secret on a page whatever was drawn for it."""


def small(png: bytes) -> Image.Image:
    """A picture of a page as it is kept."""
    seen = Image.open(io.BytesIO(png)).convert("RGB")
    scale = SCALE[seen.width]
    high = min(seen.height, round(HIGHEST / scale))
    return seen.crop((0, 0, seen.width, high)).resize(
        (round(seen.width * scale), round(high * scale)), Image.Resampling.BOX
    )


def differing(kept: Image.Image, seen: Image.Image) -> list[tuple[int, int]]:
    """The squares, by their upper left corner, in which the two differ more than letters do."""
    size = (max(kept.width, seen.width), max(kept.height, seen.height))
    one, other = (_on_ground(picture, size) for picture in (kept, seen))
    gap = ImageChops.difference(one, other)
    corners = [(x, y) for y in range(0, size[1], CELL) for x in range(0, size[0], CELL)]
    return [
        corner
        for corner in corners
        if max(ImageStat.Stat(gap.crop((*corner, corner[0] + CELL, corner[1] + CELL))).mean) > MOST
    ]


def _on_ground(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """On a ground that no page has, so that a page that grew or shrank differs there."""
    ground = Image.new("RGB", size, "#ff00ff")
    ground.paste(picture.convert("RGB"), (0, 0))
    return ground


def changed(folder: Path, name: str, png: bytes) -> str:
    """What is wrong with a page by its picture, in a sentence, or nothing; with PORTAL_PICTURES=write it is kept."""
    path, seen = folder / f"{re.sub('[^a-z0-9]+', '-', name).strip('-')}.webp", small(png)
    if os.environ.get("PORTAL_PICTURES") == "write":
        folder.mkdir(exist_ok=True)
        seen.save(path, lossless=True, quality=100, method=6)
    if not path.exists():
        return f"{name}: no picture of it is kept; run `make pictures` and commit it"
    with Image.open(path) as opened:
        kept = opened.convert("RGB")
    squares = differing(kept, seen)
    if not squares:
        return ""
    _leave(path.stem, kept, seen, squares)
    return f"{name}: differs in {len(squares)} places; {TELL}"


def _leave(name: str, kept: Image.Image, seen: Image.Image, squares: list[tuple[int, int]]) -> None:
    """The page as it is now, and both side by side with the differences framed."""
    LEFT.mkdir(parents=True, exist_ok=True)
    seen.save(LEFT / f"{name}.png")
    both = Image.new("RGB", (kept.width + seen.width + CELL, max(kept.height, seen.height)), "white")
    both.paste(kept, (0, 0))
    both.paste(seen, (kept.width + CELL, 0))
    draw = ImageDraw.Draw(both)
    for x, y in squares:
        left = kept.width + CELL + x
        draw.rectangle((left, y, left + CELL, y + CELL), outline="red")
    both.save(LEFT / f"{name}-difference.png")

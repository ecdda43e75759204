"""Colours and sizes as the built stylesheets say them, and how well one colour can be told from another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SHEETS: Mapping[str, str] = {"child": "public.css", "easy": "pictures.css", "adult": "public.css", "staff": "staff.css"}
"""Every look, and the stylesheet it is in."""
SCHEMES = ("light", "dark")
SIZES = ("size", "hx", "h1", "h2", "h3", "gap", "gap-choice", "round", "measure")

TEXT = (
    *((ink, paper) for ink in ("text", "muted", "link") for paper in ("page", "surface", "tint")),
    ("on-link", "link"),
    ("on-link", "press"),
    ("on-bar", "bar"),
    ("error", "page"),
    ("error-panel", "error"),
    *((ink, f"{ink}-panel") for ink in ("error", "success", "help", "warn")),
    ("help", "page"),  # a telephone number on its button
)
"""Letters and what they stand on: WCAG 2.2 asks for 7:1 (1.4.6, AAA)."""
EDGES = (
    *((edge, paper) for edge in ("edge", "link", "error", "ring") for paper in ("page", "surface")),
    ("edge", "tint"),
    ("text", "page"),  # the ring round the stone that is yellow
    ("on-bar", "bar"),  # the ring of what has the focus in the bar
)
"""Edges, rings and signs, and what they stand on: WCAG 2.2 asks for 3:1 (1.4.11)."""
LEAST: Mapping[str, float] = {"text": 7.0, "edge": 3.0}

Palette = dict[str, str]
_DARK = re.compile(r"@media ?\(prefers-color-scheme: ?dark\) ?\{((?:[^{}]*\{[^{}]*\})*)\}")
_OTHER_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}")


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another: how well they can be told apart, and how well they have to be."""

    ink: str
    paper: str
    ratio: float
    least: float


def in_scheme(css: str, scheme: str) -> str:
    """The stylesheet as a device shows it that is set to light or to dark, whatever this one is set to."""
    return _DARK.sub(r"\1" if scheme == "dark" else "", css)


def given(css: str, theme: str, scheme: str) -> dict[str, str]:
    """What every custom property says in this theme; the dark ones lie over the light ones, as in a browser."""
    found: dict[str, str] = {}
    chosen = re.sub(r"\s*([{}:;,])\s*", r"\1", _OTHER_MEDIA.sub("", in_scheme(css, scheme)))
    blocks: list[str] = []
    for name in (":root", r"\.theme-child" if theme == "easy" else rf"\.theme-{theme}", rf"\.{theme}"):
        blocks += re.findall(rf"(?:^|\}}){name}\{{([^}}]*)(?=\}})", chosen)
    for block in blocks:
        found |= dict(re.findall(r"--([\w-]+):([^;}]+)", block))
    return found


def palette(css: str, theme: str, scheme: str) -> Palette:
    """The colours of a theme, by what they are for."""
    return {name: value for name, value in given(css, theme, scheme).items() if value.startswith("#")}


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of #rrggbb or #rgb, from 0 (black) to 1 (white)."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(colours: Palette) -> list[Pair]:
    """Every pair of colours that meets on a page, measured."""
    wanted = [(pair, LEAST["text"]) for pair in TEXT] + [(pair, LEAST["edge"]) for pair in EDGES]
    return [Pair(ink, paper, contrast(colours[ink], colours[paper]), least) for (ink, paper), least in wanted]

"""The built stylesheets and script: they read from either side, never hide the focus, never move, and are small."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.people.table import Held

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static"
SHEETS = ["public.css", "pictures.css", "staff.css"]
MOST = {
    "public.css": 7000, "pictures.css": 7900, "staff.css": 6600, "public.js": 1500, "files.js": 1500, "draw.js": 1000,
    "aloud.js": 600, "icon.svg": 400,
}  # fmt: skip
"""Bytes, gzip -9; the extras for files and reading aloud come only when somebody uses them."""

FORBIDDEN = {
    "a side of the screen, which is wrong in Arabic": (
        r"(?:^|[;{\s])(?:margin|padding|border)-(?:left|right|top|bottom)\b"
        r"|(?:^|[;{\s])(?:left|right|top|bottom)\s*:"
        r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
        r"|border-(?:top|bottom)-(?:left|right)-radius"
        r"|(?:^|[;{\s])(?:min-|max-)?(?:width|height)\s*:"
    ),
    "a focus ring taken away": r"outline\s*:\s*(?:none|0)\b|outline-(?:width|style)\s*:\s*(?:none|0)\b",
    "letters that do not grow with the reader's setting": r"font(?:-size)?\s*:[^;}]*\d(?:px)\b",
    "something fetched from elsewhere": r"@import|url\(|https?:",
    "movement": r"\banimation|\btransition|@keyframes|scroll-behavior",
    "a lost argument": r"!important",
}


def faults(css: str) -> list[str]:
    """What the house forbids in a stylesheet, by why."""
    # Media queries may ask for the width or height of a screen: only declarations are looked at.
    declared = re.sub(r"@(?:media|supports)[^{]*\{", "{", css)
    return [why for why, pattern in FORBIDDEN.items() if re.search(pattern, declared, re.MULTILINE)]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_stylesheet_keeps_the_house_rules(held: Held, sheet: str) -> None:
    held.nothing_wrong("sheets", faults((STATIC / sheet).read_text(encoding="utf-8")), views=1)


@pytest.mark.parametrize(
    "css",
    [
        "a{margin-left:1em}",
        "a{color:red;left:0}",
        "a{text-align:right}",
        "a{width:10em}",
        "a{border-top-left-radius:2px}",
        "a:focus{outline:none}",
        "a:focus{outline:0}",
        "a{font-size:14px}",
        "a{font:700 12px/1.5 serif}",
        "@import 'x.css'",
        "a{background:url(https://elsewhere.example/x.png)}",
        "a{transition:color 1s}",
        "a{color:red!important}",
    ],
)
def test_each_rule_can_be_broken(css: str) -> None:
    assert len(faults(css)) >= 1


def test_what_the_rules_allow() -> None:
    assert faults("@media (min-width: 40em){a{margin-inline-start:1em;min-inline-size:0;outline:3px solid}}") == []


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_a_file_is_small_on_the_wire(name: str, most: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= most


@pytest.mark.parametrize("sheet", SHEETS)
def test_long_words_break_and_targets_are_big(sheet: str) -> None:
    css = (STATIC / sheet).read_text(encoding="utf-8")
    assert re.search(r"body\{[^}]*overflow-wrap:anywhere", css)
    assert "min-block-size:2.75rem" in css  # 44 pixels at the usual setting
    assert re.search(r":focus-visible\{outline:3px solid var\(--ring\)", css)


def test_the_script_needs_no_permission_from_the_security_policy() -> None:
    script = (STATIC / "public.js").read_text(encoding="utf-8")
    assert not re.search(r"eval\(|innerHTML|document\.write|new Function|localStorage|sessionStorage|\.style\b", script)


def classes_used() -> set[str]:
    """Every class written out whole in the layouts and parts."""
    folders = [ROOT / "templates/layout", ROOT / "templates/parts"]
    found: set[str] = set()
    for page in (path for folder in folders for path in folder.glob("*.html")):
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "{}", page.read_text(encoding="utf-8"))
        for value in re.findall(r'class="([^"]*)"', plain):
            found |= {name for name in value.split() if "{" not in name}
    return found


def test_no_class_is_misspelt() -> None:
    css = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    known = set(re.findall(r"\.([A-Za-z_][\w-]*)", css))
    hooks = {  # GOV.UK's markup has them; they look right without a rule of their own
        "govuk-error-summary__body",
        "govuk-error-summary__list",
        "govuk-panel--confirmation",
        "govuk-panel__title",
        "govuk-details",
        "govuk-link",
        "govuk-pagination__prev",
        "govuk-pagination__next",
        "govuk-pagination__link-title",
        "govuk-table__row",
        "govuk-summary-list",
        "govuk-summary-list__row--no-actions",
        "columns",
        "who__name",
    }
    loose = {name for name in classes_used() if name not in known and name not in hooks and not name.endswith("-")}
    assert loose == set()


def test_what_is_served_was_built_from_these_sources() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (STATIC / "source").glob("*.scss"))
    plain = re.sub(r"//.*", "", sources)
    built = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    for pattern in (r"\.([a-z][\w-]*[a-z])(?=[\s.,:>{)\[])", r"(#[0-9a-f]{6})\b", r"(--[a-z][\w-]*):"):
        assert set(re.findall(pattern, plain)) == set(re.findall(pattern, built)), "run npm run build in static/source"

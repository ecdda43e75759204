"""axe-core with every rule of WCAG 2.2 A, AA and AAA that a program can check, and what it could not decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = [f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa", "aaa")]
#: axe leaves these out unless told: they are AAA, or young.
ALSO = ("color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions", "target-size")
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": True} for rule in ALSO},
    "resultTypes": ["violations", "incomplete"],
}


@dataclass(frozen=True, slots=True)
class Undecided:
    """Something axe cannot decide, and why we know that it is right."""

    rule: str
    selector: str  # a part of the element's markup
    why: str


_CHART = "Words of a chart have the page's own text colour on the page's own ground, and test_palette weighs both."
UNDECIDED: tuple[Undecided, ...] = tuple(
    Undecided(rule, '<text x="', _CHART) for rule in ("color-contrast", "color-contrast-enhanced")
)


def explained(rule: str, html: str) -> bool:
    return any(one.rule == rule and one.selector in html for one in UNDECIDED)


def broken_rules(page: Page) -> list[str]:
    """What axe finds wrong on the page as it is now, and what it could not decide and nobody explained."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate("scrollTo(0, 0)")  # so that the bar that stays at the top lies over nothing
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", OPTIONS)
    wrong = [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]
    for rule in found["incomplete"]:
        for node in rule["nodes"]:
            if not explained(rule["id"], node["html"]):
                why = "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
                wrong.append(f"undecided {rule['id']}: {node['html'][:160]} ({why[:200]})")
    return wrong

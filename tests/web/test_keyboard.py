"""The Tab key reaches everything, both ways; the focus is always seen, and nothing lies over what has it."""

from __future__ import annotations

import pytest

from tests.gates.lens import PHONE, WIDE, ZOOMED, Lens
from tests.gates.site import EVERY, spread
from tests.people.table import Held
from tests.people.targets import TARGETS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
RING = TARGETS["keyboard"].bound("thinnest ring").limit
MOST_STOPS = 150


def walked(lens: Lens, key: str, where: str) -> tuple[list[str], list[float]]:
    """What is wrong with the focus on the way through the page, pressing one key until it ends; and every ring seen."""
    wrong, rings = [], []
    for _ in range(MOST_STOPS):
        lens.page.keyboard.press(key)
        focus = lens.measure("focused")
        if focus is None:
            break
        rings.append(focus["ring"])
        if focus["ring"] < RING:
            wrong.append(f"{where}, {key}: {focus['name']} has a ring of {focus['ring']} px")
        wrong += [f"{where}, {key}: {focus['name']} is {hidden}" for hidden in focus["hidden"]]
    return wrong + [f"{where}, {key}: {name} is never reached" for name in lens.measure("missed")], rings


@spread
def test_the_focus_reaches_everything_and_is_seen(lens: Lens, held: Held, share: int) -> None:
    found: list[str] = []
    rings: list[float] = []
    for place, stop in enumerate(lens.site.share(share)):
        for number, size in enumerate((WIDE, ZOOMED)):
            if not EVERY and number != (place + share) % 2:
                continue  # every day one way through each page, next to it the other way
            lens.mode(size=size)
            page = lens.open(stop)
            lens.measure("controls")  # opens what is folded, so that it is walked through too
            if number:
                page.locator("footer a, header:not(:has(~ footer)) a").last.focus()
                lens.measure("focused")
            wrong, seen = walked(lens, "Shift+Tab" if number else "Tab", f"{stop} at {size['width']}")
            found, rings = found + wrong, rings + seen
    held.nothing_wrong("keyboard", found, tabs=len(rings), thinnest_ring=min(rings))


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<style>a:focus { outline: none }</style><a href="/1">More</a>', "ring of 0"),
        ('<style>a:focus { outline: 1px solid red }</style><a href="/1">More</a>', "ring of 1"),
        ('<div style="position: fixed; inset: 0">Over</div><a href="/1">More</a>', "covered by"),
        ('<a href="/1" style="position: fixed; top: -90px">More</a>', "out of sight"),
        ('<a href="/1">One</a><a href="/2" tabindex="-1">Two</a><div tabindex="0" style="display: none"></div>', ""),
    ],
)
def test_a_lost_focus_is_found(lens: Lens, html: str, what: str) -> None:
    lens.show(f"<style>:focus-visible {{ outline: 3px solid }}</style>{html}")
    lens.mode(size=PHONE)
    found, _ = walked(lens, "Tab", "broken")
    assert any(what in wrong for wrong in found) if what else found == []


def test_a_control_that_cannot_be_reached_is_found(lens: Lens) -> None:
    html = '<a href="/1" id="one">One</a><a href="/2">Two</a>'
    page = lens.show(f"<style>:focus-visible {{ outline: 3px solid }}</style>{html}")
    page.evaluate("() => { one.onkeydown = key => key.preventDefault() }")
    assert any("never reached" in wrong for wrong in walked(lens, "Tab", "broken")[0])

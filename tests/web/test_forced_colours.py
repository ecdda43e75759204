"""In colours a reader chose, controls keep their edges and show what is picked; nothing moves for those who asked."""

from __future__ import annotations

import pytest

from tests.gates.lens import PHONE, Lens
from tests.gates.site import spread
from tests.people.table import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
EDGE = 2
BOXES = "input:not([type=hidden]), textarea, select"


@spread
def test_controls_keep_their_edges_and_nothing_moves_for_those_who_asked(lens: Lens, held: Held, share: int) -> None:
    found = []
    for stop in lens.site.share(share):
        lens.open(stop, mistaken=stop.form)
        lens.mode(size=PHONE, forced_colors="active")
        found += [f"{stop}, forced colours: {wrong}" for wrong in lens.measure("faint", EDGE, f"button, {BOXES}")]
        for dark in (True, False):
            lens.mode(size=PHONE, dark=dark)
            found += [f"{stop}, {'dark' if dark else 'light'}: {wrong}" for wrong in lens.measure("faint", EDGE, BOXES)]
        lens.mode(size=PHONE, reduced_motion="reduce")
        found += [f"{stop}: {wrong} moves" for wrong in lens.measure("moving")]
    held.nothing_wrong("colours", found, views=4 * len(lens.site.share(share)))


def picked_looks_different(lens: Lens, selector: str) -> bool:
    """Whether a person sees that an option is picked, without telling colours apart by name."""
    option = lens.page.locator(f"{selector} >> nth=0")
    place = option.locator("xpath=..")
    before = place.screenshot()
    option.check(force=True)
    lens.page.evaluate("document.activeElement.blur()")
    return place.screenshot() != before


@pytest.mark.parametrize("kind", ["radio", "checkbox"])
def test_what_is_picked_is_seen_in_forced_colours(lens: Lens, kind: str) -> None:
    stop = next(stop for stop in lens.site.stops if stop.name == {"radio": "y/6", "checkbox": "y/1"}[kind])
    lens.open(stop)
    lens.mode(forced_colors="active")
    assert picked_looks_different(lens, f"input[type={kind}]")


def test_a_faint_edge_an_invisible_pick_and_a_movement_are_found(lens: Lens) -> None:
    lens.show(
        '<input aria-label="a"><style>input { border: 1px solid; appearance: none } p { transition: 1s }</style><p>x'
    )
    assert lens.measure("faint", EDGE, BOXES) == ['input "" has an edge of 1 px']
    assert lens.measure("moving") == ['p "x"']
    lens.show('<div><input type="radio" style="opacity: 0"><label>a</label></div>')
    assert not picked_looks_different(lens, "input")

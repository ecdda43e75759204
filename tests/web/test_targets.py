"""Everything that can be pressed is at least 44 by 44 pixels; links within a sentence are as large as its words."""

from __future__ import annotations

import pytest

from tests.gates.lens import PHONE, WIDE, Lens
from tests.gates.site import spread
from tests.people.table import Held
from tests.people.targets import TARGETS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
LEAST = TARGETS["targets"].bound("smallest").limit


@spread
def test_every_target_is_large_enough(lens: Lens, held: Held, share: int) -> None:
    found: list[str] = []
    smallest: list[int] = []
    for stop in lens.site.share(share):
        lens.open(stop)
        for size in (PHONE, WIDE):
            lens.mode(size=size)
            smallest.append(min(pixels for _, pixels in lens.measure("sizes")))
            found += [f"{stop} at {size['width']}: {wrong}" for wrong in lens.measure("targets", LEAST)]
    held.nothing_wrong("targets", found, views=len(smallest), smallest=min(smallest))


@pytest.mark.parametrize(
    "html",
    [
        '<button style="height: 39px; width: 90px">Send</button>',
        '<p><a href="/1">More</a></p>',
        '<p><a href="/1">More</a> · <a href="/2">Less</a></p>',
        '<input type="checkbox" id="a"><label for="a">x</label>',
        '<details><summary>Why</summary><button style="height: 20px">Send</button></details>',
    ],
)
def test_a_small_target_is_found(lens: Lens, html: str) -> None:
    lens.show(html)
    assert lens.measure("targets", LEAST) != []


def test_a_link_in_a_sentence_may_be_small(lens: Lens) -> None:
    lens.show('<p>Read <a href="/1">more</a> about it.</p><button style="height: 44px; width: 44px">x</button>')
    assert lens.measure("targets", LEAST) == []

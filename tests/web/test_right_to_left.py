"""A page in Arabic is the page in English in a mirror: what began at the left begins as far from the right."""

from __future__ import annotations

import pytest

from tests.gates.lens import PHONE, Lens, nothing_wrong
from tests.gates.site import spread

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def unmirrored(lens: Lens, english: dict[str, int], where: str) -> list[str]:
    """What does not begin at the mirrored place."""
    return [
        f"{where}: {name} begins {arabic} px from the edge, in English {english[name]}"
        for name, arabic in lens.measure("starts").items()
        if name in english and abs(arabic - english[name]) > 2
    ]


@spread
def test_arabic_is_mirrored(lens: Lens, share: int) -> None:
    found = []
    for stop in lens.site.share(share):
        lens.mode(size=PHONE)
        lens.open(stop)
        english = lens.measure("starts")
        page = lens.open(stop, "ar")
        if not stop.path.startswith("!"):
            assert page.locator("html").get_attribute("dir") == "rtl", stop
        assert english, f"{stop} has nothing to compare"
        found += unmirrored(lens, english, str(stop))
    nothing_wrong(found)


def test_a_page_that_is_not_mirrored_is_found(lens: Lens) -> None:
    lens.mode(size=PHONE)
    html = '<p style="margin-left: 50px">Begin</p>'
    lens.show(html)
    english = lens.measure("starts")
    lens.show(html).evaluate("document.documentElement.dir = 'rtl'")
    assert unmirrored(lens, english, "broken") == ["broken: P.#0 begins 8 px from the edge, in English 58"]

"""A page in Arabic is the page in English in a mirror: what began at the left begins as far from the right.

So are the main pages in every other language there is that is written from the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from portal.app import create_app
from portal.config import translations
from tests.application import make_tables, settings
from tests.gates.lens import PHONE, Lens
from tests.gates.site import Site, served, spread
from tests.people.table import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
FROM_THE_RIGHT = [code for code in translations() if Locale.parse(code).text_direction == "rtl"]
MAIN = ("y/start", "y/6b (2)", "e/2", "a/12 (2)")
"""A page of words, of boxes, of pictures, and of everything together."""


def unmirrored(lens: Lens, english: dict[str, int], where: str) -> list[str]:
    """What does not begin at the mirrored place."""
    return [
        f"{where}: {name} begins {arabic} px from the edge, in English {english[name]}"
        for name, arabic in lens.measure("starts").items()
        if name in english and abs(arabic - english[name]) > 2
    ]


def looked_at(lens: Lens, names: tuple[str, ...], *languages: str) -> list[str]:
    """What is not mirrored on these pages in these languages."""
    found = []
    lens.mode(size=PHONE)
    for stop in (stop for stop in lens.site.stops if stop.name in names):
        lens.open(stop)
        english = lens.measure("starts")
        assert english, f"{stop} has nothing to compare"
        for language in languages:
            page = lens.open(stop, language)
            if not stop.path.startswith("!"):
                assert page.locator("html").get_attribute("dir") == "rtl", stop
            found += unmirrored(lens, english, f"{stop} {language}")
    return found


@spread
def test_arabic_is_mirrored(lens: Lens, held: Held, share: int) -> None:
    stops = lens.site.share(share)
    held.nothing_wrong("mirrored", looked_at(lens, tuple(stop.name for stop in stops), "ar"), views=len(stops))


@pytest.fixture
def every_way(lens: Lens, tmp_path: Path) -> Iterator[Lens]:
    """The same browser before a site in every language that is written from the right."""
    app = create_app(settings(tmp_path, PORTAL_LANGUAGES=",".join(["en", *FROM_THE_RIGHT])))
    make_tables(app)
    with served(app) as address:
        yield Lens(Site(app, address, ""), lens.page)


def test_every_such_language_is_mirrored(every_way: Lens, held: Held) -> None:
    found = looked_at(every_way, MAIN, *FROM_THE_RIGHT)
    views = len(MAIN) * len(FROM_THE_RIGHT)
    held.nothing_wrong("each way", found, views=views, languages=len(FROM_THE_RIGHT))


def test_a_page_that_is_not_mirrored_is_found(lens: Lens) -> None:
    lens.mode(size=PHONE)
    html = '<p style="margin-left: 50px">Begin</p>'
    lens.show(html)
    english = lens.measure("starts")
    lens.show(html).evaluate("document.documentElement.dir = 'rtl'")
    assert unmirrored(lens, english, "broken") == ["broken: P.#0 begins 8 px from the edge, in English 58"]

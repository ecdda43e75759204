"""Every language there is a catalogue of: its pages run the right way, fit the narrowest screen and arrive at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from portal.app import create_app
from portal.services.catalogues import languages
from portal.services.their_language import runs_right_to_left, script_of
from tests.application import make_tables, settings
from tests.gates.lens import ZOOMED, Lens, nothing_wrong
from tests.gates.paper import pages
from tests.gates.site import Site, served
from tests.gates.stops import Stop, every_journey_stop
from tests.gates.weighing import MORE, PAGE, WHOLE, weigh

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
SEEN_ON_EVERY_PAGE = ("ar", "pl")
MARKED = ("vi",)
"""Latin letters, most of them with marks that make two bytes or three of one."""
OTHERS = tuple(code for code in languages() if code not in SEEN_ON_EVERY_PAGE)
PAGES = tuple(
    Stop(path, path)
    for path in ("/", "/help-now", "/languages", "/y", "/y/6", "/e/2", "/a/one", "/h", "/v/7", "/t", "/fa", "/privacy")
)
RECEIPTS = tuple(stop for stop in every_journey_stop() if stop.name in ("y/done (full)", "a/done (full)"))


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The public site in all of its languages, those included that nobody is offered yet."""
    app = create_app(settings(tmp_path_factory.mktemp("speaking"), PORTAL_LANGUAGES=",".join(("en", *languages()))))
    make_tables(app)
    with served(app) as address:
        yield Site(app, address, "")


@pytest.fixture
def narrow(speaking: Site, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 256}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", OTHERS)
def test_pages_run_the_right_way_and_fit_the_narrowest_screen(speaking: Site, narrow: Page, code: str) -> None:
    lens, found = Lens(speaking, narrow), []
    lens.mode(size=ZOOMED)
    direction = "rtl" if runs_right_to_left(code) else "ltr"
    for stop in PAGES:
        html = lens.open(stop, code).locator("html")
        if (html.get_attribute("lang"), html.get_attribute("dir")) != (code, direction):
            found.append(f"{stop} is {html.get_attribute('lang')} {html.get_attribute('dir')}")
        found += [f"{stop}: {wrong}" for what in ("sideways", "clipped") for wrong in lens.measure(what)]
    nothing_wrong(found)


@pytest.mark.parametrize("code", OTHERS)
def test_the_longest_pages_arrive_at_once(speaking: Site, browser: Browser, code: str) -> None:
    context, found = browser.new_context(), []
    for path, kind in (("/access", PAGE), ("/a/one", WHOLE)):
        weight = weigh(context, speaking.url(Stop(path, path), code), speaking.app)
        found += weight.over(kind if script_of(code) == "LATIN" and code not in MARKED else MORE)
    context.close()
    nothing_wrong(found)


@pytest.mark.parametrize("code", OTHERS)
def test_leaflet_and_receipts_print_on_their_sheets(speaking: Site, narrow: Page, code: str) -> None:
    lens, found = Lens(speaking, narrow), {}
    for stop in (Stop("leaflet", "/leaflet"), *RECEIPTS):
        found[stop.name] = pages(lens.open(stop, code).pdf(prefer_css_page_size=True))
    assert found == {"leaflet": 2, "y/done (full)": 1, "a/done (full)": 1}

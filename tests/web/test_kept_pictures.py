"""The main pages look as they did when somebody last looked at them: small pictures in git, compared in Chromium."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, Page

from portal import clock
from portal.domain.access import Role
from portal.domain.words import Audience
from portal.services import alerting, handling
from tests import makers as make
from tests.absence import absent
from tests.application import NOON
from tests.gates.lens import Lens, nothing_wrong
from tests.gates.pictures import LASTING, changed, differing, small
from tests.gates.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
KEPT = Path(__file__).parent / "pictures"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
PUBLIC = (
    *(("home/index", "en", PHONE, False), ("home/index", "en", DESK, False), ("home/index", "ar", PHONE, True)),
    *(("y/4", "en", PHONE, False), ("y/6b", "ar", DESK, False), ("y/check", "en", DESK, True)),
    *(("e/3", "en", PHONE, False), ("e/3", "ar", PHONE, True), ("a/5", "en", PHONE, True), ("a/12", "en", DESK, False)),
    *(("y/done (full)", "en", PHONE, False), ("y/card", "en", PHONE, True)),
    *(("tracking/case", "en", PHONE, False), ("tracking/case", "ar", DESK, True)),
    ("information/help_now", "en", PHONE, False),
)
REPORT = "/reports?year=2026-27&edition=public&seen=1"
STAFF = (
    *(("inbox", "", DESK, False), ("inbox", "", PHONE, True), ("report", REPORT, DESK, True)),
    *(("case", "/cases/{}", DESK, False), ("case", "/cases/{}", PHONE, False)),
)
FONTS = """() => [["system-ui", "What happened?"], ["monospace", "7KQM-3W9T"], ["system-ui", "ماذا حدث؟"]].map(one => {
  const words = document.createElement("canvas").getContext("2d");
  words.font = `400 100px ${one[0]}`;
  return Math.round(words.measureText(one[1]).width);
})"""
"""How wide some words are in the fonts of this machine."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a phone or a desk in London, in the fonts in which the pictures were taken."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", bypass_csp=True)
    page, fonts = context.new_page(), KEPT / "fonts.json"
    here = page.evaluate(FONTS)
    if os.environ.get("PORTAL_PICTURES") == "write":
        KEPT.mkdir(exist_ok=True)
        fonts.write_text(json.dumps(here), encoding="utf-8")
    if json.loads(fonts.read_text(encoding="utf-8")) != here:
        context.close()
        absent(
            "the pictures' fonts", "letters are of another size than in tests/web/pictures (Debian: fonts-noto-core)"
        )
    yield page
    context.close()


def taken(lens: Lens, name: str, size: dict[str, int], dark: bool) -> tuple[str, bytes]:
    """A picture of the page that is open, and what it is called."""
    lens.mode(dark=dark, size=size, reduced_motion="reduce")
    lens.page.evaluate(LASTING)
    told = f"{name} {size['width']} {'dark' if dark else 'light'}"
    return told, lens.page.screenshot(full_page=True, animations="disabled", caret="hide")


def test_the_main_public_pages_look_as_they_did(
    app: Flask, at: Callable[[Any], None], serve: Callable[..., str], page: Page
) -> None:
    at(NOON)
    site = Site(app, serve(app), "")
    lens, stops, found = Lens(site, page), {stop.name: stop for stop in site.stops}, []
    for name, language, size, dark in PUBLIC:
        lens.mode(size=size)
        lens.open(stops[name], language)
        found.append(changed(KEPT, *taken(lens, f"{name} {language}", size, dark)))
    nothing_wrong([wrong for wrong in found if wrong])


def test_the_main_pages_of_the_team_look_as_they_did(
    app: Flask, at: Callable[[Any], None], serve: Callable[..., str], page: Page
) -> None:
    at(NOON)
    officer, reference = _desk(app)
    site = Site(app, serve(app), "")
    lens, found = Lens(site, page), []
    cookie = make.signed_in(app, officer).get_cookie("staff")
    assert cookie is not None
    page.context.add_cookies([{"name": "staff", "value": cookie.value, "url": site.address}])
    for name, address, size, dark in STAFF:
        answer = page.goto(f"{site.address}/staff{address.format(reference) or '/'}")
        assert answer and answer.status == 200, name
        found.append(changed(KEPT, *taken(lens, f"staff {name}", size, dark)))
    nothing_wrong([wrong for wrong in found if wrong])


def _desk(app: Flask) -> tuple[int, str]:
    """A manager with a full inbox, and a case with everything on its page."""
    with app.app_context():
        today = clock.today()
        manager = make.officer(Role.COMPLAINTS_MANAGER, Role.TEAM_MANAGER, name="Amara Osei").id
        for days, journey in enumerate(("adult", "young_person", "young_person", "adult", "young_person")):
            make.case(journey, received=today - timedelta(days=2 * days + 1), language="pl" if days == 2 else "en")
        made = make.case(
            name="Jay", age="13", safe="unsure", contact_way="call", phone="07700 900982", may_say_who="no",
            about=["worker", "not_told"], wanted=["sorry", "listen"], received=today - timedelta(days=16),
        )  # fmt: skip
        handling.acknowledge(made.id, manager, "Thank you, Jay. We have read it and we look into it.")
        alerting.ask_for_call(None, phone="07700 900123", safe="no", audience=Audience.CHILD, language="en")
        return manager, made.reference


def test_a_block_that_moves_or_changes_its_colour_is_seen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.set_content(
        '<body style="margin:20px"><p>Words</p><div style="border:2px solid #6f6890;padding:12px">Yes</div>'
    )
    before = small(page.screenshot(full_page=True))
    assert differing(before, small(page.screenshot(full_page=True))) == []
    for change in (
        "position:relative;left:12px",
        "position:relative;top:12px",
        "background:#f3ecff",
        "border-color:#9b1227",
    ):
        page.locator("div").evaluate("(box, change) => { box.style.cssText += ';' + change }", change)
        assert differing(before, small(page.screenshot(full_page=True))) != [], change
        page.locator("div").evaluate("box => { box.style.cssText = 'border:2px solid #6f6890;padding:12px' }")
    page.evaluate("document.body.style.webkitTextStroke = '.2px'")
    assert differing(before, small(page.screenshot(full_page=True))) == [], "letters a little bolder are no change"


def test_a_change_is_told_and_left_to_be_looked_at(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.gates.pictures.LEFT", tmp_path / "left")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_content("<h1>One page</h1>")
    monkeypatch.setenv("PORTAL_PICTURES", "write")
    assert changed(tmp_path, "one page", page.screenshot(full_page=True)) == ""
    monkeypatch.delenv("PORTAL_PICTURES")
    page.set_content('<h1 style="background: #14212b">One page</h1>')
    told = changed(tmp_path, "one page", page.screenshot(full_page=True))
    assert "one page: differs" in told and "make pictures" in told
    with Image.open(tmp_path / "left/one-page-difference.png") as both, Image.open(tmp_path / "one-page.webp") as kept:
        assert both.width > 2 * kept.width
    assert "make pictures" in changed(tmp_path, "another page", page.screenshot(full_page=True))


def test_no_picture_is_kept_in_vain_and_all_are_light() -> None:
    files = {path.name: path.stat().st_size for path in KEPT.glob("*.webp")}
    assert len(files) == len(PUBLIC) + len(STAFF)
    assert sum(files.values()) < 700_000

"""Drawing an answer in Chromium: with a finger on a phone, undone, deleted, sent; and nothing missing without it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page

from portal.extensions import db
from portal.records.files import File, body_of
from tests.gates.hands import follow
from tests.gates.lens import ZOOMED, Lens, nothing_wrong
from tests.gates.rules import broken_rules
from tests.gates.site import Site

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640}
RED = (211, 47, 47)


def begun(site: Site, visit: Callable[..., Page], language: str = "en", **options: object) -> Page:
    """The sheet lies open on a phone."""
    page = visit(f"{site.address}/{language}/e/4", viewport=PHONE, **options)
    page.locator("[data-draw]").click()
    page.wait_for_selector("canvas")
    return page


def line(page: Page, height: float) -> None:
    """One line across the sheet, at this part of its height."""
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * height, steps=6)
    page.mouse.up()


def waiting(page: Page) -> int:
    """How many drawings would go with the form now."""
    return int(page.locator(".draw input").evaluate("one => one.files.length"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_drawn_with_a_finger_arrives_as_a_picture_like_any_other(
    site: Site, visit: Callable[..., Page], language: str
) -> None:
    page = begun(site, visit, language, has_touch=True)
    page.locator("[data-ink]").nth(1).tap()
    assert page.locator("[aria-pressed=true]").count() == 1
    line(page, 0.5)
    line(page, 0.8)
    assert waiting(page) == 1 and page.locator(".draw [role=status]").inner_text()
    page.locator("[data-undo]").tap()
    page.locator('main button[value="continue"]:not(.govuk-visually-hidden)').tap()
    page.wait_for_url("**/e/5*")
    with site.app.app_context():
        file = db.session.query(File).order_by(File.id.desc()).first()
        assert file is not None and file.media == "image/png"
        sheet = Image.open(io.BytesIO(body_of(file))).convert("RGB")
    assert sheet.size == (1000, 750)
    assert sheet.getpixel((500, 375)) == RED, "the line is where the finger was, in the colour of the pen"
    assert sheet.getpixel((500, 600)) == sheet.getpixel((5, 5)) == (255, 255, 255), "what was undone is gone"


def test_a_drawing_can_be_deleted_and_photos_stay_beside_it(site: Site, visit: Callable[..., Page]) -> None:
    page = begun(site, visit)
    line(page, 0.5)
    photo = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(photo, "JPEG")
    page.locator("#files").set_input_files([{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}])
    assert waiting(page) == 1, "picking a photo does not put the drawing out"
    page.locator("[data-wipe]").click()
    assert waiting(page) == 0 and page.locator("canvas").is_hidden()
    assert page.evaluate("() => document.activeElement.hasAttribute('data-draw')"), "the focus is not lost"
    page.locator("[data-draw]").click()
    line(page, 0.3)
    page.locator("button[value=attach]").click()
    page.wait_for_selector(".files__one")
    assert page.locator(".files__picture").count() == 2, "the photo and the second drawing"


def test_the_open_sheet_keeps_the_rules(site: Site, lens: Lens) -> None:
    found: list[str] = []
    for language, dark in (("en", False), ("ar", True)):
        lens.mode(dark=dark, size=ZOOMED)
        page = lens.page
        page.context.clear_cookies()
        page.goto(f"{site.address}/{language}/e/4")
        page.locator("[data-draw]").click()
        page.wait_for_selector("canvas")
        said = [*broken_rules(page), *lens.measure("targets", 44), *lens.measure("sideways")]
        found += [f"{language}: {one}" for one in said]
    nothing_wrong(found)


def test_pens_keep_their_colours_where_the_device_picks_the_colours(site: Site, visit: Callable[..., Page]) -> None:
    page = begun(site, visit, forced_colors="active")
    fills = page.locator(".draw circle").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert len(set(fills)) == 6
    assert page.locator("[data-ink]").first.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_without_a_script_or_a_finger_nothing_is_missing(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/e/4", java_script_enabled=False)
    assert page.locator("[data-draw]").is_hidden() and page.locator("canvas").is_hidden()
    assert page.locator("#files").is_visible() and page.locator("#story").is_visible()
    page.locator("#story").fill("A dog and me.")
    follow(page.locator('main button[value="continue"]:not(.govuk-visually-hidden)'))
    assert "/e/5" in page.url


def test_only_the_page_with_pictures_has_a_sheet_and_its_script_comes_when_it_is_asked_for(
    site: Site, visit: Callable[..., Page]
) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}/en/y/2")
    assert page.locator("[data-draw], canvas").count() == 0
    page.goto(f"{site.address}/en/e/4")
    page.wait_for_load_state("networkidle")
    assert not any("/draw." in url for url in asked)

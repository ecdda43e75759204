"""Adding photos and voice messages in Chromium on a phone: without JavaScript in two languages, recorded with it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Page, expect

from portal.extensions import db
from portal.records.files import File, body_of
from tests import samples
from tests.gates.hands import follow
from tests.gates.lens import ZOOMED, Lens, nothing_wrong
from tests.gates.rules import broken_rules
from tests.gates.site import Site
from tests.people.table import Held

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640}
PHOTO = {"name": "room.jpg", "mimeType": "image/jpeg", "buffer": samples.jpeg()}
VOICE = {"name": "me.webm", "mimeType": "audio/webm", "buffer": samples.sound("libopus", "webm")}
HUM = """navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext(), heard = sound.createMediaStreamDestination(), hum = sound.createOscillator();
  hum.connect(heard); hum.start();
  return heard.stream;
}"""
"""Instead of a microphone, which no machine in a rack has; the recorder is the browser's own."""
SLOW = """const draw = createImageBitmap;
self.createImageBitmap = async file => { await new Promise(go => setTimeout(go, 1500)); return draw(file); }"""
"""A phone that takes its time with a photo."""
HTML = {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"}


def newest(app: Flask) -> File:
    with app.app_context():
        return db.session.query(File).order_by(File.id.desc()).first() or pytest.fail("no file was kept")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_javascript_on_a_phone(site: Site, visit: Callable[..., Page], held: Held, language: str) -> None:
    page = visit(f"{site.address}/{language}/y/2", java_script_enabled=False, viewport=PHONE)
    page.locator("#story").fill("Look at my room.")
    assert page.locator("button[data-stop]").is_hidden(), "recording needs a script"
    page.locator("#files").set_input_files([PHOTO, VOICE, HTML])
    follow(page.locator("button[value=attach]"))
    assert "x.jpg" in page.locator("#files-error").inner_text()
    assert page.locator("#story").input_value() == "Look at my room."
    assert page.locator(".files__one").count() == 2
    assert page.locator(".files__picture").get_attribute("alt")
    follow(page.locator("button[name=remove]").nth(1))
    assert page.locator(".files__one").count() == 1
    follow(page.locator('main button[value="continue"]:not(.govuk-visually-hidden)'))
    assert re.search("/y/3$", page.url)
    page.goto(f"{site.address}/{language}/y/check")
    assert page.locator("main img.files__picture").count() == 1
    held("scriptless", besides=["files"])


def test_a_page_with_files_and_their_faults_keeps_the_rules(site: Site, lens: Lens) -> None:
    """What the gates look at, on the states of the page that only files bring about."""
    found: list[str] = []
    for language, dark in (("en", False), ("ar", True)):
        lens.mode(dark=dark, size=ZOOMED)
        page = lens.page
        page.context.clear_cookies()
        page.goto(f"{site.address}/{language}/y/2")
        page.locator("#files").set_input_files([PHOTO, VOICE, HTML])
        page.locator("button[value=attach]").click()
        page.wait_for_selector(".files__one")
        page.wait_for_function("() => [...document.images].every(one => one.complete)")
        broken = page.evaluate("() => [...document.images].filter(one => !one.naturalWidth).map(one => one.src)")
        said = [*broken, *broken_rules(page), *lens.measure("targets", 44), *lens.measure("sideways")]
        found += [f"{language}: {one}" for one in said]
    nothing_wrong(found)


def test_a_voice_message_recorded_in_the_page_can_be_heard_deleted_and_sent(
    site: Site, visit: Callable[..., Page]
) -> None:
    page = visit(viewport=PHONE)
    page.add_init_script(HUM)
    page.goto(f"{site.address}/en/y/2")
    for again in (True, False):
        page.get_by_role("button", name="Record a voice message").click()
        expect(page.get_by_role("status").first).to_contain_text("You have 2 minutes")
        stop = page.get_by_role("button", name="Stop", exact=True)
        box = stop.bounding_box()
        assert box is not None and box["height"] >= 60, "the button that stops is big"
        page.wait_for_timeout(600)
        stop.click()
        page.wait_for_selector("audio")
        assert page.evaluate("() => document.querySelector('audio').play().then(() => true)")
        if again:
            page.get_by_role("button", name="Delete it").click()
            assert page.locator("audio").count() == 0
    page.locator("button[value=attach]").click()
    page.wait_for_selector(".files__one")
    assert "Voice message 1" in page.locator(".files").inner_text()
    file = newest(site.app)
    assert file.media == "audio/webm"
    with site.app.app_context():
        assert len(body_of(file)) > 500


def test_without_a_microphone_it_is_said_and_everything_else_works(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no'))")
    page.goto(f"{site.address}/en/y/2")
    for _ in range(3):
        page.get_by_role("button", name="Record a voice message").click()
        page.get_by_text("We could not use the microphone.").wait_for()
        assert page.get_by_text("We could not use the microphone.").count() == 1, "it is said once"
    assert page.get_by_role("button", name="Record a voice message").is_visible()


def test_there_is_something_to_add_once_a_file_is_picked(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/e/4", viewport={"width": 320, "height": 640})
    add = page.locator("button[value=attach]")
    assert add.is_hidden(), "nothing is picked yet"
    page.locator("#files").set_input_files([PHOTO])
    expect(add).to_be_visible()
    page.locator("#files").set_input_files([])
    expect(add).to_be_hidden()
    assert page.locator("label[for=files] svg, button[data-draw] svg, button[data-stop] svg").count() == 3


def big_photo() -> bytes:
    noisy = io.BytesIO()
    Image.effect_noise((3600, 2400), 90).convert("RGB").save(noisy, "JPEG", quality=95)
    assert len(noisy.getvalue()) > 4_000_000
    return noisy.getvalue()


def biggest_side(app: Flask) -> int:
    with app.app_context():
        photo = db.session.query(File).filter_by(media="image/jpeg").order_by(File.id.desc()).first()
        return max(Image.open(io.BytesIO(body_of(photo))).size) if photo else 0


def test_a_big_photo_is_made_small_before_it_travels(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/y/2")
    page.locator("#files").set_input_files([{**PHOTO, "buffer": big_photo()}, VOICE])
    page.wait_for_function("() => document.querySelector('#files').files[0].size < 4000000")
    assert page.evaluate("() => [...document.querySelector('#files').files].map(one => one.name)") == [
        "room.jpg", "me.webm",
    ]  # fmt: skip
    page.locator("button[value=attach]").click()
    page.wait_for_selector(".files__one")
    assert biggest_side(site.app) == 2400


def test_pressed_while_the_photo_is_made_small_the_form_goes_by_itself_once_it_is(
    site: Site, visit: Callable[..., Page]
) -> None:
    page = visit()
    page.add_init_script(SLOW)
    page.goto(f"{site.address}/en/y/2")
    page.locator("#files").set_input_files([{**PHOTO, "buffer": big_photo()}])
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.includes('/files.'))")
    page.wait_for_timeout(300)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    for _ in range(2):
        page.locator("button[value=attach]").click(no_wait_after=True)
    page.wait_for_selector(".files__one")
    assert page.locator(".files__one").count() == len(posts) == 1
    assert biggest_side(site.app) == 2400


def test_what_helps_with_files_does_not_weigh_on_a_page_before_it_is_used(
    site: Site, visit: Callable[..., Page]
) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}/en/y/2")
    page.wait_for_load_state("networkidle")
    assert not any("/files." in url for url in asked)
    page.locator("#files").set_input_files([PHOTO])
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.includes('/files.'))")

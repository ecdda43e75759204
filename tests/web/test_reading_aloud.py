"""Reading aloud: offered where this phone or computer itself has a voice for the page's language, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gates.site import Site

pytestmark = pytest.mark.browser
SPEECH = """
window.said = [];
const voices = %s;
class Words { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Words;
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => voices, cancel: () => { window.said.push('silence'); }, addEventListener: () => {},
  speak: words => { window.said.push(words.text); window.last = words; },
}});
"""
HERE = "{ lang: '%s', localService: true }"
ELSEWHERE = "{ lang: '%s', localService: false }"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def opened(phone: Page, site: Site, path: str, *voices: str) -> Page:
    phone.add_init_script(SPEECH % f"[{', '.join(voices)}]")
    phone.goto(site.address + path)
    return phone


@pytest.mark.parametrize(
    ("path", "voice", "offered"),
    [
        ("/en/how", HERE % "en-GB", True),
        ("/pl/how", HERE % "pl_PL", True),
        ("/ar/how", HERE % "en-GB", False),
        ("/en/how", ELSEWHERE % "en-GB", False),
        ("/en/how", "", False),
    ],
)
def test_it_is_offered_where_a_voice_of_its_own_speaks_the_language(
    phone: Page, site: Site, path: str, voice: str, offered: bool
) -> None:
    button = opened(phone, site, path, *filter(None, [voice])).locator(".ways__read")
    expect(button).to_be_visible(visible=offered)
    if offered:
        box = button.bounding_box()
        assert box is not None and box["width"] >= 44 and box["height"] >= 44
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_says_the_page_once_in_its_order_and_falls_silent_when_asked(phone: Page, site: Site) -> None:
    page = opened(phone, site, "/en/y", HERE % "en-GB")
    button = page.get_by_role("button", name="Read it to me")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    said = page.evaluate("window.said")
    assert said[0] == "Tell us what is wrong"
    assert said[1].startswith("You can tell us when you are not happy")
    assert len(said) == len(set(said)), "nothing is said twice"
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("window.said").pop() == "silence"
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.evaluate("window.last.onend()")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_options_are_read_and_the_english_beneath_a_translation_is_not(phone: Page, site: Site) -> None:
    page = opened(phone, site, "/pl/y/4", HERE % "pl-PL")
    page.locator(".ways__read").click()
    expect(page.locator(".ways__read")).to_have_attribute("aria-pressed", "true")
    said = " ".join(page.evaluate("window.said"))
    assert "Tak" in said
    assert "Are you safe right now?" not in said


def test_nothing_jumps_when_a_voice_is_found(phone: Page, site: Site) -> None:
    page = opened(phone, site, "/en/y")
    without = page.locator("h1").bounding_box()
    page.locator(".ways__read").evaluate("button => { button.hidden = false; }")
    assert page.locator("h1").bounding_box() == without

"""Every journey in Chromium: with and without JavaScript, in English and Arabic, with a mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from portal.domain.journeys.equality import CHILD_PATH
from tests import makers as make
from tests.gates.hands import BOTH_WAYS, LEAST, Hands, begun, follow, receipt
from tests.gates.site import Site
from tests.people.table import Held

pytestmark = pytest.mark.browser


@BOTH_WAYS
@pytest.mark.parametrize("journey", LEAST)
def test_a_complaint_is_sent_in_few_steps(
    site: Site, visit: Callable[..., Page], held: Held, journey: str, language: str, scripts: bool
) -> None:
    page = visit(java_script_enabled=scripts)
    hands = begun(site, page, journey, language)
    hands.walk(LEAST[journey])
    assert page.url == f"{site.address}/{language}/{journey}/done"
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    if journey == "c":
        assert page.locator(".receipt").count() == 0, "who wants no reply needs no code"
    else:
        number, words = receipt(page)
        assert len(number) == 9 and len(words.split()) == 5
    held(f"steps.{journey}", steps=hands.count)
    if not scripts:
        held("scriptless", journeys=[journey])


def test_the_quick_way_is_quick(site: Site, visit: Callable[..., Page], held: Held) -> None:
    page = visit(f"{site.address}/en/y", java_script_enabled=False)
    hands = Hands(page)
    hands.press(page.get_by_role("link", name="I want to tell you in a quick way"))
    hands.walk(LEAST["y"])
    receipt(page)
    held("steps.quick", steps=hands.count)
    follow(page.locator(f'main a[href*="/{CHILD_PATH}"]'))
    questions = Hands(page)
    if page.locator("main form").count() == 0:
        questions.press(page.locator("main a.govuk-button").first)
    questions.walk({})
    assert page.url == f"{site.address}/en/{CHILD_PATH}/done?blank=1"
    held("scriptless", journeys=[CHILD_PATH])


def test_a_case_is_opened_in_three_steps(site: Site, visit: Callable[..., Page], held: Held) -> None:
    with site.app.app_context():
        case = make.case("young_person", name="Kit")
    page = visit(f"{site.address}/en/t", java_script_enabled=False)
    hands = Hands(page)
    hands.answer({"number": case.reference, "code": case.code})
    hands.press(page.locator("main form[method=post] .govuk-button[type=submit]").first)
    assert page.url == f"{site.address}/en/t/case"
    held("steps.t", steps=hands.count)
    held("scriptless", journeys=["t"])


@pytest.mark.parametrize("journey", LEAST)
def test_keys_alone_are_enough(site: Site, visit: Callable[..., Page], held: Held, journey: str) -> None:
    page = visit(f"{site.address}/en/{journey}")
    hands = Hands(page)
    if journey not in ("e", "c"):  # where the first question is on the start page
        hands.enter("main a.govuk-button")
    hands.walk_by_keyboard(LEAST[journey])
    assert page.url.endswith("/done")
    assert hands.count == 0, "a pointer was used"
    held("keyboard", journeys_by_keys_alone=[journey])


def test_a_mistake_is_told_where_it_was_made_and_the_focus_is_on_it(site: Site, visit: Callable[..., Page]) -> None:
    page = visit(f"{site.address}/en/y/2")
    hands = Hands(page)
    hands.enter('main button[value="continue"]')
    assert page.title().startswith("Error:")
    assert page.locator(".govuk-error-summary").evaluate("box => box === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#story").evaluate("box => box === document.activeElement")
    page.keyboard.type("It is cold")
    hands.enter('main button[value="continue"]')
    assert page.url.startswith(f"{site.address}/en/y/3")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_form_is_saved_in_one_browser_and_carried_on_in_another(
    site: Site, visit: Callable[..., Page], held: Held, scripts: bool
) -> None:
    page = visit(f"{site.address}/en/y/2", java_script_enabled=scripts)
    page.locator("#story").fill("Half a tho")
    follow(page.locator("main button[value=save]"))
    words = " ".join(page.locator(".receipt__words li").all_inner_texts())
    other = visit(f"{site.address}/en/back", java_script_enabled=scripts)
    other.locator("#code").fill(words)
    follow(other.locator("main form button[type=submit]"))
    assert "/en/y/" in other.url
    other.goto(f"{site.address}/en/y/2")
    assert other.locator("#story").input_value() == "Half a tho"
    held("scriptless", besides=[] if scripts else ["save"])


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_changing_the_language_keeps_what_was_typed(
    site: Site, visit: Callable[..., Page], held: Held, scripts: bool
) -> None:
    page = visit(f"{site.address}/en/y/2", java_script_enabled=scripts)
    page.locator("#story").fill("It is cold here")
    follow(page.locator("nav.ways button[value=language]"))
    follow(page.locator('main a[hreflang="ar"]'))
    assert page.url.startswith(f"{site.address}/ar/y/2")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("#story").input_value() == "It is cold here"
    held("scriptless", besides=[] if scripts else ["language"])

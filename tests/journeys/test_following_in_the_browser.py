"""A child and an officer in two browsers: number and code, sign-in with a phone, a reply that the child sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from passlib.totp import TOTP
from playwright.sync_api import Page

from tests import makers as make
from tests.gates.hands import BOTH_WAYS, LEAST, begun, follow, receipt
from tests.gates.site import Site

pytestmark = pytest.mark.browser
REPLY = "Would you like to meet on Tuesday?"
ANSWER = "Yes, after school please"


def press(page: Page, within: str = "main") -> None:
    """The page's first button, whatever it says."""
    follow(page.locator(f"{within} form[method=post] .govuk-button[type=submit]:not([value=attach])").first)


def look(site: Site, page: Page, number: str, words: str, language: str = "en") -> None:
    """Open a case with its number and code."""
    page.goto(f"{site.address}/{language}/t")
    page.locator("#number").fill(number.lower())
    page.locator("#code").fill(words)
    press(page)


def sign_in(site: Site, page: Page) -> None:
    """An officer's first sign-in: password, phone, recovery codes."""
    with site.app.app_context():
        email = make.officer(name="Juniper Field").email
    page.goto(f"{site.address}/staff/sign-in")
    page.locator("#email").fill(email)
    page.locator("#password").fill(make.PASSWORD)
    press(page)
    press(page)
    key = page.locator("main bdi").first.inner_text().replace("-", "").strip()
    page.locator("#code").fill(TOTP(key, format="base32").generate().token)
    press(page)
    assert page.locator("h1").inner_text() == "Recovery codes"
    press(page)


@BOTH_WAYS
def test_the_team_replies_and_the_child_sees_it(
    site: Site, visit: Callable[..., Page], language: str, scripts: bool
) -> None:
    child, officer = visit(java_script_enabled=scripts), visit(java_script_enabled=scripts)
    begun(site, child, "y", language).walk(LEAST["y"])
    number, words = receipt(child)

    sign_in(site, officer)
    officer.goto(f"{site.address}/staff/")
    assert officer.locator("h1").inner_text() == "Inbox"
    officer.get_by_label("Find a case").fill(number)
    follow(officer.get_by_role("button", name="Find"))  # the first page of the inbox may be full of others
    follow(officer.get_by_role("link", name=number).first)
    case = officer.url
    assert LEAST["y"]["story"] in officer.locator("main").inner_text()
    officer.goto(f"{case}/reply")
    officer.locator("#words").fill(REPLY)
    press(officer)
    assert REPLY in officer.locator("article").inner_text(), "read once more before it goes"
    press(officer)

    look(site, child, number, words, language)
    read = child.locator("main").inner_text()
    assert REPLY in read
    assert LEAST["y"]["story"] not in read, "what was told is never shown again"
    assert "Field" not in read, "a child reads no surname"
    child.goto(f"{site.address}/{language}/t/case/message")
    child.locator("#words").fill(ANSWER)
    press(child)

    officer.goto(case)
    assert ANSWER in officer.locator("main").inner_text()


def test_leaving_ends_the_visit_of_a_case(site: Site, visit: Callable[..., Page]) -> None:
    child = visit()
    begun(site, child, "y").walk(LEAST["y"])
    look(site, child, *receipt(child))
    assert child.url == f"{site.address}/en/t/case"
    with child.expect_navigation(url=f"{site.exit}/weather"):
        child.locator(".leave__button").click()
    child.goto(f"{site.address}/en/t/case")
    assert "/en/t?" in child.url or child.url.endswith("/en/t")

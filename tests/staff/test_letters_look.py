"""The page between writing and sending a letter, in Chromium: accessibility, targets, no sideways scrolling, paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal.records.documents import documents_of
from portal.services import handling
from tests import makers as make
from tests.gates.hands import follow
from tests.gates.lens import nothing_wrong
from tests.staff.test_looks import MODES, _key, _wrong

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", MODES)
def test_a_letter_before_it_goes_keeps_the_rules_in_every_mode(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], mode: str
) -> None:
    with app.app_context():
        made, officer = make.case(language="ar", contact_way="call", phone="07700 900982"), make.officer().id
    scheme, size = MODES[mode]
    home = serve(app)
    page = visit(color_scheme=scheme, viewport=size, bypass_csp=True)
    page.context.add_cookies([{"name": "staff", "value": _key(app, officer), "url": home}])
    page.goto(f"{home}/staff/cases/{made.reference}/acknowledge")
    follow(page.get_by_role("button", name="Look at the letter"))
    assert page.locator("h1").inner_text() == "Read it once more"
    assert page.locator("article.letter").get_attribute("dir") == "rtl"
    nothing_wrong(_wrong(page))


def test_only_the_letter_comes_out_of_the_printer(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str]
) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="letter", address="2 Low Road", may_say_who="yes")
        officer = make.officer().id
        handling.reply(made.id, officer, "We found your file.")
        number = documents_of(made.id)[0].id
    home = serve(app)
    page = visit()
    page.context.add_cookies([{"name": "staff", "value": _key(app, officer), "url": home}])
    page.goto(f"{home}/staff/cases/{made.reference}/letters/{number}")
    page.emulate_media(media="print")
    seen = page.locator("body").inner_text()
    assert "We found your file." in seen and "2 Low Road" in seen
    for words in ("Sign out", "Inbox", "Save it as a PDF", "It is printed", "Back to"):
        assert words not in seen

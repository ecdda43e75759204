"""The page of a case in Chromium at places it seldom stands at: on hold, passed on, an advocate found, late."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal.domain.procedures import Procedure
from tests import makers as make
from tests.gates.hands import follow
from tests.gates.lens import WIDE, ZOOMED, nothing_wrong
from tests.public.test_tracking_places import put
from tests.staff.test_looks import _wrong

pytestmark = pytest.mark.browser
PLACES = (
    (Procedure.STATUTORY, "paused_reg8"), (Procedure.STATUTORY, "closed"), (Procedure.CORPORATE, "C2_open"),
    (Procedure.COMPLIMENT, "shared"), (Procedure.ADVOCACY, "accepted"), (Procedure.ENQUIRY, "answered"),
    (Procedure.ENQUIRY, "open"), (Procedure.INELIGIBLE, "notified"),
)  # fmt: skip
TOLD = {"en": "young_person", "ar": "easy", "pl": "adult"}
"""How somebody told us: in words, in pictures, as an adult. Each is looked at in one language."""
MODES = {"light": ("light", WIDE), "dark": ("dark", WIDE), "zoomed": ("light", ZOOMED)}
DIFFERING = {("en", "light"), ("ar", "dark"), ("pl", "zoomed")}


@pytest.mark.parametrize(
    ("language", "mode"),
    [
        pytest.param(language, mode, marks=() if (language, mode) in DIFFERING else pytest.mark.slow)
        for language in TOLD
        for mode in MODES
    ],
)
def test_every_such_page_keeps_the_rules_in_every_mode(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], mode: str, language: str
) -> None:
    scheme, size = MODES[mode]
    with app.app_context():
        made = make.case(TOLD[language], language=language)
    home = serve(app)
    page = visit(f"{home}/{language}/t", color_scheme=scheme, viewport=size, bypass_csp=True)
    page.locator("#number").fill(made.reference)
    page.locator("#code").fill(made.code)
    follow(page.locator("main form[method=post] button[type=submit]").first)
    found = []
    for procedure, step in PLACES:
        with app.app_context():
            put(made, procedure, step)
        for address in ("case", *(("case/more",) if procedure is Procedure.ENQUIRY else ())):
            answer = page.goto(f"{home}/{language}/t/{address}")
            assert answer and answer.status == 200
            found += [f"{language}, {step}, {address}: {wrong}" for wrong in _wrong(page)]
    nothing_wrong(found)

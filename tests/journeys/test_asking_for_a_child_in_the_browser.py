"""An adult asks for an advocate for a child, in Chromium: one way to reach the adult is enough; none is told kindly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from tests.gates.hands import Hands, follow, receipt
from tests.gates.site import Site
from tests.journeys.test_two_follow_it_in_the_browser import BOTH

pytestmark = pytest.mark.browser
SAID = {"speaker_name": "Ola", "speaker_phone": "07700 900982", "child_name": "Bo", "agreement": "unseen"}


@BOTH
def test_a_telephone_number_is_enough_to_ask(
    site: Site, visit: Callable[..., Page], language: str, scripts: bool
) -> None:
    page = visit(f"{site.address}/{language}/h", java_script_enabled=scripts)
    follow(page.locator('main a[href*="w=for_child"]'))
    hands = Hands(page)
    hands.answer({"speaker_name": "Ola"})
    hands.go_on()
    assert page.locator('.govuk-error-summary a[href="#speaker_email"]').count() == 1
    assert page.locator("#speaker_name").input_value() == "Ola"
    hands.walk(SAID)
    number, words = receipt(page)
    assert number and len(words.split()) == 5
    with site.app.app_context():
        passed = db.session.query(AdvocacyRequest).order_by(AdvocacyRequest.id.desc()).first()
        assert passed is not None and SAID.items() <= passed.passed_on.items()

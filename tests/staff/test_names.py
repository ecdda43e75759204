"""What a screen reader is told of the main pages of the desk is what somebody has read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal.domain.access import Role
from tests import makers as make
from tests.application import NOON
from tests.gates.names import changed, lasting

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
KEPT = Path(__file__).parent / "names"
CASE = ("", "/acknowledge", "/reply", "/alone", "/triage", "/assign", "/steps")


def test_what_is_read_out_at_the_desk_is_what_was_reviewed(
    app: Flask,
    visit: Callable[..., Page],
    serve: Callable[..., str],
    at: Callable[[datetime], None],
) -> None:
    at(NOON)
    with app.app_context():
        officer = make.officer(Role.TEAM_MANAGER, Role.COMPLAINTS_MANAGER, name="Amara Osei").id
        made = make.case("easy", story="No.", who="grown_up", helper="carer", feelings=["sad"], contact_way="teacher")
    cookie = make.signed_in(app, officer).get_cookie("staff")
    assert cookie is not None
    home = serve(app)
    page = visit()
    page.context.add_cookies([{"name": "staff", "value": cookie.value, "url": home}])
    addresses = [
        "/staff/",
        "/staff/record",
        "/staff/record/pictures",
        *(f"/staff/cases/{made.reference}{p}" for p in CASE),
    ]
    found = {}
    for address in addresses:
        page.goto(home + address)
        name = address.replace(made.reference, "case").removeprefix("/staff/")
        found[name or "inbox"] = lasting(page.locator("body" if not name else "main").aria_snapshot())
    assert changed(KEPT, found) == [], "run `make names` and read what changes in tests/staff/names"

"""axe finds nothing on the staff site's pages, found as an officer finds them: by following links."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from portal.domain.access import Role
from tests import makers as make
from tests.gates.lens import PHONE, WIDE, Lens, nothing_wrong
from tests.gates.rules import broken_rules
from tests.gates.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
PARTS = 4
SEVERAL = [Role.COMPLAINTS_OFFICER, Role.TEAM_MANAGER]
MODES = {"light": (False, WIDE), "dark": (True, WIDE), "320 px": (False, {"width": 320, "height": 640})}


def officer_at(site: Site) -> FlaskClient:
    """An officer who has signed in, with a new case to look at and one that is late."""
    with site.app.app_context():
        make.case(contact_way="call", phone="07700 900982", safe="no", named_person="Sam from the team")
        make.case("adult", relationship="parent", name="Pat", email="pat@home.example", contact_way="email")
        number = make.officer(*SEVERAL).id
    return make.signed_in(site.app, number)


def pages(app: Flask, client: FlaskClient) -> Iterator[str]:
    """One address of every page that links lead to, beginning with the inbox."""
    waiting, seen = ["/staff/"], set()
    adapter = app.url_map.bind("localhost")
    while waiting:
        address = waiting.pop(0)
        path = address.partition("?")[0].partition("#")[0]
        if not path.startswith("/staff") or not adapter.test(path, method="GET"):
            continue
        endpoint, _ = adapter.match(path, method="GET")
        if endpoint in seen:
            continue
        with client.get(path) as answer:  # a file that is not read to its end would keep its request open
            text = answer.text if answer.mimetype == "text/html" else ""
        if answer.status_code != 200 or answer.mimetype != "text/html":
            continue
        seen.add(endpoint)
        yield path
        waiting += [str(link["href"]) for link in BeautifulSoup(text, "html5lib").select("a[href^='/']")]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_the_staff_site(lens: Lens, part: int) -> None:
    client = officer_at(lens.site)
    cookie = client.get_cookie("staff")
    assert cookie is not None
    found, addresses = [], list(pages(lens.site.app, client))
    assert len(addresses) > 8, addresses
    lens.page.context.clear_cookies()
    lens.page.context.add_cookies([{"name": "staff", "value": cookie.value, "url": lens.site.address}])
    for address in addresses[part::PARTS]:
        lens.page.goto(lens.site.address + address)
        for mode, (dark, size) in MODES.items():
            lens.mode(dark=dark, size=size)
            found += [f"{address}, {mode}: {wrong}" for wrong in broken_rules(lens.page)]
        found += [f"{address}, 320 px: {wrong}" for wrong in lens.measure("sideways") if "scrolls" in wrong]
    nothing_wrong(found)


def test_axe_finds_nothing_where_officers_sign_in(lens: Lens) -> None:
    lens.page.context.clear_cookies()
    found = []
    for mode, (dark, size) in {**MODES, "phone": (False, PHONE)}.items():
        lens.mode(dark=dark, size=size)
        lens.page.goto(f"{lens.site.address}/staff/sign-in")
        found += [f"{mode}: {wrong}" for wrong in broken_rules(lens.page)]
    nothing_wrong(found)

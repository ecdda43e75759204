"""A number in an address may be as long as somebody likes: what no database can hold is found nowhere."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from portal.domain.access import Role
from tests import makers as make
from tests.visitor import Visitor

HELD = 2**31 - 1
"""The largest whole number that every database holds."""


def numbered(app: Flask) -> list[tuple[str, str]]:
    """Method and route of everything that has a whole number in its address."""
    rules = [rule for rule in app.url_map.iter_rules() if "<int:" in rule.rule]
    return [(method, rule.rule) for rule in rules for method in sorted({"GET", "POST"} & (rule.methods or set()))]


def asked(app: Flask, rule: str, number: int, reference: str) -> str:
    named = {"reference": reference, "lang": "en", "register": "ombudsman", "event": "x", "year": "2026"}
    plain = re.sub(r"<int:\w+>", str(number), rule)
    return re.sub(r"<(?:\w+(?:\(.*?\))?:)?(\w+)>", lambda found: named.get(found[1], "x"), plain)


@pytest.mark.parametrize("number", [HELD + 1, 2**63, int("9" * 23)])
@pytest.mark.parametrize("roles", [set(Role) - {Role.ADVOCATE}, {Role.ADVOCATE}], ids=["the team", "the provider"])
def test_a_number_that_no_database_holds_is_found_nowhere(app: Flask, roles: set[Role], number: int) -> None:
    with app.app_context():
        officer, reference = make.officer(*roles).id, make.case().reference
    client = Visitor(app).client
    make.signed_in(app, officer, client)
    routes = numbered(app)
    assert {rule.startswith("/staff") for _, rule in routes} == {True, False} and len(routes) > 40
    answers = {
        (method, rule): client.open(asked(app, rule, number, reference), method=method).status_code
        for method, rule in routes
    }
    assert {route: code for route, code in answers.items() if code != 404} == {}


def test_the_largest_number_that_a_database_holds_is_asked_for(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    for method, rule in numbered(app):
        assert HELD in adapter.match(asked(app, rule, HELD, "R"), method=method)[1].values(), rule

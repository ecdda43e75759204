"""Every page about a case: closed to whom the case may be about, and no button works without its form."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal.domain.access import Role
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


def about_a_case(app: Flask) -> list[Rule]:
    return [
        rule for rule in app.url_map.iter_rules() if "reference" in rule.arguments and rule.rule.startswith("/staff")
    ]


def address(app: Flask, rule: Rule, reference: str) -> str:
    values = dict.fromkeys(rule.arguments, 1) | {"reference": reference}
    with app.test_request_context():
        _, path = rule.build({name: value for name, value in values.items() if name in rule.arguments}) or ("", "")
    return str(path)


@pytest.fixture
def lee(app: Flask, sign_in: SignIn) -> tuple[Visitor, str]:
    """A manager, and a case that may be about them."""
    officer = sign_in(Role.TEAM_MANAGER, name="Lee Wren")
    with app.app_context():
        return officer, make.case(about=["worker"], named_person="Lee").reference


def test_no_page_about_a_case_opens_for_whom_it_may_be_about(app: Flask, lee: tuple[Visitor, str]) -> None:
    officer, reference = lee
    rules = about_a_case(app)
    assert len(rules) > 40
    open_ones = [
        (method, rule.rule)
        for rule in rules
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        if officer.client.open(address(app, rule, reference), method=method).status_code != 404
    ]
    assert open_ones == []


def test_no_button_works_without_the_page_it_stands_on(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    pages = {rule.rule for rule in about_a_case(app) if "GET" in (rule.methods or set())}
    buttons = [rule for rule in about_a_case(app) if rule.rule not in pages]  # a page is shown again
    assert buttons
    answers = {rule.rule: officer.client.post(address(app, rule, made.reference)).status_code for rule in buttons}
    assert {rule: answer for rule, answer in answers.items() if answer not in (400, 404)} == {}

"""Every page of the staff site, tried by everybody; made from the routes themselves, so that a new one is tried too."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from portal.domain.access import LISTS, Action, Relation, Role, may
from portal.domain.independence import Capacity
from portal.extensions import db
from portal.records.appointments import Appointment
from portal.services import handling
from portal.services.independents import enter
from portal.services.officers import all_officers
from portal.web import errors
from portal.web.doors import Door, door_of
from tests import makers as make
from tests.services import outsiders
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

WHO = {
    "stranger": Relation.NONE,
    "assigned": Relation.ASSIGNED,
    "appointed": Relation.ASSIGNED,  # named for Stage 2 of the case, until some day to come
    "appointed_once": Relation.NONE,  # the last day has passed
    "named": Relation.CONFLICT,
}


def staff_rules(app: Flask) -> list[tuple[str, str, set[str]]]:
    """Address, endpoint and methods of every staff page that names an action as its door."""
    return [
        (rule.rule, rule.endpoint, (rule.methods or set()) & {"GET", "POST"})
        for rule in app.url_map.iter_rules()
        if isinstance(door_of(app, rule.endpoint), Action)
    ]


def test_there_are_pages_to_try_and_none_is_open_but_the_door_itself(app: Flask) -> None:
    assert len(staff_rules(app)) > 12
    others = {
        door_of(app, rule.endpoint)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/staff") and not isinstance(door_of(app, rule.endpoint), Action)
    }
    assert others == {Door.SIGN_IN}


def test_nobody_sees_anything_before_signing_in(app: Flask) -> None:
    with app.app_context():
        made = make.case()
    client = app.test_client()
    for rule, _endpoint, methods in staff_rules(app):
        for method in methods:
            answer = client.open(_address(rule, made.reference), method=method)
            assert answer.status_code == 302 and answer.location.startswith("/staff/sign-in"), (method, rule)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("role", list(Role))
def test_every_page_opens_for_whom_the_table_says_and_for_nobody_else(
    app: Flask, sign_in: SignIn, role: Role, who: str
) -> None:
    officer = sign_in(role, name="Jo Smith")
    made = _case(app, role, who)
    relation = WHO[who]
    for rule, endpoint, methods in staff_rules(app):
        action = door_of(app, endpoint)
        assert isinstance(action, Action)
        about_a_case = "<reference>" in rule
        reads = not about_a_case or may({role}, Action.READ_CASE, relation)
        expected = reads and may({role}, action, relation if about_a_case else Relation.NONE)
        for method in methods:
            answer = officer.client.open(_address(rule, made), method=method, buffered=True)
            if expected:
                missing = {404} if _may_lack(rule, action) else set()
                assert answer.status_code in {200, 302, 400} | missing, (method, rule)
            elif not reads:
                assert answer.status_code == 404, (method, rule)
            elif action in LISTS:
                assert answer.status_code == 302 and answer.location.endswith(_home(role)), (method, rule)
            else:
                assert answer.status_code == 403, (method, rule)


def without_token(page: str) -> str:
    """A page without what is drawn anew each second."""
    return re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", page)


def test_a_closed_case_looks_like_none_at_all(app: Flask, sign_in: SignIn) -> None:
    auditor = sign_in(Role.AUDITOR)
    with app.app_context():
        made = make.case()
    there = auditor.client.get(f"/staff/cases/{made.reference}")
    nowhere = auditor.client.get("/staff/cases/22222222")
    assert there.status_code == nowhere.status_code == 404
    assert without_token(there.text) == without_token(nowhere.text)


def test_who_has_to_sign_in_first_comes_to_the_page_with_all_that_was_asked_of_it(app: Flask) -> None:
    asked = "/staff/board?band=red&order=latest"
    answer = app.test_client().get(asked)
    assert parse_qs(urlsplit(answer.location).query)["next"] == [asked]
    assert parse_qs(urlsplit(app.test_client().get("/staff/board").location).query)["next"] == ["/staff/board"]


@pytest.mark.parametrize("address", ["/staff/nothing", "/staff/cases/22222222"])
def test_an_error_leads_to_the_first_page_of_whoever_meets_it(sign_in: SignIn, address: str) -> None:
    for role, first in ((Role.COMPLAINTS_OFFICER, "Inbox"), (Role.AUDITOR, "My account")):
        somebody = sign_in(role)
        link = somebody.open(address).page.select_one("main p a")
        assert link is not None and link.get_text() == "Go to your first page"
        assert somebody.open(str(link["href"])).heading == first


def test_a_page_that_breaks_does_not_say_that_nothing_was_kept(app: Flask) -> None:
    with app.test_request_context("/staff/"):
        said = errors.page(500)
    assert "Nothing was changed" not in said and "Look whether it was kept before you try again." in said


def test_a_role_taken_away_counts_from_the_next_page_on(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(name="Lee Wren")
    assert officer.open("/staff/").heading == "Inbox"
    with app.app_context():
        lee = next(one for one in all_officers() if one.name == "Lee Wren")
        lee.roles = ["auditor"]
        db.session.commit()
    assert officer.open("/staff/").heading == "My account"


def test_nothing_is_changed_by_a_form_without_its_token(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    for page in ("note", "acknowledge", "reply", "answer"):
        officer.client.post(f"/staff/cases/{made.reference}/{page}", data={"words": "x", "text": "x"})
    officer.client.post(f"/staff/cases/{made.reference}/code")
    with app.app_context():
        from portal.records.timeline import timeline_of

        assert [line.happening.value for line in timeline_of(made.id)] == ["received"]


def _home(role: Role) -> str:
    """The first page of whoever works with no case."""
    return "/advocacy" if may({role}, Action.ADVOCATES) else "/account"


def _may_lack(rule: str, action: Action) -> bool:
    """Pages of a thing that this case has not: number 999, a step it cannot take, kind words, somebody who speaks."""
    return "<int:" in rule or "<event>" in rule or "/speaker" in rule or action in {Action.COMPLIMENT, Action.TRIAGE}


def _address(rule: str, reference: str) -> str:
    filled = rule.replace("<reference>", reference).replace("<kind>", "adult")
    filled = filled.replace("<year>", "2026-27").replace("<section>", "welcome")
    return re.sub("<int:[a-z]+>", "999", filled)


def _case(app: Flask, role: Role, who: str) -> str:
    named = {"about": ["worker"], "named_person": "Jo Smith"} if who == "named" else {}
    with app.app_context():
        made, officer = make.case(**named), make.officer().id
        jo = next(one for one in all_officers() if one.name == "Jo Smith")
        if who == "assigned" and may({role}, Action.READ_CASE, Relation.ASSIGNED):
            handling.assign(made.id, officer, jo.id)
        if who.startswith("appointed"):
            person = enter(officer, outsiders.known("Jo Smith", account=jo.email))
            number = outsiders.name(made.id, officer, person, Capacity.INVESTIGATOR)
            if who == "appointed_once":
                row = db.session.get_one(Appointment, number)
                row.from_on, row.until_on = row.from_on - timedelta(days=9), row.from_on - timedelta(days=1)
                db.session.commit()
        return made.reference

"""The inbox as an officer sees it."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.words import Audience, Method
from portal.services import alerting, handling
from portal.services.screening import look_at
from tests import makers as make
from tests.application import NOON
from tests.services.desk import LOOKED
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def numbers(officer: Visitor) -> list[str]:
    return [link.get_text(strip=True).replace("-", "") for link in officer.page.select("tbody th a")]


def test_a_new_case_stands_in_the_inbox_with_its_dates_in_words(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
    officer.open("/staff/")
    assert numbers(officer) == [made.reference]
    assert "First letter due Mon 7 Dec" in officer.text and "2 working days from Thu 3 Dec" in officer.text


def test_an_acknowledged_case_says_when_the_answer_is_due(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case()
        handling.acknowledge(made.id, make.officer().id, "We have it.")
    officer.open("/staff/?heap=all")
    assert "Look at it: due Tue 8 Dec" in officer.text, "nobody has said yet how it is dealt with"
    with app.app_context():
        look_at(made.id, make.officer().id, LOOKED)
    officer.open("/staff/?heap=all")
    assert "Answer due Thu 17 Dec" in officer.text and "10 working days from Thu 3 Dec" in officer.text


def test_each_heap_holds_what_its_name_says(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        urgent = make.case(safe="no").reference
        late = make.case(received=date(2026, 11, 2)).reference
        quiet = make.case()
        handling.answer(quiet.id, make.officer().id, "We are sorry.")
    for heap, expected in {
        "new": {urgent, late},
        "urgent": {urgent},
        "waiting": {urgent, late},
        "due": {urgent, late},
        "all": {urgent, late, quiet.reference},
    }.items():
        assert set(numbers(officer.open(f"/staff/?heap={heap}"))) == expected, heap


def test_what_is_late_comes_first_and_says_by_how_much(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        make.case()
        late = make.case(received=date(2026, 11, 2))
    officer.open("/staff/?heap=due")
    assert numbers(officer)[0] == late.reference
    assert "21 working days late" in officer.text


def test_the_list_is_narrowed_by_what_is_picked(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        polish = make.case(language="pl").reference
        letter = make.case("adult", method=Method.LETTER, name="Ann Lee").reference
    assert numbers(officer.open("/staff/?heap=all&language=pl")) == [polish]
    assert numbers(officer.open("/staff/?heap=all&method=letter")) == [letter]
    assert numbers(officer.open(f"/staff/?heap=all&audience={Audience.ADULT}")) == [letter]
    assert numbers(officer.open("/staff/?heap=all&language=nonsense&officer=x&after=-1&from=never")) == [letter, polish]


@pytest.mark.parametrize("heap", ["new", "all", "due"])
def test_pages_follow_each_other_without_a_gap(app: Flask, officer: Visitor, heap: str, monkeypatch) -> None:
    monkeypatch.setattr("portal.records.listing.PAGE", 3)
    monkeypatch.setattr("portal.staff.inbox.PAGE", 3)
    with app.app_context():
        made = {make.case().reference for _ in range(5)}
        older = make.case(received=date(2026, 11, 20))
        handling.acknowledge(older.id, make.officer().id, "We have it.")
        made |= {older.reference} if heap != "new" else set()
    seen = numbers(officer.open(f"/staff/?heap={heap}"))
    while later := officer.page.select_one("a[rel=next]"):
        seen += numbers(officer.open(str(later["href"])))
    assert len(seen) == len(set(seen)) and set(seen) == made


def test_pages_of_what_nobody_has_looked_at_follow_each_other_without_a_gap(
    app: Flask, officer: Visitor, monkeypatch
) -> None:
    monkeypatch.setattr("portal.records.listing.PAGE", 3)
    monkeypatch.setattr("portal.staff.inbox.PAGE", 3)
    with app.app_context():
        made = [make.case() for _ in range(5)]
        for one in made:
            handling.acknowledge(one.id, make.officer().id, "We have it.")
    seen = numbers(officer.open("/staff/?heap=due"))
    while later := officer.page.select_one("a[rel=next]"):
        seen += numbers(officer.open(str(later["href"])))
    assert seen == [one.reference for one in made]


def test_the_counts_stop_before_they_cost_much(app: Flask, officer: Visitor, monkeypatch) -> None:
    for place in ("portal.records.listing", "portal.staff.counting"):
        monkeypatch.setattr(f"{place}.MOST_COUNTED", 3)
    monkeypatch.setattr("portal.staff.counting.MOST_SHOWN", 1)
    with app.app_context():
        make.case()
        assert "1 New" in officer.open("/staff/").text
        make.case()
        assert "1+ New" in officer.open("/staff/").text
        for _ in range(3):
            make.case()
    assert "1+ New" in officer.open("/staff/").text


@pytest.mark.parametrize("spelling", ["{}", "{0[0]}{0[1]}{0[2]}{0[3]}-{0[4]}{0[5]}{0[6]}{0[7]}", " {} "])
def test_a_number_is_found_in_any_spelling(app: Flask, officer: Visitor, spelling: str) -> None:
    with app.app_context():
        made = make.case()
    officer.open("/staff/").fill({"text": spelling.format(made.reference.lower())}, press="Find")
    assert numbers(officer) == [made.reference]


@pytest.mark.parametrize("typed", ["ann lee", "ANN  LEE", "ann@home.example"])
def test_a_person_is_found_by_exactly_their_name_or_address(app: Flask, officer: Visitor, typed: str) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="email", email="Ann@home.example")
        make.case("adult", name="Ann Leech")
    officer.open("/staff/").fill({"text": typed}, press="Find")
    assert numbers(officer) == [made.reference]
    assert typed not in officer.address


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("+44 7911 123456", "07911 123456"), ("07911 123456", "+44 7911 123456"), ("07911 123456", "0044 (0)7911-123456")],
)
def test_a_person_is_found_by_their_phone_however_it_was_typed(
    app: Flask, officer: Visitor, stored: str, typed: str
) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="call", phone=stored)
        make.case("adult", name="Ben Lee", contact_way="call", phone="07911 123457")
    officer.open("/staff/").fill({"text": typed}, press="Find")
    assert numbers(officer) == [made.reference]


@pytest.mark.parametrize("typed", ["jo advocate", "JO@voice.example", "07911 123456", "Kit"])
def test_a_case_is_found_by_whoever_speaks_for_its_child(app: Flask, officer: Visitor, typed: str) -> None:
    with app.app_context():
        said = {"speaker_name": "Jo Advocate", "speaker_email": "jo@voice.example", "speaker_phone": "+44 7911 123456"}
        made = make.case("for_child", name="Kit", agreement="not_yet", **said)
        make.case("for_child", name="Bo", agreement="not_yet", speaker_name="Al Advocate")
    officer.open("/staff/").fill({"text": typed}, press="Find")
    assert numbers(officer) == [made.reference]


def test_a_person_is_found_with_or_without_the_accents_of_their_name(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case("adult", name="Zoë O’Neill")
    officer.open("/staff/").fill({"text": "zoe o'neill"}, press="Find")
    assert numbers(officer) == [made.reference]


def test_more_people_of_one_name_than_fit_a_page_are_all_found(app: Flask, officer: Visitor, monkeypatch) -> None:
    for place in ("records.listing", "staff.inbox"):
        monkeypatch.setattr(f"portal.{place}.PAGE", 3)
    with app.app_context():
        made = [make.case("adult", name="Ann Lee").reference for _ in range(7)]
    seen = numbers(officer.open("/staff/").fill({"text": "Ann Lee"}, press="Find"))
    assert officer.heading == "More than 3 cases found"
    while officer.page.find("button", string="Show older ones"):
        seen += numbers(officer.fill(press="Show older ones"))
        assert officer.heading == "More cases found" and "Ann" not in officer.address
    assert seen == made[::-1]


def test_part_of_a_name_finds_nothing_and_says_why(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        make.case("adult", name="Ann Lee")
    officer.open("/staff/").fill({"text": "Ann"}, press="Find")
    assert officer.heading == "Nothing found" and "sealed" in officer.text


def test_a_call_asked_for_today_stands_on_top_until_somebody_called(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        alerting.ask_for_call(None, phone="07700 900982", safe="no", audience=Audience.CHILD, language="en")
    officer.open("/staff/")
    assert "07700 900982" in officer.text and "not safe" in officer.text
    officer.fill(press="Done: I called")
    assert "07700 900982" not in officer.text and "Thank you for calling" in officer.text


def test_a_held_case_is_marked(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        make.case(held=True)
    assert "Held" in officer.open("/staff/").text


def test_somebody_who_may_be_meant_sees_no_trace_of_the_case(app: Flask, sign_in: SignIn) -> None:
    named = sign_in(Role.COMPLAINTS_OFFICER, name="Jo Smith")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Jo Smiths boss", name="Sam")
        other = make.case()
    for heap in ("new", "all", "waiting"):
        assert numbers(named.open(f"/staff/?heap={heap}")) == [other.reference]
    assert "1 New" in named.text and "2 New" not in named.text
    for typed in (made.reference, "Sam"):
        named.open("/staff/").fill({"text": typed}, press="Find")
        assert named.heading == "Nothing found"
    assert named.open(f"/staff/cases/{made.reference}").answer.status_code == 404


def test_a_name_in_another_alphabet_hides_the_case_from_nobody(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(about=["worker"], named_person="أحمد", language="ar")
    assert numbers(officer.open("/staff/")) == [made.reference]


def test_an_investigating_officer_sees_only_what_was_given_to_them(app: Flask, sign_in: SignIn) -> None:
    investigator = sign_in(Role.INVESTIGATING_OFFICER, name="Pat Heron")
    with app.app_context():
        from portal.services.officers import all_officers

        pat = next(one for one in all_officers() if one.name == "Pat Heron")
        made, other = make.case(), make.case()
        handling.assign(made.id, make.officer().id, pat.id)
    assert numbers(investigator.open("/staff/?heap=all")) == [made.reference]
    assert investigator.open(f"/staff/cases/{other.reference}").answer.status_code == 404
    investigator.open("/staff/").fill({"text": other.reference}, press="Find")
    assert investigator.heading == "Nothing found"


def test_a_system_administrator_finds_their_account_instead_of_an_inbox(sign_in: SignIn) -> None:
    assert sign_in(Role.SYSTEM_ADMINISTRATOR).open("/staff/").heading == "My account"

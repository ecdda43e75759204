"""The advocacy provider's desk: what it sees, what it does, and that neither side can look into the other's room."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from portal.domain.access import Action, Role
from portal.domain.words import Happening
from portal.extensions import db, metadata
from portal.records.advocacy import AdvocacyRequest, contacts_of, open_request_of
from portal.records.audit import AuditLine
from portal.records.letters import Letter
from portal.records.timeline import timeline_of
from portal.services import tracking
from portal.services.reminding import remind
from portal.web.doors import door_of
from tests import makers as make
from tests.makers import Made
from tests.staff.canaries import every_page
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

DESK = "/staff/advocacy"
STORY = "Qzstoryzq"
SECRET = {
    "name": "Qznamezq", "contact_way": "call", "phone": "07700 900982", "code_word": "Qzwordzq", "before": "Qzdatezq",
    "needs": ["no_tell"], "do_not_tell": "Qzstepdadzq", "needs_other": "Qzotherzq",
}  # fmt: skip
MARK = re.compile(r"[Qq]z[a-z]{3,20}zq|07700 ?900982")


@pytest.fixture
def advocate(sign_in: SignIn) -> Visitor:
    return sign_in(Role.ADVOCATE, name="Ola Swift")


@pytest.fixture
def alone(app: Flask) -> Made:
    """A request that is about no complaint."""
    with app.app_context():
        return make.case("advocacy", **SECRET)


def number(app: Flask, made: Made) -> int:
    with app.app_context():
        found = open_request_of(made.id)
        assert found is not None
        return found.id


def test_the_desk_is_their_first_page_and_their_only_room(advocate: Visitor) -> None:
    assert advocate.open("/staff/").address == DESK
    rooms = [link.get_text(strip=True) for link in advocate.page.select(".rooms a")]
    assert rooms == ["Requests", "My account"]
    assert advocate.page.select_one(".brand__name").get_text(strip=True) == "Example Advocacy"


def test_they_see_who_waits_with_the_clock_in_words(app: Flask, advocate: Visitor, alone: Made) -> None:
    row = advocate.open(DESK).page.select_one(".card").get_text(" ", strip=True)
    assert "Qznamezq" in row and "Not taken on yet" in row and re.search(r"in \d working days?|today", row)


def test_a_request_says_how_to_reach_them_safely_and_what_was_passed_on(
    app: Flask, advocate: Visitor, alone: Made
) -> None:
    advocate.open(f"{DESK}/{number(app, alone)}")
    banner = advocate.page.select_one(".safe-contact").get_text(" ", strip=True)
    for word in ("By phone", "07700 900982", "never", "They will ask you for the word", "Qzwordzq", "Qzstepdadzq"):
        assert word in banner
    assert "Qzdatezq" in advocate.text and "Qzotherzq" in advocate.text


def test_somebody_they_trust_is_named_as_they_were_picked(app: Flask, advocate: Visitor) -> None:
    with app.app_context():
        made = make.case("easy", advocate="ask", contact_way="teacher", trusted_name="Mr Khan", name="Kit")
    advocate.open(f"{DESK}/{number(app, made)}")
    assert "At: teacher, Mr Khan" in advocate.page.select_one(".safe-contact").get_text(" ", strip=True)


def test_a_day_that_lies_before_the_request_is_told(app: Flask, advocate: Visitor, alone: Made) -> None:
    page = f"{DESK}/{number(app, alone)}"
    advocate.open(f"{page}/take-on").fill({})
    advocate.open(f"{page}/try").fill({"how": "call", "on": "2020-01-02"})
    assert "from the day they asked until today" in advocate.text
    with app.app_context():
        assert list(contacts_of(number(app, alone))) == []


def test_what_can_be_done_follows_from_where_it_stands(app: Flask, advocate: Visitor, alone: Made) -> None:
    page = f"{DESK}/{number(app, alone)}"

    def offers() -> list[str]:
        side = advocate.open(page).page.select("aside a, aside button")
        return [one.get_text(strip=True) for one in side]

    assert offers() == ["Take it on", "We cannot take it on"]
    advocate.open(f"{page}/take-on").fill({"advocate": "Sam"})
    assert offers() == ["A try to get in touch", "Say who the advocate is", "We cannot take it on"]
    advocate.open(f"{page}/try").fill({"how": "call", "reached": "y", "note": "Qznotezq"})
    assert offers() == ["The help is finished", "Say who the advocate is", "A try to get in touch"]
    assert "Qznotezq" in advocate.text
    advocate.fill(press="finish")
    assert "What was passed on is deleted" in advocate.open(page).text
    assert not MARK.search(advocate.page.get_text(" "))
    assert advocate.open(f"{page}/take-on").address == page


def test_every_deed_stands_in_the_timeline_and_every_look_in_the_audit(
    app: Flask, advocate: Visitor, alone: Made
) -> None:
    page = f"{DESK}/{number(app, alone)}"
    advocate.open(page)
    advocate.open(f"{page}/take-on").fill({})
    advocate.open(f"{page}/turn-down").fill({"reason": "nobody_free"})
    with app.app_context():
        happened = [line.happening for line in timeline_of(alone.id)]
        assert Happening.ADVOCATE_TAKEN_ON in happened and Happening.ADVOCATE_CANNOT in happened
        lines = db.session.query(AuditLine).filter_by(case_id=alone.id)
        assert {"saw", "changed"} <= {line.deed.value for line in lines if line.officer_id}


def test_that_they_looked_is_told_to_nobody_as_a_look_of_the_team(app: Flask, advocate: Visitor, alone: Made) -> None:
    advocate.open(f"{DESK}/{number(app, alone)}")
    with app.app_context():
        tracking.open_visit(b"v" * 32, alone.id, None)
        assert tracking.who_opened(b"v" * 32) == ()


def test_the_provider_reaches_nothing_else_of_the_staff_site(app: Flask, advocate: Visitor) -> None:
    with app.app_context():
        made = make.case(story=STORY, advocate="ask", named_person="Qzworkerzq", about=["worker"], name="Kit")
    seen = 0
    for rule in app.url_map.iter_rules():
        action = door_of(app, rule.endpoint)
        if not isinstance(action, Action) or action in (Action.ADVOCATES, Action.OWN_ACCOUNT):
            continue
        address = re.sub(
            "<int:[a-z]+>", "1", rule.rule.replace("<reference>", made.reference).replace("<kind>", "adult")
        )
        for method in (rule.methods or set()) & {"GET", "POST"}:
            answer = advocate.client.open(address, method=method, buffered=True)
            seen += 1
            assert answer.status_code in {302, 403, 404}, (method, address)
            assert answer.status_code != 302 or answer.location.endswith(DESK), (method, address)
    assert seen > 100
    pages = dict(every_page(app, advocate.client, made.reference))
    told = " ".join(text for text in pages.values())
    assert "Kit" in told, "what was passed on is there"
    assert STORY not in told and "Qzworkerzq" not in told and made.reference not in told
    assert f"{made.reference[:4]}-{made.reference[4:]}" not in told


EVERYBODY_ELSE = [role for role in Role if role is not Role.ADVOCATE]


def test_nobody_of_the_council_finds_a_word_of_it_on_any_page(app: Flask, sign_in: SignIn, alone: Made) -> None:
    officer = sign_in(*EVERYBODY_ELSE, name="Robin Teal")
    pages = dict(every_page(app, officer.client, alone.reference))
    assert len(pages) > 60 and any(alone.reference in text for text in pages.values())
    assert {address: found for address, text in pages.items() if (found := MARK.findall(text))} == {}


@pytest.mark.parametrize("typed", ["Qznamezq", "07700 900982", "Qzwordzq"])
def test_nobody_of_the_council_finds_it_by_searching(sign_in: SignIn, alone: Made, typed: str) -> None:
    officer = sign_in(*EVERYBODY_ELSE)
    officer.open("/staff/").fill({"text": typed})
    assert not officer.page.select("tbody tr")


def test_no_letter_and_no_row_of_the_database_holds_it_in_the_clear(app: Flask, alone: Made, at) -> None:
    with app.app_context():
        remind()
        assert not [one.kind for one in db.session.query(Letter) if MARK.search(str(one.content))]
        for table in metadata.sorted_tables:
            for row in db.session.execute(table.select()):
                assert not MARK.search(str(row)), table.name


def test_a_request_that_may_be_about_the_advocate_does_not_exist_for_them(app: Flask, advocate: Visitor) -> None:
    with app.app_context():
        made = make.case("advocacy", **{**SECRET, "do_not_tell": "Ola Swift, she came before"})
    assert not advocate.open(DESK).page.select(".card")
    assert advocate.open(f"{DESK}/{number(app, made)}").answer.status_code == 404


def test_the_team_sees_offer_and_answer_on_every_case_from_a_child(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        wanted, not_now, silent = make.case(advocate="ask"), make.case(advocate="not_now"), make.case()
        adult = make.case("adult", name="Ann")

    def said(made: Made) -> str:
        cards = [
            card.get_text(" ", strip=True)
            for card in officer.open(f"/staff/cases/{made.reference}").page.select("aside .card")
        ]
        return next((card for card in cards if card.startswith("Advocate")), "")

    assert "they said yes" in said(wanted) and "Passed on to Example Advocacy" in said(wanted)
    assert "First contact by" in said(wanted)
    assert "they said not now" in said(not_now) and "no answer" in said(silent)
    assert said(adult) == ""


def test_the_team_passes_a_yes_on_and_never_without_one(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(name="Kit", contact_way="text", phone="07700 900982")
    page = f"/staff/cases/{made.reference}/advocate/ask"
    officer.open(page).fill({})
    assert "Without it nothing is passed on." in officer.text
    officer.open(page).fill({"yes": "y"})
    with app.app_context():
        row = db.session.query(AdvocacyRequest).one()
        assert row.passed_on["name"] == "Kit" and "story" not in row.passed_on
    assert "Passed on to Example Advocacy" in officer.open(f"/staff/cases/{made.reference}/children").text

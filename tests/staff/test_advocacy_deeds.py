"""The deeds of the advocacy provider's desk: never on a request hidden from them, never twice, every view kept."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.advocates import Cannot, Ending, Tried
from portal.domain.journeys.pages import Answer
from portal.domain.words import Method
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest, contacts_of
from portal.records.audit import AuditLine
from portal.records.cases import Case
from portal.services import advocating
from portal.services.advocating import Try
from portal.services.case_writing import NotLikeThis, NotThere
from tests import makers as make
from tests.makers import Made
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

DESK = "/staff/advocacy"
ASKED = {"name": "Kit", "contact_way": "call", "phone": "07700 900982"}
ABOUT_HER = {"needs": ["no_tell"], "do_not_tell": "Ola Swift"}
EVERY_FORM = ("take-on", "advocate", "try", "turn-down")
FILLED = {"advocate": "Sam", "how": "call", "on": "2026-12-01", "reached": "y", "reason": "nobody_free"}
SOMEBODY_HAS = "Nothing was changed: somebody has done this already, or it is not time for it yet."


@pytest.fixture
def advocate(sign_in: SignIn) -> Visitor:
    return sign_in(Role.ADVOCATE, name="Ola Swift")


def asked(app: Flask, **more: Answer) -> int:
    """The number of a new request."""
    with app.app_context():
        made = make.case("advocacy", **{**ASKED, **more})
        return db.session.query(AdvocacyRequest).filter_by(case_id=made.id).one().id


def send(visitor: Visitor, address: str) -> int:
    """What comes of a POST with everything filled in and a token that fits."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', visitor.open("/staff/account").answer.text)
    assert token
    return visitor.client.post(address, data={**FILLED, "csrf_token": token[1]}).status_code


def as_kept(app: Flask, number: int) -> tuple[object, ...]:
    with app.app_context():
        row = db.session.get_one(AdvocacyRequest, number)
        return row.standing, row.advocate, row.reason, bool(row.passed_on), len(contacts_of(number))


def moved(app: Flask, to: str, number: int, who: str) -> None:
    """Another of the provider takes it so far."""
    with app.app_context():
        other = make.officer(Role.ADVOCATE, name=who).id
        if to != "waiting":
            advocating.take_on(number, other, "Sam")
        if to == "in_touch":
            day = db.session.get_one(AdvocacyRequest, number).asked_on
            advocating.note_try(number, other, Try(Tried.CALL, day, reached=True))


@pytest.mark.parametrize("stands", ["waiting", "taken_on", "in_touch"])
@pytest.mark.parametrize("deed", [*EVERY_FORM, "finish"])
def test_nothing_can_be_done_to_a_request_that_may_be_about_them(
    app: Flask, advocate: Visitor, stands: str, deed: str
) -> None:
    number = asked(app, **ABOUT_HER)
    moved(app, stands, number, "Ben Grey")
    before = as_kept(app, number)
    assert send(advocate, f"{DESK}/{number}/{deed}") == 404
    assert advocate.client.get(f"{DESK}/{number}/{deed}").status_code in (404, 405)
    assert as_kept(app, number) == before


def test_the_verbs_themselves_know_no_request_that_may_be_about_the_officer(app: Flask) -> None:
    number = asked(app, **ABOUT_HER)
    with app.app_context():
        who = make.officer(Role.ADVOCATE, name="Ola Swift").id
        for verb in (
            lambda: advocating.take_on(number, who),
            lambda: advocating.turn_down(number, who, Cannot.NOBODY_FREE),
        ):
            with pytest.raises(NotThere):
                verb()


@pytest.mark.parametrize("deed", ["", *(f"/{deed}" for deed in EVERY_FORM)])
def test_every_page_that_shows_how_to_reach_them_is_kept_as_looked_at(app: Flask, advocate: Visitor, deed: str) -> None:
    number = asked(app)
    moved(app, "taken_on" if deed in ("/advocate", "/try") else "waiting", number, "Ben Grey")

    def looked() -> int:
        with app.app_context():
            case_id = db.session.get_one(AdvocacyRequest, number).case_id
            return sum(line.deed.value == "saw" for line in db.session.query(AuditLine).filter_by(case_id=case_id))

    before = looked()
    assert "07700 900982" in advocate.open(f"{DESK}/{number}{deed}").text
    assert looked() == before + 1


def test_what_a_colleague_did_a_moment_ago_is_said_and_not_done_twice(app: Flask, advocate: Visitor) -> None:
    number = asked(app)
    advocate.open(f"{DESK}/{number}/take-on")
    moved(app, "taken_on", number, "Ben Grey")
    advocate.fill({"advocate": "Ann"})
    assert advocate.address == f"{DESK}/{number}" and SOMEBODY_HAS in advocate.text
    assert as_kept(app, number)[1] == "Sam"


def test_a_request_that_is_over_draws_no_form_any_more(app: Flask, advocate: Visitor) -> None:
    number = asked(app)
    advocate.open(f"{DESK}/{number}/turn-down").fill({"reason": "nobody_free"})
    for deed in EVERY_FORM:
        assert advocate.open(f"{DESK}/{number}/{deed}").address == f"{DESK}/{number}", deed
        assert SOMEBODY_HAS in advocate.text


def test_nobody_is_said_to_be_out_of_reach_whom_nobody_has_tried_to_reach(app: Flask) -> None:
    number = asked(app)
    with app.app_context():
        who = make.officer(Role.ADVOCATE).id
        with pytest.raises(NotLikeThis, match="how you tried"):
            advocating.turn_down(number, who, Cannot.NOT_REACHED)
        advocating.take_on(number, who, "Sam")
        row = db.session.get_one(AdvocacyRequest, number)
        advocating.note_try(number, who, Try(Tried.CALL, row.asked_on, reached=False))
        advocating.turn_down(number, who, Cannot.NOT_REACHED)
        assert (row.ending, row.reason) == (Ending.CANNOT, Cannot.NOT_REACHED)


def test_no_reason_is_picked_for_them(app: Flask, advocate: Visitor) -> None:
    number = asked(app)
    advocate.open(f"{DESK}/{number}/turn-down").fill({})
    assert "Pick why." in advocate.text and as_kept(app, number)[3]


@pytest.mark.parametrize(
    "typed", ["ring 0800 1111", "see http://evil.example", "<b>Sam</b>", "A name of more than twenty", "’’", "Sam\nBo"]
)
def test_a_first_name_is_a_name_alone(app: Flask, advocate: Visitor, typed: str) -> None:
    number = asked(app)
    advocate.open(f"{DESK}/{number}/take-on").fill({"advocate": typed})
    assert "Write a first name alone" in advocate.text
    assert as_kept(app, number)[1] is None


@pytest.mark.parametrize("typed", ["Sam", "Mary-Ann", "D’Arcy", "Zoë", "ਗੁਰਪ੍ਰੀਤ", "سارة", "Nguyễn Anh"])
def test_names_of_every_alphabet_are_names(app: Flask, advocate: Visitor, typed: str) -> None:
    number = asked(app)
    advocate.open(f"{DESK}/{number}/take-on").fill({"advocate": typed})
    assert as_kept(app, number)[1] == typed


def test_a_desk_shows_only_what_was_passed_on_to_its_own_provider(app: Flask, advocate: Visitor) -> None:
    number, ours = asked(app), asked(app, name="Ben")
    with app.app_context(), make.doctored():
        db.session.get_one(AdvocacyRequest, number).provider = "Another provider"
    assert "Kit" not in advocate.open(DESK).text and "Ben" in advocate.text
    assert send(advocate, f"{DESK}/{number}/take-on") == 404
    assert advocate.open(f"{DESK}/{number}").answer.status_code == 404
    assert advocate.open(f"{DESK}/{ours}").answer.status_code == 200


def test_the_team_sees_what_a_former_provider_left_and_can_ask_the_present_one(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made: Made = make.case(advocate="ask", **ASKED)
        with make.doctored():
            db.session.query(AdvocacyRequest).one().provider = "Another provider"
    page = f"/staff/cases/{made.reference}"
    left = "Another provider is not our provider any more: nobody there can see it here."
    assert left in officer.open(page).text
    officer.open(f"{page}/advocate/ask").fill({"yes": "y"})
    assert left not in officer.open(page).text
    with app.app_context():
        old, new = db.session.query(AdvocacyRequest).order_by(AdvocacyRequest.id)
        assert old.over_on and old.passed_on is None and new.provider == "Example Advocacy"
        assert new.passed_on["phone"] == "07700 900982" and new.asked_on <= date(2099, 1, 1)


def test_the_desk_says_what_is_true_of_what_they_see(app: Flask, advocate: Visitor) -> None:
    with app.app_context():
        made = make.case(advocate="ask", name="Kit", contact_way="code_only")
        number = db.session.query(AdvocacyRequest).filter_by(case_id=made.id).one().id
    advocate.open(f"{DESK}/{number}")
    assert "Your first name shows on the page they open with their code; your notes do not." in advocate.text
    assert "Taken on. They were told." in advocate.open(f"{DESK}/{number}/take-on").fill({"advocate": "Sam"}).text
    with app.app_context(), make.doctored():
        db.session.get_one(Case, made.id).code_hash = None
    advocate.open(f"{DESK}/{number}/advocate").fill({"advocate": "Ann"})
    assert "They have no code to read it with: tell them yourselves." in advocate.text


def offered(app: Flask, officer: Visitor, **how: Any) -> str:
    """What the team's page says first of an advocate."""
    with app.app_context():
        made = make.case(**how)
    cards = officer.open(f"/staff/cases/{made.reference}").page.select("aside .card")
    return next(text for card in cards if (text := card.get_text(" ", strip=True)).startswith("Advocate"))


def test_what_nobody_wrote_down_is_not_called_an_answer(app: Flask, officer: Visitor) -> None:
    assert "Nobody wrote down whether one was offered." in offered(app, officer, method=Method.TELEPHONE)
    assert "in the form" not in offered(app, officer, method=Method.TELEPHONE, advocate="not_now")
    assert "no answer" in offered(app, officer)
    for role, said in (("advocacy", "An advocacy service speaks for them."), ("none", "Not offered in the form.")):
        assert said in offered(app, officer, journey="for_child", speaker_name="Jo", role=role, agreement="agreed")

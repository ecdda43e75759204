"""A child asks for an advocate: what is asked, who reads it, and what the council keeps."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from portal.domain.advocates import Origin
from portal.domain.words import ContactWay, Kind, State
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from portal.records.cases import Case
from portal.records.letters import Letter
from portal.records.timeline import timeline_of
from tests.visitor import Visitor

THURSDAY = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "1": {"help_with": ["meeting", "rights"]},
    "2": {"before": "27 March"},
    "3": {"name": "Qzwren", "age": "14"},
    "4": {"contact_way": "call", "phone": "07700 900982", "may_leave_message": "no", "code_word": "Banana"},
    "5": {"needs": ["woman", "no_tell"], "do_not_tell": "My stepdad"},
    "11": {"speaker_name": "Ola Teal", "organisation": "Her teacher", "speaker_email": "ola@school.example"},
    "12": {"child_name": "Bo", "child_age": "9"},
    "13": {"agreement": "not_yet"},
}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(THURSDAY)


def ask(visitor: Visitor, first: str = "/en/h/1", **other: dict[str, str | list[str]]) -> Visitor:
    visitor.open(first)
    while "/h/check" not in visitor.address:
        slug = visitor.address.partition("?")[0].rpartition("/")[2]
        visitor.fill(other.get(f"page_{slug}", ANSWERS[slug]))
    return visitor


def test_a_child_asks_and_is_told_who_gets_it_and_by_when_they_hear(visitor: Visitor) -> None:
    ask(visitor)
    assert visitor.heading == "Check and send to Example Advocacy"
    assert "We keep only the date and that you asked." in visitor.text
    visitor.fill(press="send")
    assert visitor.heading == "We have asked for you"
    assert "You should hear from Example Advocacy by Monday 7 December." in visitor.text
    assert "call them on 08081 570100" in visitor.text
    assert visitor.page.select(".receipt__words li"), "a secret code to see how it is going"


def test_the_council_keeps_only_that_it_was_asked_and_when(app: Flask, visitor: Visitor) -> None:
    ask(visitor).fill(press="send")
    with app.app_context():
        case, request = db.session.query(Case).one(), db.session.query(AdvocacyRequest).one()
        assert (case.kind, case.state, case.step) == (Kind.ADVOCACY_REQUEST, State.ACCEPTED, "sent_to_provider")
        assert case.told.answers == {} and case.contact.details == {}
        assert case.contact.way is ContactWay.CODE_ONLY
        assert (case.contact.name_index, case.contact.phone_index, case.contact.email_index) == (None, None, None)
        assert request.origin is Origin.ASKED_HERE
        assert request.passed_on["name"] == "Qzwren" and request.passed_on["do_not_tell"] == "My stepdad"
        assert [line.happening.value for line in timeline_of(case.id)] == ["received", "advocate_passed_on"]
        said = [str(letter.content) for letter in db.session.query(Letter)]
        assert said and not any(word in text for text in said for word in ("Qzwren", "900982", "Banana", "stepdad"))
        told = {letter.content["to"] for letter in db.session.query(Letter).filter_by(kind="provider_request")}
        assert told == {"referrals@advocacy.example"}


def test_nothing_safe_to_pick_leads_to_a_number_and_never_to_an_error(visitor: Visitor) -> None:
    visitor.open("/en/h/1").fill({}).fill({}).fill({"name": "Kit"})
    visitor.fill({})
    assert visitor.heading == "You can call them"
    assert "08081 570100" in visitor.text and "Nothing is sent yet." in visitor.text
    visitor.open(visitor.page.find("a", string="Pick a way for them to reach you")["href"])
    visitor.fill({"contact_way": "text"})
    assert "phone number" in visitor.error_at("phone"), "a way without its number is told at the number"


def test_without_a_number_to_call_the_page_says_what_is_missing(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.extensions["portal.values"], "advocacy_phone", "")
    visitor.open("/en/h/1").fill({}).fill({}).fill({"name": "Kit"}).fill({})
    assert "Pick a way" in visitor.error_at("contact_way")


def test_an_adult_who_asks_says_first_who_they_are_and_whether_the_child_agreed(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/h")
    first = visitor.page.find("a", string="I am asking for a child or young person")["href"]
    ask(visitor, first).fill(press="send")
    with app.app_context():
        passed = db.session.query(AdvocacyRequest).one().passed_on
        assert passed["agreement"] == "not_yet" and passed["speaker_email"] == "ola@school.example"
        assert "contact_way" not in passed, "the advocate talks to the adult first"


def test_it_can_be_followed_and_taken_back(app: Flask, visitor: Visitor) -> None:
    ask(visitor).fill(press="send")
    number = visitor.page.select_one(".receipt__number").get_text(strip=True)
    code = " ".join(word.get_text(strip=True) for word in visitor.page.select(".receipt__words li"))
    visitor.open("/en/t").fill({"number": number, "code": code})
    assert "We have asked for an advocate for you" in visitor.text
    assert "An advocate should get in touch with you By Monday 7 December" in visitor.text
    assert "Qzwren" not in visitor.text and "900982" not in visitor.text
    visitor.open("/en/t/case/stop").fill({})
    with app.app_context():
        request = db.session.query(AdvocacyRequest).one()
        assert request.over_on and request.passed_on is None
        assert db.session.query(Letter).filter_by(kind="provider_stopped").count() == 1


def test_the_young_persons_journey_leads_here(visitor: Visitor) -> None:
    visitor.open("/en/y")
    assert visitor.page.find("a", string="I want someone to help me first")["href"] == "/en/h"

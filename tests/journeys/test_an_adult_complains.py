"""A parent makes a complaint: in full, on one page, or by asking for a phone call."""

from datetime import UTC, datetime

from flask import Flask

from portal.domain.words import Audience, ContactWay, Method
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import Case
from portal.records.letters import Letter
from tests.visitor import Visitor

ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "1": {"relationship": "parent"},
    "2": {"children-0-first_name": "Bo", "children-0-age": "9"},
    "3": {"child_view": "knows"},
    "4": {"court": "yes"},
    "5": {"about": ["delay"]},
    "6": {"story": "Nobody rang us back for three months."},
    "7": {"when": "since August"},
    "8": {"named_person": "The duty team"},
    "9": {"wanted": ["why"]},
    "10": {"told_before": "no"},
    "11": {"danger": "no"},
    "12": {"name": "Pat Doe", "contact_way": "email", "email": "pat@example.com", "may_say_who": "yes"},
    "13": {"needs": ["interpreter"], "language_talk": "Polish"},
}


def tell(visitor: Visitor, language: str = "en") -> Visitor:
    visitor.open(f"/{language}/a/1")
    while not visitor.address.startswith(f"/{language}/a/check"):
        visitor.fill(ANSWERS[visitor.address.rpartition("/")[2]])
    return visitor


def test_an_adult_tells_us_and_is_told_three_dates(app: Flask, visitor: Visitor, at) -> None:
    at(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    tell(visitor).fill(press="send")
    for date in ("Monday 7 December", "Thursday 17 December", "Tuesday 5 January"):
        assert date in visitor.text
    with app.app_context():
        case = db.session.query(Case).one()
        assert case.audience is Audience.ADULT
        assert case.method is Method.ONLINE_FORM
        assert case.contact.way is ContactWay.EMAIL
        assert case.told.answers["children"] == [{"first_name": "Bo", "last_name": "", "age": "9"}]
        assert "child_view" in case.told.answers


def test_letters_are_written_with_the_case_and_tell_no_story(app: Flask, visitor: Visitor) -> None:
    tell(visitor).fill(press="send")
    with app.app_context():
        letters = db.session.query(Letter).all()
        assert {letter.content["to"] for letter in letters} >= {"pat@example.com"}
        assert len(letters) >= 2
        for letter in letters:
            assert "Nobody rang" not in str(letter.content)
            assert "Bo" not in str(letter.content["text"]).split()


def test_a_court_case_informs_and_never_blocks(visitor: Visitor) -> None:
    visitor.open("/en/a/1").fill({"relationship": "parent"}).fill().fill({"court": "yes"})
    assert visitor.address == "/en/a/5"
    assert "We will tell you which parts we can look at now." in visitor.text


def test_another_child_can_be_added_and_nothing_typed_is_lost(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/a/1").fill({"relationship": "parent"})
    visitor.fill({"children-0-first_name": "Bo"}, press="add")
    assert visitor.form.select_one('[name="children-0-first_name"]')["value"] == "Bo"
    visitor.fill({"children-1-first_name": "Al"})
    visitor.open("/en/a/2")
    names = [box["value"] for box in visitor.form.select('[name$="first_name"]')]
    assert names[:2] == ["Bo", "Al"]


def test_one_page_is_enough(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/a")
    visitor.open(visitor.page.find("a", string="Tell us in one page")["href"])
    visitor.fill({"story": "", "name": "Pat", "contact_way": "email", "email": "nonsense"})
    assert visitor.error_at("story")
    assert "name@example.com" in visitor.error_at("email")
    assert visitor.form.select_one("#email")["value"] == "nonsense"
    visitor.fill({"story": "It was late", "email": "pat@example.com"})
    assert visitor.address == "/en/a/check"
    visitor.fill(press="send")
    assert visitor.heading == "We have received your complaint"


def test_a_phone_call_can_be_asked_for_instead(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/a")
    visitor.open(visitor.page.find("a", string="Ask someone to phone me instead")["href"])
    visitor.fill({"name": "Pat", "phone": "01632 960 001"}).fill(press="send")
    with app.app_context():
        case = db.session.query(Case).one()
        assert case.contact.way is ContactWay.CALL
        assert case.contact.details["phone"] == "01632 960 001"


def test_call_me_raises_an_alert_at_once_and_it_stays_when_the_form_is_left(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/a/11").fill({"danger": "worried"})
    assert visitor.address.startswith("/en/a/11b")
    assert "999" in visitor.text
    visitor.fill({"call_me": "call"})
    assert "phone number" in visitor.error_at("call_phone")
    visitor.fill({"call_me": "call", "call_phone": "07700 900982"})
    visitor.client.post("/x")
    with app.app_context():
        alert = db.session.query(Alert).one()
        assert alert.details["phone"] == "07700 900982"
        assert alert.case_id is None
        told = db.session.query(Letter).filter(Letter.about == f"alert:{alert.id}").all()
        assert "duty@example-council.example" in {letter.content["to"] for letter in told}

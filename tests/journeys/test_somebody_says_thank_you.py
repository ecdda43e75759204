"""Somebody says thank you or shares an idea: with nothing kept about them, unless they want a reply."""

from __future__ import annotations

from flask import Flask

from portal.domain.dataset.files import FILES
from portal.domain.words import Audience, ContactWay, Kind
from portal.extensions import db
from portal.records.cases import Case
from portal.records.compliments import compliment_of
from portal.records.dataset import rows_in
from portal.services.accounting import bring_up_to_date
from tests import makers as make
from tests.visitor import Visitor

WORDS = "Jo at the desk always rang me back."


def kept(app: Flask) -> Case:
    found: Case = db.session.query(Case).one()
    return found


def test_a_thank_you_without_a_reply_keeps_nothing_about_the_person_and_gives_no_code(
    app: Flask, visitor: Visitor
) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill({"source": "foster_carer"}).fill({"story": WORDS})
    visitor.fill({"share": ["report"]})
    assert visitor.heading == "Do you want a reply?" and WORDS in visitor.text
    visitor.fill()
    assert visitor.address == "/en/c/done" and visitor.heading == "Thank you"
    assert not visitor.page.select(".receipt") and "number" not in visitor.text
    with app.app_context():
        case = kept(app)
        assert (case.kind, case.audience, case.code_hash) == (Kind.COMPLIMENT, Audience.ADULT, None)
        assert case.contact.way is ContactWay.NONE and case.contact.details == {}
        praise = compliment_of(case.id)
        assert praise is not None
        assert (praise.source, praise.may_quote, praise.categories) == ("foster_carer", True, [])


def test_whoever_wants_a_reply_gets_a_code_and_finds_it_there(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "comment"}).fill().fill({"story": WORDS}).fill()
    visitor.fill({"contact_way": "email", "email": "ann@home.example", "name": "Ann"})
    number = visitor.page.select_one(".receipt__number").get_text(strip=True)
    words = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    assert len(words.split()) == 5
    assert f"You can read our reply here with your number {number}" in visitor.text
    visitor.open("/en/t").fill({"number": number, "code": words})
    assert visitor.address == "/en/t/case" and WORDS not in visitor.text
    with app.app_context():
        case = kept(app)
        assert (case.kind, case.contact.way) == (Kind.COMMENT, ContactWay.EMAIL)
        assert compliment_of(case.id) is None, "they did not say who they are"


def test_a_child_says_who_was_kind_in_two_pages(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c")
    visitor.open(visitor.page.find("a", string="I am a child and someone was kind to me")["href"])
    assert visitor.heading == "Who was kind or helped you? What did they do?"
    visitor.fill({"kindness": WORDS}).fill()
    assert visitor.address == "/en/c/done"
    with app.app_context():
        case = kept(app)
        assert (case.kind, case.audience) == (Kind.COMPLIMENT, Audience.CHILD)
        praise = compliment_of(case.id)
        assert praise is not None
        assert (praise.source, praise.may_quote) == ("young_person_child", None)


def test_mistakes_are_told_kindly_and_nothing_is_lost(visitor: Visitor) -> None:
    visitor.open("/en/c").fill()
    assert visitor.error_at("kind").endswith("Pick one to carry on.")
    visitor.fill()
    assert "first one for a thank you" in visitor.error_at("kind")
    visitor.fill({"kind": "compliment"}).fill().fill({"story": " "})
    assert visitor.error_at("story").endswith("Write a few words, or add a picture.")
    visitor.fill({"story": WORDS}).fill()
    visitor.fill({"contact_way": "email", "email": "nowhere"})
    assert "name@example.com" in visitor.error_at("email") and WORDS in visitor.text
    change = next(link["href"] for link in visitor.page.select("dl a") if "/c/2" in link["href"])
    visitor.open(change).fill({"story": "Better words."})
    assert visitor.address.startswith("/en/c/4") and "Better words." in visitor.text


def test_pressing_send_twice_sends_it_once(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill().fill({"story": WORDS}).fill()
    form, action = dict(visitor.filled()), visitor.address
    visitor.fill()
    visitor._see(visitor.client.post(action, data=form | {"do": "continue"}), action)
    assert visitor.address == "/en/c/done"
    with app.app_context():
        assert db.session.query(Case).count() == 1


def test_half_a_thank_you_is_saved_and_carried_on(visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill({"source": "adopter"}).fill({"story": WORDS}).fill()
    visitor.fill({"contact_way": "code_only"}, press="save")
    code = " ".join(word.get_text() for word in visitor.page.select(".receipt__words li"))
    visitor.open("/en/back").fill({"code": code})
    assert visitor.address.startswith("/en/c/"), visitor.address


def test_the_yearly_figures_know_who_sent_it_and_who_spoke_for_a_child(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill({"source": "foster_carer"}).fill({"story": WORDS}).fill()
    visitor.fill()
    with app.app_context():
        make.case("for_child", role="advocacy")
        bring_up_to_date()
        assert [row["source"] for row in rows_in(FILES["compliments"])] == ["foster_carer"]
        assert {(row["kind"], row["submitted_by"]) for row in rows_in(FILES["representations"])} == {
            ("compliment", "self"),
            ("complaint", "advocate_for_child"),
        }


def test_the_desk_sees_where_it_comes_from_and_has_to_say_what_it_praises(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill({"source": "adopter"}).fill({"story": WORDS}).fill().fill()
    with app.app_context():
        officer, reference = make.officer().id, kept(app).reference
    desk = Visitor(app)
    desk.client = make.signed_in(app, officer)
    desk.open(f"/staff/cases/{reference}")
    assert desk.page.select_one("blockquote").get_text() == WORDS
    desk.open(f"/staff/cases/{reference}/compliment")
    for words in ("Adopter", "Must not be quoted", "did not agree that the person or the team may read"):
        assert words in desk.text
    assert "Record" not in desk.heading

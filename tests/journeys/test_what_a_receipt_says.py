"""A receipt says what was asked for and nothing else, and leads straight to adding more and to an advocate."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.extensions import db
from portal.records.cases import Case
from portal.records.timeline import messages_of
from portal.records.visits import CaseVisit
from tests.visitor import Visitor

CALL = "We have your phone number. One of our team will call you today."


def sent(visitor: Visitor, way: str = "full", **answers: str | list[str]) -> Visitor:
    """A child's complaint with these answers, up to the receipt."""
    given = {"story": "They moved me.", "contact_way": "code_only"} | answers
    visitor.open("/en/y/2?w=quick" if way == "quick" else "/en/y/1")
    while "/check" not in visitor.address:
        asked = {str(box.get("name")) for box in visitor.form.select("input, textarea")}
        visitor.fill({key: value for key, value in given.items() if key in asked})
    return visitor.fill(press="send")


def press(visitor: Visitor, label: str) -> Visitor:
    return visitor.fill(press=label)


def links(visitor: Visitor) -> list[str]:
    return [one.get_text(" ", strip=True) for one in visitor.page.select("main a")]


def test_who_asks_for_a_call_reads_on_the_next_page_and_on_the_receipt_that_it_was_heard(visitor: Visitor) -> None:
    visitor.open("/en/y/4").fill({"safe": "no"}).fill({"call_me": "call", "call_phone": "07700 900982"})
    assert visitor.address.startswith("/en/y/5") and CALL in visitor.text
    visitor.fill()
    assert CALL not in visitor.text
    sent(visitor)
    assert visitor.address == "/en/y/done" and CALL in visitor.text


def test_a_receipt_speaks_of_no_call_and_no_advocate_that_nobody_asked_for(visitor: Visitor) -> None:
    sent(visitor, safe="no", call_me="carry_on")
    assert "call you" not in visitor.text and "We will ask an advocate" not in visitor.text


@pytest.mark.parametrize("journey", ["e", "y"])
def test_a_yes_to_an_advocate_stands_on_the_receipt(visitor: Visitor, journey: str) -> None:
    if journey == "y":
        sent(visitor, advocate="ask")
    else:
        visitor.open("/en/e/4").fill({"story": "It is cold."}).open("/en/e/6").fill({"advocate": "ask"})
        visitor.fill({"contact_way": "code_only"}).open("/en/e/check").fill(press="send")
    assert visitor.address == f"/en/{journey}/done"
    assert "We will ask an advocate to get in touch with you." in visitor.text


def test_who_wants_nothing_back_is_promised_nothing_back(visitor: Visitor) -> None:
    sent(visitor, contact_way="none")
    assert "we will tell you we are on it" not in visitor.text
    assert "We do not call or write to you, unless you ask us to." in visitor.text
    assert "You can use your number and your code to see how it is going." in visitor.text


def test_after_the_full_form_more_is_written_in_one_box_and_not_asked_again(app: Flask, visitor: Visitor) -> None:
    press(sent(visitor), "Add more to it")
    assert visitor.address == "/en/t/case/add" and visitor.page.select("textarea")
    visitor.fill({"words": "It rains in."}, press="send")
    assert "We have added it." in visitor.text
    assert visitor.open("/en/y/done").page.select(".receipt__words"), "the receipt is still there"
    with app.app_context():
        assert [one.text["words"] for one in messages_of(db.session.query(Case).one().id)] == ["It rains in."]


def test_the_receipt_leads_a_child_to_an_advocate_and_an_adult_to_adding_more(app: Flask, visitor: Visitor) -> None:
    press(sent(visitor), "Ask for someone on your side")
    assert visitor.address == "/en/t/case/side"
    adult = Visitor(app).open("/en/a/one?w=one_page")
    adult.fill({"story": "Nobody rang.", "name": "Bo", "contact_way": "code_only"})
    adult.fill(press="send")
    assert adult.address == "/en/a/done"
    assert press(adult, "Add more to it").address == "/en/t/case/add"


def test_nobody_without_a_receipt_gets_into_a_case(app: Flask, visitor: Visitor) -> None:
    token = str(sent(visitor).form.select_one("[name=csrf_token]")["value"])  # type: ignore[index]
    other = Visitor(app).open("/en/y/2")
    answer = other.client.post("/en/y/done", data={**dict(other.filled()), "do": "add"})
    assert answer.location == "/en/y/done"
    assert Visitor(app).client.post("/en/y/done", data={"csrf_token": token, "do": "add"}).location == "/en/y/done"
    assert visitor.client.post("/en/y/done", data={"do": "add"}).location == "/en/y/done", "not without its token"
    with app.app_context():
        assert db.session.query(CaseVisit).count() == 0


def test_adding_nothing_is_not_taken_and_what_was_added_is_confirmed(app: Flask, visitor: Visitor) -> None:
    sent(visitor, way="quick")
    assert "We have added it." not in visitor.text
    visitor.open(str(visitor.page.find("a", string="Add a bit more")["href"]))  # type: ignore[index]
    while "/check" not in visitor.address:
        visitor.fill()
    visitor.fill(press="send")
    assert visitor.address.startswith("/en/y/check")
    assert "There is nothing new to send yet." in visitor.page.select_one(".govuk-error-summary").text  # type: ignore[union-attr]
    with app.app_context():
        assert messages_of(db.session.query(Case).one().id) == []
    visitor.open("/en/y/3?c=1").fill({"wanted": ["sorry"]}).fill(press="send")
    assert visitor.address == "/en/y/done" and "We have added it." in visitor.text


def test_starting_again_is_told_what_it_takes_away(visitor: Visitor) -> None:
    warning = "If you start again, the page with your number and code goes away."
    assert warning not in visitor.open("/en/y").text
    sent(visitor)
    assert warning in visitor.open("/en/y").text
    assert "Back to your number and code" in links(visitor)
    assert warning not in visitor.open("/en/a").text and warning not in visitor.open("/en/e").text
    visitor.open("/en/e/4").fill({"story": "Cold."}).open("/en/e/7").fill({"contact_way": "code_only"})
    visitor.open("/en/e/check").fill(press="send")
    assert warning in visitor.open("/en/e").text


@pytest.mark.parametrize(("share", "passed"), [([], False), (["report"], False), (["person"], True)])
def test_words_that_nobody_may_share_are_not_said_to_be_passed_on(
    visitor: Visitor, share: list[str], passed: bool
) -> None:
    visitor.open("/en/c").fill({"kind": "compliment"}).fill().fill({"story": "Jo rang me back."})
    visitor.fill({"share": share}).fill()
    assert ("We will pass this on." in visitor.text) is passed
    assert ("Our team will read it. We only share your words if you ticked a box." in visitor.text) is not passed


def test_a_childs_own_thanks_are_passed_on(visitor: Visitor) -> None:
    visitor.open("/en/c/2b?w=child").fill({"kindness": "Jo was kind."}).fill()
    assert "We will pass this on." in visitor.text


def test_a_reply_once_picked_can_be_unpicked(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/c").fill({"kind": "comment"}).fill().fill({"story": "More buses."}).fill()
    visitor.fill({"contact_way": "email"}).fill({"contact_way": "none"})
    assert visitor.address == "/en/c/done" and "secret code" not in visitor.text
    with app.app_context():
        assert db.session.query(Case).one().code_hash is None

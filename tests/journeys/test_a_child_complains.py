"""A child tells the council what is wrong, page by page, and sees how it goes."""

from datetime import UTC, datetime

from flask import Flask

from portal.extensions import db
from portal.records.cases import Case
from tests.visitor import Visitor

STORY = "They moved me again and nobody told me why. مرحبا <script>alert(1)</script>"

ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "1": {"about": ["worker", "home"]},
    "1b": {"named_person": "Sam from the team"},
    "2": {"story": STORY},
    "3": {"wanted": ["sorry"], "wanted_other": "My own room"},
    "4": {"safe": "yes"},
    "5": {"advocate": "not_now"},
    "6": {"contact_way": "code_only"},
    "7": {"name": "Kit", "age": "12"},
    "8": {"do_not_tell": "My uncle"},
    "9": {"needs": ["big_print"]},
}


def tell(visitor: Visitor, language: str = "en", query: str = "") -> Visitor:
    """Walk the whole journey up to the check page."""
    visitor.open(f"/{language}/y/1{query}")
    while not visitor.address.startswith(f"/{language}/y/check"):
        visitor.fill(ANSWERS[visitor.address.rpartition("/")[2].partition("?")[0]])
    return visitor


def test_a_child_tells_us_and_gets_a_number_a_code_and_real_dates(app: Flask, visitor: Visitor, at) -> None:
    at(datetime(2026, 12, 3, 16, 30, tzinfo=UTC))
    tell(visitor)
    assert "They moved me again" in visitor.text
    assert "My own room" in visitor.text
    visitor.fill(press="send")
    assert visitor.heading == "We have got it. Thank you for telling us."
    assert "Monday 7 December" in visitor.text
    assert "Thursday 17 December" in visitor.text
    assert len(visitor.page.select(".receipt__words li")) == 5
    with app.app_context():
        case = db.session.query(Case).one()
        assert case.told.answers["story"] == STORY
        assert case.contact.details["named_person"] == "Sam from the team"
        assert str(case.due_on) == "2026-12-17"


def test_pressing_send_twice_gives_the_same_receipt_and_one_case(app: Flask, visitor: Visitor) -> None:
    tell(visitor)
    form = visitor.filled()
    visitor.fill(press="send")
    first = visitor.page.select_one(".receipt").get_text(" ", strip=True)
    again = visitor.client.post("/en/y/check", data=dict(form) | {"do": "send"}, follow_redirects=True)
    assert visitor._see(again, "/en/y/done").page.select_one(".receipt").get_text(" ", strip=True) == first
    with app.app_context():
        assert db.session.query(Case).count() == 1


def test_nothing_a_child_types_is_in_a_cookie_or_an_address(visitor: Visitor) -> None:
    tell(visitor)
    for cookie in visitor.client._cookies.values():
        assert len(cookie.value) < 60
        assert cookie.max_age is None and cookie.expires is None
    assert "Kit" not in visitor.address


def test_an_empty_story_is_asked_for_kindly_then_more_helpfully_and_nothing_is_lost(visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": "   "})
    assert visitor.error_at("story").endswith("voice message. A few words is fine.")
    assert visitor.page.title.get_text().startswith("Error:")
    visitor.fill({"story": ""})
    assert "You could start with" in visitor.error_at("story")
    visitor.fill({"story": "It is cold"})
    assert visitor.address.startswith("/en/y/3")


def test_the_quick_way_asks_three_things_and_more_can_be_added_after(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y")
    visitor.open(visitor.page.find("a", string="I want to tell you in a quick way")["href"])
    visitor.fill({"story": "My money is late"}).fill({"safe": "yes"}).fill({"contact_way": "none"})
    assert visitor.address.startswith("/en/y/check")
    visitor.fill(press="send")
    visitor.open(visitor.page.find("a", string="Add a bit more")["href"])
    visitor.fill({"about": ["money"]}).fill({"wanted": ["why"]}).fill({"advocate": "not_now"})
    visitor.fill({"name": "Ash"}).fill().fill()
    assert visitor.address.startswith("/en/y/check")
    visitor.fill(press="send")
    assert visitor.address == "/en/y/done"
    with app.app_context():
        from portal.records.timeline import messages_of

        added = messages_of(db.session.query(Case).one().id)
        assert [message.text["answers"]["about"] for message in added] == [["money"]]


def test_changing_an_answer_from_the_check_page_comes_straight_back(visitor: Visitor) -> None:
    tell(visitor)
    visitor.open("/en/y/8?c=1").fill({"do_not_tell": "Nobody"})
    assert visitor.address == "/en/y/check"
    visitor.open("/en/y/6?c=1").fill({"contact_way": "call"})
    assert visitor.address == "/en/y/6b?c=1"
    visitor.fill({"phone": "٠٧٧٠٠٩٠٠٩٨٢"})
    assert visitor.address == "/en/y/check"


def test_a_draft_is_cleared_after_thirty_idle_minutes_but_what_is_being_sent_is_kept(visitor: Visitor, at) -> None:
    at(datetime(2026, 12, 3, 10, 0, tzinfo=UTC))
    visitor.open("/en/y/1").fill({"about": ["home"]}).fill({"story": "It is cold"})
    at(datetime(2026, 12, 3, 10, 31, tzinfo=UTC))
    visitor.fill({"wanted": ["sorry"]})
    visitor.open("/en/y/check")
    assert "It is cold" not in visitor.text
    assert "Someone says sorry" in visitor.text


def test_the_language_can_be_changed_in_the_middle_of_a_sentence(visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": "Half a sent"}, press="language")
    assert visitor.address == "/en/languages"
    visitor.open("/pl/y/2")
    assert visitor.page.html["lang"] == "pl"
    assert visitor.form.select_one("#story").text.strip() == "Half a sent"

"""A page got wrong keeps what was typed, is opened anew at its own address, and is never taken for right."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask

from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import Case
from portal.records.drafts import Draft
from portal.services import alerting
from tests import makers as make
from tests import samples
from tests.visitor import HISTORY_SAFE, Visitor


def told(visitor: Visitor) -> list[str]:
    return [one.get_text() for one in visitor.page.select(".govuk-error-summary__list a")]


def sent(visitor: Visitor) -> Visitor:
    visitor.open("/en/y/2").fill({"story": "It is cold."}).open("/en/y/6").fill({"contact_way": "code_only"})
    return visitor.open("/en/y/check").fill(press="send")


def test_a_wrong_answer_is_asked_again_when_it_is_to_be_sent_and_not_sent(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": "It is cold."}).open("/en/y/6").fill({"contact_way": "code_only"})
    visitor.open("/en/y/7").fill({"age": "twelve", "name": "Kit"})
    visitor.open("/en/y/check").fill(press="send")
    assert visitor.address.startswith("/en/y/7?")
    assert visitor.error_at("age").endswith("Write your age as a number, like 12. Or leave it blank.")
    with app.app_context():
        assert db.session.query(Case).count() == 0
    assert visitor.fill({"age": "12"}).address == "/en/y/check", "changing goes back to where everything is played back"
    assert visitor.fill(press="send").address == "/en/y/done"


def test_a_mistake_in_a_branch_that_was_left_again_is_not_sent(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": "It is cold."}).open("/en/y/6").fill({"contact_way": "text"})
    assert told(visitor.fill({"phone": "one"}))
    visitor.open("/en/y/6").fill({"contact_way": "code_only"}).open("/en/y/check").fill(press="send")
    assert visitor.address == "/en/y/done"
    with app.app_context():
        assert "phone" not in db.session.query(Case).one().told.answers


def test_nothing_of_a_text_that_is_too_long_is_lost(visitor: Visitor) -> None:
    story = "word " * 15_000 + "the end"
    visitor.open("/en/y/2").fill({"story": story})
    assert visitor.error_at("story").startswith("Error: This is longer")
    box = visitor.form.select_one("#story")
    assert box is not None and box.text.strip() == story


def test_the_address_of_a_page_got_wrong_twice_says_nothing(visitor: Visitor) -> None:
    for typed in ({"story": ""}, {"story": ""}, {"story": "a" * 60_000}):
        visitor.open(visitor.address or "/en/y/2").fill(typed)
        parts = urlsplit(visitor.address)
        assert parts.path == "/en/y/2" and not HISTORY_SAFE.search(parts.query) and "story" not in parts.query
    assert "This is longer" in visitor.error_at("story")
    visitor.open("/en/y/2?missing=1&again=nonsense--9999-%00")
    assert "This is longer" in visitor.error_at("story")


def test_whoever_sends_nothing_after_their_receipt_keeps_it(visitor: Visitor) -> None:
    number = sent(visitor).page.select_one(".receipt__number")
    assert told(visitor.open("/en/y/2").fill({"story": ""}))
    assert told(visitor.fill({"story": ""})) and "You could start with" in visitor.error_at("story")
    assert visitor.open("/en/y/done").page.select_one(".receipt__number") == number


def test_where_nothing_is_kept_any_more_the_address_shows_no_mistake(visitor: Visitor) -> None:
    visitor.open("/en/y/2").fill({"story": ""})
    address = visitor.address
    sent(visitor)
    assert not told(visitor.open(address)), "Back after sending opens an empty page, not a reproach"


def test_a_stale_form_writes_nothing_and_keeps_the_words_on_the_page(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/2")
    answer = visitor.client.post("/en/y/2", data={"csrf_token": "stale", "story": "Keep me"})
    assert answer.status_code == 200 and "Keep me" in answer.text
    with app.app_context():
        assert db.session.query(Draft).count() == 0


def test_a_refused_file_is_named_until_the_form_goes_on(visitor: Visitor) -> None:
    visitor.open("/en/y/2").add_files([("notes.txt", b"Words"), ("room.jpg", samples.jpeg())], story="One.")
    address = visitor.address
    assert "notes.txt" in visitor.error_at("files") and "Photo 1" in visitor.text
    assert "notes.txt" not in address
    assert "notes.txt" in visitor.open(address).error_at("files")
    visitor.fill()
    assert not told(visitor.open(address)) and "Photo 1" in visitor.text


def test_a_call_is_asked_for_although_the_number_was_kept_before(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/4").fill({"safe": "no"})
    call = {"call_me": "call", "call_phone": "07700 900982"}
    visitor.fill(call, press="language").open("/en/y/4b").fill()
    with app.app_context():
        alert = db.session.query(Alert).one()
        assert alert.details["phone"] == "07700 900982"
        alerting.handle_alert(alert.id, make.officer().id)
    visitor.open("/en/y/4b").fill()
    with app.app_context():
        assert db.session.query(Alert).count() == 1, "somebody called already"


def test_a_number_that_could_not_be_read_asks_for_a_call_once_it_can(app: Flask, visitor: Visitor) -> None:
    visitor.open("/en/y/4").fill({"safe": "no"}).fill({"call_me": "call", "call_phone": "one"})
    assert visitor.error_at("call_phone")
    with app.app_context():
        assert db.session.query(Alert).count() == 0
    visitor.fill({"call_phone": "07700 900982"})
    with app.app_context():
        assert db.session.query(Alert).one().details["phone"] == "07700 900982"

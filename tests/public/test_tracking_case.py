"""What the case page says and never shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from portal.domain.words import Audience, Happening
from portal.extensions import db
from portal.public import tracking_words as words
from portal.public.stage import Deed
from portal.services import alerting, handling
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import STORY, happened, letters, opened
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _noon(at: Callable[[datetime], None]) -> None:
    at(NOON)


def test_it_never_shows_what_the_person_wrote(app: Flask, inside: Visitor, officer_id: int, made: make.Made) -> None:
    inside.open("/en/t/case/message").fill({"words": "my second secret"})
    inside.open("/en/t/case/add").fill({"words": "my third secret"})
    for page in ("", "/message", "/add", "/side", "/stop", "/code"):
        html = inside.open(f"/en/t/case{page}").answer.get_data(as_text=True)
        for secret in (STORY, "Uncle Bob", "second secret", "third secret"):
            assert secret not in html


def test_it_says_where_it_is_and_by_when(inside: Visitor) -> None:
    assert "We have your complaint" in inside.text
    assert "A person will read it by Monday 7 December." in inside.text
    assert "Part 1 of 4" in inside.text
    planned = [item.get_text(" ", strip=True) for item in inside.page.select(".timeline__item--next")]
    assert planned[-1] == "We will write our answer By Thursday 17 December"


def test_nobody_is_named_by_more_than_a_first_name(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int
) -> None:
    with app.app_context():
        handling.acknowledge(made.id, officer_id, "Hello.")
    inside.open("/en/t/case")
    assert "Robin is looking after your complaint." in inside.text
    assert "Kestrel" not in inside.text


def test_adults_read_it_in_their_words(app: Flask) -> None:
    with app.app_context():
        made = make.case("adult", story=STORY, name="Ann")
    visitor = opened(app, made)
    assert "We will confirm how we will handle it by Monday 7 December." in visitor.text
    assert visitor.page.html is not None
    assert "theme-adult" in visitor.page.html["class"]


def test_who_told_us_with_pictures_reads_it_in_big_type_beside_a_picture(app: Flask, officer_id: int) -> None:
    with app.app_context():
        told = make.case("easy")
    pictured, inside = opened(app, told), set()
    heading = pictured.page.select_one("#stage")
    assert heading and heading.get_text() == "We have your complaint", "the same words as for every child"
    for deed in pictured.page.select(".doors a"):
        assert deed.select_one(".picture"), f"{deed.get_text()} has no picture"
    assert heading.select_one(".picture")
    assert "CC BY-SA" in pictured.page.footer.get_text()
    for address in ("", "/message", "/stop", "/rate", "/code", "/opened"):
        inside.add("easy" in pictured.open(f"/en/t/case{address}").page.html["class"])
    assert inside == {True}, "every page that follows is as big"


def test_who_told_us_in_words_sees_no_pictures(inside: Visitor) -> None:
    assert not inside.page.select(".picture") and "easy" not in inside.page.html["class"]


def test_messages_go_both_ways_with_the_days_they_were_seen(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int
) -> None:
    inside.open("/en/t/case/message").fill({"words": "Can you call?"})
    assert "We have your message." in inside.text
    assert "We have not read it yet" in inside.text
    with app.app_context():
        handling.reply(made.id, officer_id, "Yes. See https://example.org/ <b>today</b>")
    inside.open("/en/t/case")
    assert "You have 1 new message" in inside.text
    assert "<b>today</b>" in inside.text
    link = inside.page.select_one('.message a[href="https://example.org/"]')
    assert link is not None
    assert "new message" not in inside.open("/en/t/case").text
    assert "You saw it on Thursday 3 December" in inside.text
    assert letters(app, made)[-1] == "team_message"


def test_an_empty_message_is_told_and_told_anew(inside: Visitor) -> None:
    inside.open("/en/t/case/message").fill({"words": " \n "})
    assert "Write a few words" in inside.error_at("words")
    inside.fill({"words": ""})
    assert "nothing to send yet" in inside.error_at("words")


def test_words_written_slowly_still_arrive_but_show_nothing(
    app: Flask, inside: Visitor, made: make.Made, at: Callable[[datetime], None]
) -> None:
    inside.open("/en/t/case/message")
    at(NOON + timedelta(minutes=50))
    inside.fill({"words": "It took me long to write this."})
    assert inside.heading == "See how it is going"
    assert "We have your message." in inside.text
    assert happened(app, made)[-1] is Happening.MESSAGE_FROM_PERSON


def test_every_stage_of_the_table_has_words_for_child_and_adult() -> None:
    expected = (
        "received accepted early s1 s1_ext s1_late s1_done s2_req s2 s2_ext s2_late s2_done s3_req s3_panel s3_report "
        "final closed withdrawn other refused paused c1 c2 "
        "sent read answered passed_on advocate_asked advocate_coming advocate_found advocate_here advocate_unable late"
    )
    assert set(words.STAGES) == set(expected.split())
    assert all(stage.child.heading and stage.adult.heading for stage in words.STAGES.values())
    assert all(0 <= stage.part <= len(words.PARTS) for stage in words.STAGES.values())


def test_everything_that_can_be_done_is_named_and_confirmed() -> None:
    assert words.DEEDS.keys() == words.DONE.keys()
    elsewhere = {Deed.OMBUDSMAN, Deed.START_AGAIN, Deed.NEEDS}
    assert set(Deed) - elsewhere == words.DEEDS.keys()


def test_a_passed_day_is_no_promise_any_more(app: Flask, made: make.Made, at: Callable[[datetime], None]) -> None:
    at(datetime(2026, 12, 21, 12, tzinfo=UTC))
    visitor = opened(app, made)
    assert "by Monday 7 December" not in visitor.text
    assert "This is later than we told you. We are sorry." in visitor.text
    with app.app_context():
        assert made.case.due_max_on > date(2026, 12, 21)


def test_who_asked_for_a_call_reads_that_it_comes_until_somebody_has_seen_to_it(
    app: Flask, made: make.Made, at: Callable[[datetime], None]
) -> None:
    with app.app_context():
        alert = alerting.ask_for_call(None, phone="07700 900982", safe="", audience=Audience.CHILD, language="en")
        number = alert.id
        alert.case_id = made.id
        db.session.commit()
    assert "We have your phone number. One of our team will call you today." in opened(app, made).text
    at(NOON + timedelta(days=1))
    assert "We have your phone number. One of our team will call you." in opened(app, made).text
    assert "07700" not in opened(app, made).text
    with app.app_context():
        alerting.handle_alert(number, make.officer().id)
    assert "will call you" not in opened(app, made).text

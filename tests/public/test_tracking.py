"""Opening a case with its number and code, its view ending, and changing the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from portal.domain.references import ALPHABET, new_code
from portal.domain.words import Happening
from portal.services import handling
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import NO_MATCH, happened, opened
from tests.visitor import HISTORY_SAFE, Visitor


@pytest.fixture(autouse=True)
def _noon(at: Callable[[datetime], None]) -> None:
    at(NOON)


def test_number_and_code_open_the_case_however_they_are_typed(app: Flask, made: make.Made) -> None:
    typed = f" {made.reference[:4].lower()} - {made.reference[4:]} "
    code = "; ".join(made.code.upper().split())
    visitor = Visitor(app).open("/en/t").fill({"number": typed, "code": code})
    assert visitor.address == "/en/t/case"
    assert visitor.heading == "Where your complaint is now"


def test_wrong_code_and_unknown_number_are_told_the_same(app: Flask, made: make.Made) -> None:
    other = "2222222" + ALPHABET[sum(ALPHABET.index("2") << (15 + place) for place in range(7)) % 29]
    told = []
    for number in (made.reference, other):
        visitor = Visitor(app).open("/en/t").fill({"number": number, "code": " ".join(new_code().words)})
        told.append((visitor.answer.status_code, visitor.error_at("number")))
    assert told[0] == told[1]
    assert NO_MATCH in told[0][1]


def test_a_case_without_a_code_is_told_like_a_wrong_code(app: Flask, made: make.Made) -> None:
    with app.app_context(), make.doctored():
        made.case.code_hash = None
    visitor = opened(app, made)
    assert NO_MATCH in visitor.error_at("number")


def test_a_second_mismatch_is_worded_more_helpfully_and_keeps_what_was_typed(app: Flask, made: make.Made) -> None:
    wrong = " ".join(new_code().words)
    visitor = Visitor(app).open("/en/t").fill({"number": made.reference, "code": wrong})
    visitor.fill({})
    assert "They still do not match." in visitor.error_at("number")
    kept = visitor.form.select_one("[name=code]")
    assert kept is not None
    assert kept["value"] == wrong


def test_a_slip_is_told_at_its_field_and_costs_no_try(app: Flask, made: make.Made) -> None:
    slipped = made.reference[:-1] + ("2" if made.reference[-1] != "2" else "3")
    visitor = Visitor(app).open("/en/t")
    for _ in range(15):
        visitor.fill({"number": slipped, "code": "zzzzqqq " + " ".join(made.code.split()[1:])})
    assert "There is a slip in the number" in visitor.error_at("number")
    assert "not on our list" in visitor.error_at("code")
    assert visitor.fill({"number": made.reference, "code": made.code}).address == "/en/t/case"


def test_empty_boxes_say_what_belongs_in_them(visitor: Visitor) -> None:
    visitor.open("/en/t").fill({})
    assert "It looks like" in visitor.error_at("number")
    assert "five words" in visitor.error_at("code")
    assert visitor.page.title is not None
    assert visitor.page.title.text.startswith("Error:")


def test_many_tries_are_slowed_down_and_nobody_is_locked_out(
    app: Flask, made: make.Made, at: Callable[[datetime], None]
) -> None:
    visitor = Visitor(app).open("/en/t")
    for _ in range(10):
        visitor.fill({"number": made.reference, "code": " ".join(new_code().words)})
    visitor.fill({"number": made.reference, "code": made.code})
    assert visitor.answer.status_code == 429
    assert "You are not locked out." in visitor.text
    elsewhere = app.test_client()
    elsewhere.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    other = Visitor(app)
    other.client = elsewhere
    assert other.open("/en/t").fill({"number": made.reference, "code": made.code}).address == "/en/t/case"
    at(NOON + timedelta(minutes=1))
    assert visitor.fill({"number": made.reference, "code": made.code}).address == "/en/t/case"


def test_a_key_planted_before_opens_nothing(app: Flask, made: make.Made) -> None:
    visitor = Visitor(app)
    visitor.client.set_cookie("s", "planted")
    visitor.open("/en/t").fill({"number": made.reference, "code": made.code})
    assert visitor.heading == "Where your complaint is now"
    thief = Visitor(app)
    thief.client.set_cookie("s", "planted")
    assert thief.open("/en/t/case").address == "/en/t?closed=1"


def test_a_half_written_form_is_not_lost_by_opening_a_case(app: Flask, made: make.Made) -> None:
    visitor = Visitor(app).open("/en/y/2").fill({"story": "Half a story."})
    visitor.open("/en/t").fill({"number": made.reference, "code": made.code})
    assert "Half a story." in visitor.open("/en/y/2").form.text


def test_it_closes_after_fifteen_idle_minutes(inside: Visitor, at: Callable[[datetime], None]) -> None:
    at(NOON + timedelta(minutes=14))
    assert inside.open("/en/t/case").heading == "Where your complaint is now"
    at(NOON + timedelta(minutes=28))
    assert inside.open("/en/t/case").heading == "Where your complaint is now"
    at(NOON + timedelta(minutes=44))
    assert inside.open("/en/t/case").heading == "See how it is going"
    assert "to keep it private" in inside.text


def test_the_lost_page_says_how_to_get_a_new_code(visitor: Visitor) -> None:
    text = visitor.open("/en/t/lost").text
    assert "01632 960100" in text
    assert "code word" in text


def test_the_last_opening_is_shown_so_that_a_stranger_shows(
    app: Flask, made: make.Made, at: Callable[[datetime], None]
) -> None:
    first = opened(app, made)
    assert "has not been opened before now" in first.text
    at(NOON + timedelta(hours=3))
    assert "Thursday 3 December, 12:00" in opened(app, made).text


def test_a_new_code_ends_the_old_one_and_every_other_view(app: Flask, made: make.Made) -> None:
    stranger, mine = opened(app, made), opened(app, made)
    mine.open("/en/t/case/code").fill()
    new = " ".join(item.text for item in mine.page.select(".receipt__words li"))
    assert re.fullmatch(r"[a-z]+( [a-z]+){4}", new)
    mine.open(mine.address)
    assert new == " ".join(item.text for item in mine.page.select(".receipt__words li")), "loaded again, it is the same"
    assert stranger.open("/en/t/case").address == "/en/t?closed=1"
    assert NO_MATCH in opened(app, made).error_at("number")
    assert mine.open("/en/t/case").heading == "Where your complaint is now"
    again = Visitor(app).open("/en/t").fill({"number": made.reference, "code": new})
    assert again.heading == "Where your complaint is now"


def test_a_code_given_by_the_team_ends_every_view(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int, at: Callable[[datetime], None]
) -> None:
    at(NOON + timedelta(minutes=1))
    with app.app_context():
        handling.renew_code(made.id, officer_id)
    assert inside.open("/en/t/case").address == "/en/t?closed=1"


def test_closing_closes(inside: Visitor) -> None:
    inside.fill(press="close")
    assert inside.address == "/en/"
    assert inside.open("/en/t/case").heading == "See how it is going"


def test_closing_closes_from_a_page_that_was_open_for_too_long(inside: Visitor) -> None:
    inside.client.post("/en/t/case/close", data={"csrf_token": "stale"})
    assert inside.open("/en/t/case").heading == "See how it is going"


def test_without_its_token_nothing_is_done_and_the_words_stay(app: Flask, inside: Visitor, made: make.Made) -> None:
    answer = inside.client.post("/en/t/case/message", data={"words": "Keep these words."})
    assert answer.status_code == 200
    assert "Keep these words." in answer.get_data(as_text=True)
    assert "Press the button once more." in answer.get_data(as_text=True)
    assert Happening.MESSAGE_FROM_PERSON not in happened(app, made)


@pytest.mark.parametrize(
    "page", ["", "/lost", "/case", "/case/message", "/case/next", "/case/stop", "/case/side", "/case/more"]
)
def test_titles_and_addresses_tell_a_reader_of_the_history_nothing(
    app: Flask, inside: Visitor, made: make.Made, officer_id: int, page: str
) -> None:
    with app.app_context():
        handling.answer(made.id, officer_id, "Our answer.")
    inside.open(f"/en/t{page}")
    assert inside.page.title is not None
    assert not HISTORY_SAFE.search(inside.page.title.text + inside.address)
    assert made.reference[:4] not in inside.page.title.text + inside.address
    assert inside.answer.headers["Cache-Control"] == "no-store"

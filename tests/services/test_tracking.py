"""Opening a case: the same work whoever guesses, tries slowed but never locked out, and views that end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from argon2 import low_level
from flask import Flask
from sqlalchemy import select

from portal import clock
from portal.domain.references import new_code, new_reference, parse_code
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.timeline import Message
from portal.records.visits import CaseVisit, visit_of
from portal.services import codes, handling, tracking, tracking_deeds
from tests import makers as make
from tests.application import NOON

ME, BEFORE = b"m" * 32, b"b" * 32


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every hash that is worked out; the work itself is done as ever."""
    worked: list[int] = []

    def counting(*given: object) -> bool:
        worked.append(1)
        return low_level.verify_secret(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(codes, "verify_secret", counting)
    return worked


def test_the_right_number_and_code_find_the_case_on_both_engines(either_app: Flask) -> None:
    with either_app.app_context():
        made = make.case()
        assert tracking.look(made.reference, parse_code(made.code).canonical, "here").case_id == made.id


def test_every_mismatch_costs_two_hashes_and_is_told_the_same(app: Flask, hashes: list[int]) -> None:
    with app.app_context():
        made = make.case()
        for reference in (made.reference, new_reference()):
            with pytest.raises(tracking.DoesNotMatch):
                tracking.look(reference, new_code().canonical, "here")
    assert len(hashes) == 4, "a case has up to two secrets, and the same work is done where it has one or is not there"


def test_no_transaction_is_held_while_hashing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def watching(*given: object) -> bool:
        held.append(db.session().in_transaction())
        return low_level.verify_secret(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(codes, "verify_secret", watching)
    with app.app_context():
        made = make.case()
        tracking.look(made.reference, parse_code(made.code).canonical, "here")
    assert held == [False]


def test_one_network_waits_after_ten_tries_and_hashes_no_more(
    app: Flask, at: Callable[[datetime], None], hashes: list[int]
) -> None:
    at(NOON)
    with app.app_context():
        for _ in range(tracking.TRIES_A_MINUTE):
            with pytest.raises(tracking.DoesNotMatch):
                tracking.look(new_reference(), new_code().canonical, "here")
        with pytest.raises(tracking.TooManyTries):
            tracking.look(new_reference(), new_code().canonical, "here")
    assert len(hashes) == 2 * tracking.TRIES_A_MINUTE


def test_a_flood_from_everywhere_leaves_each_network_its_first_try(
    app: Flask, at: Callable[[datetime], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON)
    monkeypatch.setattr(tracking, "TRIES_OF_ALL", 3)
    with app.app_context():
        made = make.case()
        right = parse_code(made.code).canonical
        for number in range(4):
            with pytest.raises(tracking.DoesNotMatch):
                tracking.look(new_reference(), new_code().canonical, f"network {number}")
        assert tracking.look(made.reference, right, "the child's network").case_id == made.id
        with pytest.raises(tracking.TooManyTries):
            tracking.look(made.reference, right, "the child's network")


def test_opening_ends_the_visitors_earlier_view_and_is_written_down(either_app: Flask) -> None:
    with either_app.app_context():
        made, other = make.case(), make.case()
        tracking.open_visit(BEFORE, other.id, None)
        tracking.open_visit(ME, made.id, BEFORE)
        assert visit_of(BEFORE) is None
        assert tracking.see(ME).case_id == made.id
        tracking.close(ME)
        with pytest.raises(tracking.NotOpen):
            tracking.see(ME)


def test_nobody_sees_anything_without_a_view(app: Flask) -> None:
    with app.app_context():
        for nobody in (None, b"x" * 32):
            with pytest.raises(tracking.NotOpen):
                tracking.see(nobody)
            with pytest.raises(tracking.NotOpen):
                tracking_deeds.send_message(nobody, "Hello?")


def test_only_reading_marks_messages_as_seen(app: Flask) -> None:
    with app.app_context():
        made, officer = make.case(), make.officer()
        handling.reply(made.id, officer.id, "We are on it.")
        tracking.open_visit(ME, made.id, None)
        assert [message.new for message in tracking.see(ME).messages] == [True]
        assert [message.new for message in tracking.see(ME, reading=True).messages] == [True]
        assert [message.new for message in tracking.see(ME).messages] == [False]


def test_the_persons_own_words_never_leave_the_service(app: Flask) -> None:
    with app.app_context():
        made = make.case()
        tracking.open_visit(ME, made.id, None)
        tracking_deeds.send_message(ME, "my secret words")
        assert "secret" not in repr(tracking.see(ME))
        kept = db.session.scalars(select(Message)).one()
        assert (kept.side, kept.kind, kept.text) == (
            Side.PERSON,
            Happening.MESSAGE_FROM_PERSON,
            {"words": "my secret words"},
        )


def test_a_view_lives_on_while_it_is_used_and_ends_fifteen_minutes_after(
    app: Flask, at: Callable[[datetime], None]
) -> None:
    at(NOON)
    with app.app_context():
        made = make.case()
        tracking.open_visit(ME, made.id, None)
        for minutes in (10, 20, 30):
            at(NOON + timedelta(minutes=minutes))
            tracking.see(ME)
        at(NOON + timedelta(minutes=46))
        with pytest.raises(tracking.NotOpen):
            tracking.see(ME)
        tracking_deeds.add(ME, "Written slowly.")
        at(NOON + timedelta(minutes=30) + tracking.STILL_TAKEN + timedelta(seconds=1))
        with pytest.raises(tracking.NotOpen):
            tracking_deeds.add(ME, "Too late.")


def test_a_view_older_than_the_code_is_over(app: Flask) -> None:
    with app.app_context():
        made = make.case()
        tracking.open_visit(ME, made.id, None)
        with make.doctored():
            made.case.code_changed_at = clock.now() + timedelta(seconds=1)
        with pytest.raises(tracking.NotOpen):
            tracking.see(ME)


def test_a_new_code_fits_and_the_old_one_does_not(either_app: Flask) -> None:
    with either_app.app_context():
        made = make.case()
        tracking.open_visit(ME, made.id, None)
        tracking.open_visit(BEFORE, made.id, None)
        reference, code = tracking_deeds.renew_code(ME)
        assert tracking.look(reference, code.canonical, "here").case_id == made.id
        with pytest.raises(tracking.DoesNotMatch):
            tracking.look(reference, parse_code(made.code).canonical, "here")
        assert [visit.visitor for visit in db.session.scalars(select(CaseVisit))] == [ME]
        assert tracking.see(ME).reference == reference


def test_every_deed_works_on_both_engines(either_app: Flask) -> None:
    with either_app.app_context():
        made, officer = make.case(), make.officer()
        tracking.open_visit(ME, made.id, None)
        tracking_deeds.send_message(ME, "One.")
        tracking_deeds.add(ME, "Two.")
        tracking_deeds.ask_advocate(ME)
        handling.answer(made.id, officer.id, "Our answer.")
        tracking_deeds.ask_next_step(ME, "Three.")
        tracking_deeds.ask_next_step(ME, "")
        tracking_deeds.rate(ME, ("yes", "", "no"), "")
        tracking_deeds.take_back(ME, "had_to", "")
        with pytest.raises(tracking_deeds.NotNow):
            tracking_deeds.take_back(ME, "", "")
        happened = [happening for happening, _ in tracking.see(ME).happened]
        assert happened == [
            Happening.RECEIVED,
            Happening.MESSAGE_FROM_PERSON,
            Happening.ADDED,
            Happening.ADVOCATE_ASKED,
            Happening.ADVOCATE_PASSED_ON,
            Happening.ANSWERED,
            Happening.NEXT_STEP_ASKED,
            Happening.MESSAGE_FROM_TEAM,
            Happening.WITHDRAWN,
            Happening.MESSAGE_FROM_TEAM,
        ]

"""What officers do to a case: one transaction each, and what cannot be done any more is refused."""

from __future__ import annotations

import hashlib

import pytest
from flask import Flask
from sqlalchemy import select

from portal import clock
from portal.domain.access import Role
from portal.domain.words import Method, Point, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from portal.records.timeline import messages_of, timeline_of
from portal.records.visits import CaseVisit
from portal.services import handling, officers
from portal.services.handling import AnotherWay, CannotHandOver, CannotNow
from tests import makers as make


@pytest.fixture(autouse=True)
def _context(either_app: Flask):
    with either_app.app_context():
        yield


def happenings(case_id: int) -> list[str]:
    return [line.happening.value for line in timeline_of(case_id)]


def test_a_case_goes_from_received_to_answered() -> None:
    made, officer = make.case(), make.officer().id
    handling.acknowledge(made.id, officer, "We have it.")
    assert (made.case.state, made.case.officer_id) == (State.ACCEPTED, officer)
    handling.answer(made.id, officer, "We agree.")
    assert (made.case.state, made.case.answered_on) == (State.ANSWERED, clock.today())
    assert happenings(made.id) == ["received", "acknowledged", "answered"]


def test_an_answer_without_a_first_letter_counts_as_both() -> None:
    made = make.case()
    handling.answer(made.id, make.officer().id, "We agree.")
    assert made.case.acknowledged_on == made.case.answered_on == clock.today()


@pytest.mark.parametrize("verb", [handling.acknowledge, handling.answer])
@pytest.mark.parametrize("state", [State.ANSWERED, State.WITHDRAWN, State.CLOSED])
def test_what_has_moved_on_is_refused_and_nothing_is_kept(verb, state: State) -> None:
    made, officer = make.case(), make.officer().id
    with make.doctored():
        db.session.get_one(Case, made.id).state = state
    with pytest.raises(CannotNow):
        verb(made.id, officer, "Words.")
    assert happenings(made.id) == ["received"] and not messages_of(made.id)


def test_a_message_can_be_written_in_any_state() -> None:
    made, officer = make.case(), make.officer().id
    for state in State:
        with make.doctored():
            db.session.get_one(Case, made.id).state = state
        handling.reply(made.id, officer, f"Now {state.label}.")
    assert len(messages_of(made.id)) == len(State)


def test_an_email_against_their_choice_is_the_cautious_one_and_stays_in_the_timeline() -> None:
    made = make.case(contact_way="call", phone="07700 900982", may_say_who="yes")
    handling.reply(made.id, make.officer().id, "Words.", AnotherWay("jay@home.example", "Jay asked."))
    letter = db.session.scalars(select(Letter).where(Letter.kind == "person_news")).one()
    assert letter.content["to"] == "jay@home.example" and "Example Council" not in letter.content["text"]
    assert happenings(made.id)[-1] == "contact_overridden"


def test_a_correction_keeps_what_stood_there_before() -> None:
    made = make.case()
    handling.change_method(made.id, make.officer().id, Method.LETTER, Point.MP, "Envelope found.")
    assert (made.case.method, made.case.point) == (Method.LETTER, Point.MP)
    assert timeline_of(made.id)[-1].note == (
        "Online form, Complaints team → Letter, Member of Parliament: Envelope found."
    )


def test_a_case_is_not_given_to_somebody_locked_unknown_without_the_right_or_meant() -> None:
    made, me = make.case(about=["worker"], named_person="Kelly"), make.officer().id
    locked = make.officer()
    officers.lock_officer(locked.email)
    unfit = [locked.id, 999, make.officer(Role.AUDITOR).id, make.officer(name="Kelly Reed").id]
    for to in unfit:
        with pytest.raises(CannotHandOver):
            handling.assign(made.id, me, to)
    assert made.case.officer_id is None


def test_a_new_code_ends_every_open_view() -> None:
    made, now = make.case(), clock.now()
    with make.doctored():
        visitor = hashlib.sha256(b"a visitor").digest()
        db.session.add(CaseVisit(visitor=visitor, case_id=made.id, opened_at=now, touched_at=now))
    before = made.case.code_hash
    handling.renew_code(made.id, make.officer().id)
    assert db.session.scalars(select(CaseVisit)).first() is None
    assert made.case.code_hash != before


def test_releasing_twice_is_written_down_once() -> None:
    made, officer = make.case(held=True), make.officer().id
    handling.release_held(made.id, officer)
    handling.release_held(made.id, officer)
    assert not made.case.held and happenings(made.id) == ["received", "released"]


def test_notes_are_sealed() -> None:
    made = make.case()
    handling.note(made.id, make.officer().id, "Rang the school.")
    body = timeline_of(made.id)[-1].body
    assert body is not None and b"school" not in body

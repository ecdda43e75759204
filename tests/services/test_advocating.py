"""The advocacy provider's own verbs: what the person is told, what the team sees, and what is emptied at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.advocates import PASSED_ON, Cannot, Ending, Standing, Tried
from portal.domain.calendar import LONDON
from portal.domain.children import ComplaintOf, SubmittedBy
from portal.domain.letter_kinds import LetterKind
from portal.domain.words import Audience, ContactWay, Happening, Kind, State
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest, contacts_of, open_request_of
from portal.records.documents import Document
from portal.records.letters import Letter
from portal.records.timeline import messages_of, timeline_of
from portal.services import advocating, children_in_case, speaking_for, tracking, tracking_deeds
from portal.services.accounting import bundle_of
from portal.services.advocating import OutOfTurn, Try
from portal.services.case_writing import NotLikeThis
from portal.services.reminding import remind
from tests import makers as make
from tests.makers import Made
from tests.services.test_speaking_for_a_child import CHILD, SPEAKER, both_open, sent

MONDAY, TUESDAY, LATER = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 3)
TOLD = {
    "advocate": "ask", "name": "Kit", "contact_way": "call", "phone": "07700 900982", "code_word": "Banana",
    "do_not_tell": "My stepdad", "needs": ["language"], "language_talk": "Tigrinya", "named_person": "Jo Heron",
    "about": ["worker"], "worker": "Jo Heron", "age": "12",
}  # fmt: skip


@pytest.fixture(autouse=True)
def inside(app: Flask, at) -> Iterator[None]:
    at(datetime(2026, 11, 30, 10, tzinfo=LONDON))
    with app.app_context():
        yield


@pytest.fixture
def who() -> int:
    return make.officer(Role.ADVOCATE, name="Ola Swift").id


def asked() -> tuple[Made, AdvocacyRequest]:
    made = make.case(**TOLD)
    request = open_request_of(made.id)
    assert request is not None
    return made, request


def happened(made: Made) -> list[Happening]:
    return [line.happening for line in timeline_of(made.id)]


def words(made: Made) -> list[str]:
    return [str(message.text["words"]) for message in messages_of(made.id)]


def test_a_yes_in_the_form_passes_on_how_to_reach_them_and_nothing_of_what_happened() -> None:
    made, request = asked()
    passed = request.passed_on
    assert set(passed) <= set(PASSED_ON)
    assert passed["name"] == "Kit" and passed["phone"] == "07700 900982" and passed["language_talk"] == "Tigrinya"
    assert not {"story", "about", "named_person", "worker", "age"} & set(passed)
    assert request.contact_by == date(2026, 12, 2)
    assert Happening.ADVOCATE_PASSED_ON in happened(made)


def test_no_yes_passes_nothing_on() -> None:
    for answer in ("have", "not_now"):
        assert open_request_of(make.case(advocate=answer).id) is None


def test_taken_on_named_reached_and_finished(who: int) -> None:
    made, request = asked()
    advocating.take_on(request.id, who)
    assert request.standing is Standing.TAKEN_ON
    advocating.name_advocate(request.id, who, "Sam")
    advocating.note_try(request.id, who, Try(Tried.CALL, MONDAY, reached=False, note="Nobody picked up"))
    assert request.in_touch_on is None
    advocating.note_try(request.id, who, Try(Tried.CALL, MONDAY, reached=True))
    assert request.standing is Standing.IN_TOUCH and request.in_touch_on == MONDAY
    assert happened(made)[-1] is Happening.ADVOCATE_IN_TOUCH
    assert "Your advocate is called Sam." in words(made)[1]
    advocating.finish(request.id, who)
    assert (request.standing, request.ending) == (Standing.OVER, Ending.FINISHED)
    assert request.passed_on is None and request.advocate is None
    assert [row.note for row in contacts_of(request.id)] == [None, None]


def test_whoever_gave_no_way_to_reach_them_is_told_to_call_and_not_to_wait(who: int) -> None:
    made = make.case(**{**TOLD, "contact_way": "code_only"})
    request = open_request_of(made.id)
    assert request is not None
    advocating.take_on(request.id, who, "Sam")
    (said,) = words(made)
    assert "Your advocate is called Sam." in said and "Call Example Advocacy on" in said
    assert "get in touch" not in said


def test_who_is_turned_down_is_told_kindly_and_the_team_looks_for_another_way(who: int) -> None:
    made, request = asked()
    with make.doctored():
        made.case.waiting_for_us = False
    advocating.turn_down(request.id, who, Cannot.NOBODY_FREE)
    assert request.passed_on is None and request.reason is Cannot.NOBODY_FREE
    assert made.case.waiting_for_us
    (said,) = words(made)
    assert "They have nobody free at the moment. We will look for someone else to be on your side." in said
    assert "[[" not in said


def test_who_does_not_want_one_any_more_may_ask_again(who: int) -> None:
    made, request = asked()
    advocating.take_on(request.id, who, "Sam")
    advocating.turn_down(request.id, who, Cannot.NOT_WANTED)
    assert "You can ask for an advocate again at any time." in words(made)[-1]
    speaking_for.ask_provider(made.id, make.officer().id)
    again = open_request_of(made.id)
    assert again is not None and again.id != request.id


def test_a_request_without_a_complaint_goes_through_its_own_procedure(who: int) -> None:
    made = make.case("advocacy", name="Kit", contact_way="text", phone="07700 900982")
    request = open_request_of(made.id)
    assert request is not None and made.case.step == "sent_to_provider"
    advocating.take_on(request.id, who)
    assert (made.case.step, made.case.state) == ("accepted", State.ANSWERED)
    advocating.note_try(request.id, who, Try(Tried.TEXT, MONDAY, reached=True))
    assert made.case.step == "active"
    advocating.finish(request.id, who)
    assert (made.case.step, made.case.state) == ("closed", State.CLOSED)


def test_one_turned_down_after_being_taken_on_is_with_the_team_again(who: int) -> None:
    made = make.case("advocacy", name="Kit", contact_way="text", phone="07700 900982")
    request = open_request_of(made.id)
    assert request is not None
    advocating.take_on(request.id, who, "Sam")
    advocating.note_try(request.id, who, Try(Tried.TEXT, MONDAY, reached=False))
    advocating.turn_down(request.id, who, Cannot.NOT_REACHED)
    assert (made.case.step, made.case.state, made.case.waiting_for_us) == ("unable", State.ACCEPTED, True)


def test_nothing_is_done_twice_or_out_of_turn(who: int) -> None:
    _, request = asked()
    with pytest.raises(OutOfTurn):
        advocating.finish(request.id, who)
    with pytest.raises(OutOfTurn):
        advocating.note_try(request.id, who, Try(Tried.CALL, MONDAY, reached=True))
    advocating.take_on(request.id, who)
    with pytest.raises(OutOfTurn):
        advocating.take_on(request.id, who)
    with pytest.raises(NotLikeThis):
        advocating.note_try(request.id, who, Try(Tried.CALL, LATER, reached=True))
    with pytest.raises(NotLikeThis):
        advocating.name_advocate(request.id, who, "")


def test_the_team_passes_a_wish_on_once(who: int) -> None:
    made = make.case(name="Kit", contact_way="text", phone="07700 900982")
    officer = make.officer().id
    speaking_for.ask_provider(made.id, officer)
    with pytest.raises(NotLikeThis):
        speaking_for.ask_provider(made.id, officer)
    assert happened(made)[-2:] == [Happening.ADVOCATE_ASKED, Happening.ADVOCATE_PASSED_ON]


def test_whoever_nobody_has_reached_stands_in_the_digests_of_provider_and_team(who: int, at) -> None:
    asked()
    team = make.officer(Role.COMPLAINTS_OFFICER).email
    at(datetime(2026, 12, 3, 9, tzinfo=LONDON))
    remind()
    letters = {letter.kind: letter.content for letter in db.session.query(Letter)}
    provider = letters["provider_digest"]
    assert "1 to take on, 1 without a first contact" in provider["subject"]
    assert "/staff/advocacy" in provider["text"] and "Kit" not in provider["text"]
    officers = [one.content for one in db.session.query(Letter).filter_by(kind="officer_digest")]
    assert any(one["to"] == team and "by the day we said: 1" in one["text"] for one in officers)
    remind()
    assert db.session.query(Letter).filter_by(kind="provider_digest").count() == 1


def test_the_report_counts_a_request_made_here(who: int) -> None:
    bundle = bundle_of(make.case("advocacy", name="Kit", contact_way="text", phone="07700 900982").case)
    assert bundle is not None
    assert (bundle.representation["kind"], bundle.representation["received_on"]) == (Kind.ADVOCACY_REQUEST, MONDAY)


def test_a_child_whom_an_advocate_has_reached_is_counted_with_an_advocate(who: int) -> None:
    made, request = asked()
    children_in_case.say_who(made.id, make.officer().id, ComplaintOf.CHILD_LOOKED_AFTER, SubmittedBy.CHILD_ALONE)

    def counted() -> object:
        bundle = bundle_of(made.case)
        assert bundle is not None
        return bundle.representation["submitted_by"]

    advocating.take_on(request.id, who)
    assert counted() == SubmittedBy.CHILD_ALONE
    advocating.note_try(request.id, who, Try(Tried.CALL, MONDAY, reached=True))
    assert counted() == SubmittedBy.CHILD_WITH_ADVOCATE and not made.case.counted


@pytest.mark.parametrize("agreement", ["agreed", "not_yet"])
def test_whoever_speaks_for_a_child_learns_nothing_of_the_childs_own_wish_for_an_advocate(
    who: int, agreement: str
) -> None:
    receipt = sent(agreement=agreement)
    both_open(receipt)
    tracking_deeds.ask_advocate(CHILD)
    request = open_request_of(receipt.case_id)
    assert request is not None and request.passed_on["name"] == "Kit"
    advocating.take_on(request.id, who, "Sam")
    advocating.note_try(request.id, who, Try(Tried.CALL, MONDAY, reached=True))
    child, speaker = tracking.see(CHILD), tracking.see(SPEAKER)
    assert Happening.ADVOCATE_IN_TOUCH in dict(child.happened) and child.asked_advocate
    assert not {one for one, _ in speaker.happened if one.value.startswith("advocate")}
    assert not speaker.messages and not speaker.asked_advocate and speaker.advocate_by is None
    assert [message.words.count("Sam") for message in child.messages] == [1], "it was the child's own wish"
    kept = db.session.query(Document).filter_by(kind=LetterKind.ADVOCATE_COMING).one()
    assert (kept.audience, kept.content["name"]) == (Audience.CHILD, "Kit")
    assert agreement == "agreed" or kept.way is ContactWay.CODE_ONLY
    assert not [one for one in db.session.query(Letter) if one.kind == "person_news"]

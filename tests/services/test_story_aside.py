"""Ways beside a complaint, each from receipt to close: an advocate, another route, and not being taken on."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.advocates import Tried
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility_words import Reason, Route
from portal.domain.stages import NotPossible
from portal.domain.words import Kind, State
from portal.records.advocacy import open_request_of
from portal.services import advocating, tracking_deeds
from portal.services.case_writing import NotLikeThis
from tests import makers as make
from tests.services.story import At, story_at_monday

MONDAY = date(2026, 11, 30)


def test_an_advocate_is_asked_for_found_and_begins(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.ADVOCACY_REQUEST)
    with app.app_context():
        assert story.where == ("advocacy", "requested", State.RECEIVED)
        assert (story.heap, story.page) == (["new"], "sent")
        assert story.started(ClockId.ADVOCACY_OFFER) == MONDAY
        assert story.made.case.due_on == date(2026, 12, 2), "the provider makes contact in two working days"
        story.do(story.officer, "refer")
        assert story.page == "advocate_asked"
        provider, request = make.officer(Role.ADVOCATE).id, open_request_of(story.made.id).id
        story.later(at, 1)
        advocating.take_on(request, provider)
        assert story.where == ("advocacy", "accepted", State.ANSWERED)
        assert story.stopped(ClockId.ADVOCACY_OFFER) == date(2026, 12, 1)
        assert story.page == "advocate_coming" and "take_back" in story.may()
        advocating.name_advocate(request, provider, "Sam")
        assert story.page == "advocate_found"
        advocating.note_try(request, provider, advocating.Try(Tried.CALL, date(2026, 12, 1), reached=True))
        assert story.where == ("advocacy", "active", State.ANSWERED)
        story.do(story.officer, "close")
        assert story.where == ("advocacy", "closed", State.CLOSED)
        assert story.papers() == ["advocate_coming", "advocate_coming", "finished"]


def test_no_is_an_answer_and_what_the_provider_cannot_do_goes_on(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.ADVOCACY_REQUEST)
    with app.app_context():
        story.do(story.officer, "refer")
        story.do(story.manager, "cannot", "Nobody speaks Dari.")
        assert story.where[1:] == ("unable", State.ACCEPTED) and story.runs(ClockId.ADVOCACY_OFFER)
        story.do(story.officer, "refer")
        story.deed(lambda visitor: tracking_deeds.take_back(visitor, "changed_mind", ""))
        assert story.where == ("advocacy", "declined_by_CYP", State.ANSWERED)
        assert not story.runs(ClockId.ADVOCACY_OFFER)
        assert "no_advocate" in story.papers()


def test_somebody_with_an_advocate_can_complain_from_the_first_day(app: Flask, at: At) -> None:
    story = story_at_monday(app, at, Kind.ADVOCACY_REQUEST)
    with app.app_context():
        story.later(at, 2)
        story.do(story.officer, "return")
        assert story.where[:2] == ("intake", "triage")
        assert story.made.case.due_on == date(2026, 12, 14)
        assert not story.runs(ClockId.ADVOCACY_OFFER)


def test_another_route_is_not_let_go_before_they_say_that_they_have_it(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.turned_away(Reason.OTHER_BODY, Route.SCHOOL, "to_alternative")
        assert story.where == ("alternative_route", "referred", State.ACCEPTED)
        assert (story.page, story.may()) == ("other", {"take_back"})
        with pytest.raises(NotPossible):
            story.do(story.officer, "close")
        with pytest.raises(NotPossible, match="A reason is needed"):
            story.do(story.officer, "confirm")
        story.do(story.officer, "confirm", "The head teacher rang.")
        story.do(story.officer, "close")
        assert story.where == ("alternative_route", "closed", State.CLOSED)
        assert not any(story.runs(which) for which in (ClockId.ACKNOWLEDGEMENT, ClockId.STAGE_1, ClockId.ELIGIBILITY))
        assert story.papers() == ["other_way", "finished"]


def test_what_nobody_else_takes_comes_back_with_its_first_day(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.turned_away(Reason.OTHER_BODY, Route.SCHOOL, "to_alternative")
        story.later(at, 4)
        story.do(story.manager, "return", "The school says it is ours.")
        assert story.where[:2] == ("intake", "triage") and story.made.case.due_on == date(2026, 12, 14)


def test_nobody_is_turned_away_by_one_person_and_it_can_be_challenged(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.turned_away(Reason.COURT_PROCEEDINGS, Route.COURT)
        assert story.where == ("ineligible", "decided", State.RECEIVED)
        assert story.heap == ["new"] and story.papers() == [], "nobody is told before it is confirmed"
        assert story.runs(ClockId.ACKNOWLEDGEMENT), "they still wait for our first letter"
        with pytest.raises((NotPossible, NotLikeThis)):
            story.do(story.officer, "notify", "court_proceedings")
        story.later(at, 2)
        story.do(story.manager, "notify", "The family court decides about contact.")
        assert story.where == ("ineligible", "notified", State.ANSWERED)
        assert story.stopped(ClockId.ELIGIBILITY) == date(2026, 12, 2)
        assert story.stopped(ClockId.ACKNOWLEDGEMENT) == date(2026, 12, 2)
        assert (story.page, story.may()) == ("refused", {"go_on"})
        story.deed(lambda visitor: tracking_deeds.ask_next_step(visitor, "It is not about contact."))
        assert story.where == ("ineligible", "challenged", State.ACCEPTED)
        assert story.made.case.unhappy and story.made.case.waiting_for_us
        story.do(story.manager, "return", "They are right.")
        assert story.where[:2] == ("intake", "triage") and story.made.case.due_on == date(2026, 12, 14)
        assert story.papers()[:2] == ["not_taken", "look_again"]


def test_a_challenge_that_changes_nothing_is_told_again_and_closed(app: Flask, at: At) -> None:
    story = story_at_monday(app, at)
    with app.app_context():
        story.turned_away(Reason.COURT_PROCEEDINGS, Route.COURT)
        story.do(story.manager, "notify", "The family court decides.")
        story.person("ask_next")
        story.do(story.manager, "notify", "It is the same question.")
        story.do(story.officer, "close")
        assert story.where == ("ineligible", "closed", State.CLOSED)
        assert story.papers() == ["not_taken", "look_again", "not_taken", "finished"]

"""Cases on their way through their procedures, from receipt to close: each story with every letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility_words import Reason, Route
from portal.domain.findings import Outcome
from portal.domain.stage_words import Fact
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, State
from portal.records.steps import draft_of, steps_of
from portal.records.timeline import messages_of
from portal.services.case_writing import NotLikeThis
from portal.services.concerns import Head, add
from portal.services.convening import panel_day
from portal.services.deciding import decide
from portal.services.stating import agree_statement, write_statement
from portal.services.stepping import could, take
from tests import makers as make
from tests.services import outsiders
from tests.services.desk import MONDAY, READ, Desk, Set


def test_a_statutory_complaint_goes_through_all_three_stages_to_its_close(app: Flask, desk: Desk, at: Set) -> None:
    with app.app_context():
        desk.taken_on()
        assert desk.where == ("statutory", "S1_open", State.ACCEPTED)
        assert desk.made.case.acknowledged_on == MONDAY.date()
        desk.answered()
        assert desk.where == ("statutory", "S1_responded", State.ANSWERED)
        assert not desk.runs(ClockId.STAGE_1)
        desk.person("ask_next")
        assert desk.where == ("statutory", "S2_requested", State.ACCEPTED)
        assert desk.made.case.due_on == date(2027, 1, 7), "25 working days from the request"
        with pytest.raises(NotPossible, match="line of management"):
            desk.do(desk.manager, "appoint")
        outsiders.two_for_stage_2(desk.made.id, desk.manager)
        desk.do(desk.manager, "appoint")
        write_statement(desk.made.id, desk.officer, "They moved my meeting.")
        agree_statement(desk.made.id, desk.officer, MONDAY.date())
        desk.do(desk.manager, "agree_statement")
        with pytest.raises(NotPossible, match="The reports of both"):
            desk.do(desk.manager, "reports_in")
        outsiders.both_report(desk.made.id, desk.manager)
        desk.do(desk.manager, "reports_in")
        decide(desk.made.id, desk.senior, 2, {1: Outcome.PARTLY_UPHELD})
        desk.do(desk.officer, "draft")
        outsiders.accept(desk.made.id, desk.senior, 2, 1)
        with pytest.raises(NotPossible, match="Every finding and recommendation needs an answer"):
            desk.do(desk.senior, "adjudicate")
        outsiders.accept(desk.made.id, desk.senior, 2, 2)
        desk.do(desk.senior, "adjudicate")
        assert desk.where == ("statutory", "S2_adjudicated", State.ANSWERED)
        desk.person("ask_next")
        assert desk.where == ("statutory", "S3_requested", State.ACCEPTED)
        panel = date(2027, 1, 11)
        outsiders.panel(desk.made.id, desk.manager, panel)
        desk.do(desk.officer, "convene")
        assert panel_day(desk.made.id) == panel
        assert desk.runs(ClockId.PANEL_PAPERS)
        desk.do(desk.manager, "send_papers")
        with pytest.raises(NotPossible, match="The day of the panel has not come"):
            desk.do(desk.manager, "heard")
        at(datetime(2027, 1, 11, 15, tzinfo=UTC))
        desk.do(desk.manager, "heard")
        outsiders.panel_reports(desk.made.id, desk.manager)
        desk.do(desk.manager, "panel_reported")
        decide(desk.made.id, desk.senior, 3, {1: Outcome.UPHELD})
        desk.do(desk.officer, "draft")
        outsiders.accept(desk.made.id, desk.director, 3, 1)
        desk.do(desk.director, "respond")
        assert desk.where == ("statutory", "S3_responded", State.ANSWERED)
        desk.do(desk.manager, "close")
        assert desk.where == ("statutory", "closed", State.CLOSED)
        assert [step.event for step in steps_of(desk.made.id)][:2] == ["to_statutory", "draft"]
        told = [message.kind for message in messages_of(desk.made.id)]
        ticked = {code for step in steps_of(desk.made.id) for code in step.details["confirmed"].split()}
        assert ticked <= {Fact.ELIGIBILITY_RECORDED}, "everything else was read from what is kept"
        assert told.count(Happening.ANSWERED) == 3, "an answer at each stage"
        assert told.count(Happening.MESSAGE_FROM_TEAM) == 9, "every other letter of the way"


def test_an_answer_needs_an_outcome_a_check_and_a_signature_of_somebody_else(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.do(desk.team, "draft")
        with pytest.raises(NotPossible) as refused:
            desk.do(desk.team, "send")
        assert refused.value.missing == (Fact.OUTCOME_FOR_EACH_CONCERN, Fact.QUALITY_CHECKED, Fact.SIGNED_OFF)
        desk.do(desk.manager, "draft")
        with pytest.raises(NotLikeThis, match="Somebody else"):
            desk.do(desk.manager, "check")


def test_changed_words_need_new_eyes(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.do(desk.team, "draft")
        desk.do(desk.manager, "check")
        desk.do(desk.team, "draft")
        draft = draft_of(desk.made.id)
        assert draft and draft.checked_by is None


def test_a_corporate_complaint_has_two_stages_and_another_manager_for_the_second(app: Flask, desk: Desk) -> None:
    with app.app_context():
        take(desk.made.id, desk.officer, "to_corporate", READ)
        assert not desk.runs(ClockId.STAGE_1)
        assert desk.made.case.due_on == date(2026, 12, 14), "10 working days from the acknowledgement"
        desk.do(desk.officer, "allocate", handler_id=desk.team)
        add(desk.made.id, desk.officer, Head("They moved my meeting.", "communication"))
        desk.answered()
        desk.person("ask_next")
        with pytest.raises(NotPossible, match="Somebody else must handle"):
            desk.do(desk.officer, "appoint", handler_id=desk.team)
        other = make.officer(Role.TEAM_MANAGER).id
        desk.do(desk.officer, "appoint", handler_id=other)
        desk.team = other
        desk.answered(2)
        assert desk.where == ("corporate", "C2_responded", State.ANSWERED)
        assert not could(desk.made.case, "ask_next"), "there is no third stage"
        desk.do(desk.manager, "close")
        assert desk.where == ("corporate", "closed", State.CLOSED)


def test_what_is_not_sorted_out_quickly_keeps_its_first_date(app: Flask, desk: Desk, at: Set) -> None:
    with app.app_context():
        take(desk.made.id, desk.officer, "to_informal", READ)
        at(MONDAY + timedelta(days=3))
        desk.person("escalate")
        assert desk.where[:2] == ("intake", "triage")
        assert desk.made.case.due_on == date(2026, 12, 14), "10 working days from the day it was received"
        desk.taken_on()
        assert desk.made.case.due_on == date(2026, 12, 14)


def test_an_enquiry_is_answered_and_closed(app: Flask, desk: Desk) -> None:
    with app.app_context():
        take(desk.made.id, desk.officer, "to_enquiry", READ)
        desk.do(desk.officer, "draft")
        desk.do(desk.officer, "send")
        desk.do(desk.officer, "close")
        assert desk.where == ("enquiry", "closed", State.CLOSED)


def test_not_taking_it_on_needs_two_people_and_can_be_challenged(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.turned_away(Reason.COURT_PROCEEDINGS, Route.COURT)
        with pytest.raises(NotPossible, match="Somebody else"):
            desk.do(desk.officer, "notify", "court")
        desk.do(desk.manager, "notify", "A court decides this.")
        assert desk.where == ("ineligible", "notified", State.ANSWERED)
        desk.person("ask_next")
        assert desk.where == ("ineligible", "challenged", State.ACCEPTED)

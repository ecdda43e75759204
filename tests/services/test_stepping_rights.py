"""What nobody may take from the person, and what no officer may do alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.procedures import Procedure
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import NotPossible
from portal.domain.words import State
from portal.services.duties import DUTIES
from portal.services.stepping import could, possible
from tests import makers as make
from tests.services.desk import MONDAY, Desk, Set


def test_on_hold_and_on_again_it_stands_where_it_stood(app: Flask, desk: Desk, at: Set) -> None:
    with app.app_context():
        desk.taken_on()
        at(MONDAY + timedelta(days=2))
        desk.do(desk.manager, "hold", "Family court", Fact.PROCEEDINGS_NAMED)
        assert desk.made.case.paused
        desk.person("withdraw")
        assert desk.where == ("statutory", "withdrawn", State.WITHDRAWN)
        desk.do(desk.manager, "reopen", "They changed their mind")
        assert desk.where == ("statutory", "paused_reg8", State.ACCEPTED)
        at(MONDAY + timedelta(days=9))
        desk.do(desk.manager, "go_on")
        assert desk.where == ("statutory", "S1_open", State.ACCEPTED)
        assert desk.runs(ClockId.STAGE_1)
        assert desk.made.case.due_on == date(2026, 12, 21), "five working days later than before the hold"


def test_refusing_stage_2_needs_the_warning_and_the_right_stays(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.answered()
        desk.person("ask_next")
        with pytest.raises(NotPossible, match="Read first what the Ombudsman says"):
            desk.do(desk.manager, "decline_next", "Nothing to add")
        desk.do(desk.manager, "decline_next", "Nothing to add", Fact.REFUSAL_WARNING_READ)
        assert desk.where == ("statutory", "S2_declined", State.ANSWERED)
        assert could(desk.made.case, "ask_next"), "they may ask again"


def test_a_closed_complaint_keeps_the_right_to_the_next_stage(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.answered()
        desk.do(desk.manager, "close")
        desk.person("ask_next")
        assert desk.where == ("statutory", "S2_requested", State.ACCEPTED)


def test_without_any_answer_the_right_comes_with_the_last_day(app: Flask, desk: Desk, at: Set) -> None:
    with app.app_context():
        assert not could(desk.made.case, "ask_next")
        at(datetime(2026, 12, 31, 12, tzinfo=UTC))
        assert could(desk.made.case, "ask_next"), "twenty working days ended on Wednesday 30 December"
        desk.person("ask_next")
        assert desk.where == ("statutory", "S2_requested", State.ACCEPTED)
        assert desk.made.case.procedure is Procedure.STATUTORY


def test_more_time_ends_where_the_law_ends(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        with pytest.raises(NotPossible, match="later than the procedure allows"):
            desk.do(desk.manager, "extend", "Complex", until=date(2027, 1, 29))
        desk.do(desk.manager, "extend", "Complex", until=date(2026, 12, 21))
        assert desk.made.case.due_on == date(2026, 12, 21)
        assert desk.made.case.extended


def test_somebody_it_may_be_about_is_never_the_manager_who_answers(app: Flask, at: Set) -> None:
    at(MONDAY)
    with app.app_context():
        desk = Desk(about=["worker"], named_person="Jo Smith")
        desk.taken_on()
        named = make.officer(Role.TEAM_MANAGER, name="Jo Smith").id
        with pytest.raises(NotPossible, match="must not be somebody it is about"):
            desk.do(desk.officer, "allocate", handler_id=named)


def test_only_the_manager_it_was_given_to_answers(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.do(desk.officer, "allocate", handler_id=desk.team)
        other = make.officer(Role.TEAM_MANAGER).id
        with pytest.raises(NotPossible, match="Somebody else"):
            desk.do(other, "draft")


def test_roles_that_take_no_steps_are_offered_none(app: Flask, desk: Desk) -> None:
    with app.app_context():
        auditor = make.officer(Role.AUDITOR).id
        assert possible(desk.made.case, auditor) == ()
        assert DUTIES[Role.COMPLAINTS_OFFICER] == {Who.TRIAGE, Who.PANEL_ADMIN}

"""Looking at what came: what is kept, what it points to, and what nobody may do with it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.exc import DatabaseError

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility import Answers
from portal.domain.eligibility_words import (
    Consent,
    Matter,
    Reason,
    Route,
    Safety,
    Wants,
)
from portal.domain.procedures import Procedure
from portal.domain.stages import NotPossible
from portal.domain.words import Happening, Kind, State
from portal.extensions import db
from portal.records.screening import latest_screening, screenings_of
from portal.records.timeline import timeline_of
from portal.services.case_writing import NotLikeThis
from portal.services.proceeding_clocks import ledgers
from portal.services.screening import answers_of, look_at
from portal.services.screening_facts import refusal_of, why_not
from portal.services.stage_facts import Given
from portal.services.stepping import possible, take
from tests import makers as make
from tests.services.desk import LOOKED, MONDAY, READ, Desk

Set = Callable[[datetime], None]
PLAIN = Given(words="We have taken this on.")


@pytest.fixture
def desk(app: Flask, at: Set) -> Iterator[Desk]:
    at(MONDAY)
    with app.app_context():
        yield Desk()


def test_nothing_leaves_triage_before_somebody_has_looked(desk: Desk) -> None:
    fresh = make.case()
    with pytest.raises(NotPossible, match="eligibility questions have not been answered"):
        take(fresh.id, desk.officer, "to_statutory", READ)
    look_at(fresh.id, desk.officer, replace(LOOKED, before=None))
    with pytest.raises(NotPossible, match="eligibility questions have not been answered"):
        take(fresh.id, desk.officer, "to_statutory", READ)
    look_at(fresh.id, desk.officer, LOOKED)
    take(fresh.id, desk.officer, "to_statutory", PLAIN)
    assert fresh.case.step == "S1_open"


def test_every_look_is_kept_and_the_newest_counts(desk: Desk) -> None:
    desk.look(replace(LOOKED, matter=Matter.OTHER_SERVICE))
    versions = screenings_of(desk.made.id)
    assert [(row.version, row.suggested) for row in versions] == [(2, "to_corporate"), (1, "to_statutory")]
    assert answers_of(desk.made.case).matter is Matter.OTHER_SERVICE
    assert [line.happening for line in timeline_of(desk.made.id)].count(Happening.SCREENED) == 2


def test_no_version_is_ever_changed(either_app: Flask) -> None:
    with either_app.app_context():
        made = make.case()
        look_at(made.id, make.officer().id, LOOKED)
        row = latest_screening(made.id)
        assert row is not None
        row.suggested = "to_corporate"
        with pytest.raises(DatabaseError, match="never changed"):
            db.session.flush()
        db.session.rollback()


def test_safety_is_answered_first(desk: Desk) -> None:
    with pytest.raises(NotLikeThis, match="Say first whether everybody is safe"):
        look_at(desk.made.id, desk.officer, Answers(wants=Wants.ANSWER))


def test_another_way_than_the_suggested_one_needs_a_reason_that_is_kept(desk: Desk) -> None:
    with pytest.raises(NotLikeThis, match="The answers point to: Statutory complaint"):
        take(desk.made.id, desk.officer, "to_corporate", PLAIN)
    take(desk.made.id, desk.officer, "to_corporate", READ)
    assert any("Read it with the team." in (line.note or "") for line in timeline_of(desk.made.id))


def test_a_child_in_danger_needs_no_other_answer_to_be_passed_on_and_is_not_turned_away(desk: Desk) -> None:
    desk.look(Answers(safety=Safety.IN_DANGER))
    with pytest.raises(NotLikeThis, match="Nobody is turned away before we know that everybody is safe"):
        desk.turned_away(Reason.OTHER_BODY, Route.SCHOOL)
    assert desk.where[0] == "intake" and refusal_of(desk.made.id) is None, "nothing of it was kept"
    take(desk.made.id, desk.officer, "to_safeguarding", PLAIN)
    assert desk.where[0] == "safeguarding"


def test_the_coded_reason_and_the_other_way_are_kept_where_reports_find_them(desk: Desk) -> None:
    desk.turned_away(Reason.NO_PR_OR_INVOLVEMENT)
    row = refusal_of(desk.made.id)
    assert row and (row.decided, row.reason_code, row.route) == ("to_ineligible", "no_pr_or_involvement", "ombudsman")
    assert why_not(desk.made.id) == (Reason.NO_PR_OR_INVOLVEMENT, Route.OMBUDSMAN)


def test_what_the_answers_point_to_brings_its_own_reason(desk: Desk) -> None:
    desk.look(Answers(Safety.SAFE, Wants.ANSWER, Matter.INSURANCE))
    take(desk.made.id, desk.officer, "to_alternative", PLAIN)
    assert why_not(desk.made.id) == (Reason.INSURANCE_CLAIM, Route.INSURANCE)


def test_not_taking_it_on_without_a_coded_reason_is_impossible(desk: Desk) -> None:
    with pytest.raises(NotLikeThis, match="Pick the reason"):
        take(desk.made.id, desk.officer, "to_ineligible", READ)


def test_whoever_proposed_it_cannot_confirm_it(desk: Desk) -> None:
    desk.officer = desk.manager
    desk.turned_away(Reason.COURT_PROCEEDINGS, Route.COURT)
    with pytest.raises(NotLikeThis, match="Somebody else than the one who proposed it"):
        desk.do(desk.manager, "notify", "A court decides this.")
    desk.do(make.officer(Role.COMPLAINTS_MANAGER).id, "notify", "A court decides this.")
    assert desk.where == ("ineligible", "notified", State.ANSWERED)


def test_nobody_is_called_vexatious_before_a_senior_manager_agrees(desk: Desk) -> None:
    desk.turned_away(Reason.VEXATIOUS)
    with pytest.raises(NotPossible, match="A senior manager has to confirm this reason as well"):
        desk.do(desk.manager, "notify", "The same every day.")
    with pytest.raises(NotPossible, match="A reason is needed"):
        desk.do(desk.senior, "agree_refusal")
    desk.do(desk.senior, "agree_refusal", "I have read all of it.")
    desk.do(desk.manager, "notify", "The same every day.")
    assert desk.where == ("ineligible", "notified", State.ANSWERED)


def test_agreeing_once_does_not_count_for_the_next_proposal(desk: Desk) -> None:
    desk.turned_away(Reason.VEXATIOUS)
    desk.do(desk.senior, "agree_refusal", "I have read all of it.")
    desk.do(desk.manager, "return", "They sent more.")
    desk.turned_away(Reason.VEXATIOUS)
    with pytest.raises(NotPossible, match="A senior manager"):
        desk.do(desk.manager, "notify", "The same every day.")


def test_one_person_with_both_roles_is_still_one_person(desk: Desk) -> None:
    both = make.officer(Role.COMPLAINTS_MANAGER, Role.SENIOR_MANAGER).id
    desk.turned_away(Reason.VEXATIOUS)
    desk.do(both, "agree_refusal", "I have read all of it.")
    with pytest.raises(NotLikeThis, match="Somebody else"):
        desk.do(both, "notify", "The same every day.")
    desk.do(desk.manager, "notify", "The same every day.")


def test_consent_is_read_from_what_triage_found(desk: Desk) -> None:
    made = make.case(kind=Kind.MEMBER_ENQUIRY)
    with pytest.raises(NotPossible, match="consent has not been checked"):
        take(made.id, desk.officer, "allocate", READ)
    look_at(made.id, desk.officer, Answers(Safety.SAFE, Wants.MEMBER, consent=Consent.REFUSED))
    with pytest.raises(NotPossible, match="consent has not been checked"):
        take(made.id, desk.officer, "allocate", READ)
    look_at(made.id, desk.officer, Answers(Safety.SAFE, Wants.MEMBER, consent=Consent.GIVEN))
    take(made.id, desk.officer, "allocate", READ)


def test_another_procedure_never_starts_later_than_the_first_one_did(desk: Desk, at: Set) -> None:
    desk.taken_on()
    began = ledgers(desk.made.id)[ClockId.STAGE_1].events[0].on
    at(MONDAY + timedelta(days=9))
    desk.do(desk.manager, "reclassify", "It is about the car park.")
    assert desk.where[:2] == ("intake", "triage")
    assert ledgers(desk.made.id)[ClockId.STAGE_1].events[0].on == began
    with pytest.raises(NotPossible, match="eligibility questions have not been answered"):
        take(desk.made.id, desk.officer, "to_corporate", READ)
    assert desk.made.case.look_by == date(2026, 12, 14), "three working days from the day it came back"
    desk.look(replace(LOOKED, matter=Matter.OTHER_SERVICE))
    take(desk.made.id, desk.officer, "to_corporate", PLAIN)
    assert ledgers(desk.made.id)[ClockId.CORPORATE_STAGE_1].events[0].on == MONDAY.date(), (
        "told on Monday that we have it"
    )
    at(MONDAY + timedelta(days=10))
    desk.do(desk.manager, "reclassify", "It was statutory after all.")
    desk.look()
    take(desk.made.id, desk.officer, "to_statutory", PLAIN)
    assert ledgers(desk.made.id)[ClockId.STAGE_1].events[0].on == began
    assert desk.made.case.due_on == date(2026, 12, 14)


def test_only_the_complaints_manager_looks_again_and_says_why(desk: Desk) -> None:
    desk.taken_on()
    with pytest.raises(NotPossible, match="Somebody else"):
        desk.do(desk.officer, "reclassify", "Another procedure.")
    with pytest.raises(NotPossible, match="A reason is needed"):
        desk.do(desk.manager, "reclassify")


def test_the_desk_is_told_by_when_somebody_has_to_look(desk: Desk) -> None:
    made = make.case()
    assert made.case.look_by == date(2026, 12, 3), "three working days from Monday"
    take(made.id, desk.officer, "ask_consent", READ)
    assert made.case.look_by is None, "we wait for somebody else"
    take(made.id, desk.officer, "consent_came", READ)
    assert made.case.look_by == date(2026, 12, 3)
    look_at(made.id, desk.officer, LOOKED)
    assert made.case.look_by is None


def test_a_case_that_left_triage_without_a_look_is_not_looked_for(desk: Desk) -> None:
    made = make.case()
    take(made.id, desk.officer, "withdraw", READ)
    assert made.case.look_by is None or made.case.state is State.WITHDRAWN
    assert all(choice.step.event != "to_statutory" for choice in possible(made.case, desk.officer))
    assert made.case.procedure is Procedure.INTAKE

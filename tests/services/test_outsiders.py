"""People from outside in a case: named, ended, paid; their reports and recommendations; the panel's day. Real deeds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.findings import Outcome
from portal.domain.independence import Capacity, Ties
from portal.domain.recommendations import Author, Verdict
from portal.domain.stage_words import Fact, Who
from portal.extensions import db
from portal.records.appointments import Appointment, appointments_of
from portal.records.learning import actions_of, reviews_of
from portal.records.remedies import Expense, rows_of
from portal.records.reports import latest_reports, recommendations_of
from portal.services import appointing, convening
from portal.services.answering_recommendations import Answering, answer, each_answered
from portal.services.appointing import Naming
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.independents import change, enter
from portal.services.later_stage_facts import FACTS
from portal.services.proceeding_clocks import ledgers
from portal.services.receiving_reports import Received, receive, recommend, take_out
from portal.services.stepping import duties
from tests import makers as make
from tests.services import outsiders
from tests.services.desk import MONDAY, Desk
from tests.services.outsiders import doing, known

Set = Callable[[datetime], None]


@pytest.fixture
def desk(either_app: Flask, at: Set) -> Desk:
    at(MONDAY)
    with either_app.app_context():
        made = Desk()
        made.taken_on()
        return made


def true(desk: Desk, fact: Fact) -> bool:
    return FACTS[fact](desk.made.case, None)


def test_nobody_takes_two_parts_and_no_part_is_taken_twice(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        ash, _ = outsiders.two_for_stage_2(desk.made.id, desk.manager)
        cedar = enter(desk.manager, known("Cedar Hill"))
        with pytest.raises(NotLikeThis, match="two people"):
            outsiders.name(desk.made.id, desk.manager, ash, Capacity.INDEPENDENT_PERSON)
        with pytest.raises(NotLikeThis, match="Somebody is named for this"):
            outsiders.name(desk.made.id, desk.manager, cedar, Capacity.INVESTIGATOR)
        with pytest.raises(NotLikeThis, match="named already"):
            outsiders.name(desk.made.id, desk.manager, ash, Capacity.INVESTIGATOR)
        with pytest.raises(NotThere):
            appointing.appoint(desk.made.id, desk.manager, Naming(999, Capacity.CHAIR, date(2027, 1, 1), checked=True))
        with pytest.raises(NotLikeThis, match="last day cannot lie behind"):
            outsiders.name(desk.made.id, desk.manager, cedar, Capacity.CHAIR, until_on=date(2026, 11, 29))
        assert len(appointments_of(desk.made.id)) == 2


def test_who_takes_over_is_checked_anew_and_the_first_never_sits_on_the_panel(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        ash, briar = outsiders.two_for_stage_2(desk.made.id, desk.manager)
        number = next(row.id for row in appointments_of(desk.made.id) if row.independent_id == briar)
        appointing.end(desk.made.id, desk.manager, number, "They fell ill.")
        assert not true(desk, Fact.PERSON_INDEPENDENT)
        assert true(desk, Fact.INVESTIGATOR_INDEPENDENT)
        with pytest.raises(NotThere):
            appointing.end(desk.made.id, desk.manager, number, "Twice.")
        with pytest.raises(NotThere):
            appointing.prolong(desk.made.id, desk.manager, number, date(2027, 3, 1))
        fern = enter(desk.manager, known("Fern Dale"))
        outsiders.name(desk.made.id, desk.manager, fern, Capacity.INDEPENDENT_PERSON)
        assert true(desk, Fact.PERSON_INDEPENDENT)
        for person, told in ((briar, "independent person of Stage 2"), (ash, "investigated this complaint")):
            with pytest.raises(NotLikeThis, match=told):
                outsiders.name(desk.made.id, desk.manager, person, Capacity.PANELLIST)


def test_a_panel_of_two_or_with_somebody_who_married_an_officer_is_none(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        assert not true(desk, Fact.PANEL_WITHOUT_STAGE_2_PERSON)
        outsiders.stands(desk.made, "S3_requested")
        *_, elm = outsiders.panel(desk.made.id, desk.manager, date(2027, 1, 11))
        assert true(desk, Fact.THREE_INDEPENDENT_PANELLISTS)
        assert true(desk, Fact.PANEL_WITHOUT_STAGE_2_PERSON)
        change(elm, desk.manager, known("Elm Grove", ties=Ties(partner=True, signed_on=date(2026, 11, 2))))
        assert not true(desk, Fact.THREE_INDEPENDENT_PANELLISTS)
        change(elm, desk.manager, known("Elm Grove"))
        appointing.end(desk.made.id, desk.manager, appointments_of(desk.made.id)[-1].id, "Has no time.")
        assert not true(desk, Fact.THREE_INDEPENDENT_PANELLISTS)


def test_whose_last_day_has_passed_takes_no_part_until_it_is_prolonged(either_app: Flask, desk: Desk, at: Set) -> None:
    with either_app.app_context():
        outsiders.stands(desk.made, "S2_requested")
        outsiders.two_for_stage_2(desk.made.id, desk.manager)
        first, last = appointments_of(desk.made.id)[0].id, MONDAY.date()
        appointing.prolong(desk.made.id, desk.manager, first, last)
        assert true(desk, Fact.INVESTIGATOR_INDEPENDENT)
        at(MONDAY + timedelta(days=1))
        assert not true(desk, Fact.INVESTIGATOR_INDEPENDENT)
        with pytest.raises(NotLikeThis, match="End their part first"):
            outsiders.name(desk.made.id, desk.manager, enter(desk.manager, known("Clo Hay")), Capacity.INVESTIGATOR)
        appointing.prolong(desk.made.id, desk.manager, first, last + timedelta(days=30))
        assert true(desk, Fact.INVESTIGATOR_INDEPENDENT)


def test_an_officer_of_another_service_investigates_as_long_as_they_are_named(
    either_app: Flask, desk: Desk, at: Set
) -> None:
    with either_app.app_context():
        lee = make.officer(Role.TEAM_MANAGER, name="Lee Wren")
        person = enter(
            desk.manager, known("Lee Wren", ties=Ties(officer=True, signed_on=MONDAY.date()), account=lee.email)
        )
        number = outsiders.name(desk.made.id, desk.manager, person, Capacity.INVESTIGATOR, until_on=date(2026, 12, 10))
        assert Who.INVESTIGATOR in duties(lee, desk.made.case)
        appointing.prolong(desk.made.id, desk.manager, number, date(2026, 12, 14))
        at(datetime(2026, 12, 14, 12, tzinfo=UTC))
        assert Who.INVESTIGATOR in duties(lee, desk.made.case)
        at(datetime(2026, 12, 15, 12, tzinfo=UTC))
        assert Who.INVESTIGATOR not in duties(lee, desk.made.case)
        assert not true(desk, Fact.INVESTIGATOR_INDEPENDENT), "who reads it no more does not look into it"


def test_a_member_of_the_panel_with_an_account_says_that_it_met(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        cedar = make.officer(Role.INDEPENDENT_PERSON, name="Cedar Hill")
        person = enter(desk.manager, known("Cedar Hill", account=cedar.email))
        outsiders.name(desk.made.id, desk.manager, person, Capacity.CHAIR)
        assert Who.PANEL in duties(cedar, desk.made.case)


def test_a_fee_is_paid_once_and_counted_as_what_it_was(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        person = enter(desk.manager, known("Cedar Hill"))
        number = outsiders.name(desk.made.id, desk.manager, person, Capacity.PANELLIST, pence_agreed=20_000)
        appointing.agree_fee(desk.made.id, desk.manager, number, 25_000)
        with pytest.raises(NotLikeThis, match="cannot lie ahead"):
            appointing.pay_fee(desk.made.id, desk.manager, number, 25_000, date(2027, 1, 1), "Head of Service")
        appointing.pay_fee(desk.made.id, desk.manager, number, 26_000, MONDAY.date(), "Head of Service")
        for again in (
            lambda: appointing.pay_fee(desk.made.id, desk.manager, number, 1, MONDAY.date(), "Head of Service"),
            lambda: appointing.agree_fee(desk.made.id, desk.manager, number, 1),
        ):
            with pytest.raises(NotLikeThis, match="paid already"):
                again()
        (cost,) = rows_of(Expense, desk.made.id)
        assert (cost.kind, cost.pence, cost.approved_by) == ("panel", 26_000, "Head of Service")
        assert db.session.get_one(Appointment, number).pence_agreed == 25_000
        with pytest.raises(NotThere):
            appointing.agree_fee(make.case().id, desk.manager, number, 1)


def test_reports_come_in_their_time_and_only_whole(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        whole = Received(Author.INDEPENDENT_PERSON, MONDAY.date(), "It was fair.", False)
        with pytest.raises(NotLikeThis, match="once it has begun"):
            receive(desk.made.id, desk.manager, whole)
        outsiders.stands(desk.made, "S2_investigating")
        for wrong, told in (
            (Received(Author.INVESTIGATOR, MONDAY.date(), "", True), "Write or paste"),
            (Received(Author.INVESTIGATOR, MONDAY.date() + timedelta(days=1), "x", True), "lies ahead"),
            (Received(Author.INVESTIGATOR, MONDAY.date(), "x", True), "about concern 1"),
            (Received(Author.PANEL, MONDAY.date(), "x", True), "Stage 3"),
        ):
            with pytest.raises(NotLikeThis, match=told):
                receive(desk.made.id, desk.manager, wrong)
        with pytest.raises(NotThere):
            receive(desk.made.id, desk.manager, Received(Author.INDEPENDENT_PERSON, MONDAY.date(), "x", False,
                                                         {7: Outcome.UPHELD}))  # fmt: skip
        assert not true(desk, Fact.REPORTS_RECEIVED)
        receive(desk.made.id, desk.manager, whole)
        assert not true(desk, Fact.REPORTS_RECEIVED), "one of two"
        with pytest.raises(NotLikeThis, match="First take in the report"):
            recommend(desk.made.id, desk.manager, Author.INDEPENDENT_PERSON, "Say sorry.")
        assert set(latest_reports(desk.made.id)) == {Author.INDEPENDENT_PERSON}


def test_an_answer_can_be_thought_about_again_and_its_action_goes_with_it(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        outsiders.stands(desk.made, "S2_reported")
        outsiders.both_report(desk.made.id, desk.manager)
        outsiders.accept(desk.made.id, desk.senior, 2, 1)
        assert not each_answered(desk.made.id, 2)
        part = Answering(Verdict.PART, "Only in writing.", doing("Write a letter."))
        answer(desk.made.id, desk.senior, 2, 1, part)
        (action,) = actions_of(desk.made.id)
        assert action.texts["action"] == "Write a letter.", "the same action, and not a second one"
        answer(desk.made.id, desk.senior, 2, 1, Answering(Verdict.REJECT, "Nothing was wrong."))
        (action,) = actions_of(desk.made.id)
        assert (action.status, action.open) == ("dropped", False)
        assert reviews_of(action.id)[0].words == "Nothing was wrong."
        take_out(desk.made.id, desk.manager, 2, 2)
        assert each_answered(desk.made.id, 2)
        with pytest.raises(NotLikeThis, match="so it stays"):
            take_out(desk.made.id, desk.manager, 2, 1)
        assert [row.number for row in recommendations_of(desk.made.id, 2)] == [1]


def test_a_report_that_recommends_something_is_not_answered_before_that_is_written_down(
    either_app: Flask, desk: Desk
) -> None:
    with either_app.app_context():
        outsiders.stands(desk.made, "S3_reported")
        assert not true(desk, Fact.EACH_RECOMMENDATION_ANSWERED), "no report is here"
        receive(desk.made.id, desk.manager, Received(Author.PANEL, MONDAY.date(), "We heard everybody.", True))
        assert not true(desk, Fact.EACH_RECOMMENDATION_ANSWERED)
        receive(desk.made.id, desk.manager, Received(Author.PANEL, MONDAY.date(), "Corrected.", False))
        assert true(desk, Fact.EACH_RECOMMENDATION_ANSWERED)


def test_the_panels_day_is_set_in_its_time_and_moves_the_day_for_the_papers(either_app: Flask, desk: Desk) -> None:
    with either_app.app_context():
        with pytest.raises(NotLikeThis, match="once Stage 3 was asked for"):
            convening.set_day(desk.made.id, desk.manager, date(2027, 1, 11), "Town Hall")
        outsiders.stands(desk.made, "S3_requested")
        for day, place, told in ((date(2026, 11, 27), "Town Hall", "lie behind us"), (date(2027, 1, 11), "", "where")):
            with pytest.raises(NotLikeThis, match=told):
                convening.set_day(desk.made.id, desk.manager, day, place)
        with pytest.raises(NotLikeThis, match="Set the day"):
            convening.list_papers(desk.made.id, desk.manager, "Both reports", "The panel")
        assert not true(desk, Fact.PANEL_DAY_SET)
        outsiders.panel(desk.made.id, desk.manager, date(2027, 1, 11))
        assert true(desk, Fact.PANEL_DAY_SET) and not true(desk, Fact.PANEL_HAS_MET)
        desk.do(desk.officer, "convene")
        convening.set_day(desk.made.id, desk.manager, date(2027, 1, 18), "Town Hall")
        assert papers_due(desk) == date(2027, 1, 4)
        desk.do(desk.officer, "send_papers")
        convening.set_day(desk.made.id, desk.manager, date(2027, 1, 25), "Town Hall")
        assert papers_due(desk) == date(2027, 1, 4), "the papers have gone, and stay gone"


def papers_due(desk: Desk) -> date:
    return ledgers(desk.made.id)[ClockId.PANEL_PAPERS].reading(date(2027, 1, 4)).due

"""At every place of every procedure the one step that leads on, or nothing where the team has nothing left to do."""

from __future__ import annotations

import pytest

from portal.domain.onward import onward
from portal.domain.procedures import TABLES, Procedure
from portal.domain.stage_words import Fact

ANSWER = {Fact.OUTCOME_FOR_EACH_CONCERN}
DRAFTED = ANSWER | {Fact.DRAFT_WRITTEN}
CHECKED = DRAFTED | {Fact.QUALITY_CHECKED}


@pytest.mark.parametrize(
    ("procedure", "place", "facts", "event", "waits"),
    [
        ("statutory", "S1_open", set(), "send", "outcome_for_each_concern"),
        ("statutory", "S1_open", ANSWER, "draft", ""),
        ("statutory", "S1_open", DRAFTED, "check", ""),
        ("statutory", "S1_open", CHECKED, "sign", ""),
        ("statutory", "S1_open", CHECKED | {Fact.SIGNED_OFF}, "send", ""),
        ("statutory", "S1_responded", set(), "close", ""),
        ("statutory", "S2_requested", set(), "appoint", "investigator_independent"),
        ("statutory", "S2_statement", {Fact.STATEMENT_AGREED}, "agree_statement", ""),
        ("statutory", "S2_investigating", set(), "reports_in", "reports_received"),
        ("statutory", "S3_late", set(), "accept_late", "reason_given"),
        ("statutory", "S3_convened", set(), "heard", "panel_has_met"),
        ("statutory", "S3_responded", set(), "close", ""),
        ("corporate", "C2_requested", set(), "appoint", "handler_not_complained_about"),
        ("compliment", "verified", set(), "share", "source_recorded"),
        ("member", "allocated", set(), "reply", "consent_checked"),
        ("enquiry", "open", set(), "draft", ""),
    ],
)
def test_the_step_that_leads_on_and_what_it_waits_for(
    procedure: str, place: str, facts: set[Fact], event: str, waits: str
) -> None:
    found = onward(TABLES[Procedure(procedure)], place, facts)
    assert found is not None
    assert (found.step.event, next(iter(found.waits_for), "")) == (event, waits)


@pytest.mark.parametrize("place", ["withdrawn", "closed", "paused_reg8"])
def test_nothing_is_left_to_do_where_it_ended_or_stands_still(place: str) -> None:
    assert onward(TABLES[Procedure.STATUTORY], place, frozenset(Fact)) is None


def test_what_an_officer_brings_along_is_not_waited_for() -> None:
    table = TABLES[Procedure.STATUTORY]
    found = onward(table, "S3_late", (), given={Fact.REASON_GIVEN})
    assert found is not None and found.waits_for == ()


def test_the_goal_is_said_even_while_something_comes_before_it() -> None:
    found = onward(TABLES[Procedure.STATUTORY], "S1_open", DRAFTED)
    assert found is not None and found.goal.event == "send"


@pytest.mark.parametrize("procedure", list(Procedure))
def test_no_step_that_leads_on_takes_a_case_back_or_aside(procedure: Procedure) -> None:
    table = TABLES[procedure]
    order = list(table.places)
    for place in table.places:
        found = onward(table, place, frozenset(Fact))
        if found is not None and place not in ("unable", "challenged"):
            assert order.index(found.goal.to) > order.index(place)

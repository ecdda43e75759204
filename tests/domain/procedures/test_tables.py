"""What may happen to a case, state by event by role, as the tables beside this file say: read them like a practitioner.

A cell is "yes", "if" with what must be true, "somebody else", or "not now"; a bar parts two ways to the same event.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from portal.domain.procedures import TABLES, Procedure
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import Answer, NotPossible, Table, answer, choices, follow, missing
from portal.domain.words import State

HERE = Path(__file__).parent
Line = dict[str, str]


def lines(procedure: Procedure) -> list[Line]:
    """The lines of a procedure's table."""
    with (HERE / f"{procedure.value}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def needs(cell: str) -> list[set[Fact]]:
    """The ways in which a cell can become yes, each as what it needs."""
    ways = [way.strip() for way in cell.split("|")]
    return [set() if way == "yes" else {Fact(name) for name in way.removeprefix("if ").split(" + ")} for way in ways]


def wrong(table: Table, line: Line, who: Who) -> str | None:
    """What the evaluator says otherwise than the cell."""
    state, event, cell = line["where it stands"], line["what happens"], line[who.label]
    for word, verdict in (("not now", Answer.NOT_NOW), ("somebody else", Answer.NOT_YOU)):
        if cell == word:
            return None if answer(table, state, event, {who}, set(Fact)) is verdict else f"is not {word!r}"
    for facts in needs(cell):
        if answer(table, state, event, {who}, facts) is not Answer.YES:
            return f"is not yes with {sorted(facts)}"
        for fact in facts:
            others = [way for way in needs(cell) if way <= facts - {fact}]
            if not others and answer(table, state, event, {who}, facts - {fact}) is not Answer.NOT_YET:
                return f"does not need {fact}"
    return None


@pytest.mark.parametrize("procedure", Procedure)
def test_every_state_event_and_role_has_the_answer_of_the_table(procedure: Procedure) -> None:
    table = TABLES[procedure]
    faults = [
        f"{line['where it stands']}, {line['what happens']}, {who.label}: {fault}"
        for line in lines(procedure)
        for who in Who
        if (fault := wrong(table, line, who))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("procedure", Procedure)
def test_the_table_has_a_line_for_every_state_and_event(procedure: Procedure) -> None:
    table = TABLES[procedure]
    every = [(state, event) for state in table.places for event in table.events()]
    assert [(line["where it stands"], line["what happens"]) for line in lines(procedure)] == every


@pytest.mark.parametrize("procedure", Procedure)
def test_each_step_leads_where_the_table_says_and_tells_the_person(procedure: Procedure) -> None:
    table = TABLES[procedure]
    for line in lines(procedure):
        state, event = line["where it stands"], line["what happens"]
        here = [step for step in table.steps if step.event == event and state in step.start]
        goes = dict.fromkeys((f"{step.into}: " if step.into else "") + (step.to or "stays") for step in here)
        told = dict.fromkeys(step.told.value if step.told else "none" for step in here)
        assert line["where it goes"] == " | ".join(goes), (state, event)
        assert line["letter to the person"] == " | ".join(told), (state, event)


@pytest.mark.parametrize("procedure", Procedure)
def test_every_step_starts_and_ends_at_places_that_exist(procedure: Procedure) -> None:
    table = TABLES[procedure]
    assert table.begins in table.places
    assert table.ends == {code for code, place in table.places.items() if place.heap in (State.CLOSED, State.WITHDRAWN)}
    for step in table.steps:
        assert step.start <= set(table.places), step.event
        there = TABLES[Procedure(step.into)] if step.into else table
        assert step.to in {"", "back", *there.places}, step.event
        assert step.label and step.who, step.event


def test_stage_2_is_never_weighed_on_its_merits() -> None:
    for state in ("S1_responded", "S1_resolved", "S1_lapsed", "S2_declined"):
        assert answer(TABLES[Procedure.STATUTORY], state, "ask_next", {Who.COMPLAINANT}, set()) is Answer.YES


def test_a_complaint_can_be_taken_back_wherever_it_is_open() -> None:
    for procedure in (Procedure.STATUTORY, Procedure.CORPORATE, Procedure.INTAKE):
        for state, place in TABLES[procedure].places.items():
            if place.heap is State.ACCEPTED:
                found = answer(TABLES[procedure], state, "withdraw", {Who.COMPLAINANT}, set())
                assert found is Answer.YES, (procedure, state)


def test_what_is_ready_stands_before_what_still_needs_something() -> None:
    table = TABLES[Procedure.STATUTORY]
    found = choices(table, "S1_open", {Who.COMPLAINTS_MANAGER}, {Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM})
    order = [bool(choice.missing) for choice in found]
    assert order == sorted(order)
    assert {choice.step.event for choice in found if not choice.missing} >= {"draft", "extend", "reclassify"}


def test_what_is_missing_is_named_in_the_order_of_the_table() -> None:
    table = TABLES[Procedure.STATUTORY]
    send = next(step for step in table.steps if step.event == "send")
    assert missing(send, {Fact.SIGNED_OFF}) == (
        Fact.OUTCOME_FOR_EACH_CONCERN, Fact.DRAFT_WRITTEN, Fact.QUALITY_CHECKED,
    )  # fmt: skip
    with pytest.raises(NotPossible) as refusal:
        follow(table, "S1_open", "send", {Who.SERVICE_MANAGER}, set())
    assert (refusal.value.answer, refusal.value.missing) == (Answer.NOT_YET, send.needs)
    assert str(refusal.value) == "Something is still missing. " + " ".join(f"{fact.label}." for fact in send.needs)


def test_a_late_request_for_stage_3_is_decided_and_never_lost() -> None:
    table = TABLES[Procedure.STATUTORY]
    late = follow(table, "S2_adjudicated", "ask_next", {Who.COMPLAINANT}, {Fact.LATE_REQUEST})
    in_time = follow(table, "S2_adjudicated", "ask_next", {Who.COMPLAINANT}, {Fact.IN_WINDOW_OR_DISCRETION})
    assert (late.to, in_time.to) == ("S3_late", "S3_requested")

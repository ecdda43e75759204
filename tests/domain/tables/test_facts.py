"""What follows from the rows of one case: what was found, how far it went, how long it took, what was known when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.tables.facts import Bundle, fact_by_day, facts_of

RECEIVED = date(2018, 4, 3)  # a Tuesday, the day after Easter Monday
LATER = date(2020, 1, 1)


def row(name: str, **cells: Any) -> Row:
    empty: Row = dict.fromkeys((column.name for column in FILES[name].columns), None)
    assert cells.keys() <= empty.keys()
    return {**empty, "reference": "A", **cells}


def case(*stages: Mapping[str, Any], concerns: tuple[Mapping[str, Any], ...] = (), **cells: Any) -> Bundle:
    complaint = {"kind": "complaint", "procedure": "statutory", "triage": "accepted", "received_on": RECEIVED, **cells}
    return Bundle(
        row("representations", **complaint),
        [row("stages", **one) for one in stages],
        [row("concerns", number=at, category="finance", primary=at == 1, **one) for at, one in enumerate(concerns, 1)],
    )


def facts(bundle: Bundle, grain: str, as_at: date = LATER) -> list[dict[str, Any]]:
    return [fact for found, fact in facts_of(bundle, as_at) if found == grain]


def whole(bundle: Bundle, as_at: date = LATER) -> dict[str, Any]:
    (fact,) = facts(bundle, "representations", as_at)
    return fact


def stage(bundle: Bundle, number: int, as_at: date = LATER) -> dict[str, Any]:
    (fact,) = [fact for fact in facts(bundle, "stages", as_at) if fact["stage"] == number]
    return fact


def first(days: int | None = 20, **cells: Any) -> dict[str, Any]:
    return {"stage": 1, "responded_on": None if days is None else RECEIVED + timedelta(days), **cells}


def later(number: int, days: int | None = 100, **cells: Any) -> dict[str, Any]:
    asked = RECEIVED + timedelta(30 * number)
    return {"stage": number, "requested_on": asked, **cells,
            "responded_on": None if days is None else RECEIVED + timedelta(days)}  # fmt: skip


OVERALL = (
    ("what was typed goes before everything", case(first(outcome="upheld"), outcome="adr", withdrawn_on=LATER), "adr"),
    ("taken back", case(first(outcome="upheld"), withdrawn_on=date(2018, 5, 1)), "withdrawn"),
    ("not answered yet", case(first(None)), "open"),
    ("no stage written down", case(), "open"),
    ("the answer of the only stage", case(first(outcome="upheld")), "upheld"),
    ("the highest stage answered", case(first(outcome="upheld"), later(2, outcome="not_upheld")), "not_upheld"),
    ("a higher stage without an answer does not count", case(first(outcome="upheld"), later(2, None)), "upheld"),
    ("rows in any order", case(later(2, outcome="not_upheld"), first(outcome="upheld")), "not_upheld"),
    ("a refusal of Stage 2 is no answer of it",
     case(first(outcome="upheld"), later(2, 40, outcome="not_investigated", declined=True)), "upheld"),
    ("answered, but nobody wrote what was found", case(first()), "not_recorded"),
    ("all concerns upheld", case(first(), concerns=({"outcome_1": "upheld"}, {"outcome_1": "upheld"})), "upheld"),
    ("no concern upheld", case(first(), concerns=({"outcome_1": "not_upheld"}, {})), "not_upheld"),
    ("some concerns upheld",
     case(first(), concerns=({"outcome_1": "upheld"}, {"outcome_1": "not_upheld"})), "partly_upheld"),
    ("the concerns of the stage that was answered last",
     case(first(), later(2), concerns=({"outcome_1": "upheld", "outcome_2": "not_upheld"},)), "not_upheld"),
)  # fmt: skip


@pytest.mark.parametrize(("bundle", "expected"), [one[1:] for one in OVERALL], ids=[one[0] for one in OVERALL])
def test_what_came_of_the_whole_complaint(bundle: Bundle, expected: str) -> None:
    assert whole(bundle)["overall"] == expected


def test_what_a_stage_found() -> None:
    assert stage(case(first(outcome="resolved")), 1)["found"] == "resolved"
    assert stage(case(first(None)), 1)["found"] == "open"
    assert stage(case(first(None, outcome="withdrawn")), 1)["found"] == "withdrawn"
    assert stage(case(first(None), concerns=({"outcome_1": "upheld"},)), 1)["found"] == "open"
    assert stage(case(first(), concerns=({"outcome_1": "upheld"},)), 1)["found"] == "upheld"


def test_a_stage_that_was_answered_is_not_open_because_nobody_wrote_what_was_found() -> None:
    assert stage(case(first()), 1)["found"] == "not_recorded"


def test_a_stage_that_was_refused_has_no_answer_that_could_be_counted_or_timed() -> None:
    refused = case(first(), later(2, 70, declined=True, corrective_action="no"))
    fact = stage(refused, 2)
    assert (fact["answered"], fact["working_days"], fact["calendar_days"]) == (False, None, None)
    assert fact["declined"] is True
    assert whole(refused)["second"] == "declined"
    assert whole(refused)["reached"] == 1


def test_how_far_a_complaint_went() -> None:
    bundles = (case(), case(first()), case(first(), later(2)), case(later(3)))
    assert [whole(bundle)["reached"] for bundle in bundles] == [1, 1, 2, 3]
    gone_on = whole(case(first(), later(2), later(3, declined=True)))
    assert (gone_on["reached"], gone_on["second"], gone_on["third"]) == (2, "taken", "declined")
    assert whole(case(first()))["second"] == "no"


def test_an_accepted_complaint_stands_in_stage_1_even_where_nobody_wrote_it_down() -> None:
    assert stage(case(), 1)["found"] == "open"
    second_alone = case(later(2, outcome="upheld"))
    assert stage(second_alone, 1)["found"] == "open"
    assert stage(second_alone, 2)["found"] == "upheld"
    assert facts(case(triage="ineligible"), "stages") == []
    assert facts(case(kind="enquiry", procedure=None), "stages") == []
    assert len(facts(case(first()), "stages")) == 1


STARTS = (
    ("Stage 1 from its start", case(first(6, started_on=date(2018, 4, 5))), 1, (2, 4)),
    ("Stage 1 from the receipt", case(first(6)), 1, (4, 6)),
    ("Stage 2 from its start", case(later(2, 70, started_on=date(2018, 6, 11))), 2, (1, 1)),
    ("Stage 2 from the request", case(later(2, 70)), 2, (7, 10)),
    ("Stage 2 with neither", case(later(2, 70, requested_on=None)), 2, (None, None)),
    ("on the same day", case(first(0)), 1, (0, 0)),
    ("over the May bank holidays", case(first(60)), 1, (41, 60)),
    ("less what was paused", case(first(6, paused_days=3)), 1, (1, 6)),
    ("never less than nothing", case(first(6, paused_days=30)), 1, (0, 6)),
    ("not answered", case(first(None)), 1, (None, None)),
)


@pytest.mark.parametrize(("bundle", "number", "expected"), [one[1:] for one in STARTS], ids=[one[0] for one in STARTS])
def test_working_and_calendar_days(bundle: Bundle, number: int, expected: tuple[int | None, int | None]) -> None:
    fact = stage(bundle, number)
    assert (fact["working_days"], fact["calendar_days"]) == expected


def test_in_time_is_by_the_day_it_was_due_or_was_extended_to() -> None:
    due = RECEIVED + timedelta(20)
    day = timedelta(1)

    def in_time(**cells: Any) -> object:
        return stage(case(first(20, **cells)), 1)["in_time"]

    assert in_time(due_on=due) is True
    assert in_time(due_on=due - day) is False
    assert in_time(due_on=due - day, extended_to=due) is True
    assert in_time(due_on=due, extended_to=due - day) is False
    assert in_time() is False
    assert stage(case(first(None, due_on=due)), 1)["in_time"] is False


FINAL: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    ({}, {}, "not_recorded"),
    ({}, {"outcome": "open"}, "open"),
    ({}, {"withdrawn_on": RECEIVED}, "withdrawn"),
    ({"outcome_1": "upheld"}, {"withdrawn_on": RECEIVED}, "upheld"),
    ({"outcome_1": "upheld", "outcome_2": "not_upheld"}, {}, "not_upheld"),
    ({"outcome_1": "upheld", "outcome_3": "resolved"}, {}, "resolved"),
)


@pytest.mark.parametrize(("concern", "cells", "expected"), FINAL)
def test_what_was_found_about_a_concern_in_the_end(concern: dict[str, Any], cells: Any, expected: str) -> None:
    (fact,) = facts(case(first(), concerns=(concern,), **cells), "concerns")
    assert fact["final"] == expected


def test_a_concern_is_open_as_long_as_no_stage_is_answered() -> None:
    assert [fact["final"] for fact in facts(case(first(None), concerns=({}, {})), "concerns")] == ["open", "open"]


def test_what_came_of_it_can_be_that_it_was_withdrawn_though_nobody_wrote_down_the_day() -> None:
    assert whole(case(outcome="withdrawn"))["withdrawn"] is True
    assert whole(case(outcome="upheld", withdrawn_on=RECEIVED))["withdrawn"] is True
    assert whole(case(first(outcome="upheld")))["withdrawn"] is False


@pytest.mark.parametrize(
    ("received", "year", "quarter"),
    [(date(2018, 4, 1), 2018, 1), (date(2018, 6, 30), 2018, 1), (date(2018, 7, 1), 2018, 2),
     (date(2018, 9, 30), 2018, 2), (date(2018, 10, 1), 2018, 3), (date(2018, 12, 31), 2018, 3),
     (date(2019, 1, 1), 2018, 4), (date(2019, 3, 31), 2018, 4), (date(2019, 4, 1), 2019, 1)],
)  # fmt: skip
def test_the_year_and_the_quarter_are_those_of_the_receipt(received: date, year: int, quarter: int) -> None:
    fact = whole(case(received_on=received))
    assert (fact["year"], fact["quarter"]) == (year, quarter)


def test_what_is_not_known_says_so() -> None:
    fact = whole(case())
    assert (fact["method"], fact["point"], fact["complainant"], fact["submitted_by"], fact["team"]) == (
        "not_known", "not_recorded", "not_recorded", "not_recorded", "not_recorded",
    )  # fmt: skip
    assert (fact["category"], fact["subcategory"], fact["shared"]) == ("not_recorded", "", False)
    assert whole(case(triage=None))["triage"] == "pending"
    shared = whole(case(teams=("north", "south")))
    assert (shared["team"], shared["shared"]) == ("north", True)
    assert whole(case(teams=("north",)))["shared"] is False


def test_money_and_the_ombudsman_count_by_their_own_day() -> None:
    paid = row("payments", number=1, detail="other", amount=100, agreed_on=RECEIVED, paid_on=date(2019, 4, 1))
    fact = fact_by_day("payments", paid, LATER)
    assert fact is not None and (fact["year"], fact["quarter"]) == (2019, 1)
    assert fact_by_day("payments", paid, date(2019, 3, 31)) is None
    assert fact_by_day("payments", {**paid, "paid_on": None}, LATER) is None
    asked = row("ombudsman", number=1, received_on=RECEIVED, outcome="not_upheld", decided_on=date(2019, 1, 1))
    told = [fact_by_day("ombudsman", asked, day) for day in (date(2018, 12, 31), date(2019, 1, 1))]
    assert [fact and fact["outcome"] for fact in told] == ["ongoing", "not_upheld"]
    undated = fact_by_day("ombudsman", {**asked, "decided_on": None}, RECEIVED)
    assert undated is not None and undated["outcome"] == "not_upheld"
    open_ = fact_by_day("ombudsman", {**asked, "outcome": None, "investigated": None}, LATER)
    assert open_ is not None and (open_["outcome"], open_["investigated"]) == ("ongoing", False)

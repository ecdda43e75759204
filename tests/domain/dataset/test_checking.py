"""What must hold between the rows of a package, one rule after the other: the fault is found, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.domain.dataset.checking import Between, start_of
from tests.councils.inventing import blank

RECEIVED = date(2018, 4, 3)
TODAY = date(2030, 1, 1)


def said(known: frozenset[str] = frozenset(), **files: list[dict[str, Any]]) -> list[str]:
    """The faults of these rows, beside a complaint A and an enquiry E that are right."""
    usual: dict[str, list[dict[str, Any]]] = {
        "representations": [
            {"reference": "A", "kind": "complaint", "procedure": "statutory", "received_on": RECEIVED},
            {"reference": "E", "kind": "enquiry", "received_on": RECEIVED},
        ]
    }
    between = Between(TODAY)
    rows = {name: [*usual.get(name, []), *files.get(name, [])] for name in (*usual, *files)}
    faults = [
        fault
        for name, given in rows.items()
        for at, one in enumerate(given, 2)
        for fault in between.take(name, at, blank(name, **one))
    ]
    return [str(fault) for fault in (*faults, *between.end(known))]


def test_rows_that_fit_together_have_no_faults() -> None:
    days = {"requested_on": RECEIVED, "responded_on": RECEIVED}
    stages = [{"reference": "A", "stage": stage, **days} for stage in (1, 2, 3)]
    concerns = [{"reference": "A", "number": number, "primary": number == 2} for number in (1, 2)]
    assert said(stages=[*stages, {"reference": "E", "stage": 1}], concerns=concerns) == []
    assert said(actions=[{"number": 1, "references": ("A", "E")}], payments=[{"number": 1, "reference": None}]) == []


BELONGING = ("stages", "concerns", "compliments", "resolutions", "children")


@pytest.mark.parametrize("name", [*BELONGING, "payments", "expenditure", "monitoring", "ombudsman"])
def test_a_reference_to_nothing_is_found(name: str) -> None:
    assert f"{name}.csv, line 2, reference: “Z” should be the reference of a row of representations.csv" in said(
        frozenset(), **{name: [{"reference": "Z"}]}
    )


@pytest.mark.parametrize("name", ["payments", "expenditure", "monitoring", "ombudsman"])
def test_what_has_a_life_of_its_own_may_name_a_case_that_is_kept_already(name: str) -> None:
    assert said(frozenset({"Z"}), **{name: [{"reference": "Z"}]}) == []


@pytest.mark.parametrize("name", BELONGING)
def test_what_is_part_of_a_case_comes_in_with_it(name: str) -> None:
    assert any("“Z”" in fault for fault in said(frozenset({"Z"}), **{name: [{"reference": "Z"}]}))


def test_actions_name_cases_that_are_there_or_kept() -> None:
    actions = [{"number": 1, "references": ("A", "Z")}]
    assert said(actions=actions) == ["actions.csv, line 2, references: “Z” should be the reference of a row of "
                                     "representations.csv"]  # fmt: skip
    assert said(frozenset({"Z"}), actions=actions) == []


@pytest.mark.parametrize("name", ["acknowledged_on", "closed_on", "withdrawn_on"])
def test_nothing_happens_to_a_case_before_it_was_received(name: str) -> None:
    early: dict[str, Any] = {"reference": "B", "kind": "comment", "received_on": RECEIVED, name: date(2018, 4, 2)}
    assert said(representations=[early]) == [
        f"representations.csv, line 4, {name}: “2018-04-02” should be on or after received_on, which is 2018-04-03"
    ]
    assert said(representations=[{**early, name: RECEIVED}]) == []


def test_only_complaints_have_a_procedure_and_concerns_and_later_stages() -> None:
    comment = {"reference": "B", "kind": "comment", "procedure": "statutory", "received_on": RECEIVED}
    assert said(representations=[comment]) == [
        "representations.csv, line 4, procedure: “statutory” should be empty: only a complaint has one"
    ]
    assert said(concerns=[{"reference": "E", "number": 1, "primary": True}]) == [
        "concerns.csv, line 2, reference: “E” should be a complaint: only complaints have concerns"
    ]
    assert said(stages=[{"reference": "E", "stage": 2}]) == [
        "stages.csv, line 2, stage: “2” should be 1: an enquiry has no other stage"
    ]


@pytest.mark.parametrize("stage", [0, 4])
def test_there_are_three_stages(stage: int) -> None:
    assert said(stages=[{"reference": "A", "stage": stage}]) == [
        f"stages.csv, line 2, stage: “{stage}” should be 1, 2 or 3"
    ]


def test_exactly_one_concern_is_the_primary_one() -> None:
    both = [{"reference": "A", "number": number, "primary": True} for number in (1, 2)]
    assert said(concerns=both) == ["concerns.csv, line 2, primary: should be true for exactly one concern of A, not 2"]
    assert said(concerns=[{**both[0], "primary": False}]) == [
        "concerns.csv, line 2, primary: should be true for exactly one concern of A, not 0"
    ]


@pytest.mark.parametrize(("quarter", "right"), [(0, False), (1, True), (4, True), (5, False)])
def test_there_are_four_quarters(quarter: int, right: bool) -> None:
    assert (said(monitoring=[{"number": 1, "quarter": quarter}]) == []) is right


def test_the_start_of_a_stage() -> None:
    day, asked = date(2018, 5, 1), date(2018, 6, 1)
    assert start_of(blank("stages", stage=1, requested_on=asked), RECEIVED) == RECEIVED
    assert start_of(blank("stages", stage=1, started_on=day), RECEIVED) == day
    assert start_of(blank("stages", stage=2, requested_on=asked), RECEIVED) == asked
    assert start_of(blank("stages", stage=3, requested_on=asked), RECEIVED) == asked
    assert start_of(blank("stages", stage=2), RECEIVED) is None


def test_an_answer_comes_after_the_start_and_within_the_years_whose_holidays_are_known() -> None:
    answer: dict[str, Any] = {"reference": "A", "stage": 1, "responded_on": date(2018, 4, 2)}
    expected = "should be on or after the start of the stage, which is 2018-04-03"
    assert said(stages=[answer]) == [f"stages.csv, line 2, responded_on: “2018-04-02” {expected}"]
    assert said(stages=[{**answer, "responded_on": RECEIVED}]) == []
    sure = "should be between 2015-01-01 and 2028-12-31, the days we can count"
    assert said(stages=[{**answer, "responded_on": date(2029, 1, 1)}]) == [
        f"stages.csv, line 2, responded_on: “2029-01-01” {sure}"
    ]
    assert said(stages=[{**answer, "responded_on": date(2028, 12, 31)}]) == []
    old = {"reference": "A", "stage": 2, "requested_on": date(2014, 12, 31), "responded_on": date(2015, 1, 1)}
    assert said(stages=[old]) == [f"stages.csv, line 2, requested_on: “2014-12-31” {sure}"]
    assert said(stages=[{**old, "requested_on": date(2015, 1, 1)}]) == []


@pytest.mark.parametrize(("day", "right"), [("2014-12-31", False), ("2015-01-01", True), ("2030-01-01", True),
                                            ("2030-01-02", False)])  # fmt: skip
def test_a_case_was_received_in_the_years_we_can_count_and_not_after_today(day: str, right: bool) -> None:
    row = {"reference": "B", "kind": "comment", "received_on": date.fromisoformat(day)}
    found = [fault for fault in said(representations=[row]) if f"received_on: “{day}”" in fault]
    assert len(found) == (0 if right else 1)


def test_what_happened_did_not_happen_after_today_but_what_is_due_may_be() -> None:
    late = date(2030, 1, 2)
    assert said(payments=[{"number": 1, "paid_on": late}]) == [
        "payments.csv, line 2, paid_on: “2030-01-02” should be a day that has come: today is 2030-01-01"
    ]
    assert said(stages=[{"reference": "A", "stage": 1, "started_on": RECEIVED, "due_on": late}]) == []


def test_what_could_not_be_read_is_not_said_to_be_missing_or_wrong() -> None:
    between = Between()
    unread = [("representations", blank("representations", reference="A", kind=None))]
    unread.append(("concerns", blank("concerns", reference="A", number=1)))
    assert [fault for name, row in unread for fault in between.skip(name, 2, row)] == []
    other = blank("concerns", reference="A", number=2, primary=False)
    assert [*between.take("concerns", 3, other), *between.end(frozenset())] == []
    assert list(between.skip("representations", 3, blank("representations"))) == []
    lost = [("stages", blank("stages", reference="B", stage=1)), ("payments", blank("payments", reference="B"))]
    assert [fault for name, row in lost for fault in between.take(name, 2, row)] == []
    assert list(between.end(frozenset())) == []


def test_what_can_be_read_of_a_row_is_checked_though_another_cell_is_wrong() -> None:
    between = Between(TODAY)
    rows = [
        ("representations", blank("representations", reference="A", kind="comment", procedure="statutory")),
        ("stages", blank("stages", reference="B", stage=4, responded_on=date(2031, 1, 1))),
        ("monitoring", blank("monitoring", number=1, quarter=5, reference="C")),
    ]
    told = [fault for name, row in rows for fault in between.skip(name, 2, row)] + [*between.end(frozenset())]
    assert [(fault.file, fault.column) for fault in told] == [
        ("representations.csv", "procedure"), ("stages.csv", "responded_on"), ("stages.csv", "reference"),
        ("stages.csv", "stage"), ("monitoring.csv", "quarter"), ("monitoring.csv", "reference"),
    ]  # fmt: skip

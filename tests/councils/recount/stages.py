"""Recounts of what came of complaints, stage by stage, and of how long the answers took."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from tests.councils.recount.asked import Asked, Column, Counts, quarter_of, tallied
from tests.councils.recount.cases import Case, answered, days_taken, found_at, highest, overall

Taken = tuple[int, int]


def outcomes(column: Column) -> Counts:
    """What came of complaints as a whole."""
    return tallied([overall(case) for case in column.accepted])


def outcomes_of_stage(column: Column, number: int) -> Counts:
    """What a stage found, for the complaints that reached it."""
    found = []
    for case in column.accepted:
        stage = case["stages"].get(number)
        if stage is None:
            if number == 1:
                found.append("open")
        elif not stage["declined"]:
            found.append(found_at(case, number))
    return tallied(found)


def resolved_by_stage(column: Column) -> Counts:
    """Complaints by the highest stage they reached."""
    return tallied([str(highest(case)) for case in column.accepted])


def escalation(column: Column) -> Counts:
    """Who asked for a later stage, and whether it was taken up."""
    found: Counts = {}
    for number in (2, 3):
        asked_for = [case["stages"][number] for case in column.accepted if number in case["stages"]]
        declined = [stage for stage in asked_for if stage["declined"]]
        found[f"stage_{number}_requested"] = len(asked_for)
        found[f"stage_{number}_taken"] = len(asked_for) - len(declined)
        if number == 2:
            found["stage_2_declined"] = len(declined)
    return found


def responses(column: Column) -> list[tuple[Case, int]]:
    """Each answer of a stage that went out; if the council asks so, only that of the highest stage reached."""
    found = []
    for case in column.accepted:
        for number, stage in case["stages"].items():
            if answered(stage) and (not column.asked.wish.by_highest_stage or number == highest(case)):
                found.append((case, number))
    return found


def learning(column: Column) -> Counts:
    """Whether answers named something to put right."""
    return tallied([case["stages"][number]["corrective_action"] or "not_stated" for case, number in responses(column)])


def bands(asked: Asked, number: int) -> tuple[int, ...]:
    """The council's upper limits for a stage."""
    options = asked.authority.options
    usual = {1: options.s1_report_bands, 2: options.s2_report_bands, 3: (30,)}
    return asked.wish.bands.get(str(number)) or usual[number]


def timeliness(column: Column) -> Counts:
    """Answers by how many working days they took."""
    found = []
    for case, number in responses(column):
        taken = days_taken(case, number)
        if taken is not None:
            found.append(f"stage-{number}:{band(bands(column.asked, number), taken[0])}")
    return tallied(found)


def band(limits: Iterable[int], days: int) -> str:
    """The band that so many days lie in: within-10, 11-20, over-20."""
    last = 0
    for limit in limits:
        if days <= limit:
            return f"{last + 1}-{limit}" if last else f"within-{limit}"
        last = limit
    return f"over-{last}"


def duration(column: Column) -> dict[str, Counts]:
    """How long the answers of each stage took."""
    found: dict[str, list[Taken]] = {"1": [], "2": [], "3": []}
    for case, number in responses(column):
        taken = days_taken(case, number)
        if taken is not None:
            found[str(number)].append(taken)
    return _measured(found)


def duration_by_quarter(column: Column) -> dict[str, Counts]:
    """How long the answers of Stage 1 took, by the quarter in which the complaint was received."""
    found: dict[str, list[Taken]] = {"Q1": [], "Q2": [], "Q3": [], "Q4": []}
    for case, number in responses(column):
        taken = days_taken(case, number)
        if number == 1 and taken is not None:
            found[f"Q{quarter_of(case['received_on'])}"].append(taken)
    return _measured(found)


def _measured(found: dict[str, list[Taken]]) -> dict[str, Counts]:
    columns: dict[str, Counts] = {
        "responses": {}, "mean_working_days": {}, "median_working_days": {}, "mean_calendar_days": {},
    }  # fmt: skip
    for row, taken in found.items():
        working, calendar = sorted(one[0] for one in taken), [one[1] for one in taken]
        columns["responses"][row] = len(taken)
        columns["mean_working_days"][row] = _mean(working)
        columns["median_working_days"][row] = _mean(working[(len(taken) - 1) // 2 : len(taken) // 2 + 1])
        columns["mean_calendar_days"][row] = _mean(calendar)
    return columns


def _mean(numbers: list[int]) -> float | None:
    if not numbers:
        return None
    exact = Decimal(sum(numbers)) / Decimal(len(numbers))
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def member_enquiries(column: Column) -> Counts:
    """What members asked, what was answered, and what was answered in time."""
    asked_for = column.of("member_enquiry")
    replies = [case["stages"][1] for case in asked_for if 1 in case["stages"] and answered(case["stages"][1])]
    due = [(reply["responded_on"], reply["extended_to"] or reply["due_on"]) for reply in replies]
    in_time = [1 for replied, last in due if last is not None and replied <= last]
    return {"received": len(asked_for), "answered": len(replies), "in_time": len(in_time)}

"""The rows of a dataset as cases: each representation with what belongs to it, as they stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from portal.domain.bank_holidays import HOLIDAYS
from tests.councils.inventing import Files

Case = dict[str, Any]
"""A representation's row, with "stages" by number, "concerns", "children", "resolutions" and "compliment" beside it."""
_HAPPENED = ("requested_on", "started_on", "responded_on")


def cases(files: Files, as_at: date) -> list[Case]:
    """Every representation received by that day, knowing nothing of what came later."""
    found = []
    mine: dict[tuple[str, object], list[Case]] = {}
    for name in ("concerns", "children", "resolutions", "compliments", "stages"):
        for one in files.get(name, []):
            mine.setdefault((name, one["reference"]), []).append(dict(one))
    for row in files.get("representations", []):
        if row["received_on"] > as_at:  # type: ignore[operator]
            continue
        case: Case = dict(row)
        if _concluded_later(case, mine.get(("stages", row["reference"]), []), as_at):
            case["outcome"] = None
        if case["withdrawn_on"] is not None and case["withdrawn_on"] > as_at:
            case["withdrawn_on"] = None
        for name in ("concerns", "children", "resolutions", "compliments"):
            case[name] = mine.get((name, row["reference"]), [])
        case["stages"] = {}
        for stage in mine.get(("stages", row["reference"]), []):
            _take_stage(case, stage, as_at)
        found.append(case)
    return found


def _take_stage(case: Case, stage: Case, as_at: date) -> None:
    """A stage that had begun by the day; an answer that came later is not known yet, nor what it said."""
    number = stage["stage"]
    days = [stage[name] for name in _HAPPENED if stage[name] is not None]
    answered_later = stage["responded_on"] is not None and stage["responded_on"] > as_at
    if answered_later:
        stage["responded_on"] = stage["outcome"] = stage["corrective_action"] = None
        for concern in case["concerns"]:
            concern[f"outcome_{number}"] = None
    if days and min(days) > as_at:
        return
    if stage["started_on"] is not None and stage["started_on"] > as_at:
        stage["started_on"] = None
    case["stages"][number] = stage


def _concluded_later(case: Case, stages: list[Case], as_at: date) -> bool:
    """Whether what is typed for the whole case was not known yet: something that ended it lies ahead."""
    sent = [one["responded_on"] for one in stages if answered(one)]
    ends = [*sent, case["withdrawn_on"]] if sent else [case["closed_on"], case["withdrawn_on"]]
    return any(day is not None and day > as_at for day in ends)


def working_days(after: date, until: date) -> int:
    """Counted one day after the other."""
    counted, day = 0, after
    while day < until:
        day += timedelta(1)
        if day.weekday() < 5 and day not in HOLIDAYS:
            counted += 1
    return counted


def answered(stage: Mapping[str, Any]) -> bool:
    """Whether an answer of this stage went out; a request not taken up has none."""
    return stage["responded_on"] is not None and not stage["declined"]


def start(case: Case, number: int) -> date | None:
    """The day a stage began; None where nobody wrote it down."""
    stage = case["stages"][number]
    if stage["started_on"] is not None:
        begun: date | None = stage["started_on"]
    elif number == 1:
        begun = case["received_on"]
    else:
        begun = stage["requested_on"]
    return begun


def days_taken(case: Case, number: int) -> tuple[int, int] | None:
    """Working days less paused ones, and calendar days, until the answer; None where the start is not known."""
    stage, begun = case["stages"][number], start(case, number)
    if begun is None:
        return None
    working = working_days(begun, stage["responded_on"]) - (stage["paused_days"] or 0)
    return max(working, 0), max((stage["responded_on"] - begun).days, 0)


def highest(case: Case) -> int:
    """The highest stage a complaint reached: every accepted complaint is at Stage 1 at least."""
    reached = 1
    for number, stage in case["stages"].items():
        if not stage["declined"] and number > reached:
            reached = number
    return reached


def overall(case: Case) -> str:
    """What came of a complaint as a whole."""
    if case["outcome"]:
        return str(case["outcome"])
    if case["withdrawn_on"]:
        return "withdrawn"
    for number in (3, 2, 1):
        stage = case["stages"].get(number)
        if stage is not None and answered(stage):
            return found_at(case, number)
    return "open"


def found_at(case: Case, number: int) -> str:
    """What a stage found: as it was written down; else, once answered, what was found about the concerns."""
    stage = case["stages"][number]
    if stage["outcome"]:
        return str(stage["outcome"])
    if not answered(stage):
        return "open"
    concerns = [concern[f"outcome_{number}"] for concern in case["concerns"]]
    return together([outcome for outcome in concerns if outcome])


def together(outcomes: list[str]) -> str:
    """Upheld if all that were decided are, not upheld if none is, else partly."""
    if not outcomes:
        return "not_recorded"
    if "open" in outcomes:
        return "open"
    decided = {outcome for outcome in outcomes if outcome in ("upheld", "partly_upheld", "not_upheld")}
    if decided:
        return decided.pop() if len(decided) == 1 else "partly_upheld"
    return outcomes[0] if len(set(outcomes)) == 1 else "no_finding"


def taken_back(case: Case) -> bool:
    """Whether a complaint was withdrawn: somebody wrote down the day, or that this is what came of it."""
    return case["withdrawn_on"] is not None or overall(case) == "withdrawn"

"""What reports count: each row of the dataset with what follows from it, such as its year, its outcome, its days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from portal.domain.calendar import elapsed
from portal.domain.dataset.checking import start_of
from portal.domain.dataset.codes import Triage
from portal.domain.dataset.files import STAGES as STAGE_FILE
from portal.domain.dataset.reading import Row
from portal.domain.findings import Outcome, overall
from portal.domain.putting_right import Corrective
from portal.domain.words import Kind
from portal.domain.years import ReportingYear, quarter_of

NOT_RECORDED = "not_recorded"
STAGES = (1, 2, 3)

DAYS = MappingProxyType({"payments": "paid_on", "expenditure": "incurred_on", "ombudsman": "received_on"})
"""Files whose rows are counted by a day of their own, and which day that is."""

Fact = Mapping[str, object]


@dataclass(slots=True)
class Bundle:
    """One representation with the rows that belong to it."""

    representation: Row
    stages: list[Row] = field(default_factory=list)
    concerns: list[Row] = field(default_factory=list)
    compliments: list[Row] = field(default_factory=list)
    resolutions: list[Row] = field(default_factory=list)
    children: list[Row] = field(default_factory=list)


def facts_of(bundle: Bundle, as_at: date) -> Iterator[tuple[str, dict[str, object]]]:
    """Everything to count in one representation, as it stood on a day: what came later is left out.

    Nothing at all for one that had not come yet. Raises BeyondKnownHolidays where days cannot be counted.
    """
    row = bundle.representation
    received = row["received_on"]
    if not isinstance(received, date) or received > as_at:
        return
    stages = sorted(_then(bundle.stages, as_at), key=lambda one: _number(one["stage"]))
    withdrawn = _by(row["withdrawn_on"], as_at)
    shared = {
        "year": ReportingYear.of(received).starts, "quarter": quarter_of(received), "kind": row["kind"],
        "procedure": row["procedure"] or "", "triage": row["triage"] or Triage.PENDING.value,
    }  # fmt: skip
    concerns = _told(bundle.concerns, bundle.stages, as_at)
    then = {**row, "outcome": None} if _concluded_later(row, bundle.stages, as_at) else row
    whole = _whole(then, stages, concerns, withdrawn is not None)
    yield "representations", {**then, **shared, **whole}
    for one in (*_unopened(row, stages), *stages):
        yield "stages", {**one, **shared, **_stage(one, row, whole, concerns)}
    for one in concerns:
        yield "concerns", {**one, **shared, "final": _final(one, whole)}
    team = _team(row)
    for name, rows in (("compliments", bundle.compliments), ("resolutions", bundle.resolutions)):
        for one in rows:
            yield name, {**one, **shared, "team": team}
    for one in bundle.children:
        yield "children", {**one, **shared}


def fact_by_day(grain: str, row: Row, as_at: date) -> dict[str, object] | None:
    """A payment, a cost or an Ombudsman enquiry with the year of the day it is counted by; None if not yet."""
    day = _by(row[DAYS[grain]], as_at)
    if day is None:
        return None
    fact: dict[str, object] = {**row, "year": ReportingYear.of(day).starts, "quarter": quarter_of(day)}
    if grain == "ombudsman":
        decided = row["decided_on"] is None or _by(row["decided_on"], as_at) is not None
        fact["outcome"] = (row["outcome"] if decided else None) or "ongoing"
        fact["investigated"] = row["investigated"] is True
    return fact


def _whole(row: Row, stages: Sequence[Row], concerns: Sequence[Row], withdrawn: bool) -> dict[str, object]:
    second, third = _at(stages, 2), _at(stages, 3)
    first = next((one for one in concerns if one["primary"]), None)
    teams = row["teams"]
    found = _overall(row, stages, concerns, withdrawn)
    return {
        "team": _team(row),
        "shared": isinstance(teams, tuple) and len(teams) > 1,
        "withdrawn": withdrawn or found == Outcome.WITHDRAWN,
        "overall": found,
        "reached": _reached(stages),
        "second": _escalated(second),
        "third": _escalated(third),
        "category": (first or {}).get("category") or NOT_RECORDED,
        "subcategory": (first or {}).get("subcategory") or "",
        "method": row["method"] or "not_known",
        "point": row["point"] or NOT_RECORDED,
        "complainant": row["complainant"] or NOT_RECORDED,
        "submitted_by": row["submitted_by"] or NOT_RECORDED,
    }


def _stage(one: Row, row: Row, whole: Fact, concerns: Sequence[Row]) -> dict[str, object]:
    answered = _answered(one)
    start = start_of(one, row["received_on"])
    working = calendar = None
    if isinstance(answered, date) and start is not None:
        working = max(elapsed(start, answered) - _number(one["paused_days"]), 0)
        calendar = (answered - start).days
    due = one["extended_to"] or one["due_on"]
    return {
        "answered": answered is not None,
        "working_days": working,
        "calendar_days": calendar,
        "in_time": isinstance(answered, date) and isinstance(due, date) and answered <= due,
        "found": _found(one, concerns) or (NOT_RECORDED if answered else Outcome.OPEN.value),
        "highest": one["stage"] == whole["reached"],
        "declined": one["declined"] is True,
        "withdrawn": whole["withdrawn"],
        "corrective": one["corrective_action"] or Corrective.NOT_STATED.value,
    }


def _overall(row: Row, stages: Sequence[Row], concerns: Sequence[Row], withdrawn: bool) -> str:
    if row["outcome"]:
        return str(row["outcome"])
    if withdrawn:
        return Outcome.WITHDRAWN.value
    answered = [one for one in stages if _answered(one)]
    if not answered:
        return Outcome.OPEN.value
    return _found(answered[-1], concerns) or NOT_RECORDED


def _found(one: Row, concerns: Sequence[Row]) -> str:
    """The outcome of a stage: as it was recorded, else what its concerns make of it, else nothing."""
    if one["outcome"]:
        return str(one["outcome"])
    found = [concern[f"outcome_{one['stage']}"] for concern in concerns]
    if not _answered(one) or not any(found):
        return ""
    return overall(Outcome(str(outcome)) for outcome in found if outcome).value


def _answered(one: Row) -> date | None:
    """The day a stage was answered; to say that it will not be taken up is no answer of the stage."""
    day = one["responded_on"]
    return day if isinstance(day, date) and not one["declined"] else None


def _final(concern: Row, whole: Fact) -> str:
    """What was found about a concern in the end: by the last stage that said so; it is open as long as its case is."""
    told = [concern[f"outcome_{stage}"] for stage in reversed(STAGES)]
    last = next((outcome for outcome in told if outcome), None)
    if last:
        return str(last)
    if whole["withdrawn"]:
        return Outcome.WITHDRAWN.value
    return Outcome.OPEN.value if whole["overall"] == Outcome.OPEN else NOT_RECORDED


def _then(stages: Sequence[Row], as_at: date) -> Iterator[Row]:
    """The stages as they stood on a day: one that was asked for by then is there, though it may not have started."""
    for one in stages:
        days = [day for name in ("requested_on", "started_on", "responded_on") if isinstance(day := one[name], date)]
        if days and min(days) > as_at:
            continue
        then = {**one, "started_on": _by(one["started_on"], as_at)}
        yield {**then, "responded_on": None, "outcome": None, "corrective_action": None} if _later(one, as_at) else then


def _told(concerns: Sequence[Row], stages: Sequence[Row], as_at: date) -> list[Row]:
    """The concerns as they stood on a day, without what was found by answers that came later."""
    later: Row = {f"outcome_{one['stage']}": None for one in stages if _later(one, as_at)}
    return [{**one, **later} for one in concerns]


def _later(stage: Row, as_at: date) -> bool:
    return _after(stage["responded_on"], as_at)


def _concluded_later(row: Row, stages: Sequence[Row], as_at: date) -> bool:
    """Whether an answer, a withdrawal or, of what nobody answered, the closing came after a day: so did its outcome."""
    answers = [_later(one, as_at) for one in stages if _answered(one)]
    return any(answers) or _after(row["withdrawn_on"], as_at) or (not answers and _after(row["closed_on"], as_at))


def _after(day: object, as_at: date) -> bool:
    return isinstance(day, date) and day > as_at


def _unopened(row: Row, stages: Sequence[Row]) -> list[Row]:
    """An accepted complaint of which Stage 1 is not recorded has been there all the same, unanswered."""
    if row["kind"] != Kind.COMPLAINT or row["triage"] != Triage.ACCEPTED or _at(stages, 1):
        return []
    return [{**dict.fromkeys(column.name for column in STAGE_FILE.columns), "reference": row["reference"], "stage": 1}]


def _reached(stages: Sequence[Row]) -> int:
    return max((_number(one["stage"]) for one in stages if not one["declined"]), default=1)


def _escalated(stage: Row | None) -> str:
    if stage is None:
        return "no"
    return "declined" if stage["declined"] else "taken"


def _team(row: Row) -> str:
    teams = row["teams"]
    return teams[0] if isinstance(teams, tuple) and teams else NOT_RECORDED


def _at(stages: Sequence[Row], number: int) -> Row | None:
    return next((one for one in stages if one["stage"] == number), None)


def _by(day: object, as_at: date) -> date | None:
    return day if isinstance(day, date) and day <= as_at else None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def is_accepted(fact: Fact) -> bool:
    """Whether a fact is about a complaint that was taken on."""
    return fact["kind"] == Kind.COMPLAINT and fact["triage"] == Triage.ACCEPTED

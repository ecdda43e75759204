"""The stages of a live case as the dataset has them: asked for, begun, due, answered, and with what outcome."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.domain.clock_ledger import Ledger
from portal.domain.clock_rules import ClockId
from portal.domain.dataset.files import STAGES as FILE
from portal.domain.dataset.reading import Row
from portal.domain.procedures import Procedure
from portal.domain.words import State
from portal.records.cases import Case
from portal.records.learning import corrective_of
from portal.records.steps import StepTaken, steps_of
from portal.services.deciding import whole
from portal.services.proceeding_clocks import ledgers


@dataclass(frozen=True, slots=True)
class Course:
    """How a stage shows itself in the steps taken: what asks for it, what answers it, which clock runs meanwhile."""

    stage: int
    clock: ClockId | None
    asked: frozenset[str]  # states reached when it is asked for
    refused: frozenset[str]  # states reached when it is refused
    answered: frozenset[str]  # states reached when its answer is sent


def _course(stage: int, clock_: ClockId | None, asked: str, refused: str, answered: str) -> Course:
    return Course(stage, clock_, *(frozenset(states.split()) for states in (asked, refused, answered)))


_STATUTORY = (
    _course(1, ClockId.STAGE_1, "", "", "S1_responded S1_resolved"),
    _course(2, ClockId.STAGE_2, "S2_requested", "S2_declined", "S2_adjudicated"),
    _course(3, ClockId.PANEL, "S3_requested S3_late", "S3_declined", "S3_responded"),
)
_CORPORATE = (
    _course(1, ClockId.CORPORATE_STAGE_1, "", "", "C1_responded"),
    _course(2, ClockId.CORPORATE_STAGE_2, "C2_requested", "", "C2_responded"),
)
COURSES = {
    Procedure.STATUTORY: _STATUTORY,
    Procedure.CORPORATE: _CORPORATE,
    Procedure.INFORMAL: (_course(1, None, "", "", "resolved"),),
    Procedure.ENQUIRY: (_course(1, ClockId.ENQUIRY, "", "", "answered"),),
}


def stage_rows(case: Case) -> list[Row]:
    """The stages that a case has reached or asked for."""
    steps, clocks = steps_of(case.id), ledgers(case.id)
    corrective = corrective_of(case.id)
    rows: list[Row] = []
    for course in COURSES.get(case.procedure, ()):
        asked = _first(steps, course.asked)
        if course.stage > 1 and asked is None:
            continue
        rows.append(_row(case, course, asked, steps, clocks.get(course.clock) if course.clock else None))
        rows[-1]["corrective_action"] = corrective.get(course.stage) if rows[-1]["responded_on"] else None
    return rows


def _row(case: Case, course: Course, asked: date | None, steps: Sequence[StepTaken], ledger: Ledger | None) -> Row:
    answered = _first(steps, course.answered)
    if answered is None and course.stage == 1 and case.state is State.ANSWERED and not steps:
        answered = case.answered_on  # answered at once, before it was given to a procedure
    refused = _last_of(steps, course.refused | course.asked)
    declined = refused is not None and refused.reached in course.refused
    found = whole(case.id, course.stage) if answered else None
    row: Row = dict.fromkeys((column.name for column in FILE.columns), None)
    row |= {
        "reference": case.reference,
        "stage": course.stage,
        "requested_on": asked,
        "declined": declined or None,
        "started_on": asked or case.effective_on,
        "responded_on": answered,
        "outcome": found.outcome.value if found else None,
    }
    return {**row, **_dates(ledger)}


def _dates(ledger: Ledger | None) -> Row:
    """When it was due at first, to when it was extended, and for how many working days it stood still."""
    if ledger is None or not ledger.events:
        return {}
    reading = ledger.reading(max(clock.today(), ledger.events[-1].on))
    extensions = reading.explanation.extensions
    return {
        "due_on": extensions[0].old_due if extensions else reading.due,
        "extended_to": extensions[-1].new_due if extensions else None,
        "paused_days": reading.explanation.days_paused or None,
    }


def _first(steps: Iterable[StepTaken], states: frozenset[str]) -> date | None:
    """The day on which one of these states was first reached."""
    reached = (step for step in steps if step.reached in states and step.left != step.reached)
    return next((clock.in_london(step.at).date() for step in reached), None)


def _last_of(steps: Sequence[StepTaken], states: frozenset[str]) -> StepTaken | None:
    return next((step for step in reversed(steps) if step.reached in states and step.left != step.reached), None)

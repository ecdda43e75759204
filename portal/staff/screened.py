"""What triage found, for the pages on which steps are taken: the suggestion, what to read first, pages of their own."""

from portal.domain.eligibility import asked
from portal.domain.eligibility_words import Reason, Route
from portal.domain.ombudsman_warnings import danger_of, read_first
from portal.domain.procedures import Procedure
from portal.domain.stages import Step
from portal.domain.suggesting import Suggestion
from portal.records.cases import Case
from portal.records.screening import latest_screening
from portal.services.screening import NOTE, answers_of, label, suggested
from portal.services.screening_facts import refusal_of
from portal.staff.papers import Entry, Section


def otherwise(case: Case, step: Step) -> Suggestion | None:
    """What the answers point to, if this step is another way out of triage; it then needs a reason."""
    if case.procedure is not Procedure.INTAKE or not step.event.startswith("to_"):
        return None
    found = suggested(case)
    return found if found and found.event != step.event else None


def read_before(case: Case, step: Step) -> list[str]:
    """What an officer reads before this step: what the answers point to, and what the Ombudsman found."""
    other = otherwise(case, step)
    said = [f"The answers point to: {label(other)}. Write below why you choose another way."] if other else []
    danger = danger_of(step.event, case.step, suggested=other.event if other else "")
    return [*said, *(read_first(danger) if danger else ())]


def found_section(case: Case) -> list[Section]:
    """What triage found, and why somebody was turned away, for whoever has to confirm it."""
    row = latest_screening(case.id)
    if row is None:
        return []
    answers = answers_of(case)
    lines = [
        f"{question.words} {answer.label}"
        for question in asked(answers)
        if (answer := getattr(answers, question.key)) is not None
    ]
    entries = [*_refused(case), Entry("The answers", lines, quote=row.details.get(NOTE, ""))]
    return [Section("What was found when it was looked at", entries)]


def _refused(case: Case) -> list[Entry]:
    row = refusal_of(case.id)
    if row is None or row.reason_code is None or case.procedure is Procedure.INTAKE:
        return []
    other = Route(row.route).label if row.route else ""
    return [Entry(Reason(row.reason_code).label, [f"Instead: {other}" if other else ""])]

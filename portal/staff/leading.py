"""Where triage leads: the page of each way out of it, and the one to which the answers point."""

from collections.abc import Mapping

from flask import url_for

from portal.domain.procedures import Procedure
from portal.domain.stage_words import Fact
from portal.records.cases import Case
from portal.services.screening import seen, suggested
from portal.services.stage_facts import CONFIRMED
from portal.services.stepping import possible

ELSEWHERE: Mapping[str, str] = {
    "to_ineligible": "staff_triage.turn_away",
    "to_alternative": "staff_triage.send_on",
    "merge": "staff_triage.merge",
}
"""Steps that ask more than the page of a step does, and the page that asks it."""
LOOKED_AT = frozenset({Procedure.INTAKE, Procedure.MEMBER})
"""Where the questions of triage still decide something."""
BROUGHT = CONFIRMED | {Fact.REASON_GIVEN}
"""What an officer brings along with a step."""


def page_of(case: Case, event: str) -> str:
    """The address of the page on which this step is taken."""
    if event in ELSEWHERE:
        return url_for(ELSEWHERE[event], reference=case.reference)
    return url_for("staff_steps.step", reference=case.reference, event=event)


def leading(case: Case, officer_id: int) -> tuple[str, str] | None:
    """Address and words of the step to which the answers point; None while something else has to be done first."""
    found = suggested(case) if case.procedure is Procedure.INTAKE and seen(case) else None
    if found is None:
        return None
    mine = {one.step.event: one.step for one in possible(case, officer_id) if set(one.missing) <= BROUGHT}
    step = mine.get(found.event)
    return (page_of(case, step.event), step.label) if step else None

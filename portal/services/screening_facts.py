"""What the steps out of triage ask, read from what triage kept, and what no officer may do there alone."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility import from_codes
from portal.domain.eligibility_words import SETTLED_CONSENT, TWO_MANAGERS, Reason, Route, Safety
from portal.domain.procedures import Procedure
from portal.domain.stage_words import Fact
from portal.domain.stages import Step
from portal.domain.suggesting import EVENTS
from portal.records.cases import Case
from portal.records.screening import Screening, latest_screening, screenings_of
from portal.records.steps import StepTaken, steps_of
from portal.services.case_writing import NotLikeThis
from portal.services.proceeding_clocks import ledgers
from portal.services.screening import (
    agreed_to_answer,
    answers_of,
    came_back,
    label,
    looked_at,
    seen,
    suggested,
    write,
)

TURNING_AWAY = frozenset({EVENTS[Procedure.INELIGIBLE], EVENTS[Procedure.ALTERNATIVE_ROUTE]})
"""Steps that tell somebody that we do not look into it."""
AGREE = "agree_refusal"
"""The step by which a senior manager agrees that somebody is called vexatious."""


def refusal_of(case_id: int) -> Screening | None:
    """The newest decision to turn them away, with its coded reason and where else it can go; None without any."""
    return next((row for row in screenings_of(case_id) if row.decided), None)


def waits_until(case: Case) -> date | None:
    """The day by which somebody has to look at it; None once somebody has, or while we wait for consent."""
    if case.procedure is not Procedure.INTAKE or case.step != "triage" or seen(case):
        return None
    if back := came_back(case):
        authority: Authority = current_app.extensions["portal.authority"]
        return add_working_days(clock.in_london(back).date(), authority.limits["eligibility"])
    ledger = ledgers(case.id).get(ClockId.ELIGIBILITY)
    if ledger is None or not ledger.events:
        return None
    reading = ledger.reading(max(clock.today(), ledger.events[-1].on))
    return None if reading.paused or reading.stopped else reading.due


def weigh(case: Case, step: Step, officer_id: int, reason: str) -> None:
    """What the way out of triage asks of whoever chooses it. Raises `NotLikeThis`."""
    if case.procedure is Procedure.INTAKE and step.event.startswith("to_"):
        _leave(case, step, officer_id, reason)
    elif case.procedure is Procedure.INELIGIBLE and step.event == "notify":
        before = (refusal_of(case.id), _agreed(case.id))
        if any(one is not None and one.officer_id == officer_id for one in before):
            raise NotLikeThis("Somebody else than the one who proposed it or agreed to it has to confirm it.")
    elif step.event == AGREE and (refusal := refusal_of(case.id)) and officer_id == refusal.officer_id:
        raise NotLikeThis("Somebody else than the one who proposed it has to agree.")


def _leave(case: Case, step: Step, officer_id: int, reason: str) -> None:
    found, safety = suggested(case), answers_of(case).safety
    if found and step.event != found.event and not reason:
        raise NotLikeThis(f"The answers point to: {label(found)}. Write why you choose another way.", "reason")
    if step.event not in TURNING_AWAY:
        return
    if safety is not Safety.SAFE:
        raise NotLikeThis("Nobody is turned away before we know that everybody is safe.")
    latest = latest_screening(case.id)
    if latest is None or latest.decided == step.event:
        return
    if found is None or found.event != step.event or found.reason is None:
        raise NotLikeThis("Pick the reason, and where else it can go.")
    write(case, officer_id, from_codes(latest.details), latest.details.get("note", ""), step.event,
          found.reason, found.route)  # fmt: skip


def _agreed(case_id: int) -> StepTaken | None:
    """The step by which a senior manager agreed with the newest proposal."""
    for step in reversed(steps_of(case_id)):
        if step.event == AGREE:
            return step
        if step.event in TURNING_AWAY:
            return None
    return None


def _looked(case: Case) -> bool:
    return case.procedure is not Procedure.INTAKE or looked_at(case)


def _code(case: Case) -> Reason | None:
    refusal = refusal_of(case.id) if case.procedure is Procedure.INELIGIBLE else None
    return Reason(refusal.reason_code) if refusal and refusal.reason_code else None


def _second(case: Case) -> bool:
    code = _code(case)
    return code is not None and (code not in TWO_MANAGERS or _agreed(case.id) is not None)


def _consent(case: Case) -> bool:
    asked = case.procedure is Procedure.MEMBER  # nowhere else does a step depend on it
    return asked and (answers_of(case).consent in SETTLED_CONSENT or agreed_to_answer(case))


FACTS: Mapping[Fact, Callable[[Case, object], bool]] = {
    Fact.ELIGIBILITY_RECORDED: lambda case, _given: _looked(case),
    Fact.CONSENT_CHECKED: lambda case, _given: _consent(case),
    Fact.CALLED_VEXATIOUS: lambda case, _given: _code(case) in TWO_MANAGERS,
    Fact.SECOND_CONFIRMATION: lambda case, _given: _second(case),
}


def why_not(case_id: int) -> tuple[Reason, Route | None] | None:
    """Why they were turned away and where else it can go, for the letter; None when they were not."""
    row = refusal_of(case_id)
    if row is None or row.reason_code is None:
        return None
    return Reason(row.reason_code), Route(row.route) if row.route else None

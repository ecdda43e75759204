"""A worry that somebody is not safe: raised at once, looked at by the duty team, beside a complaint that goes on."""

from collections.abc import Iterable
from datetime import datetime

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.clocks import safeguarding_due
from portal.domain.procedures.safety import SAFETY
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import Answer, Choice, Step, answer, choices, follow
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.steps import StepTaken, last_taken
from portal.services.case_writing import changing
from portal.services.duties import duties_by_role
from portal.services.recording import record
from portal.services.step_clocks import move

RAISE = "raise_safety"
_WAITING = frozenset({"hold", "screened"})
_DAY_AND_NIGHT = "duty_line_day_and_night"


def raise_by_itself(case: Case) -> None:
    """What was answered says that somebody may not be safe; in the caller's transaction. A worry is raised once."""
    if answer(SAFETY, case.safety, RAISE, {Who.SYSTEM}, ()) is Answer.YES:
        _go(case, follow(SAFETY, case.safety, RAISE, {Who.SYSTEM}, ()), None, "")


def take(case_id: int, officer_id: int, event: str, reason: str = "") -> None:
    """Raise a worry or take it one step on. Raises `NotPossible`."""
    with changing(case_id) as case:
        facts = {Fact.REASON_GIVEN} if reason else set()
        _go(case, follow(SAFETY, case.safety, event, duties_by_role(officer_id), facts), officer_id, reason)


def possible(case: Case, officer_id: int) -> tuple[Choice, ...]:
    """What this officer could do about it now."""
    return choices(SAFETY, case.safety, duties_by_role(officer_id), {Fact.REASON_GIVEN})


def decide_by(cases: Iterable[Case]) -> dict[int, datetime]:
    """Until when somebody must have decided about each worry that still waits (clock K2)."""
    council: Authority = current_app.extensions["portal.authority"]
    raised = last_taken(SAFETY.code, RAISE, [case.id for case in cases if case.safety in _WAITING])
    always = council.promised(_DAY_AND_NIGHT)
    return {number: safeguarding_due(at, always=always) for number, at in raised.items()}


def _go(case: Case, step: Step, officer_id: int | None, reason: str) -> None:
    """The case stays where it is. Why is kept sealed with the step; the timeline, which the team reads, has no word."""
    left = case.safety
    case.safety = step.to
    case.urgent = case.urgent or step.event == RAISE
    move(case, step.clocks, officer_id)
    taken = StepTaken(
        case_id=case.id, procedure=SAFETY.code, event=step.event, left=left, reached=step.to, officer_id=officer_id,
        at=clock.now(),
    )  # fmt: skip
    taken.details = {"reason": reason, "confirmed": ""}
    db.session.add(taken)
    happening = Happening.SAFETY_RAISED if step.event == RAISE else Happening.SAFETY_LOOKED_AT
    record(case, happening, clock.now(), side=Side.TEAM, officer_id=officer_id)

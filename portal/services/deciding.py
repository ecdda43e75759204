"""What was found: an outcome for each concern at each stage, the whole derived from them, or set with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from portal import clock
from portal.domain.findings import STAGES, Outcome, overall
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.concerns import ConcernOutcome, OverallOutcome, concerns_of, outcomes_of, overall_set
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.concerns import standing


@dataclass(frozen=True, slots=True)
class Whole:
    """The outcome of one stage as a whole, and why somebody set it themselves; "" when it follows from the concerns."""

    stage: int
    outcome: Outcome
    reason: str = ""


def decide(case_id: int, officer_id: int, stage: int, found: Mapping[int, Outcome]) -> None:
    """Record what a stage found about concerns, by their numbers; a correction replaces it. Raises `NotThere`."""
    if stage not in STAGES:
        raise NotThere(f"stage {stage}")
    if not found:
        raise NotLikeThis("Pick an outcome for at least one concern.")
    with changing(case_id) as case:
        said = []
        for number, outcome in found.items():
            before = _kept(standing(case.id, number).id, stage, outcome, officer_id)
            if before != outcome:
                said.append(f"{number}: {outcome.label}" + (f" (was {before.label})" if before else ""))
        if said:
            by_team(case, Happening.OUTCOME_RECORDED, officer_id, f"Stage {stage}, concern {'; '.join(said)}")


def _kept(concern_id: int, stage: int, outcome: Outcome, officer_id: int) -> Outcome | None:
    mine = (ConcernOutcome.concern_id == concern_id, ConcernOutcome.stage == stage)
    row = db.session.scalar(select(ConcernOutcome).where(*mine))
    before = Outcome(row.outcome) if row else None
    row = row or ConcernOutcome(concern_id=concern_id, stage=stage)
    row.outcome, row.officer_id, row.decided_on = outcome.value, officer_id, clock.today()
    db.session.add(row)
    return before


def set_overall(case_id: int, officer_id: int, stage: int, outcome: Outcome, reason: str) -> None:
    """Set the outcome of a whole stage, whatever follows from its concerns. Raises `NotLikeThis` without a reason."""
    if stage not in STAGES:
        raise NotThere(f"stage {stage}")
    if not reason:
        raise NotLikeThis("Write why the whole is not what follows from the concerns.", "reason")
    with changing(case_id) as case:
        row = overall_set(case.id).get(stage) or OverallOutcome(case_id=case.id, stage=stage)
        row.outcome, row.officer_id, row.reason = outcome.value, officer_id, reason
        db.session.add(row)
        by_team(case, Happening.OVERALL_SET, officer_id, f"Stage {stage}: {outcome.label}. {reason}")


def derive_overall(case_id: int, officer_id: int, stage: int) -> None:
    """Let the outcome of a stage follow from its concerns again. Raises `NotThere` when nobody had set it."""
    with changing(case_id) as case:
        row = overall_set(case.id).get(stage)
        if row is None:
            raise NotThere(f"stage {stage}")
        db.session.delete(row)
        by_team(case, Happening.OVERALL_SET, officer_id, f"Stage {stage}: follows from the concerns again")


def whole(case_id: int, stage: int) -> Whole | None:
    """The outcome of one stage as a whole; None when nobody has found or set anything there."""
    chosen = overall_set(case_id).get(stage)
    if chosen:
        return Whole(stage, Outcome(chosen.outcome), chosen.reason)
    found, concerns = outcomes_of(case_id), concerns_of(case_id)
    codes = [found.get((concern.id, stage)) for concern in concerns]
    if not any(codes):
        return None
    return Whole(stage, overall(Outcome(code) if code else None for code in codes))


def undecided(case_id: int, stage: int) -> list[int]:
    """The numbers of the concerns that have no outcome at this stage yet; an answer needs one for each."""
    found = outcomes_of(case_id)
    open_ones = (None, Outcome.OPEN.value)
    return [one.number for one in concerns_of(case_id) if found.get((one.id, stage)) in open_ones]

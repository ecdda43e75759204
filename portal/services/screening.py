"""Looking at what came: the answers of triage are kept, and what they point to is read from them."""

from datetime import datetime

from portal import clock
from portal.domain.children import ComplaintOf, ConsentScope, SubmittedBy
from portal.domain.eligibility import Answers, as_codes, from_codes, next_question, only_asked
from portal.domain.eligibility_start import beginning
from portal.domain.eligibility_words import Reason, Route, Safety
from portal.domain.procedures import Procedure
from portal.domain.suggesting import Suggestion, suggest
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import who_of
from portal.records.screening import Screening, latest_screening
from portal.records.steps import steps_of
from portal.services.case_writing import NotLikeThis, by_team, changing
from portal.services.keeping_safe import raise_by_itself
from portal.services.speaking_for import allowed

NOTE = "note"
"""Beside the answers: what they rest on, in the officer's words."""


def look_at(case_id: int, officer_id: int, answers: Answers, note: str = "") -> Suggestion:
    """Keep what triage found out, as one more version. Raises `NotLikeThis` before safety has been answered."""
    if answers.safety is None:
        raise NotLikeThis("Say first whether everybody is safe.")
    with changing(case_id) as case:
        if answers.safety is Safety.IN_DANGER:
            raise_by_itself(case)
        return write(case, officer_id, answers, note)


def write(
    case: Case, officer_id: int, answers: Answers, note: str = "", decided: str = "",
    reason: Reason | None = None, route: Route | None = None,
) -> Suggestion:  # fmt: skip
    """Keep one more version, in the caller's transaction; with `decided` it says why they were turned away."""
    kept, before = only_asked(answers), latest_screening(case.id)
    found = suggest(kept)
    row = Screening(
        case_id=case.id, version=before.version + 1 if before else 1, at=clock.now(), officer_id=officer_id,
        suggested=found.event, decided=decided or None,
        reason_code=reason.value if reason else None, route=route.value if route else None,
    )  # fmt: skip
    row.details = as_codes(kept) | ({NOTE: note} if note else {})
    db.session.add(row)
    case.look_by = None
    by_team(case, Happening.SCREENED, officer_id, f"Points to: {label(found)}")
    return found


def answers_of(case: Case) -> Answers:
    """What triage found out; before anybody has looked, what follows from what they told us."""
    row = latest_screening(case.id)
    if row is not None:
        return from_codes(row.details)
    told, who = case.told, who_of(case.id)
    return beginning(
        case.kind, case.audience, told.variant, told.answers, agreed=agreed_to_answer(case),
        of=ComplaintOf(who.complaint_of) if who and who.complaint_of else None,
        by=SubmittedBy(who.submitted_by) if who else None,
    )  # fmt: skip


def agreed_to_answer(case: Case) -> bool:
    """Whether a consent is kept that stands today and lets somebody else speak or hear our answer."""
    return any(
        allowed(case.id, scope, clock.today()) for scope in (ConsentScope.SPEAK_FOR_ME, ConsentScope.RECEIVE_REPLY)
    )


def suggested(case: Case) -> Suggestion | None:
    """What the answers point to; None before anybody has looked."""
    return suggest(answers_of(case)) if latest_screening(case.id) else None


def looked_at(case: Case) -> bool:
    """Whether every question that matters has an answer; danger needs no other answer."""
    answers = answers_of(case)
    done = answers.safety is Safety.IN_DANGER or next_question(answers) is None
    return done and seen(case)


def seen(case: Case) -> bool:
    """Whether somebody has looked since it came, or since it came back to be looked at again."""
    row, back = latest_screening(case.id), came_back(case)
    return row is not None and (back is None or row.at >= back)


def came_back(case: Case) -> datetime | None:
    """When it last came back to be looked at again."""
    return next((step.at for step in reversed(steps_of(case.id)) if step.reached == "triage" != step.left), None)


def label(found: Suggestion) -> str:
    """What a suggestion is called on the pages of the desk."""
    return "Put together with another case" if found.procedure is Procedure.INTAKE else found.procedure.label

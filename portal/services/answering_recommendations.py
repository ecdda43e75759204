"""The adjudication of Stage 2 and the Director's answer of Stage 3, one recommendation at a time."""

from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.domain.putting_right import ENDED, ActionStatus
from portal.domain.recommendations import ANSWERING, Verdict, lacks
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.learning import ActionReview, LearningAction
from portal.records.reports import Recommendation, latest_reports, recommendations_of
from portal.services.case_writing import NotLikeThis, by_team, changing
from portal.services.learning import Learned, agree, plan
from portal.services.receiving_reports import one


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done about a recommendation, by whom and until when."""

    action: str
    owner_role: str
    team: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Answering:
    """The answer to one recommendation; without `doing`, nothing is done about it."""

    verdict: Verdict
    reason: str = ""
    doing: Doing | None = None


def answer(case_id: int, officer_id: int, stage: int, number: int, given: Answering) -> None:
    """Answer a recommendation, or think again until the decision is sent; its action goes to the learning actions.

    Raises `NotThere` or `NotLikeThis`.
    """
    if wrong := lacks(given.verdict, given.reason, acts=given.doing is not None):
        raise NotLikeThis(wrong)
    with changing(case_id) as case:
        row = one(case.id, stage, number)
        if case.step != ANSWERING[stage]:
            raise NotLikeThis("Recommendations are answered once the reports are here and until the decision is sent.")
        row.verdict, row.reason = given.verdict, given.reason or None
        row.answered_on, row.answered_by = clock.today(), officer_id
        _act(case, row, officer_id, given)
        note = f"Stage {stage}, recommendation {number}: {given.verdict.label}. {given.reason}".strip()
        by_team(case, Happening.RECOMMENDATION_ANSWERED, officer_id, note)


def each_answered(case_id: int, stage: int) -> bool:
    """Whether the reports of a stage are here and everything they recommend is written down and answered."""
    reports = [report for report in latest_reports(case_id).values() if report.stage == stage]
    rows = recommendations_of(case_id, stage)
    written = all(any(row.author is report.author for row in rows) for report in reports if report.recommends)
    return bool(reports) and written and all(row.verdict is not None for row in rows)


def _act(case: Case, row: Recommendation, officer_id: int, given: Answering) -> None:
    action = db.session.get(LearningAction, row.action_id) if row.action_id else None
    if given.doing is None:
        if action is not None and ActionStatus(action.status) not in ENDED:
            _drop(action, officer_id, given.reason)
        row.action_id = None
        return
    doing = given.doing
    learned = Learned(
        row.stage, row.words, "", doing.action, doing.team, doing.owner_role, doing.due_on,
        concern_number=row.concern_number,
    )  # fmt: skip
    if action is None:
        row.action_id = agree(case, officer_id, learned).id
    else:
        plan(case, action, learned)


def _drop(action: LearningAction, officer_id: int, reason: str) -> None:
    action.status, action.open = ActionStatus.DROPPED.value, False
    seen = ActionReview(action_id=action.id, at=clock.now(), officer_id=officer_id, status=action.status)
    seen.due_on, seen.words = action.due_on, reason
    db.session.add(seen)

"""Bringing the figures up to date: what changed since they were last asked for is counted anew, the rest is left.

A case only says that it changed, in the same transaction as the change; counting happens later, so that nothing a
child sends can ever fail because of a statistic.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, update

from portal import clock
from portal.domain.children import Missing, SubmittedBy
from portal.domain.dataset.files import BELONGING, FILES
from portal.domain.dataset.reading import Row
from portal.domain.procedures import Procedure
from portal.domain.tables.facts import Bundle, facts_of
from portal.domain.words import Kind, State
from portal.extensions import db
from portal.records import dataset
from portal.records.advocacy import advocacy_requests_of
from portal.records.cases import Case
from portal.records.children import CaseWho, ChildInCase, children_of, who_of
from portal.records.compliments import compliment_of
from portal.records.concerns import concerns_of, outcomes_of, overall_set, teams_of
from portal.records.facts import keep_facts
from portal.records.monitoring import monitoring_by
from portal.records.registers import MemberEnquiry
from portal.records.remedies import Resolution, rows_of
from portal.records.screening import latest_screening
from portal.records.steps import steps_of
from portal.services import progress
from portal.services.accounting_rows import NUMBERED, blank, left_out
from portal.services.accounting_stages import stage_rows
from portal.services.transactions import writing

AT_A_TIME = 200

_PROCEDURES = {Procedure.STATUTORY: "statutory", Procedure.CORPORATE: "corporate", Procedure.INFORMAL: "informal"}
_TRIAGE = {
    Procedure.INTAKE: "pending", Procedure.SAFEGUARDING: "alternative_route",
    Procedure.ALTERNATIVE_ROUTE: "alternative_route", Procedure.INELIGIBLE: "ineligible",
}  # fmt: skip


def bring_up_to_date() -> int:
    """Count anew everything that changed; returns how many rows of the desk that were."""
    number = 0
    for table, account in _ACCOUNTS:
        while ids := db.session.scalars(
            select(table.id).where(table.counted.is_(False)).order_by(table.id).limit(AT_A_TIME)
        ).all():
            with writing():
                account(db.session.scalars(select(table).where(table.id.in_(ids)).with_for_update()).all())
                db.session.execute(update(table).where(table.id.in_(ids)).values(counted=True))
            number += len(ids)
            progress.say(f"Counting what changed: {number:,}")
    return number


def desk_references(among: Iterable[str]) -> frozenset[str]:
    """Which of these references are cases or entries of the desk."""
    wanted, found = sorted(among), set[str]()
    for start in range(0, len(wanted), AT_A_TIME):
        here = wanted[start : start + AT_A_TIME]
        for table in (Case, MemberEnquiry):
            found.update(db.session.scalars(select(table.reference).where(table.reference.in_(here))))
    return frozenset(found)


def bundle_of(case: Case) -> Bundle | None:
    """A case as the dataset has it; None for what is not a representation of its own any more."""
    if left_out(case):
        return None
    kind = case.kind
    who, screening = who_of(case.id), latest_screening(case.id)
    chosen = overall_set(case.id)
    row = blank("representations") | {
        "reference": case.reference,
        "kind": kind.value,
        "procedure": _PROCEDURES.get(case.procedure) if kind is Kind.COMPLAINT else None,
        "triage": _triage(case),
        "triage_reason": (screening.reason_code or screening.route) if screening else None,
        "received_on": case.received_on,
        "acknowledged_on": case.acknowledged_on,
        "closed_on": _closed(case),
        "method": case.method.value,
        "point": case.point.value,
        "complainant": who.complaint_of if who else None,
        "submitted_by": _submitted_by(case, who),
        "teams": tuple(one.team for one in teams_of(case.id)) or None,
        "language": case.language,
        "withdrawn_on": case.withdrawn_on,
        "outcome": chosen[max(chosen)].outcome if chosen else None,
    }
    bundle = Bundle(row, stages=stage_rows(case))
    if kind is Kind.COMPLAINT:
        bundle.concerns, bundle.resolutions = _concerns(case), _resolutions(case)
        bundle.children = [_child(case, one) for one in children_of(case.id)]
    elif kind is Kind.COMPLIMENT and (praise := compliment_of(case.id)):
        cells = {"categories": tuple(praise.categories) or None, "source": praise.source}
        bundle.compliments = [blank("compliments") | {"reference": case.reference} | cells]
    return bundle


def _submitted_by(case: Case, who: CaseWho | None) -> str | None:
    """Who handed it in; a child who sent it alone and has an advocate by now is counted with one."""
    said = who.submitted_by if who else None
    if said == SubmittedBy.CHILD_ALONE and any(one.in_touch_on for one in advocacy_requests_of(case.id)):
        return SubmittedBy.CHILD_WITH_ADVOCATE.value
    return said


def _triage(case: Case) -> str:
    if case.procedure in (Procedure.INTAKE, Procedure.INELIGIBLE) and case.state is State.WITHDRAWN:
        return "withdrawn"
    if case.procedure is Procedure.INELIGIBLE and case.step == "decided":
        return "pending"  # proposed, and not confirmed yet
    if case.procedure is Procedure.INTAKE and case.state is State.ANSWERED:
        return "accepted"
    return _TRIAGE.get(case.procedure, "accepted")


def _closed(case: Case) -> date | None:
    if case.state is not State.CLOSED:
        return None
    closing = [step for step in steps_of(case.id) if step.reached == "closed"]
    return clock.in_london(closing[-1].at).date() if closing else None


def _concerns(case: Case) -> list[Row]:
    found, rows = outcomes_of(case.id), concerns_of(case.id)
    primary = next((one.id for one in rows if one.primary), rows[0].id if rows else None)
    return [
        blank("concerns")
        | {
            "reference": case.reference, "number": one.number, "category": one.category,
            "subcategory": one.subcategory, "primary": one.id == primary,
        }
        | {f"outcome_{stage}": found.get((one.id, stage)) for stage in (1, 2, 3)}
        for one in rows
    ]  # fmt: skip


def _resolutions(case: Case) -> list[Row]:
    return [{"reference": case.reference, "resolution": one.resolution} for one in rows_of(Resolution, case.id)]


def _child(case: Case, child: ChildInCase) -> Row:
    said = monitoring_by(child.monitoring_key)
    row = blank("children") | {
        "reference": case.reference, "child": child.child_key, "age": None if child.age is None else str(child.age),
        "care_status": child.care_status, "uasc": child.uasc,
    }  # fmt: skip
    for name in ("sex", "ethnicity", "religion", "disabled"):
        row[name] = (getattr(said, name) or getattr(said, f"{name}_missing")) if said else Missing.NOT_ASKED.value
    row["impairments"] = tuple(said.impairments) or None if said else None
    return row


def count_for_good(case: Case) -> None:
    """Count a case that is about to be let go, for the last time; the caller's transaction keeps it."""
    _account_cases([case])


def _account_cases(every: Sequence[Case]) -> None:
    """What was let go stays as it was counted last."""
    cases = [case for case in every if case.let_go_on is None]
    dataset.forget(("representations", *BELONGING), [case.reference for case in cases])
    _keep([bundle for case in cases if (bundle := bundle_of(case))])


def _account_members(entries: Sequence[MemberEnquiry]) -> None:
    dataset.forget(("representations", *BELONGING), [entry.reference for entry in entries])
    _keep([_of_member(entry) for entry in entries])


def _of_member(entry: MemberEnquiry) -> Bundle:
    row = blank("representations") | {
        "reference": entry.reference, "kind": Kind.MEMBER_ENQUIRY.value, "triage": "accepted",
        "received_on": entry.received_on, "point": entry.asked_by, "teams": (entry.team,) if entry.team else None,
    }  # fmt: skip
    stage = blank("stages") | {
        "reference": entry.reference, "stage": 1, "started_on": entry.received_on, "due_on": entry.due_on,
        "responded_on": entry.replied_on,
    }  # fmt: skip
    return Bundle(row, stages=[stage])


def _keep(bundles: Sequence[Bundle]) -> None:
    owned = [(str(bundle.representation["reference"]), bundle) for bundle in bundles]
    dataset.keep(FILES["representations"], ((reference, bundle.representation) for reference, bundle in owned))
    for name in BELONGING:
        dataset.keep(FILES[name], ((reference, row) for reference, bundle in owned for row in getattr(bundle, name)))
    keep_facts((grain, reference, fact) for reference, bundle in owned for grain, fact in facts_of(bundle, date.max))


_ACCOUNTS: tuple[tuple[Any, Callable[[Sequence[Any]], None]], ...] = (
    (Case, _account_cases),
    (MemberEnquiry, _account_members),
    *NUMBERED.items(),
)

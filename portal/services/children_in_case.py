"""The children a case is about: writing them down, and their monitoring answers into a store apart from every case."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import func, select

from portal import clock
from portal.domain.children import (
    AnswerFrom,
    CareStatus,
    ComplaintOf,
    Ethnicity,
    Impairment,
    Missing,
    Relationship,
    Religion,
    Sex,
    SubmittedBy,
    Uasc,
    YesNo,
)
from portal.domain.references import format_reference
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import CaseWho, ChildInCase, children_of, who_of
from portal.records.monitoring import Monitoring, monitoring_by
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing

OLDEST = 25
ASKED: Mapping[str, type[StrEnum]] = {"sex": Sex, "ethnicity": Ethnicity, "religion": Religion, "disabled": YesNo}
"""The monitoring questions with one answer, and the answers each may have."""


@dataclass(frozen=True, slots=True)
class Child:
    """One child as a case describes them; `age` in whole years on the day of receipt, None where nobody knows."""

    relationship: Relationship
    care_status: CareStatus
    uasc: Uasc = Uasc.NOT_RECORDED
    is_complainant: bool = False
    age: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """Monitoring answers: for every question of `ASKED` one of its codes, or one of `Missing`."""

    given: Mapping[str, str]
    answered_by: AnswerFrom
    impairments: tuple[Impairment, ...] = ()


def write_child(case_id: int, officer_id: int, child: Child, number: int | None = None) -> int:
    """Write down one more child, or put the one with this number right; returns the number.

    Raises `NotThere` or `NotLikeThis`.
    """
    if child.age is not None and not 0 <= child.age <= OLDEST:
        raise NotLikeThis(f"Write the age in whole years, from 0 to {OLDEST}, or leave it empty.", "age")
    with changing(case_id) as case:
        row = _new(case) if number is None else _child(case.id, number)
        row.relationship, row.care_status, row.uasc = (
            child.relationship.value,
            child.care_status.value,
            child.uasc.value,
        )
        row.is_complainant, row.age, row.names = child.is_complainant, child.age, dict(child.names)
        db.session.add(row)
        by_team(case, Happening.CHILD_RECORDED, officer_id, f"Child {row.number}")
        return row.number


def same_child(case_id: int, officer_id: int, number: int, other: Case, other_number: int) -> None:
    """This is the child of another case, so that reports count one child. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row, twin = _child(case.id, number), _child(other.id, other_number)
        if other.id == case.id:
            raise NotLikeThis("Pick a child of another case.")
        if any(one.child_key == twin.child_key for one in children_of(case.id)):
            raise NotLikeThis("Another child of this case is that one already.")
        row.child_key = twin.child_key
        where = f"Child {number} is child {other_number} of {format_reference(other.reference)}"
        by_team(case, Happening.CHILD_RECORDED, officer_id, where)


def keep_monitoring(case_id: int, officer_id: int, number: int, answers: Answers) -> None:
    """Keep a child's monitoring answers apart from the case; new ones take the place of the old.

    Raises `NotThere` or `NotLikeThis`.
    """
    values = {name: _value(name, answers.given.get(name, "")) for name in ASKED}
    if answers.impairments and values["disabled"][0] != YesNo.YES:
        raise NotLikeThis("Impairments belong to a child who is disabled.")
    with changing(case_id) as case:
        key = _child(case.id, number).monitoring_key
        row = monitoring_by(key) or Monitoring(key=key)
        for name, (value, missing) in values.items():
            setattr(row, name, value)
            setattr(row, f"{name}_missing", missing)
        row.impairments = [one.value for one in answers.impairments]
        row.recorded_from, row.asked_on = answers.answered_by.value, clock.today()
        db.session.add(row)
        by_team(case, Happening.MONITORING_RECORDED, officer_id, f"Child {number}")


def say_who(case_id: int, officer_id: int, complaint_of: ComplaintOf, submitted_by: SubmittedBy) -> None:
    """Whose complaint it is, and apart from that who handed it in."""
    with changing(case_id) as case:
        row = who_of(case.id) or CaseWho(case_id=case.id)
        row.complaint_of, row.submitted_by = complaint_of.value, submitted_by.value
        db.session.add(row)
        note = f"Complaint of: {complaint_of.label}. Handed in by: {submitted_by.label}"
        by_team(case, Happening.WHO_RECORDED, officer_id, note)


def _value(name: str, code: str) -> tuple[str | None, str | None]:
    """The value and the kind of gap, of which exactly one is there."""
    if code in set(ASKED[name]):
        return code, None
    return None, code if code in set(Missing) else Missing.NOT_RECORDED.value


def _new(case: Case) -> ChildInCase:
    last = db.session.scalar(select(func.max(ChildInCase.number)).where(ChildInCase.case_id == case.id)) or 0
    return ChildInCase(
        case_id=case.id, number=last + 1, child_key=secrets.token_hex(8), monitoring_key=secrets.token_bytes(16)
    )


def _child(case_id: int, number: int) -> ChildInCase:
    mine = (ChildInCase.case_id == case_id, ChildInCase.number == number)
    found = db.session.scalar(select(ChildInCase).where(*mine))
    if found is None:
        raise NotThere(f"child {number}")
    return found

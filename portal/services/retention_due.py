"""Which cases are over, from which day on each of them may be let go, and why: read from what is kept about them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import current_app
from sqlalchemy import exists, func, select

from portal.clock import in_london
from portal.domain.authority import Authority
from portal.domain.retention import Ended, Kept, Over, Periods, RetentionClass, class_of, kept_until, years_after
from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from portal.records.base import aside
from portal.records.cases import Case
from portal.records.children import ChildInCase
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry
from portal.records.retention import Disposal, is_held
from portal.records.sealing import SealBroken
from portal.records.steps import StepTaken
from portal.records.timeline import TimelineLine

AT_A_TIME = 200
IS_OVER = (State.ANSWERED, State.WITHDRAWN, State.CLOSED)


@dataclass(frozen=True, slots=True)
class Due:
    """A case that is over: what it is kept as, and until when."""

    case_id: int
    over_on: date
    kept_as: RetentionClass
    kept: Kept


def periods() -> Periods:
    """The council's own years."""
    own: Authority = current_app.extensions["portal.authority"]
    return own.retention


def kept_of(case: Case) -> Due | None:
    """Until when one case is kept; None while it is not over."""
    return next(_read([case]), None) if case.state in IS_OVER and case.let_go_on is None else None


def due_cases(today: date) -> Iterator[Due]:
    """Every case that may go by today and of which nobody was told yet; what is held is not among them."""
    proposed = exists().where(Disposal.case_id == Case.id)
    for found in over_since(years_after(today, -periods().shortest), ~proposed, ~is_held(Case.id)):
        if found.kept.until <= today:
            yield found


def over_since(latest: date, *only: object) -> Iterator[Due]:
    """The cases that are over and that were received by a day, a few at a time, the oldest first."""
    last = 0
    while True:
        over = (aside(Case.state).in_(IS_OVER), Case.let_go_on.is_(None))  # in the order of the numbers, whatever else
        wanted = (Case.id > last, *over, Case.received_on <= latest)
        query = select(Case).where(*wanted, *only).order_by(Case.id).limit(AT_A_TIME)  # type: ignore[arg-type]
        cases = db.session.scalars(query).all()
        last = cases[-1].id if cases else last
        yield from list(_read(cases))
        if len(cases) < AT_A_TIME:
            return


def _read(cases: Sequence[Case]) -> Iterator[Due]:
    """What was read for all of them at once, laid together for each."""
    ids = [case.id for case in cases]
    closed, happened = _closed(ids), _happened(ids)
    ages, ombudsman, still_going = _ages(ids), _ombudsman(ids), _still_going(ids)
    for case in cases:
        if case.id in still_going:
            continue
        last = in_london(happened.get(case.id) or case.received_at).date()
        ended, how = {
            State.CLOSED: (closed.get(case.id), Ended.CLOSED), State.WITHDRAWN: (case.withdrawn_on, Ended.TAKEN_BACK),
        }.get(case.state, (None, Ended.ANSWERED))  # fmt: skip
        over = Over(
            kept_as=class_of(case.kind, case.procedure, merged=case.step == "merged"),
            received_on=case.received_on,
            over_on=ended or last,
            ended=how,
            ages=_known(case, ages.get(case.id, ())),
            ombudsman_on=ombudsman.get(case.id),
        )
        yield Due(case.id, over.over_on, over.kept_as, kept_until(over, periods()))


def _closed(ids: Collection[int]) -> Mapping[int, date]:
    closing = (StepTaken.case_id.in_(ids), StepTaken.reached == "closed", StepTaken.left != "closed")
    query = select(StepTaken.case_id, func.max(StepTaken.at)).where(*closing).group_by(StepTaken.case_id)
    return {number: in_london(at).date() for number, at in db.session.execute(query)}


def _happened(ids: Collection[int]) -> Mapping[int, datetime]:
    """When anything last happened in these cases; that somebody spoke about keeping them is nothing that happened."""
    of_them = (
        TimelineLine.case_id.in_(ids),
        TimelineLine.happening.not_in((Happening.HELD_FROM_GOING, Happening.MAY_GO)),
    )
    query = select(TimelineLine.case_id, func.max(TimelineLine.at)).where(*of_them)
    return {number: at for number, at in db.session.execute(query.group_by(TimelineLine.case_id))}  # noqa: C416


def _ages(ids: Collection[int]) -> Mapping[int, Sequence[tuple[int | None, bool]]]:
    found: dict[int, list[tuple[int | None, bool]]] = {}
    query = select(ChildInCase.case_id, ChildInCase.age, ChildInCase.is_complainant)
    for number, age, own in db.session.execute(query.where(ChildInCase.case_id.in_(ids))):
        found.setdefault(number, []).append((age, own))
    return found


def _known(case: Case, children: Sequence[tuple[int | None, bool]]) -> tuple[int | None, ...]:
    """The ages of the children; whoever wrote for themselves and told their own age has it counted where it lacks."""
    if children and all(age is not None for age, _own in children):
        return tuple(age for age, _own in children)
    told = _age_told(case)
    own_age = int(told) if told.isascii() and told.isdigit() and len(told) <= 3 else None
    if not children:
        return (own_age,)
    return tuple(own_age if age is None and own else age for age, own in children)


def _age_told(case: Case) -> str:
    """The age somebody wrote down for themselves; none where that cannot be read any more: it is kept longest then."""
    try:
        return str((case.contact.details if case.contact else {}).get("age") or "").strip()
    except SealBroken:
        return ""


def _ombudsman(ids: Collection[int]) -> Mapping[int, date]:
    """The last day on which the Ombudsman, or we for it, did anything about these cases."""
    found: dict[int, date] = {}
    for one in db.session.scalars(select(OmbudsmanEnquiry).where(OmbudsmanEnquiry.case_id.in_(ids))):
        days = (one.received_on, one.replied_on, one.decided_on, one.remedy_due_on, one.remedied_on)
        assert one.case_id is not None
        found[one.case_id] = max([found.get(one.case_id, date.min), *(day for day in days if day)])
    return found


def _still_going(ids: Collection[int]) -> frozenset[int]:
    """Cases of which something else is still open: an enquiry about them, or an advocate."""
    queries = (
        select(OmbudsmanEnquiry.case_id).where(OmbudsmanEnquiry.case_id.in_(ids), OmbudsmanEnquiry.open),
        select(MemberEnquiry.case_id).where(MemberEnquiry.case_id.in_(ids), MemberEnquiry.open),
        select(AdvocacyRequest.case_id).where(AdvocacyRequest.case_id.in_(ids), AdvocacyRequest.over_on.is_(None)),
    )
    return frozenset(number for query in queries for number in db.session.scalars(query) if number is not None)

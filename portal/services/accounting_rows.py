"""Money, Ombudsman enquiries and actions of the desk as rows of the dataset, each under a number of its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from portal.domain.dataset.columns import plain
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.procedures import Procedure
from portal.domain.tables.assembling import fact_of
from portal.domain.tables.monitoring import OFFERED
from portal.domain.words import Kind
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records import dataset
from portal.records.cases import Case
from portal.records.equality import EqualityAnswer, EqualityOffer, receipts_of
from portal.records.facts import keep_facts
from portal.records.learning import LearningAction, taught_by
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry
from portal.records.remedies import Expense, Payment

_AS_ANSWERED = (
    "quarter", "language", "age_band", "sex", "gender_same_as_registered", "ethnicity", "religion", "disabled",
    "orientation", "main_language", "reference",
)  # fmt: skip
OURS = 1_000_000_000
"""Numbers of rows that come from the desk begin here, so that they never meet those of a package."""


def blank(name: str) -> Row:
    """An empty row of a file."""
    return dict.fromkeys((column.name for column in FILES[name].columns), None)


def left_out(case: Case) -> bool:
    """Whether a case is no representation of its own.

    A request for a service is none; what was put together with another case is counted there, and what stands in the
    register of member enquiries is counted from it.
    """
    if case.kind is Kind.SERVICE_REQUEST or case.procedure is Procedure.OMBUDSMAN or case.step == "merged":
        return True
    registered = select(MemberEnquiry.id).where(MemberEnquiry.case_id == case.id).limit(1)
    return case.procedure is Procedure.MEMBER and db.session.scalar(registered) is not None


def _account_numbered(name: str, cells: Callable[[Any], Row]) -> Callable[[Sequence[Any]], None]:
    def account(entries: Sequence[Any]) -> None:
        rows = [blank(name) | {"number": OURS + entry.id} | cells(entry) for entry in entries]
        owned = [(str(row["number"]), row) for row in rows]
        dataset.forget((name,), [owner for owner, _row in owned])
        dataset.keep(FILES[name], owned)
        keep_facts((name, owner, fact) for owner, row in owned if (fact := fact_of(name, row, date.max)))

    return account


def _reference(case_id: int | None) -> str | None:
    """The case a row belongs to; nothing for one that is not counted itself."""
    case = db.session.get(Case, case_id) if case_id else None
    return case.reference if case and not left_out(case) else None


def _payment(one: Payment) -> Row:
    return {
        "reference": _reference(one.case_id), "detail": one.detail, "amount": one.pence, "agreed_on": one.agreed_on,
        "paid_on": one.paid_on, "basis": one.basis,
    }  # fmt: skip


def _expense(one: Expense) -> Row:
    return {
        "reference": _reference(one.case_id), "kind": one.kind, "amount": one.pence, "incurred_on": one.incurred_on,
    }  # fmt: skip


def _enquiry(one: OmbudsmanEnquiry) -> Row:
    return {
        "reference": _reference(one.case_id), "received_on": one.received_on, "service": one.service,
        "investigated": one.investigated, "outcome": one.outcome, "decided_on": one.decided_on,
    }  # fmt: skip


def _action(one: LearningAction) -> Row:
    texts = {name: plain(one.texts.get(name) or "") for name in ("issue", "lessons", "action", "timescale")}
    references = sorted(filter(None, (_reference(link.case_id) for link in taught_by([one.id])[one.id])))
    return {
        "issue": texts["issue"] or None, "lessons": texts["lessons"] or None,
        "actions": texts["action"] or None, "department": one.team, "timescale": texts["timescale"] or None,
        "due_on": one.due_on, "status": one.status, "references": tuple(references) or None,
    }  # fmt: skip


def _answer(one: EqualityAnswer) -> Row:
    return {name: getattr(one, name) for name in _AS_ANSWERED} | {
        "year": str(ReportingYear(one.year)), "audience": one.audience.value,
        "impairments": tuple(one.impairments) or None,
    }  # fmt: skip


def _account_offers(offers: Sequence[EqualityOffer]) -> None:
    years = {offer.year: str(ReportingYear(offer.year)) for offer in offers}
    dataset.forget(("activity",), [_offers_in(year) for year in years.values()])
    for starts, year in years.items():
        row: Row = {"year": year, "measure": OFFERED, "value": receipts_of(starts)}
        dataset.keep(FILES["activity"], [(_offers_in(year), row)])


def _offers_in(year: str) -> str:
    return f"{year}/{OFFERED}"


NUMBERED: Mapping[Any, Callable[[Sequence[Any]], None]] = MappingProxyType(
    {
        Payment: _account_numbered("payments", _payment),
        Expense: _account_numbered("expenditure", _expense),
        OmbudsmanEnquiry: _account_numbered("ombudsman", _enquiry),
        LearningAction: _account_numbered("actions", _action),
        EqualityAnswer: _account_numbered("monitoring", _answer),
        EqualityOffer: _account_offers,
    }
)
"""What keeps a row of each of these tables in the dataset."""


def desk_owners(name: str, rows: Iterable[Row]) -> frozenset[str]:
    """What owns those of these rows of a file, which belong to no representation, that are rows of the desk."""
    if name == "activity":
        ours = db.session.scalars(select(EqualityOffer.year).distinct())
        return frozenset(_offers_in(str(ReportingYear(year))) for year in ours)
    table = _TABLES.get(name)
    numbers = (row.get("number") for row in rows)
    wanted = [number - OURS for number in numbers if isinstance(number, int) and number > OURS]
    if table is None or not wanted:
        return frozenset()
    return frozenset(str(OURS + found) for found in db.session.scalars(select(table.id).where(table.id.in_(wanted))))


_TABLES: Mapping[str, Any] = MappingProxyType(
    {"payments": Payment, "expenditure": Expense, "ombudsman": OmbudsmanEnquiry, "actions": LearningAction,
     "monitoring": EqualityAnswer}
)  # fmt: skip

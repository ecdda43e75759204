"""Recording what was put right and what it cost; money is counted in pence, by the day it was paid or incurred."""

from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.domain.putting_right import Basis, ExpenseKind, PaymentDetail, Resolution, pounds
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.remedies import Expense, Payment, rows_of
from portal.records.remedies import Resolution as ResolutionRow
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing


@dataclass(frozen=True, slots=True)
class Paying:
    """One payment to a person; it may be agreed long before it is paid."""

    detail: PaymentDetail
    pence: int
    basis: Basis
    agreed_on: date
    approved_by: str
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Spending:
    """What handling this case cost."""

    kind: ExpenseKind
    pence: int
    incurred_on: date
    approved_by: str


def resolve(case_id: int, officer_id: int, resolution: Resolution, agreed_on: date, note: str = "") -> None:
    """Record one way in which it was put right. Raises `NotLikeThis` when the case has it already."""
    _not_ahead(agreed_on, "on")
    with changing(case_id) as case:
        if any(row.resolution == resolution.value for row in rows_of(ResolutionRow, case.id)):
            raise NotLikeThis("This is recorded already.", "resolution")
        row = ResolutionRow(case_id=case.id, resolution=resolution.value, agreed_on=agreed_on, officer_id=officer_id)
        row.note = note or None
        db.session.add(row)
        by_team(case, Happening.RESOLUTION_RECORDED, officer_id, resolution.label)


def pay(case_id: int, officer_id: int, paying: Paying) -> None:
    """Record a payment that was agreed, and perhaps paid. Raises `NotLikeThis`."""
    _approved(paying.approved_by)
    _not_ahead(paying.agreed_on, "agreed_on")
    _paid_after(paying.agreed_on, paying.paid_on)
    with changing(case_id) as case:
        row = Payment(case_id=case.id, officer_id=officer_id, pence=paying.pence, approved_by=paying.approved_by)
        row.detail, row.basis = paying.detail.value, paying.basis.value
        row.agreed_on, row.paid_on = paying.agreed_on, paying.paid_on
        db.session.add(row)
        state = "paid" if paying.paid_on else "agreed, not paid yet"
        by_team(case, Happening.PAYMENT_RECORDED, officer_id, f"{paying.detail.label}, {pounds(paying.pence)}, {state}")


def paid(case_id: int, officer_id: int, payment_id: int, on: date) -> None:
    """A payment that was agreed has been made on this day. Raises `NotThere` or `NotLikeThis`."""
    with changing(case_id) as case:
        row = next((one for one in rows_of(Payment, case.id) if one.id == payment_id and not one.paid_on), None)
        if row is None:
            raise NotThere("a payment still to be made")
        _paid_after(row.agreed_on, on)
        row.paid_on = on
        label = PaymentDetail(row.detail).label
        by_team(case, Happening.PAYMENT_RECORDED, officer_id, f"{label}, {pounds(row.pence)}, paid")


def spend(case_id: int, officer_id: int, spending: Spending) -> None:
    """Record what handling the case cost. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        incur(case, officer_id, spending)


def incur(case: Case, officer_id: int, spending: Spending) -> Expense:
    """The same in the caller's transaction. Raises `NotLikeThis`."""
    _approved(spending.approved_by)
    _not_ahead(spending.incurred_on, "on")
    row = Expense(case_id=case.id, officer_id=officer_id, pence=spending.pence, approved_by=spending.approved_by)
    row.kind, row.incurred_on = spending.kind.value, spending.incurred_on
    db.session.add(row)
    db.session.flush()
    by_team(case, Happening.EXPENSE_RECORDED, officer_id, f"{spending.kind.label}, {pounds(spending.pence)}")
    return row


def _approved(name: str) -> None:
    if not name:
        raise NotLikeThis("Write who approved it.", "approved_by")


def _not_ahead(day: date, field: str) -> None:
    if day > clock.today():
        raise NotLikeThis("This day cannot lie ahead.", field)


def _paid_after(agreed: date, paid_on: date | None) -> None:
    if paid_on is None:
        return
    _not_ahead(paid_on, "paid_on")
    if paid_on < agreed:
        raise NotLikeThis("It cannot have been paid before it was agreed.", "paid_on")

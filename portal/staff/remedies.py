"""What was put right in a case, the money it meant for the person, and what handling it cost."""

from collections.abc import Callable

from flask import Blueprint
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.putting_right import (
    Basis,
    ExpenseKind,
    NotAnAmount,
    PaymentDetail,
    Resolution,
    pence,
    pounds,
)
from portal.records.remedies import Expense, Payment, rows_of
from portal.records.remedies import Resolution as ResolutionRow
from portal.services import remedying
from portal.services.case_writing import NotLikeThis
from portal.services.remedying import Paying, Spending
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Day, Entry, Link, Section, form_page, here, kept, label_of, list_page, pick, text
from portal.web.doors import door

blueprint = Blueprint("staff_remedies", __name__, url_prefix="/staff/cases/<reference>/remedies")

BACK = "staff_remedies.remedies"
APPROVER = "Name or post. It is kept with the amount."


class ResolutionForm(FlaskForm):
    """One way in which it is put right."""

    resolution = pick("What puts it right", Resolution)
    on = Day("The day it was agreed")
    note = TextAreaField("Anything to add")


class PaymentForm(FlaskForm):
    """Money for the person."""

    detail = pick("What it is for", PaymentDetail)
    amount = StringField("Amount in pounds", description="Like 150 or 1,200.50")
    basis = pick("Who decided it", Basis)
    agreed_on = Day("The day it was agreed")
    paid_on = Day("The day it was paid", needed=False, description="Leave this empty until it is paid.")
    approved_by = StringField("Who approved it", description=APPROVER)


class PaidForm(FlaskForm):
    """A payment was made."""

    on = Day("The day it was paid")


class CostForm(FlaskForm):
    """What handling the case cost."""

    kind = pick("What it was for", ExpenseKind)
    amount = StringField("Amount in pounds", description="Like 150 or 1,200.50")
    on = Day("The day the cost arose", description="Reports count it in this year, even if the case is older.")
    approved_by = StringField("Who approved it", description=APPROVER)


@blueprint.get("")
@door(Action.REMEDIES)
def remedies() -> str:
    """All of it on one page."""
    return list_page("Remedies and money", [_resolutions(), _payments(), _costs()])


@blueprint.route("/new", methods=BOTH)
@door(Action.REMEDIES)
def resolution() -> str | Response:
    """One more way in which it is put right."""
    form = ResolutionForm(data={"on": clock.today()})

    def verb() -> None:
        chosen = Resolution(form.resolution.data)
        remedying.resolve(the_case().id, me().id, chosen, form.on.day, text(form.note, 2000))

    return _page(form, verb, "What puts it right", "Keep it")


@blueprint.route("/payment", methods=BOTH)
@door(Action.REMEDIES)
def payment() -> str | Response:
    """Money for the person."""
    form = PaymentForm(data={"agreed_on": clock.today()})

    def verb() -> None:
        paying = Paying(
            PaymentDetail(form.detail.data),
            _pence(form.amount),
            Basis(form.basis.data),
            form.agreed_on.day,
            text(form.approved_by, 120),
            form.paid_on.data,
        )
        remedying.pay(the_case().id, me().id, paying)

    return _page(form, verb, "A payment to the person", "Keep the payment")


@blueprint.route("/payment/<int:number>/paid", methods=BOTH)
@door(Action.REMEDIES)
def paid(number: int) -> str | Response:
    """It has been made."""
    form = PaidForm(data={"on": clock.today()})
    return _page(
        form, lambda: remedying.paid(the_case().id, me().id, number, form.on.day), "The payment was made", "It is paid"
    )


@blueprint.route("/cost", methods=BOTH)
@door(Action.REMEDIES)
def cost() -> str | Response:
    """What handling the case cost."""
    form = CostForm(data={"on": clock.today()})

    def verb() -> None:
        spending = Spending(ExpenseKind(form.kind.data), _pence(form.amount), form.on.day, text(form.approved_by, 120))
        remedying.spend(the_case().id, me().id, spending)

    return _page(form, verb, "A cost of handling the case", "Keep the cost")


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, press: str) -> str | Response:
    back = here(BACK)
    return kept(form, verb, "Kept.", back) or form_page(form, heading, press, back)


def _pence(field: StringField) -> int:
    try:
        return pence(text(field, 40))
    except NotAnAmount:
        raise NotLikeThis("Write the amount in pounds, like 150 or 1,200.50.", "amount") from None


def _resolutions() -> Section:
    rows = [
        Entry(label_of(Resolution, row.resolution), [f"Agreed {short(row.agreed_on)}", row.note or ""])
        for row in rows_of(ResolutionRow, the_case().id)
    ]
    return Section("What puts it right", rows, [Link(here("staff_remedies.resolution"), "Add what puts it right")])


def _payments() -> Section:
    rows = [
        Entry(
            f"{pounds(row.pence)}: {label_of(PaymentDetail, row.detail)}",
            [f"Agreed {short(row.agreed_on)} by {row.approved_by}. Decided by: {label_of(Basis, row.basis)}"],
            tags=[(f"Paid {short(row.paid_on)}", "green") if row.paid_on else ("Not paid yet", "yellow")],
            links=[] if row.paid_on else [Link(here("staff_remedies.paid", number=row.id), "It was paid")],
        )
        for row in rows_of(Payment, the_case().id)
    ]
    return Section("Payments to the person", rows, [Link(here("staff_remedies.payment"), "Add a payment")])


def _costs() -> Section:
    rows = [
        Entry(
            f"{pounds(row.pence)}: {label_of(ExpenseKind, row.kind)}",
            [f"{short(row.incurred_on)}, approved by {row.approved_by}"],
        )
        for row in rows_of(Expense, the_case().id)
    ]
    return Section("What handling it cost", rows, [Link(here("staff_remedies.cost"), "Add a cost")])

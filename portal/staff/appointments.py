"""Naming the people of Stage 2 and Stage 3 of a case, for how long, and for what fee."""

from collections.abc import Callable
from datetime import timedelta

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.independence import STAGE_OF, Capacity
from portal.domain.putting_right import pounds
from portal.records.appointments import Appointment, appointments_of
from portal.records.independents import Independent, independents
from portal.services import appointing as verbs
from portal.services.appointing import Naming
from portal.services.case_writing import NotLikeThis
from portal.staff.guard import me, the_case
from portal.staff.independents import amount
from portal.staff.papers import BOTH, Day, form_page, here, kept, text
from portal.web.doors import door

blueprint = Blueprint("staff_appointments", __name__, url_prefix="/staff/cases/<reference>/papers/people")

BACK = "staff_stage_papers.papers"
USUAL = timedelta(weeks=26)
"""How long somebody reads the case unless another day is chosen: both stages at their longest take less."""
CHECKS = {
    2: "I have checked that they have no ties to anybody in this case, and that an investigating officer stands "
    "outside the line of management",
    3: "I have checked that they have no ties to anybody in this case",
}
POUNDS = "Like 350 or 1,200.50"


class NamingForm(FlaskForm):
    """One person for one part."""

    capacity = SelectField("As what")
    person = SelectField("Who", coerce=int, description="From the register of people from outside.")
    checked = BooleanField("")
    until_on = Day("The last day on which they read the case", description="With an account, they read it until then.")
    fee = StringField("Fee agreed, in pounds", description=f"{POUNDS}. Leave it empty if none is agreed yet.")


class EndForm(FlaskForm):
    """Their part ends."""

    reason = TextAreaField("Why", description="It is kept in the timeline. From now on they cannot open the case.")


class UntilForm(FlaskForm):
    """Another last day."""

    until_on = Day("The last day on which they read the case")


class AgreeForm(FlaskForm):
    """What was agreed."""

    fee = StringField("Fee agreed, in pounds", description=POUNDS)


class PayForm(FlaskForm):
    """What they were paid."""

    fee = StringField("Paid, in pounds", description=f"{POUNDS}. It is counted as a cost of handling this case.")
    on = Day("The day the cost arose", description="Reports count it in this year, even if the case is older.")
    approved_by = StringField("Who approved it", description="Name or post. It is kept with the amount.")


@blueprint.route("/new/<int:stage>", methods=BOTH)
@door(Action.APPOINT)
def name(stage: int) -> str | Response:
    """One person more."""
    if stage not in CHECKS:
        abort(404)
    form = _naming(stage)

    def verb() -> None:
        person, capacity = form.person.data, Capacity(form.capacity.data)
        naming = Naming(person, capacity, form.until_on.day, form.checked.data, amount(form.fee))
        verbs.appoint(the_case().id, me().id, naming)

    said = "" if form.person.choices else "Nobody is on the register. Put somebody on it first."
    return _page(form, verb, f"Name somebody for Stage {stage}", "Name them", said)


@blueprint.route("/<int:number>/end", methods=BOTH)
@door(Action.APPOINT)
def end(number: int) -> str | Response:
    """They take part no more."""
    row, form = _one(number), EndForm()
    return _page(
        form, lambda: verbs.end(the_case().id, me().id, number, text(form.reason, 2000)), _of(row), "End their part"
    )


@blueprint.route("/<int:number>/prolong", methods=BOTH)
@door(Action.APPOINT)
def prolong(number: int) -> str | Response:
    """They read it for longer, or not as long."""
    row = _one(number)
    form = UntilForm(data={"until_on": row.until_on})
    return _page(
        form, lambda: verbs.prolong(the_case().id, me().id, number, form.until_on.day), _of(row), "Keep the day"
    )


@blueprint.route("/<int:number>/agree", methods=BOTH)
@door(Action.APPOINT)
def agree(number: int) -> str | Response:
    """A fee is agreed."""
    row = _one(number)
    form = AgreeForm(data={"fee": _shown(row)})

    def verb() -> None:
        verbs.agree_fee(the_case().id, me().id, number, _needed(form.fee))

    return _page(form, verb, _of(row), "Keep the fee", _rate(row.independent))


@blueprint.route("/<int:number>/pay", methods=BOTH)
@door(Action.APPOINT)
def pay(number: int) -> str | Response:
    """They were paid."""
    row = _one(number)
    form = PayForm(data={"fee": _shown(row), "on": clock.today()})

    def verb() -> None:
        who = text(form.approved_by, 120)
        verbs.pay_fee(the_case().id, me().id, number, _needed(form.fee), form.on.day, who)

    return _page(form, verb, _of(row), "They were paid", _rate(row.independent))


def _naming(stage: int) -> NamingForm:
    today = clock.today()
    form = NamingForm(data={"until_on": today + USUAL})
    parts = [one for one in Capacity if STAGE_OF[one] == stage]
    form.capacity.choices = [SelectChoice(one.value, one.label) for one in parts]
    people = [one for one in independents() if one.on_register(today) and not one.listed.isdisjoint(parts)]
    form.person.choices = [SelectChoice(one.id, _called(one)) for one in people]
    form.checked.label.text = CHECKS[stage]
    return form


def _called(one: Independent) -> str:
    does = ", ".join(capacity.label.lower() for capacity in Capacity if capacity in one.listed)
    return f"{one.name} ({does})"


def _needed(field: StringField) -> int:
    found = amount(field)
    if found is None:
        raise NotLikeThis(f"Write the amount in pounds. {POUNDS}.", "fee")
    return found


def _shown(row: Appointment) -> str:
    return pounds(row.pence_agreed) if row.pence_agreed else ""


def _rate(one: Independent) -> str:
    return f"{one.name} is paid {pounds(one.pence_a_day)} a day." if one.pence_a_day else ""


def _of(row: Appointment) -> str:
    return f"{row.independent.name}, {row.capacity.label.lower()}"


def _one(number: int) -> Appointment:
    return next((row for row in appointments_of(the_case().id) if row.id == number), None) or abort(404)


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, press: str, said: str = "") -> str | Response:
    back = here(BACK)
    return kept(form, verb, "Kept.", back) or form_page(form, heading, press, back, said)

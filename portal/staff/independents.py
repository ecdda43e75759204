"""The register of people from outside: who investigates, watches or sits on panels, and what they declared."""

from collections.abc import Callable

from flask import Blueprint, abort, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.independence import Capacity, Ties
from portal.domain.putting_right import NotAnAmount, pence, pounds
from portal.extensions import db
from portal.records.independents import Independent, independents
from portal.records.registers import lines_of
from portal.services import independents as verbs
from portal.services.case_writing import NotLikeThis
from portal.services.independents import REGISTER, Known
from portal.services.officers import all_officers
from portal.staff.due import short
from portal.staff.guard import me
from portal.staff.papers import BOTH, Day, Entry, Link, Section, kept, several, text
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_independents", __name__, url_prefix="/staff/independents")

BACK = "staff_independents.every"
AMOUNT = "Write the amount in pounds, like 350 or 1,200.50, or leave it empty."
TIES = (
    "Members and officers of the council, and whoever is married to one, are not independent. An officer may still be "
    "the investigating officer, as long as they stand outside the line of management."
)


class IndependentForm(FlaskForm):
    """One person on the register."""

    name = StringField("Name")
    organisation = StringField("Where they work", description="Leave it empty if they work for themselves.")
    capacities = several("What they do", Capacity)
    is_member = BooleanField("They are a member of the council")
    is_officer = BooleanField("They are an officer of the council")
    is_partner = BooleanField("They are married to, or the civil partner of, a member or an officer")
    signed_on = Day("The day they signed that this is true", needed=False, description="They cannot be named without.")
    email = StringField("E-mail address")
    phone = StringField("Telephone")
    address = TextAreaField("Address")
    rate = StringField(
        "Pay for a day, in pounds", description="Like 350 or 1,200.50. Leave it empty if none is agreed."
    )
    account = StringField(
        "The e-mail address they sign in with",
        description="Only if they have an account. They then read what they are named for, until it ends.",
    )
    active = BooleanField("They are on the register")
    until = Day("The last day on the register", needed=False, description="Leave it empty if nobody knows.")

    def known(self) -> Known:
        """What was filled in. Raises `NotLikeThis`."""
        return Known(
            name=text(self.name, 120),
            organisation=text(self.organisation, 120),
            capacities=frozenset(one for one in Capacity if one.value in (self.capacities.data or [])),
            ties=Ties(self.is_member.data, self.is_officer.data, self.is_partner.data, self.signed_on.data),
            contact={name: text(self[name], 500) for name in ("email", "phone", "address")},
            pence_a_day=amount(self.rate),
            account=text(self.account, 255),
            active=self.active.data,
            until=self.until.data,
        )


def amount(field: StringField) -> int | None:
    """An amount that may be left out. Raises `NotLikeThis`."""
    typed = text(field, 40)
    try:
        return pence(typed) if typed else None
    except NotAnAmount:
        raise NotLikeThis(AMOUNT, "rate") from None


@blueprint.get("")
@door(Action.INDEPENDENTS)
def every() -> str:
    """Who is on the register; who was, on asking."""
    today, past = clock.today(), request.args.get("past") == "1"
    names = {one.id: one.name for one in all_officers()}
    rows = [_entry(row, names) for row in independents() if row.on_register(today) != past]
    other = Link(url_for(BACK), "Show who is on it") if past else Link(url_for(BACK, past="1"), "Show who was on it")
    links = [Link(url_for("staff_independents.new"), "Put somebody on the register"), other]
    title = "Not on the register any more" if past else "On the register"
    section = Section(title, rows, links, "Nobody.")
    return render_template("staff/papers/list.html", heading="People from outside", sections=[section])


@blueprint.route("/new", methods=BOTH)
@door(Action.INDEPENDENTS)
def new() -> str | Response:
    """Somebody new."""
    form = IndependentForm(data={"active": True})
    return _page(form, lambda: verbs.enter(me().id, form.known()), "Put somebody on the register")


@blueprint.route("/<int:number>", methods=BOTH)
@door(Action.INDEPENDENTS)
def change(number: int) -> str | Response:
    """Change what is known of them."""
    row = db.session.get(Independent, number) or abort(404)
    same = (
        "name",
        "organisation",
        "capacities",
        "is_member",
        "is_officer",
        "is_partner",
        "signed_on",
        "active",
        "until",
    )
    start = {name: getattr(row, name) for name in same} | row.contact
    start["rate"] = pounds(row.pence_a_day) if row.pence_a_day else ""
    start["account"] = row.account.email if row.account else ""
    form = IndependentForm(data=start)
    return _page(form, lambda: verbs.change(number, me().id, form.known()), row.name, _story(number))


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, said: str = TIES) -> str | Response:
    back = url_for(BACK)
    return kept(form, verb, "Kept in the register.", back) or render_template(
        "staff/papers/form.html", form=form, heading=heading, press="Keep it", back_url=back, said=said
    )


def _entry(row: Independent, names: dict[int, str]) -> Entry:
    contact = row.contact
    lines = [
        row.organisation,
        ", ".join(one.label for one in Capacity if one in row.listed),
        ", ".join(contact[name] for name in ("email", "phone", "address") if contact.get(name)),
        f"{pounds(row.pence_a_day)} a day" if row.pence_a_day else "",
        f"Until {day_and_year(row.until)}" if row.until else "",
        "Signs in, and reads what they are named for" if row.officer_id else "",
        f"Kept by {names.get(row.kept_by, 'somebody')}, {short(clock.in_london(row.kept_at).date())}",
    ]
    links = [Link(url_for("staff_independents.change", number=row.id), "Change it")]
    return Entry(row.name, lines, tags=_tags(row), links=links)


def _tags(row: Independent) -> list[tuple[str, str]]:
    ties = (("Member of the council", row.is_member), ("Officer", row.is_officer), ("Married to one", row.is_partner))
    tags = [(words, "yellow") for words, true in ties if true]
    return [*tags, (f"Signed {day_and_year(row.signed_on)}", "green") if row.signed_on else ("Not signed", "red")]


def _story(number: int) -> str:
    """What happened to the entry so far."""
    names = {one.id: one.name for one in all_officers()}
    return " ".join(
        f"{short(clock.in_london(one.at).date())}, {names.get(one.officer_id, '')}: {one.words}."
        for one in lines_of(REGISTER, number)
    )

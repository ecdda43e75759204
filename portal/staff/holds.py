"""What has to be kept whatever its dates say: a court, an inquiry, the police; and how long it is kept otherwise."""

from flask import Blueprint, abort, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField

from portal.domain.access import Action
from portal.domain.references import BadReference, parse_reference
from portal.extensions import db
from portal.records.cases import case_by_reference
from portal.records.retention import LegalHold, hold_of, holds_of
from portal.services import retaining
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned_of
from portal.services.retention_due import kept_of
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Entry, Link, Section, form_page, here, kept, list_page, pressed, text
from portal.staff.retention import LIST, known_cases, lifting, names_of_officers, since, waiting
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_holds", __name__, url_prefix="/staff")

SAID = (
    "It stays, whatever its dates say, until somebody here says that it may go. Then it takes two people anew.",
    "Write why, for example a court, an inquiry or the police. Name nobody.",
)
WHY, KEPT = "Why it has to be kept", "It is kept."


class HoldForm(FlaskForm):
    """Why a case has to be kept."""

    why = TextAreaField(WHY)


class HoldOneForm(FlaskForm):
    """The same for a case by its number."""

    number = StringField("The number of the case")
    why = TextAreaField(WHY)

    def case_id(self) -> int:
        """The case; one that may be about this officer does not exist. Raises `NotLikeThis`."""
        try:
            found = case_by_reference(parse_reference(text(self.number, 40)))
        except BadReference:
            found = None
        if found is None or concerned_of([found.id], me().name):
            raise NotLikeThis("There is no case with this number. It looks like 7KQM-3W9C.", "number")
        return found.id


@blueprint.route("/kept-and-let-go/<int:number>/keep", methods=BOTH)
@door(Action.RETENTION)
def keep(number: int) -> str | Response:
    """It is on the list, and has to be kept."""
    (row, reference), form, back = waiting(number), HoldForm(), url_for(LIST)
    case_id = row.case_id
    return kept(form, lambda: _hold(case_id, form), KEPT, back) or _form(form, f"Keep {reference}", back)


@blueprint.route("/kept-and-let-go/hold", methods=BOTH)
@door(Action.RETENTION)
def hold() -> str | Response:
    """Any case, by its number."""
    form, back = HoldOneForm(), url_for(LIST)
    heading = "Keep a case whatever its dates say"
    return kept(form, lambda: _hold(form.case_id(), form), KEPT, back) or _form(form, heading, back)


@blueprint.post("/kept-and-let-go/holds/<int:number>/lift")
@door(Action.RETENTION)
def lift(number: int) -> Response:
    """It may go when its time comes."""
    row = db.session.get(LegalHold, number)
    if row is None or row.case_id not in known_cases([row.case_id]):
        abort(404)
    case_id = row.case_id
    return pressed(lambda: retaining.lift(case_id, me().id), "It may go when its time comes.", url_for(LIST))


@blueprint.get("/cases/<reference>/kept")
@door(Action.RETENTION)
def case() -> str:
    """Until when this case is kept and why, and what kept it longer."""
    found, names = the_case(), names_of_officers()
    due, now = kept_of(found), hold_of(found.id)
    until = Entry(f"Until {day_and_year(due.kept.until)}", [due.kept.why]) if due else Entry("It is not over yet.")
    past = [
        Entry("Had to be kept" if row.lifted_at else "Has to be kept", [*since(row, names), row.why])
        for row in holds_of(found.id)
    ]
    ways = [lifting(now, found) if now else Link(here("staff_holds.keep_case"), "Keep it whatever its dates say")]
    return list_page(
        "How long it is kept",
        [Section("By its dates", [until]), Section("Whatever its dates say", past, ways, "Nothing else keeps it.")],
    )


@blueprint.route("/cases/<reference>/keep", methods=BOTH)
@door(Action.RETENTION)
def keep_case() -> str | Response:
    """This case has to be kept."""
    form, back, case_id = HoldForm(), here("staff_holds.case"), the_case().id
    done = kept(form, lambda: _hold(case_id, form), KEPT, back)
    return done or form_page(form, "Keep it whatever its dates say", "Keep it", back, SAID)


def _hold(case_id: int, form: HoldForm | HoldOneForm) -> None:
    retaining.hold(case_id, me().id, text(form.why, 2000))


def _form(form: FlaskForm, heading: str, back: str) -> str:
    return render_template(
        "staff/papers/form.html", form=form, heading=heading, press="Keep it", back_url=back, said=SAID
    )

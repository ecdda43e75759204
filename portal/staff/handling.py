"""Looking after a case: notes, how it came, who has it, a new secret code, the held list."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.access import Action
from portal.domain.speaking import Holder
from portal.domain.words import Method, Point
from portal.services import handling, hearing_alone
from portal.services.codes import NobodyToCode
from portal.services.handling import CannotHandOver
from portal.services.officers import all_officers
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.messages import OPEN_LONG
from portal.staff.spoken import spoken_for
from portal.staff.telling import helper
from portal.web.doors import door
from portal.web.text import plain

blueprint = Blueprint("staff_handling", __name__, url_prefix="/staff/cases/<reference>")

METHODS = [SelectChoice(one.value, one.label) for one in Method]
POINTS = [SelectChoice(one.value, one.label) for one in Point]


class Note(FlaskForm):
    """A note that the person never sees."""

    text = TextAreaField("Note for the team")


class HeardAlone(FlaskForm):
    """What came of speaking with the child alone."""

    text = TextAreaField("What the child said alone")


class HowItCame(FlaskForm):
    """How and where it first reached us, and why that is corrected."""

    method = SelectField("How it came", choices=METHODS)
    point = SelectField("Where it first arrived", choices=POINTS)
    reason = StringField("Why you correct it")


class Officers(FlaskForm):
    """Who is to look after it."""

    officer = SelectField("Officer", coerce=int, validate_choice=False)


class Nothing(FlaskForm):
    """A button alone."""


@blueprint.route("/note", methods=["GET", "POST"])
@door(Action.NOTE)
def note() -> str | Response:
    """Keep something for the team."""
    form = Note()
    text = plain(form.text.data or "", 10_000)
    if form.validate_on_submit() and text:
        handling.note(the_case().id, me().id, text)
        return _back("The note is kept.")
    _tell(form, "text", "Write the note.", missing=not text)
    return render_template("staff/handling/note.html", **head(), form=form)


@blueprint.route("/alone", methods=["GET", "POST"])
@door(Action.NOTE)
def alone() -> str | Response:
    """What the child said without the grown-up who helped them."""
    form = HeardAlone()
    text = plain(form.text.data or "", 10_000)
    if form.validate_on_submit() and text:
        hearing_alone.heard_alone(the_case().id, me().id, text)
        return _back("Kept. Thank you for asking the child.")
    _tell(form, "text", "Write what the child said, or why it cannot be done.", missing=not text)
    return render_template("staff/handling/alone.html", **head(), form=form, helper=helper(the_case()))


@blueprint.route("/method", methods=["GET", "POST"])
@door(Action.CHANGE_METHOD)
def method() -> str | Response:
    """Put right how it came: the reports count it."""
    case = the_case()
    form = HowItCame(data={"method": case.method.value, "point": case.point.value})
    reason = plain(form.reason.data or "", 500)
    if form.validate_on_submit() and reason:
        handling.change_method(case.id, me().id, Method(form.method.data), Point(form.point.data), reason)
        return _back("Corrected. The timeline says what stood there before.")
    _tell(form, "reason", "Write why, so that the change can be understood later.", missing=not reason)
    return render_template("staff/handling/method.html", **head(), form=form)


@blueprint.route("/assign", methods=["GET", "POST"])
@door(Action.ASSIGN)
def assign() -> str | Response:
    """Give it to somebody who may have it; the officer it may be about is not on the list."""
    case = the_case()
    form = Officers(data={"officer": case.officer_id or me().id})
    takers = [officer for officer in all_officers() if handling.could_take(officer, case)]
    form.officer.choices = [SelectChoice(one.id, one.name) for one in takers]
    if form.validate_on_submit():
        try:
            handling.assign(case.id, me().id, form.officer.data or 0)
            return _back("Given over.")
        except CannotHandOver:
            form.officer.errors = ["Pick somebody from the list."]
    _tell(form, "officer", OPEN_LONG, missing=False)
    return render_template("staff/handling/assign.html", **head(), form=form)


@blueprint.route("/code", methods=["GET", "POST"])
@door(Action.RENEW_CODE)
def code() -> str | Response:
    """A new code to read out, shown this once; the old one stops working."""
    form, fresh, spoken = Nothing(), None, spoken_for(the_case())
    holder = Holder.SPEAKER if request.form.get("do") == Holder.SPEAKER else Holder.PERSON
    found = head()
    if form.validate_on_submit():
        try:
            fresh = handling.renew_code(the_case().id, me().id, holder)
        except NobodyToCode:  # the child's own code must never be made in its place
            return _back("Nobody speaks for the child any more. No code was made.")
    return render_template(
        "staff/handling/code.html", **found, form=form, code=fresh, spoken=spoken, theirs=holder is Holder.SPEAKER
    )


@blueprint.post("/release")
@door(Action.RELEASE_HELD)
def release() -> Response:
    """A real complaint after all."""
    if not Nothing().validate_on_submit():
        abort(400)
    handling.release_held(the_case().id, me().id)
    return _back("Released. It is now with the others.")


def _tell(form: FlaskForm, name: str, words: str, *, missing: bool) -> None:
    """What is wrong with a form that came back."""
    if form.is_submitted() and not form[name].errors:
        stale = "csrf_token" in form.errors
        form[name].errors = [OPEN_LONG if stale and not missing else words]


def _back(done: str) -> Response:
    flash(done)
    return redirect(url_for("staff_case.case", reference=the_case().reference))

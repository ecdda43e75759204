"""Opening a case that is somebody else's: first a reason, which the data protection officer reads."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from portal.domain.access import Action
from portal.domain.references import format_reference
from portal.services import looking
from portal.staff.guard import asked_why, me, the_case
from portal.web.doors import door
from portal.web.text import plain

blueprint = Blueprint("staff_reason", __name__, url_prefix="/staff/cases/<reference>")

LONGEST, SHORTEST = 300, 10
"""Letters: enough for a sentence, too many for a story; a dot is no reason."""


class Why(FlaskForm):
    """Why an officer opens this case today."""

    words = TextAreaField("Why do you need to open this case?")


@blueprint.route("/why", methods=["GET", "POST"])
@door(Action.READ_CASE)
def why() -> str | Response:
    """Asked once a day; nothing of the case is shown here."""
    form, onward = Why(), _onward()
    if not asked_why(me(), the_case()):
        return redirect(onward)
    words = plain(form.words.data or "", LONGEST)
    if form.validate_on_submit():
        if len(words) >= SHORTEST:
            looking.say_why(the_case().id, me().id, words)
            return redirect(onward)
        form.words.errors = ["Write in a few words why you need to open it."]
    return render_template("staff/reason.html", form=form, reference=format_reference(the_case().reference))


def _onward() -> str:
    """The page of this case that was asked for, and no other address."""
    asked = request.args.get("next", "")
    home = url_for("staff_case.case", reference=the_case().reference)
    return asked if asked.startswith(f"{home}/") and "//" not in asked and "\\" not in asked else home

"""The rows that figures are made of, for analysts: without names, with a reason, and kept in the audit."""

from flask import Blueprint, Response, render_template, stream_with_context
from flask_wtf import FlaskForm
from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.domain.access import Action
from portal.domain.dataset.files import FILES
from portal.services.exporting import begun, lines_of
from portal.staff.guard import me
from portal.web.doors import door

blueprint = Blueprint("staff_rows", __name__, url_prefix="/staff/rows")

LABELS = {
    "representations": "Complaints and other representations", "stages": "Stages", "concerns": "Concerns",
    "compliments": "Compliments", "resolutions": "Resolutions", "payments": "Payments", "expenditure": "Costs",
    "children": "Children in complaints", "monitoring": "Answers people gave about themselves",
    "ombudsman": "Ombudsman enquiries", "actions": "Learning actions", "activity": "Activity",
    "earlier_years": "Printed figures of earlier years",
}  # fmt: skip


class Asked(FlaskForm):
    """Which rows, and why."""

    file = SelectField("Which rows", choices=[SelectChoice(name, LABELS[name]) for name in FILES])
    reason = TextAreaField(
        "What are they for?",
        description="Kept with your name. They name nobody, but few children are alike: keep them safe.",
        validators=[InputRequired("Write what you need them for."), Length(max=500, message="Write it shorter.")],
    )


@blueprint.route("", methods=["GET", "POST"])
@door(Action.EXPORT)
def rows() -> str | Response:
    """The form, or the rows."""
    form = Asked()
    if not form.validate_on_submit():
        return render_template("staff/reports/rows.html", form=form)
    name = str(form.file.data)
    begun(f"rows of {name}", me().id, form.reason.data)
    lines = stream_with_context(lines_of(FILES[name], hidden_from=me().name))
    headers = {"Content-Disposition": f'attachment; filename="{FILES[name].path}"'}
    return Response(lines, headers=headers, content_type="text/csv; charset=utf-8")

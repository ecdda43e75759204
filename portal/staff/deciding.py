"""What was found: an outcome for every concern at a stage, and the whole of it where somebody sets it themselves."""

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.access import Action
from portal.domain.findings import STAGES, Outcome
from portal.records.concerns import concerns_of, outcomes_of
from portal.services import deciding
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, form_page, here, kept, pick, pressed, text
from portal.web.doors import door
from portal.web.text import authority

blueprint = Blueprint("staff_deciding", __name__, url_prefix="/staff/cases/<reference>/outcomes")

BACK = "staff_concerns.concerns"


class WholeForm(FlaskForm):
    """The whole of a stage, and why it is not what follows from the concerns."""

    outcome = pick("Outcome of the whole", Outcome)
    reason = TextAreaField("Why")


@blueprint.route("/<int:stage>", methods=BOTH)
@door(Action.DECIDE_CONCERNS)
def decide(stage: int) -> str | Response:
    """One list for each concern; what is not decided yet stays empty."""
    form, back = _form(stage), here(BACK)

    def verb() -> None:
        picked = {one.number: form[_box(one.number)].data for one in concerns_of(the_case().id)}
        found = {number: Outcome(code) for number, code in picked.items() if code}
        deciding.decide(the_case().id, me().id, stage, found)

    return kept(form, verb, "Kept.", back) or form_page(form, f"Outcomes of Stage {stage}", "Keep the outcomes", back)


@blueprint.route("/<int:stage>/whole", methods=BOTH)
@door(Action.DECIDE_CONCERNS)
def overall(stage: int) -> str | Response:
    """Set by hand, with a reason."""
    now = deciding.whole(the_case().id, stage) or abort(404)
    form, back = WholeForm(data={"outcome": now.outcome.value, "reason": now.reason}), here(BACK)

    def verb() -> None:
        chosen = Outcome(form.outcome.data)
        deciding.set_overall(the_case().id, me().id, stage, chosen, text(form.reason, 2000))

    return kept(form, verb, "Kept.", back) or form_page(form, f"The whole of Stage {stage}", "Set the outcome", back)


@blueprint.post("/<int:stage>/derive")
@door(Action.DECIDE_CONCERNS)
def derive(stage: int) -> Response:
    """Let it follow from the concerns again."""
    verb = deciding.derive_overall
    return pressed(lambda: verb(the_case().id, me().id, stage), "It follows from the concerns again.", here(BACK))


def _box(number: int) -> str:
    return f"concern_{number}"


def _form(stage: int) -> FlaskForm:
    """A list for each concern that stands: the council's own outcomes, and whatever was recorded before."""
    concerns, found = concerns_of(the_case().id), outcomes_of(the_case().id)
    if stage not in STAGES or not concerns:
        abort(404)
    boxes, before = {}, {}
    for one in concerns:
        kept_code = found.get((one.id, stage), "")
        codes = [code for code in Outcome if code in authority().options.outcome_set or code == kept_code]
        choices = [SelectChoice("", "Not decided yet"), *(SelectChoice(code.value, code.label) for code in codes)]
        boxes[_box(one.number)] = SelectField(f"Concern {one.number}", choices=choices, description=one.words[:200])
        before[_box(one.number)] = kept_code
    made: FlaskForm = type("OutcomesForm", (FlaskForm,), boxes)(data=before)
    return made

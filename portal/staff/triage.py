"""Looking at what came: the questions with what the person told us filled in, what they point to, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.access import Action
from portal.domain.clock_events import ClockRefusal
from portal.domain.eligibility import QUESTIONS, Answers, Question, as_codes, asked, from_codes
from portal.domain.eligibility_words import Reason, Route
from portal.domain.letters.shape import filled
from portal.domain.procedures import TABLES, Procedure
from portal.domain.references import format_reference
from portal.domain.stages import NotPossible, Step
from portal.domain.suggesting import Suggestion
from portal.domain.words import Worded
from portal.records.screening import latest_screening
from portal.services import joining, screening, stepping, turning_away
from portal.services.case_writing import NotLikeThis
from portal.services.letter_beginning import begun_by
from portal.services.stage_facts import Given
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.leading import page_of
from portal.staff.letter_page import LOOK
from portal.staff.papers import BOTH, form_page, here, kept, one_of, other_case, text
from portal.staff.previewing import sent
from portal.staff.screened import read_before
from portal.staff.telling import told
from portal.web.doors import door
from portal.web.fields import OneOf

blueprint = Blueprint("staff_triage", __name__, url_prefix="/staff/cases/<reference>/triage")

HERE = "staff_triage.look"
STEPS = "staff_steps.steps"
SHORT = 3
"""Up to this many options a question has round buttons."""
NUMBER = "kept_number"
"""The gap of a letter that the number of the other case closes."""


def chosen(label: str, words: type[Worded]) -> SelectField:
    """A list in which nothing is picked before somebody picks it."""
    choices = [SelectChoice("", "Pick one"), *(SelectChoice(one.value, one.label) for one in words)]
    return SelectField(label, choices=choices, validate_choice=False)


class LookForm(FlaskForm):
    """The questions of triage, and what the answers rest on; those that are not asked are taken out."""

    note = TextAreaField("What the answers rest on", description="Kept with them. Say here how you used discretion.")


class AwayForm(FlaskForm):
    """Why it is not taken on, and where it can go instead."""

    code = chosen("The reason, as it is counted", Reason)
    route = chosen("Where it can go instead", Route)
    reason = TextAreaField("Why", description="Kept with the case. Name people and papers here.")
    words = TextAreaField("What we tell the person", description="They read it on their page.")


class JoinForm(FlaskForm):
    """The other case, and what the person is told."""

    number = StringField("Number of the case that goes on")
    same = SelectField(
        "Are both about the same thing?", choices=[SelectChoice("", "Pick one"), SelectChoice("yes", "Yes")]
    )
    reason = TextAreaField("Why", description="Kept with the case.")
    words = TextAreaField(
        "What we tell the person", description="They read it on their page. The number fills itself in."
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of triage that this officer can take."""

    url: str
    words: str


@blueprint.route("", methods=BOTH)
@door(Action.TRIAGE)
def look() -> str | Response:
    """One page: what the answers point to, the other ways, and the questions."""
    form = _questions()

    def verb() -> None:
        screening.look_at(the_case().id, me().id, _answered(form), text(form.note, 4000))

    done = kept(form, verb, "Kept.", here(HERE))
    return done or _page(form, _answered(form) if form.is_submitted() else screening.answers_of(the_case()))


@blueprint.route("/turn-away", methods=BOTH)
@door(Action.TRIAGE)
def turn_away() -> str | Response:
    """Propose that it is not taken on; somebody else confirms it, and only then the person is told."""
    return _away("to_ineligible")


@blueprint.route("/send-on", methods=BOTH)
@door(Action.TRIAGE)
def send_on() -> str | Response:
    """Send it another way and tell the person."""
    return _away("to_alternative")


@blueprint.route("/merge", methods=BOTH)
@door(Action.TRIAGE)
def merge() -> str | Response:
    """Put it together with another case of the same person."""
    start = begun_by(the_case().id, me().id, me().public_name, _step("merge"))
    form = JoinForm(data={"words": start.words})

    def verb() -> None:
        if form.same.data != "yes":
            raise NotLikeThis("Only cases about the same thing can be put together. Link them instead.", "same")
        other = other_case(form.number.data or "")
        words = filled(text(form.words), {NUMBER: format_reference(other.reference)})
        _try(lambda: joining.join(the_case().id, me().id, other.id, text(form.reason, 2000), words))

    title = "Put together with another case"
    said = "This case ends, and the other one goes on. Both have to be of the same person and about the same thing."
    shown = sent(form, verb, "Put together.", here(STEPS), title)
    return shown or form_page(form, title, LOOK, _back(), said, start.english)


def _away(event: str) -> str | Response:
    step, case, found = _step(event), the_case(), screening.suggested(the_case())
    letter = begun_by(case.id, me().id, me().public_name, step)
    start = {"words": letter.words}
    if found and found.reason and found.route:
        start |= {"code": found.reason.value, "route": found.route.value, "reason": " ".join(found.why)}
    form = AwayForm(data=start)
    if step.told is None:
        del form.words

    def verb() -> None:
        words = text(form.words) if form.words else ""
        given = Given(reason=text(form.reason, 2000), words=words)
        if form.code.data not in set(Reason) or form.route.data not in set(Route):
            raise NotLikeThis("Pick the reason, and where else it can go.")
        if not given.reason:
            raise NotLikeThis("Write why.", "reason")
        code, route = Reason(form.code.data), Route(form.route.data)
        _try(lambda: turning_away.turn_away(case.id, me().id, event, code, route, given))

    press = LOOK if step.told else step.label
    shown = sent(form, verb, f"Done: {step.label}.", here(STEPS), step.label)
    return shown or form_page(form, step.label, press, _back(), read_before(the_case(), step), letter.english)


def _try(verb: Callable[[], None]) -> None:
    try:
        verb()
    except (NotPossible, ClockRefusal) as refused:
        raise NotLikeThis(str(refused)) from refused


def _step(event: str) -> Step:
    """The step of this name that this officer may take from here; there is no page without it."""
    found = next((one.step for one in stepping.possible(the_case(), me().id) if one.step.event == event), None)
    return found or abort(404)


def _back() -> str:
    return here(HERE if the_case().procedure is Procedure.INTAKE else STEPS)


def _questions() -> LookForm:
    """Every question as a field, with what is known so far."""
    case = the_case()
    boxes = {one.key: _box(one) for one in QUESTIONS}
    row = latest_screening(case.id)
    start = {**as_codes(screening.answers_of(case)), "note": row.details.get(screening.NOTE, "") if row else ""}
    made: LookForm = type("QuestionsForm", (LookForm,), boxes)(data=start)
    return made


def _box(question: Question) -> OneOf | SelectField:
    """Round buttons for a short question; a list where buttons would push the others out of sight."""
    options = [(one.value, one.label) for one in question.options]
    if len(options) <= SHORT:
        return one_of(question.words, options, question.hint)
    choices = [SelectChoice(code, words) for code, words in [("", "Not answered yet"), *options]]
    return SelectField(question.words, choices=choices, description=question.hint, validate_choice=False)


def _answered(form: LookForm) -> Answers:
    return from_codes({one.key: form[one.key].data for one in QUESTIONS if form[one.key].data})


def _page(form: LookForm, answers: Answers) -> str:
    wanted = {one.key: one for one in asked(answers)}
    for key in {one.key for one in QUESTIONS} - wanted.keys():
        del form[key]
    for key, question in wanted.items():
        form[key].label.text, form[key].description = question.words, question.hint
    case, looked = the_case(), screening.seen(the_case())
    found = screening.suggested(case) if looked else None
    ways = _ways() if looked else []
    return render_template(
        "staff/triage/look.html",
        **head(),
        form=form,
        questions=[form[key] for key in wanted],
        suggestion=found,
        points_to=screening.label(found) if found else "",
        so_far=looked and not screening.looked_at(case),
        next_box=next((form[key].id for key in wanted if getattr(answers, key) is None), "") if looked else "",
        first=next((way for event, way in ways if _leads(found, event)), None),
        others=[way for event, way in ways if not _leads(found, event)],
        guessed=latest_screening(case.id) is None,
        again=not looked and latest_screening(case.id) is not None,
        waits_for=_somebody_else(found, [event for event, _ in ways]),
        story=next((one.answer for one in told(case, me()) if one.key == "story"), ""),
    )


def _somebody_else(found: Suggestion | None, mine: list[str]) -> str:
    """Who takes the suggested step, when this officer cannot."""
    if found is None or found.event in mine or not screening.looked_at(the_case()):
        return ""
    step = next((one for one in TABLES[Procedure.INTAKE].steps if one.event == found.event), None)
    return " or ".join(sorted(who.label for who in step.who)) if step else ""


def _leads(found: Suggestion | None, event: str) -> bool:
    return found is not None and event == found.event


def _ways() -> list[tuple[str, Way]]:
    """Every way out of triage that this officer can take now, by its event."""
    if the_case().procedure is not Procedure.INTAKE:
        return []
    steps = [one.step for one in stepping.possible(the_case(), me().id) if not one.missing or one.step.event == "merge"]
    return [
        (one.event, Way(page_of(the_case(), one.event), one.label)) for one in steps if one.into or one.event == "merge"
    ]

"""Taking in the reports of Stage 2 and Stage 3, writing down what they recommend, and answering each of it."""

from collections.abc import Callable

from flask import Blueprint, abort
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action, Reach
from portal.domain.findings import Outcome
from portal.domain.recommendations import AUTHORS, WRITES, Author, Verdict
from portal.extensions import db
from portal.records.concerns import Concern, concerns_of
from portal.records.learning import EVERY_TEAM, LearningAction
from portal.records.reports import Recommendation
from portal.services import receiving_reports as verbs
from portal.services.answering_recommendations import Answering, Doing
from portal.services.answering_recommendations import answer as keep_answer
from portal.services.appointing import part_in
from portal.services.case_writing import NotLikeThis, NotThere
from portal.services.receiving_reports import Received
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Day, form_page, here, kept, one_of, pressed, team_choices, text
from portal.web.doors import door

blueprint = Blueprint("staff_stage_reports", __name__, url_prefix="/staff/cases/<reference>/papers")

BACK = "staff_stage_papers.papers"
LONGEST = 200_000
"""Letters of a report, about eighty pages; a longer one is refused rather than cut."""
YES_NO = [("yes", "Yes"), ("no", "No")]


class ReportForm(FlaskForm):
    """One report; a list for each concern is added."""

    author = SelectField("Whose report")
    received_on = Day("The day it came")
    recommends = one_of("Does it recommend anything?", YES_NO, "What it recommends is written down one by one.")
    words = TextAreaField(
        "What it says", description="Paste the whole report. Only those who may read the case see it."
    )


class RecommendationForm(FlaskForm):
    """One recommendation."""

    author = SelectField("Whose recommendation")
    concern = SelectField("About which concern")
    words = TextAreaField("What is recommended", description="One thing only, in the words of the report.")


class WordsForm(FlaskForm):
    """Its words, put right."""

    words = TextAreaField("What is recommended", description="One thing only, in the words of the report.")


class AnswerForm(FlaskForm):
    """The answer to one recommendation."""

    verdict = one_of("The answer", [(one.value, one.label) for one in Verdict])
    reason = TextAreaField("Why", description="Needed for what is not accepted, or only in part. The person reads it.")
    action = TextAreaField("What we do about it", description="It goes to the learning actions of this case.")
    owner_role = StringField("Who does it", description="A post, not a name: team manager.")
    team = SelectField("Which team")
    due_on = Day("By when", needed=False)

    def given(self) -> Answering:
        """What was filled in. Raises `NotLikeThis`."""
        if not self.verdict.data:
            raise NotLikeThis("Pick an answer.")
        action, owner = text(self.action), text(self.owner_role, 40)
        if bool(action) != bool(owner):
            raise NotLikeThis("Write both what is done and who does it.")
        if action and self.due_on.data is None:
            raise NotLikeThis("Write by when it is done.", "due_on")
        doing = Doing(action, owner, self.team.data, self.due_on.day) if action else None
        return Answering(Verdict(self.verdict.data), text(self.reason), doing)


@blueprint.route("/report/<int:stage>", methods=BOTH)
@door(Action.WRITE_REPORTS)
def receive(stage: int) -> str | Response:
    """One report, or a corrected one."""
    concerns = concerns_of(the_case().id)
    boxes = {one.number: f"finding_{one.number}" for one in concerns}
    form = _report_form(stage, {boxes[one.number]: one for one in concerns})

    def verb() -> None:
        if not form.recommends.data:
            raise NotLikeThis("Say whether it recommends anything.", "recommends")
        if len(form.words.data or "") > LONGEST:
            raise NotLikeThis(f"It is longer than {LONGEST:,} letters. Keep the part with the findings here.", "words")
        found = {number: Outcome(form[box].data) for number, box in boxes.items() if form[box].data}
        told = text(form.words, LONGEST), form.recommends.data == "yes"
        verbs.receive(the_case().id, me().id, Received(Author(form.author.data), form.received_on.day, *told, found))

    return _page(form, verb, f"Take in a report of Stage {stage}", "Keep the report")


@blueprint.route("/recommendation/<int:stage>", methods=BOTH)
@door(Action.WRITE_REPORTS)
def recommend(stage: int) -> str | Response:
    """One recommendation."""
    form = RecommendationForm()
    form.author.choices = _authors(stage)
    form.concern.choices = [SelectChoice("", "None of them alone")] + [
        SelectChoice(str(one.number), f"{one.number}: {one.words[:60]}") for one in concerns_of(the_case().id)
    ]

    def verb() -> None:
        about = int(form.concern.data) if form.concern.data else None
        verbs.recommend(the_case().id, me().id, Author(form.author.data), text(form.words), about)

    return _page(form, verb, "Write down a recommendation", "Keep it")


@blueprint.route("/recommendation/<int:stage>/<int:number>", methods=BOTH)
@door(Action.WRITE_REPORTS)
def reword(stage: int, number: int) -> str | Response:
    """Put its words right."""
    form = WordsForm(data={"words": _one(stage, number).words})

    def verb() -> None:
        verbs.reword(the_case().id, me().id, stage, number, text(form.words))

    return _page(form, verb, f"Recommendation {number} of Stage {stage}", "Keep its words")


@blueprint.post("/recommendation/<int:stage>/<int:number>/mistake")
@door(Action.WRITE_REPORTS)
def take_out(stage: int, number: int) -> Response:
    """It was written down by mistake."""
    return pressed(lambda: verbs.take_out(the_case().id, me().id, stage, number), "Taken out.", here(BACK))


@blueprint.route("/recommendation/<int:stage>/<int:number>/answer", methods=BOTH)
@door(Action.ADJUDICATE)
def answer(stage: int, number: int) -> str | Response:
    """Accept it, accept a part, or say why not."""
    row = _one(stage, number)
    form = AnswerForm(data=_answered(row))
    form.team.choices = [SelectChoice(EVERY_TEAM, "All teams"), *team_choices(the_case())]

    def verb() -> None:
        keep_answer(the_case().id, me().id, stage, number, form.given())

    return _page(form, verb, f"Answer recommendation {number} of Stage {stage}", "Keep the answer", row.words)


def _report_form(stage: int, boxes: dict[str, Concern]) -> ReportForm:
    found = [SelectChoice("", "Nothing said"), *(SelectChoice(one.value, one.label) for one in Outcome)]
    lists = {
        box: SelectField(f"What it found about concern {one.number}", choices=found, description=one.words[:200])
        for box, one in boxes.items()
    }
    made = type("OneReport", (ReportForm,), lists)
    form: ReportForm = made(data={"received_on": clock.today()})
    form.author.choices = _authors(stage)
    return form


def _authors(stage: int) -> list[SelectChoice]:
    """Whose report can be taken in: by the team everybody's, by somebody who was named their own."""
    if stage not in AUTHORS:
        abort(404)
    mine = {WRITES[part] for part in part_in(the_case(), me().id)}
    every = me().reach(Action.WRITE_REPORTS) is Reach.ALL or not mine
    return [SelectChoice(one.value, one.label) for one in AUTHORS[stage] if every or one in mine]


def _answered(row: Recommendation) -> dict[str, object]:
    action = db.session.get(LearningAction, row.action_id) if row.action_id else None
    start: dict[str, object] = {"verdict": row.verdict.value if row.verdict else "", "reason": row.reason or ""}
    if action is None:
        return start
    same = {name: getattr(action, name) for name in ("owner_role", "team", "due_on")}
    return start | same | {"action": action.texts["action"]}


def _one(stage: int, number: int) -> Recommendation:
    try:
        return verbs.one(the_case().id, stage, number)
    except NotThere:
        abort(404)


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, press: str, said: str = "") -> str | Response:
    back = here(BACK)
    return kept(form, verb, "Kept.", back) or form_page(form, heading, press, back, said)

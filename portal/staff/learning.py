"""What a case taught: actions, their reviews, what we tell the person about it, and what is open in every team."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.putting_right import ENDED, ActionStatus, Corrective, action_band
from portal.domain.rag import Band
from portal.domain.references import format_reference
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import concerns_of
from portal.records.learning import (
    EVERY_TEAM,
    PAGE,
    After,
    LearningAction,
    actions_of,
    corrective_of,
    open_actions,
    reviews_of,
)
from portal.services import learning as verbs
from portal.services.conflicts import concerned_of
from portal.services.learning import Learned, Look
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.learning_forms import CorrectiveForm, LearnedForm, ReviewForm, TellForm
from portal.staff.papers import (
    BOTH,
    Entry,
    Link,
    Section,
    form_page,
    here,
    kept,
    label_of,
    list_page,
    team_choices,
    text,
)
from portal.web.doors import door
from portal.web.text import authority

blueprint = Blueprint("staff_learning", __name__, url_prefix="/staff")

CASE = "/cases/<reference>/learning"
BACK = "staff_learning.learning"
BANDS = {Band.RED: ("Due or overdue", "red"), Band.AMBER: ("Due soon", "yellow"), Band.GREEN: ("On time", "green")}


@blueprint.get(CASE)
@door(Action.LEARNING)
def learning() -> str:
    """What this case taught."""
    rows = [_entry(row, the_case(), alone=True) for row in actions_of(the_case().id)]
    said = [
        Entry(f"Stage {stage}", [label_of(Corrective, code)]) for stage, code in corrective_of(the_case().id).items()
    ]
    actions = Section("Actions", rows, [Link(here("staff_learning.new"), "Write down an action")], "No action yet.")
    answer = Link(here("staff_learning.corrective"), "Say what our answer named")
    return list_page("Learning", [actions, Section("Did our answer name something to put right?", said, [answer])])


@blueprint.route(f"{CASE}/new", methods=BOTH)
@door(Action.LEARNING)
def new() -> str | Response:
    """One action."""
    form = LearnedForm()
    form.team.choices = [SelectChoice(EVERY_TEAM, "All teams"), *team_choices(the_case())]
    numbers = [SelectChoice(str(one.number), f"{one.number}: {one.words[:60]}") for one in concerns_of(the_case().id)]
    form.concern.choices = [SelectChoice("", "None of them alone"), *numbers]

    def verb() -> None:
        verbs.learn(the_case().id, me().id, _learned(form))

    return _page(form, verb, "Write down an action", "Keep the action")


def _learned(form: LearnedForm) -> Learned:
    return Learned(
        stage=int(form.stage.data),
        issue=text(form.issue),
        lessons=text(form.lessons),
        action=text(form.action),
        team=form.team.data,
        owner_role=text(form.owner_role, 40),
        due_on=form.due_on.day,
        timescale=text(form.timescale, 200),
        concern_number=int(form.concern.data) if form.concern.data else None,
    )


@blueprint.route(f"{CASE}/<int:number>", methods=BOTH)
@door(Action.LEARNING)
def review(number: int) -> str | Response:
    """Look at it again."""
    row = _one(number)
    form = ReviewForm(data={"status": row.status, "due_on": row.due_on, "evidence": row.texts["evidence"]})

    def verb() -> None:
        look = Look(ActionStatus(form.status.data), text(form.words), form.due_on.day, text(form.evidence))
        verbs.review(the_case().id, me().id, number, look)

    return _page(form, verb, "Look at the action", "Keep it", row.texts["action"])


@blueprint.route(f"{CASE}/<int:number>/tell", methods=BOTH)
@door(Action.LEARNING)
def tell(number: int) -> str | Response:
    """What changed because of you."""
    row, form = _one(number), TellForm()

    def verb() -> None:
        words, who = text(form.words), text(form.agreed_by, 120)
        verbs.tell_what_changed(the_case().id, me().id, number, words, agreed_by=who)

    return _page(form, verb, "Tell the person what changed", "Tell them", row.texts["action"])


@blueprint.route(f"{CASE}/corrective", methods=BOTH)
@door(Action.LEARNING)
def corrective() -> str | Response:
    """Yes, no, or it did not say."""
    form = CorrectiveForm()

    def verb() -> None:
        verbs.say_corrective(the_case().id, me().id, int(form.stage.data), Corrective(form.answer.data))

    return _page(form, verb, "What our answer named", "Keep it")


@blueprint.get("/learning")
@door(Action.LEARNING)
def every() -> str:
    """What is open, the earliest day first, without cases that may be about the officer who looks."""
    team = request.args.get("team", "")
    found = open_actions(team, _after())
    numbers = {row.case_id for row in found}
    hidden = concerned_of(numbers, me().name)
    cases = {case.id: case for case in db.session.scalars(select(Case).where(Case.id.in_(numbers)))}
    rows = [_entry(row, cases[row.case_id]) for row in found[:PAGE] if row.case_id not in hidden]
    links = [Link(url_for("staff_learning.every"), "Every team")] if team else []
    links += [Link(url_for("staff_learning.every", team=code), label) for code, label in _open_teams()]
    last = found[PAGE - 1] if len(found) > PAGE else None
    return render_template(
        "staff/papers/list.html",
        heading="Learning: what is open",
        sections=[Section("Open actions", rows, empty="No action is open."), Section("One team alone", [], links, "")],
        first_url=url_for("staff_learning.every", team=team or None) if _after() else "",
        later_url=_later(team, last) if last else "",
    )


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, press: str, said: str = "") -> str | Response:
    back = here(BACK)
    return kept(form, verb, "Kept.", back) or form_page(form, heading, press, back, said)


def _one(number: int) -> LearningAction:
    return next((row for row in actions_of(the_case().id) if row.id == number), None) or abort(404)


def _entry(row: LearningAction, case: Case, *, alone: bool = False) -> Entry:
    texts = row.texts
    tags = [(label_of(ActionStatus, row.status), "grey")]
    if ActionStatus(row.status) not in ENDED:
        tags.append(BANDS[action_band(row.due_on, clock.today())])
    lines = [
        f"By {short(row.due_on)}: {row.owner_role}, {_team(row.team)}. {texts['timescale']}",
        f"Issue: {texts['issue']}",
    ]
    lines += [f"Learned: {texts['lessons']}"] if texts["lessons"] else []
    lines += [f"Shown by: {texts['evidence']}"] if texts["evidence"] else []
    lines += [f"The person was told: {texts['told']} (agreed by {texts['agreed_by']})"] if row.told_at else []
    if alone:
        lines += [f"{short(clock.in_london(one.at).date())}: {one.words}" for one in reviews_of(row.id)]
    title = texts["action"] if alone else f"{format_reference(case.reference)}: {texts['action']}"
    return Entry(title, lines, tags=tags, links=_links(row, case.reference))


def _links(row: LearningAction, reference: str) -> list[Link]:
    links = [Link(url_for("staff_learning.review", reference=reference, number=row.id), "Look at it again")]
    if row.told_at is None:
        url = url_for("staff_learning.tell", reference=reference, number=row.id)
        links.append(Link(url, "Tell the person what changed"))
    return links


def _team(code: str) -> str:
    rows = [term.label for term in authority().teams.rows if term.code == code]
    return rows[-1] if rows else "all teams"


def _open_teams() -> list[tuple[str, str]]:
    return [(code, _team(code)) for code in authority().teams.codes()]


def _after() -> After | None:
    number, day = request.args.get("after", ""), request.args.get("from", "")
    try:
        return After(date.fromisoformat(day), int(number)) if number.isascii() and number.isdigit() else None
    except ValueError:
        return None


def _later(team: str, last: LearningAction) -> str:
    place: dict[str, Any] = {"after": last.id, "from": last.due_on.isoformat()}
    return url_for("staff_learning.every", team=team or None, **place)

"""What a case taught: actions, their reviews, what we tell the person about it, and what is open in every team."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from portal.domain.access import Action
from portal.domain.putting_right import ActionStatus, Corrective
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import concerns_of
from portal.records.learning import (
    EVERY_TEAM,
    PAGE,
    After,
    LearnedFrom,
    LearningAction,
    actions_of,
    corrective_of,
    every_open,
    open_actions,
    taught_by,
)
from portal.services import learning as verbs
from portal.services.conflicts import concerned_of
from portal.services.learning import Learned, Look
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.learning_entries import among_others, on_its_case, team_label
from portal.staff.learning_forms import AlsoForm, CorrectiveForm, LearnedForm, ReviewForm, TellForm
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
    pressed,
    team_choices,
    text,
)
from portal.web.doors import door
from portal.web.text import authority

blueprint = Blueprint("staff_learning", __name__, url_prefix="/staff")

CASE = "/cases/<reference>/learning"
BACK = "staff_learning.learning"


@blueprint.get(CASE)
@door(Action.LEARNING)
def learning() -> str:
    """What this case taught."""
    found = actions_of(the_case().id)
    links = taught_by([row.id for row in found])
    known = _known(links)
    rows = [on_its_case(row, links[row.id], known, the_case().id) for row in found]
    said = [
        Entry(f"Stage {stage}", [label_of(Corrective, code)]) for stage, code in corrective_of(the_case().id).items()
    ]
    more = [Link(here("staff_learning.new"), "Write down an action")]
    more += [Link(here("staff_learning.also"), "It taught an action that is there already")] if _others() else []
    actions = Section("Actions", rows, more, "No action yet.")
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


@blueprint.route(f"{CASE}/also", methods=BOTH)
@door(Action.LEARNING)
def also() -> str | Response:
    """An action that another case taught first."""
    form = AlsoForm()
    form.action.choices = [SelectChoice(str(row.id), _choice(row)) for row in _others()]

    def verb() -> None:
        verbs.learn_also(the_case().id, me().id, int(form.action.data))

    return _page(form, verb, "An action that is there already", "This case taught it too")


@blueprint.post(f"{CASE}/<int:number>/part")
@door(Action.LEARNING)
def part(number: int) -> Response:
    """It was not learned here after all."""
    return pressed(lambda: verbs.not_learned_here(the_case().id, me().id, number), "Taken back.", here(BACK))


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
    row = _one(number)
    links = taught_by([number])
    known = _known(links)
    before = [link.told for link in links[number] if link.told_at and link.case_id in known]
    form = TellForm(data=before[-1] if before else {})

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
    taught = taught_by([row.id for row in found])
    known = _known(taught)
    shown = [row for row in found[:PAGE] if any(link.case_id in known for link in taught[row.id])]
    rows = [among_others(row, taught[row.id], known) for row in shown]
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


def _known(taught: Mapping[int, Sequence[LearnedFrom]]) -> dict[int, str]:
    """The references of those cases that are not about the officer who looks."""
    numbers = {link.case_id for links in taught.values() for link in links}
    hidden = concerned_of(numbers, me().name)
    cases = db.session.scalars(select(Case).where(Case.id.in_(numbers - hidden), Case.let_go_on.is_(None)))
    return {case.id: case.reference for case in cases}


def _others() -> list[LearningAction]:
    """What is open and was taught by other cases alone, of which the officer may know one."""
    found = every_open()
    taught = taught_by([row.id for row in found])
    known = _known(taught)
    cases = {row.id: {link.case_id for link in taught[row.id]} for row in found}
    return [row for row in found if the_case().id not in cases[row.id] and cases[row.id] & set(known)]


def _choice(row: LearningAction) -> str:
    words = row.texts["action"]
    return f"{words if len(words) <= 80 else words[:79] + '…'} ({team_label(row.team)}, by {short(row.due_on)})"


def _one(number: int) -> LearningAction:
    return next((row for row in actions_of(the_case().id) if row.id == number), None) or abort(404)


def _open_teams() -> list[tuple[str, str]]:
    return [(code, team_label(code)) for code in authority().teams.codes()]


def _after() -> After | None:
    number, day = request.args.get("after", ""), request.args.get("from", "")
    try:
        return After(date.fromisoformat(day), int(number)) if number.isascii() and number.isdigit() else None
    except ValueError:
        return None


def _later(team: str, last: LearningAction) -> str:
    place: dict[str, Any] = {"after": last.id, "from": last.due_on.isoformat()}
    return url_for("staff_learning.every", team=team or None, **place)

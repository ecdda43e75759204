"""Worries that somebody is not safe: the list for the people on duty, and what they found, which few may read."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask import Blueprint, abort, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.procedures.safety import SAFETY
from portal.domain.references import format_reference
from portal.domain.stages import Choice, NotPossible
from portal.records.cases import Case
from portal.records.desk import worries_open
from portal.records.steps import StepTaken, steps_of
from portal.services import keeping_safe
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned
from portal.services.officers import all_officers
from portal.staff.due import short
from portal.staff.guard import me, the_case
from portal.staff.papers import BOTH, Entry, Link, Section, form_page, here, kept, list_page, pressed, text
from portal.staff.worries import until, waits
from portal.web.doors import door

blueprint = Blueprint("staff_safety", __name__, url_prefix="/staff")

BACK = "staff_safety.safety"
APART = "Only the people on safeguarding duty and the complaints manager read this."


class Looked(FlaskForm):
    """What was found, for the few who read it."""

    reason = TextAreaField("What you found, and what you did", description=APART)


@blueprint.get("/safety")
@door(Action.WORRIES)
def worries() -> str:
    """Every worry that nobody has decided about, the oldest first."""
    found = worries_open()
    hidden = concerned(found, me().name)
    due = keeping_safe.decide_by(found)
    rows = [_listed(case, due.get(case.id)) for case in found if case.id not in hidden]
    section = Section("To be looked at today", rows, empty="Nobody waits.")
    return render_template("staff/papers/list.html", heading="Is somebody safe?", sections=[section])


@blueprint.get("/cases/<reference>/safety")
@door(Action.RAISE_SAFETY)
def safety() -> str:
    """Where it stands and, for the few who may read it, what was found."""
    case = the_case()
    found = keeping_safe.possible(case, me().id)
    stands = Entry(SAFETY.places[case.safety].label, tags=[(one, "red") for one in waits(case)])
    sections = [
        Section("Where it stands", [stands]),
        Section("What happened next?", links=[_choice(one) for one in found], empty=_beside(found)),
    ]
    if me().may(Action.SAFEGUARDING, case):
        names = {officer.id: officer.name for officer in all_officers()}
        lines = [_line(one, names) for one in _lines(case)]
        sections.append(Section("What was found", lines, empty="No worry was raised."))
    return list_page(SAFETY.label, sections)


@blueprint.post("/cases/<reference>/safety/raise")
@door(Action.RAISE_SAFETY)
def raise_safety() -> Response:
    """Somebody may not be safe: the people on duty see it at once."""
    return pressed(lambda: _take(keeping_safe.RAISE, ""), "The people on duty see it now.", here(BACK))


@blueprint.route("/cases/<reference>/safety/<event>", methods=BOTH)
@door(Action.SAFEGUARDING)
def step(event: str) -> str | Response:
    """What the people on duty did about it."""
    choices = keeping_safe.possible(the_case(), me().id)
    found = next((one.step for one in choices if one.step.event == event), None) or abort(404)
    form, back = Looked(), here(BACK)
    done = f"Done: {found.label}."
    return kept(form, lambda: _take(event, text(form.reason)), done, back) or form_page(
        form, found.label, found.label, back, "The complaint goes on with its own dates. Tell the person what is safe."
    )


def _take(event: str, reason: str) -> None:
    try:
        keeping_safe.take(the_case().id, me().id, event, reason)
    except NotPossible as refused:
        raise NotLikeThis(str(refused)) from refused


def _beside(found: Sequence[Choice]) -> str:
    if the_case().safety != SAFETY.begins:
        return "The complaint goes on beside it, with its own dates."
    return "Say so at once when anything makes you doubt it." if found else "There is nothing for you to do here."


def _listed(case: Case, due: datetime | None) -> Entry:
    url = url_for(BACK, reference=case.reference)
    title, place = format_reference(case.reference), SAFETY.places[case.safety]
    lines = [f"Received {short(case.received_on)}, {case.audience.label.lower()}"]
    words = [place.label, *([until(due)] if due else [])]
    return Entry(title, lines, tags=[(one, "red") for one in words], links=[Link(url, "Open it")])


def _choice(choice: Choice) -> Link:
    step = choice.step
    if step.event == keeping_safe.RAISE:
        return Link(here("staff_safety.raise_safety"), step.label, post=True)
    return Link(here("staff_safety.step", event=step.event), step.label)


def _lines(case: Case) -> list[StepTaken]:
    return [one for one in steps_of(case.id) if one.procedure == SAFETY.code]


def _line(one: StepTaken, names: Mapping[int, str]) -> Entry:
    label = next(step.label for step in SAFETY.steps if step.event == one.event)
    who = names.get(one.officer_id or 0, "from what was answered")
    return Entry(label, [f"{short(clock.in_london(one.at).date())}, {who}", one.details["reason"]])

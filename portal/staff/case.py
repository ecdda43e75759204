"""One case on one page: how to reach the person safely, their words first, what happened, and what to do next."""

from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, g, render_template, url_for

from portal import clock
from portal.domain.access import Action
from portal.domain.journeys import JOURNEYS
from portal.domain.procedures import TABLES, Procedure
from portal.domain.references import format_reference
from portal.domain.words import Kind, State
from portal.records.files import files_of_case
from portal.records.officers import Officer
from portal.records.timeline import messages_of, timeline_of
from portal.services.officers import all_officers
from portal.services.proceeding_clocks import answering, ledgers
from portal.staff.advocates import offer_and_answer
from portal.staff.due import Due, counted, due_of, short
from portal.staff.guard import me, the_case
from portal.staff.leading import LOOKED_AT, leading
from portal.staff.showing_files import Shown, of_message, shown
from portal.staff.spoken import badges
from portal.staff.telling import FIRST, banner, next_step, said, timeline, told
from portal.staff.way_on import WayOn, way_on
from portal.staff.worries import waits
from portal.web.doors import door
from portal.web.language import KNOWN

blueprint = Blueprint("staff_case", __name__, url_prefix="/staff/cases/<reference>")

STEPS = {
    "Go on with it": (
        (Action.RELEASE_HELD, "staff_handling.release", "Release from the held list"),
        (Action.ACKNOWLEDGE, "staff_messages.acknowledge", "Acknowledge it"),
        (Action.TRIAGE, "staff_triage.look", "Look at it: who, about what, and where it goes"),
        (Action.TAKE_STEPS, "staff_steps.steps", "Every step in the procedure"),
        (Action.REPLY, "staff_messages.reply", "Write a message"),
        (Action.ANSWER, "staff_messages.answer", "Send the answer"),
        (Action.COMPLIMENT, "staff_compliments.compliment", "Pass on the kind words or the idea"),
        (Action.READ_REPORTS, "staff_stage_papers.papers", "Stage 2 and 3 papers"),
    ),
    "Who it is about": (
        (Action.RAISE_SAFETY, "staff_safety.safety", "Is somebody safe?"),
        (Action.NOTE, "staff_handling.alone", "Check with the child alone"),
        (Action.CHILDREN, "staff_agreement.speaker", "Who speaks for the child"),
        (Action.CHILDREN, "staff_children.children", "Children, advocates and consent"),
    ),
    "What comes of it": (
        (Action.READ_CONCERNS, "staff_concerns.concerns", "Concerns and outcomes"),
        (Action.REMEDIES, "staff_remedies.remedies", "Remedies and money"),
        (Action.LEARNING, "staff_learning.learning", "Learning from it"),
    ),
    "Dates and papers": (
        (Action.READ_DATES, "staff_stages.dates", "Why these dates, more time, pauses"),
        (Action.READ_CASE, "staff_letters.letters", "Letters as they were sent"),
        (Action.READ_FILES, "staff_files.files", "Photos, recordings and papers"),
        (Action.RETENTION, "staff_holds.case", "How long it is kept"),
    ),
    "In the team": (
        (Action.NOTE, "staff_handling.note", "Add a note for the team"),
        (Action.ASSIGN, "staff_handling.assign", "Give it to an officer"),
        (Action.CHANGE_METHOD, "staff_handling.method", "Correct how it came"),
        (Action.RENEW_CODE, "staff_handling.code", "Give a new secret code"),
    ),
}
"""Everything that can be done to a case, by what it is for, in the order it usually is."""

ONLY_IN = {Action.ACKNOWLEDGE: {State.RECEIVED}, Action.ANSWER: {State.RECEIVED, State.ACCEPTED}}
ONLY_FOR = {Action.COMPLIMENT: {Kind.COMPLIMENT, Kind.COMMENT}}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done now."""

    url: str
    words: str
    first: bool
    by_button: bool
    group: str = ""


@blueprint.get("")
@door(Action.READ_CASE)
def case() -> str:
    """The whole case; that it was opened is kept before it is shown (see `guard`)."""
    found, officer, today, way, begun = the_case(), me(), clock.today(), _way(), _begun()
    officers = {one.id: one for one in all_officers()}
    return render_template(
        "staff/case.html",
        **head(),
        worry=waits(found),
        place=TABLES[found.procedure].places[found.step].label,
        told=told(found, officer),
        own_words=FIRST,
        apart=(*FIRST, "own_view"),
        language=KNOWN.get(found.language),
        steps=_steps(way),
        groups=tuple(STEPS),
        next_said=way.said if way else "",
        due=_due(today, begun),
        advocate=offer_and_answer(found, today),
        passed_on=JOURNEYS[found.journey].sends.passed_on,
        dates=[(f"{words} {short(when)}", counted(when, start)) for words, when, start in _dates(begun)],
        timeline=timeline(timeline_of(found.id), officers, found),
        messages=_messages(officers),
        files=_files(None),
    )


def _messages(officers: dict[int, Officer]) -> list[dict[str, object]]:
    rows = messages_of(the_case().id)
    told_in = said(rows, officers, the_case())
    return [{**one, "files": _files(row.id)} for one, row in zip(told_in, rows, strict=True)]


def _files(message_id: int | None) -> list[Shown]:
    """What came with a message, or with the complaint itself; asked once for a page."""
    if "files" not in g:
        g.files = files_of_case(the_case().id) if me().may(Action.READ_FILES, the_case()) else []
    return shown(of_message(g.files, message_id), the_case().reference)


def head() -> dict[str, object]:
    """What stands at the top of every page about a case."""
    found = the_case()
    details = found.contact.details
    return {
        "case": found,
        "person": ", ".join(str(details[key]) for key in ("name", "age") if details.get(key)),
        "reference": format_reference(found.reference),
        "case_url": url_for("staff_case.case", reference=found.reference),
        "banner": banner(found, me()),
        "badges": badges(found),
    }


def _due(today: date, begun: date) -> Due | None:
    """What is due next; an answer counts from the day its own clock began, which for a later stage is not receipt."""
    due = due_of(the_case(), today)
    if due is None or due.on != the_case().due_on:
        return due
    return replace(due, why=counted(due.on, begun))


def _begun() -> date:
    """The day from which the next answer's days are counted."""
    ledger = ledgers(the_case().id).get(answering(the_case()))
    begun = ledger.events[0].on if ledger and ledger.events else the_case().effective_on
    return min(begun, the_case().due_on)


def _dates(begun: date) -> list[tuple[str, date, date]]:
    """Each date with its words and the day it counts from."""
    found = the_case()
    if found.kind is Kind.ADVOCACY_REQUEST:
        return [("First contact by", found.due_on, begun)]
    return [
        ("First letter by", found.ack_due_on, found.effective_on),
        ("Answer by", found.due_on, begun),
        ("If it is complex, by", found.due_max_on, begun),
    ]


def _way() -> WayOn | None:
    """What comes next in the procedure, once it is the procedure's turn."""
    onwards = me().may(Action.TAKE_STEPS, the_case()) and next_step(the_case()) is Action.TAKE_STEPS
    return way_on(the_case(), me()) if onwards else None


def _steps(way: WayOn | None) -> list[Step]:
    found, first = the_case(), next_step(the_case())
    looking = first in (Action.ACKNOWLEDGE, Action.TRIAGE) and me().may(Action.TRIAGE, found)
    lead = leading(found, me().id) if looking else (way.url, way.words) if way and way.url else None
    leads = [Step(*lead, first=True, by_button=False)] if lead else []
    return leads + [
        Step(
            url_for(endpoint, reference=found.reference),
            words,
            action is first and not lead and not way,
            action is Action.RELEASE_HELD,
            group,
        )
        for group, steps in STEPS.items()
        for action, endpoint, words in steps
        if me().may(action, found)
        and (endpoint != "staff_agreement.speaker" or JOURNEYS[found.journey].sends.spoken)
        and found.state in ONLY_IN.get(action, set(State))
        and found.kind in ONLY_FOR.get(action, set(Kind))
        and (found.procedure is Procedure.INTAKE or action is not Action.ANSWER)
        and (found.procedure is Procedure.STATUTORY or action is not Action.READ_REPORTS)
        and (found.procedure in LOOKED_AT or action is not Action.TRIAGE)
        and (found.held or action is not Action.RELEASE_HELD)
        and (found.hear_alone or endpoint != "staff_handling.alone")
    ]

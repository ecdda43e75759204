"""The way of a case through its procedure: what can be done next, what is missing for it, and doing it."""

from flask import Blueprint, abort, redirect
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, TextAreaField
from wtforms.fields import SelectChoice

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.clock_events import ClockRefusal
from portal.domain.procedures import TABLES, Procedure
from portal.domain.procedures.safety import SAFETY
from portal.domain.stage_words import Doing, Fact
from portal.domain.stages import BACK as BEFORE
from portal.domain.stages import Choice, NotPossible, Place, Step
from portal.records.steps import draft_of, steps_of
from portal.services import stepping
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned
from portal.services.letter_beginning import Begun, answer_kind, begun, begun_by
from portal.services.officers import all_officers
from portal.services.stage_facts import CONFIRMED, Given
from portal.staff.guard import me, the_case
from portal.staff.leading import ELSEWHERE, page_of
from portal.staff.letter_page import LOOK
from portal.staff.papers import BOTH, Day, Entry, Link, Section, form_page, here, kept, list_page, text
from portal.staff.previewing import sent
from portal.staff.screened import found_section, otherwise, read_before
from portal.web.doors import door
from portal.web.text import day_and_year

blueprint = Blueprint("staff_steps", __name__, url_prefix="/staff/cases/<reference>/steps")

BACK = "staff_steps.steps"
HANDLING = frozenset({Fact.HANDLER_NOT_COMPLAINED_ABOUT, Fact.HANDLER_IS_ANOTHER_PERSON})
ASKED = CONFIRMED | HANDLING | {Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM}
"""What the page of a step asks for itself; everything else has to be true before."""


class StepForm(FlaskForm):
    """Everything a step may ask; what it does not is taken out."""

    handler = SelectField("Who will answer", coerce=int, validate_choice=False)
    until = Day("The day", needed=False)
    reason = TextAreaField("Why", description="Kept with the case. Name people and papers here.")
    draft = TextAreaField("The answer, as the person will read it")
    words = TextAreaField(
        "What we tell the person", description="They read it on their page. Fill in what stands in double brackets."
    )


@blueprint.get("")
@door(Action.TAKE_STEPS)
def steps() -> str:
    """Where it stands, what is next, and the way behind it."""
    case = the_case()
    found = stepping.possible(case, me().id)
    place = TABLES[case.procedure].places[case.step]
    return list_page(
        "What is next",
        [
            Section("Where it stands", [Entry(place.label, [case.procedure.label, _handler()])]),
            Section("You can", [_ready(one) for one in found if not _waits(one)], empty="Nothing by you just now."),
            *_drafted(),
            *found_section(case),
            Section("Not yet", [_waiting(one) for one in found if _waits(one)], empty="Nothing waits."),
            Section("The way so far", _way(), empty="No step has been taken yet."),
        ],
    )


@blueprint.route("/<event>", methods=BOTH)
@door(Action.TAKE_STEPS)
def step(event: str) -> str | Response:
    """One step, with what it asks for."""
    found = next((one.step for one in stepping.possible(the_case(), me().id) if one.step.event == event), None)
    if found is None:
        abort(404)
    if event in ELSEWHERE:
        return redirect(page_of(the_case(), event))
    start = _start(found)
    form, back = _form(found, start.words), here(BACK)

    def verb() -> None:
        try:
            stepping.take(the_case().id, me().id, event, _given(form, found))
        except (NotPossible, ClockRefusal, BeyondKnownHolidays) as refused:
            raise NotLikeThis(str(refused)) from refused

    done = f"Done: {found.label}."
    shown = sent(form, verb, done, back, found.label) if found.told else kept(form, verb, done, back)
    press = LOOK if found.told else found.label
    return shown or form_page(form, found.label, press, back, read_before(the_case(), found), start.english)


def _waits(choice: Choice) -> bool:
    return any(fact not in ASKED for fact in choice.missing)


def _ready(choice: Choice) -> Entry:
    step = choice.step
    lines = [f"Then: {_arrival(step).label}." if step.to and step.to != BEFORE else ""]
    lines.append(f"The person is told: {step.told.label}." if step.told else "")
    return Entry(step.label, lines, links=[Link(here("staff_steps.step", event=step.event), "Do this")])


def _waiting(choice: Choice) -> Entry:
    return Entry(choice.step.label, [fact.label for fact in choice.missing if fact not in ASKED])


def _arrival(step: Step) -> Place:
    tables = {table.code: table for table in TABLES.values()}
    return tables[step.into or the_case().procedure.value].places[step.to]


def _handler() -> str:
    case = the_case()
    return f"Answered by {case.handler.name}" if case.handler else "Not given to a manager yet"


def _drafted() -> list[Section]:
    draft = draft_of(the_case().id)
    if draft is None:
        return []
    names = {one.id: one.name for one in all_officers()}
    lines = [
        f"Written by {names.get(draft.written_by, 'somebody')}",
        f"Checked by {names[draft.checked_by]}" if draft.checked_by else "Not checked yet",
        f"Signed by {names[draft.signed_by]}" if draft.signed_by else "Not signed yet",
    ]
    return [Section("The draft", [Entry("The answer so far", lines, quote=draft.words)])]


def _way() -> list[Entry]:
    names, labels = {one.id: one.name for one in all_officers()}, _labels()
    return [
        Entry(
            labels.get((one.procedure, one.event, one.left), one.event),
            [
                f"{day_and_year(clock.in_london(one.at).date())}, {names.get(one.officer_id or 0, 'no officer')}",
                one.details.get("reason", "") if one.procedure != Procedure.SAFEGUARDING or _trusted() else "",
            ],
        )
        for one in reversed(steps_of(the_case().id))
        if one.procedure != SAFETY.code  # told on a page of its own
    ]


def _trusted() -> bool:
    """Whether this officer may read why the people on safeguarding duty decided as they did."""
    return me().may(Action.SAFEGUARDING, the_case())


def _labels() -> dict[tuple[str, str, str], str]:
    return {
        (table.code, step.event, left): step.label
        for table in TABLES.values()
        for step in table.steps
        for left in step.start
    }


def _start(found: Step) -> Begun:
    """The letter or the answer to go on with; one that was drafted before goes on as it is."""
    if found.event == "draft":
        draft = draft_of(the_case().id)
        return Begun(draft.words) if draft else begun(the_case(), answer_kind(the_case()), me().public_name)
    if found.event in stepping.ANSWERS:
        return Begun()
    return begun_by(the_case().id, me().id, me().public_name, found)


def _form(found: Step, start: str) -> StepForm:
    """The form of a step: only what it asks, and a box to tick for each thing that only a person can know."""
    case, drafts = the_case(), found.event == "draft"
    ticks = {fact.value: _tick(fact) for fact in found.needs if fact in CONFIRMED}
    made = type("OneStep", (StepForm,), ticks)
    form: StepForm = made(data={"words": start, "draft": start})
    takers = [one for one in all_officers() if one.active and not concerned([case], one.name)]
    form.handler.choices = [SelectChoice(one.id, one.name) for one in takers]
    if not HANDLING & set(found.needs):
        form.handler.choices.insert(0, SelectChoice(0, "Not given to anybody yet"))
    until = any(effect.doing is Doing.EXTEND for effect in found.clocks)
    wanted = {
        "handler": found.event in stepping.GIVING,
        "until": until,
        "reason": Fact.REASON_GIVEN in found.needs or bool(ticks) or otherwise(case, found) is not None,
        "draft": drafts,
        "words": found.told is not None and found.event not in stepping.ANSWERS,
    }
    for name, keep in wanted.items():
        if not keep:
            del form[name]
    return form


def _tick(fact: Fact) -> BooleanField:
    words = {
        Fact.REFUSAL_WARNING_READ: "I have read what the Ombudsman says about refusing",
        Fact.TERMS_AGREED: "The person has agreed these terms",
        Fact.PROCEEDINGS_NAMED: "The proceedings are named below",
        Fact.SAME_PERSON_SAME_ISSUE: "Both are of the same person and about the same thing",
        Fact.CHILD_AGREES: "The child agrees",
        Fact.SKIP_AGREED: "The person and we both agree to leave out Stage 1",
        Fact.EARLY_REFERRAL_AGREED: "All significant concerns were upheld and both sides agreed the actions",
    }
    return BooleanField(words[fact])


def _given(form: StepForm, found: Step) -> Given:
    asked = {field.short_name for field in form}
    typed = {name: text(form[name]) for name in ("reason", "words", "draft") if name in asked}
    ticked = frozenset(fact for fact in found.needs if fact in CONFIRMED and form[fact.value].data)
    return Given(
        reason=typed.get("reason", ""),
        words=typed.get("draft") or typed.get("words", ""),
        until=form.until.data if "until" in form else None,
        handler_id=form.handler.data if "handler" in form else None,
        confirmed=ticked,
    )

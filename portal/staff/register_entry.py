"""One entry of a register: where it stands, what can be done next, what is known about it, and its story."""

from typing import Any

from flask import Blueprint, abort, render_template, url_for
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import Action
from portal.domain.procedures import TABLES
from portal.domain.putting_right import pounds
from portal.domain.references import format_reference
from portal.domain.register_words import MemberConsent, OmbudsmanOutcome, OmbudsmanService
from portal.domain.stage_words import Fact
from portal.domain.stages import Choice, NotPossible, Step
from portal.extensions import db
from portal.records.cases import Case
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry, lines_of
from portal.services import register_steps, registering
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned_of
from portal.services.officers import all_officers
from portal.services.register_steps import PROCEDURES, late, place_of
from portal.staff.due import short
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Section, kept, label_of
from portal.staff.register_forms import ASKS, EntryStep, MemberForm, OmbudsmanForm, offer_teams
from portal.web.doors import door
from portal.web.text import day

blueprint = Blueprint("staff_register_entry", __name__, url_prefix="/staff/registers/<register>/<int:number>")

ROWS: dict[str, Any] = {registering.OMBUDSMAN: OmbudsmanEnquiry, registering.MEMBER: MemberEnquiry}
ASKED = frozenset({Fact.REASON_GIVEN, Fact.CONSENT_CHECKED})
"""What the page of a step asks for itself."""


@blueprint.get("")
@door(Action.REGISTERS)
def entry(register: str, number: int) -> str:
    """Everything about one entry."""
    row = _row(register, number)
    found = [one for one in register_steps.possible(register, row, me().id) if not _waits(one)]
    known = known_of_ombudsman(row) if register == registering.OMBUDSMAN else _known_of_member(row)
    tags = [("Late", "red")] if late(register, row) else []
    change = Link(url_for("staff_register_entry.correct", register=register, number=number), "Correct it")
    everything = Link(url_for(f"staff_registers.{register}"), "Back to the register")
    said = "Choose one." if found else "There is nothing for you to do just now."
    stands = Entry(place_of(register, row).label, [answer_line(row), remedy_line(row)], tags=tags)
    sections = [
        Section("Where it stands", [stands], [*case_link(row.case_id), everything]),
        Section("What happened next?", links=[_choice(register, number, one) for one in found], empty=said),
        Section("What it is", [Entry(_title(register, row), known)], [change]),
        Section("What happened so far", _story(register, number)),
    ]
    return render_template("staff/papers/list.html", heading=TABLES[PROCEDURES[register]].label, sections=sections)


@blueprint.route("/correct", methods=BOTH)
@door(Action.REGISTERS)
def correct(register: str, number: int) -> str | Response:
    """What it is; where it stands is for its steps."""
    row = _row(register, number)
    form: OmbudsmanForm | MemberForm
    form = OmbudsmanForm(data=_kept(row, OmbudsmanForm)) if register == registering.OMBUDSMAN else _member_form(row)
    del form.case  # the case it belongs to is said once

    def verb() -> None:
        if isinstance(form, OmbudsmanForm):
            registering.correct_ombudsman(number, me().id, form.found())
        else:
            registering.correct_member(number, me().id, form.found())

    back = url_for("staff_register_entry.entry", register=register, number=number)
    return kept(form, verb, "Kept in the register.", back) or render_template(
        "staff/papers/form.html", form=form, heading="Correct it", press="Keep it", back_url=back
    )


@blueprint.route("/<event>", methods=BOTH)
@door(Action.REGISTERS)
def step(register: str, number: int, event: str) -> str | Response:
    """One step, with what it asks for."""
    row = _row(register, number)
    steps = (one.step for one in register_steps.possible(register, row, me().id) if not _waits(one))
    found = next((one for one in steps if one.event == event), None) or abort(404)
    form = _form(found, row)

    def verb() -> None:
        try:
            register_steps.take(register, number, me().id, event, form.brought())
        except NotPossible as refused:
            raise NotLikeThis(str(refused)) from refused

    back = url_for("staff_register_entry.entry", register=register, number=number)
    return kept(form, verb, f"Done: {found.label}.", back) or render_template(
        "staff/papers/form.html", form=form, heading=found.label, press=found.label, back_url=back
    )


def _form(found: Step, row: Any) -> EntryStep:
    form = EntryStep(data={"on": clock.today(), **_kept(row, MemberForm)})
    offer_teams(form)
    asked = {"on", *ASKS.get(found.event, ()), *(("reason",) if Fact.REASON_GIVEN in found.needs else ())}
    for name in {field.short_name for field in form} - asked - {"csrf_token"}:
        del form[name]
    return form


def _member_form(row: MemberEnquiry) -> MemberForm:
    form = MemberForm(data=_kept(row, MemberForm))
    offer_teams(form)
    return form


def _kept(row: Any, form: type[OmbudsmanForm | MemberForm]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.SAME if hasattr(row, name)} | row.texts


def _waits(choice: Choice) -> bool:
    return bool(set(choice.missing) - ASKED)


def _choice(register: str, number: int, choice: Choice) -> Link:
    url = url_for("staff_register_entry.step", register=register, number=number, event=choice.step.event)
    return Link(url, choice.step.label)


def _row(register: str, number: int) -> Any:
    """The entry; one whose case may be about this officer does not exist."""
    row = db.session.get(ROWS[register], number) if register in ROWS else None
    if row is None or (row.case_id and concerned_of([row.case_id], me().name)):
        abort(404)
    return row


def _title(register: str, row: Any) -> str:
    if register == registering.OMBUDSMAN:
        return str(row.texts["their_reference"]) or f"Enquiry {row.id}"
    return f"{format_reference(row.reference)}: {row.texts['member']}"


def known_of_ombudsman(row: OmbudsmanEnquiry) -> list[str]:
    """What it is about, and what they decided."""
    decided = f" on {short(row.decided_on)}" if row.decided_on else ""
    outcome = f"{label_of(OmbudsmanService, row.service)}. {label_of(OmbudsmanOutcome, row.outcome)}{decided}"
    return [row.texts["about"], outcome, "They investigated it" if row.investigated else ""]


def _known_of_member(row: MemberEnquiry) -> list[str]:
    return [row.texts["about"], f"Consent: {label_of(MemberConsent, row.consent).lower()}"]


def answer_line(row: OmbudsmanEnquiry | MemberEnquiry) -> str:
    """When it was answered, or by when it has to be."""
    return f"Answered {short(row.replied_on)}" if row.replied_on else f"Answer by {day(row.due_on)}"


def remedy_line(row: OmbudsmanEnquiry | MemberEnquiry) -> str:
    """What has to be put right, by when, and whether that was in time."""
    if not isinstance(row, OmbudsmanEnquiry) or not row.remedy_due_on:
        return ""
    paid = f" and pay {pounds(row.pence)}" if row.pence else ""
    done = f", done {short(row.remedied_on)}" if row.remedied_on else ""
    too_late = ", too late" if row.remedied_on and row.remedied_on > row.remedy_due_on else ""
    return f"To put right{paid} by {short(row.remedy_due_on)}{done}{too_late}. {row.texts['remedy']}"


def case_link(case_id: int | None) -> list[Link]:
    """The way to the case it belongs to."""
    case = db.session.get(Case, case_id) if case_id else None
    if case is None or case.let_go_on:
        return []
    return [Link(url_for("staff_case.case", reference=case.reference), "Open the case")]


def _story(register: str, number: int) -> list[Entry]:
    names = {one.id: one.name for one in all_officers()}
    return [
        Entry(one.words, [f"{short(one.counts_on or clock.in_london(one.at).date())}, {names.get(one.officer_id, '')}"])
        for one in lines_of(register, number)
    ]

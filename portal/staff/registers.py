"""The registers of Ombudsman and member enquiries: what is open, the earliest day first; new ones; changes."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import Action
from portal.domain.putting_right import NotAnAmount, pence, pounds
from portal.domain.references import format_reference
from portal.domain.register_words import MemberState, OmbudsmanOutcome, OmbudsmanService, OmbudsmanState
from portal.extensions import db
from portal.records.cases import Case
from portal.records.registers import PAGE, After, MemberEnquiry, OmbudsmanEnquiry, entries, lines_of
from portal.services import registering
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned_of
from portal.services.officers import all_officers
from portal.staff.due import short
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Section, kept, label_of, other_case, text
from portal.staff.register_forms import MemberForm, OmbudsmanForm
from portal.web.doors import door
from portal.web.text import day

blueprint = Blueprint("staff_registers", __name__, url_prefix="/staff/registers")


@blueprint.get("")
@door(Action.REGISTERS)
def registers() -> str:
    """Which register."""
    links = [
        Link(url_for("staff_registers.ombudsman"), "Ombudsman enquiries"),
        Link(url_for("staff_registers.member"), "Member enquiries: councillors and Members of Parliament"),
    ]
    return render_template("staff/papers/list.html", heading="Registers", sections=[Section("Open one", [], links, "")])


@blueprint.get("/ombudsman")
@door(Action.REGISTERS)
def ombudsman() -> str:
    """What the Ombudsman asked."""
    return _list(OmbudsmanEnquiry, "ombudsman", "Ombudsman enquiries", _ombudsman_entry)


@blueprint.get("/member")
@door(Action.REGISTERS)
def member() -> str:
    """What councillors and Members of Parliament asked."""
    return _list(MemberEnquiry, "member", "Member enquiries", _member_entry)


@blueprint.route("/ombudsman/new", methods=BOTH)
@door(Action.REGISTERS)
def new_ombudsman() -> str | Response:
    """Enter one."""
    form = OmbudsmanForm(data={"received_on": clock.today()})

    def verb() -> None:
        registering.enter_ombudsman(me().id, form.found(_pence(form)), _case_id(text(form.case, 40)))

    return _page(form, verb, "An Ombudsman enquiry", "ombudsman")


@blueprint.route("/ombudsman/<int:number>", methods=BOTH)
@door(Action.REGISTERS)
def one_ombudsman(number: int) -> str | Response:
    """Bring it up to date."""
    row = _one(OmbudsmanEnquiry, number)
    start = {name: getattr(row, name) for name in OmbudsmanForm.SAME} | row.texts
    form = OmbudsmanForm(data={**start, "amount": pounds(row.pence) if row.pence else ""})
    del form.case  # the case it belongs to is said once

    def verb() -> None:
        registering.change_ombudsman(number, me().id, form.found(_pence(form)))

    return _page(form, verb, "An Ombudsman enquiry", "ombudsman", _story("ombudsman", number))


@blueprint.route("/member/new", methods=BOTH)
@door(Action.REGISTERS)
def new_member() -> str | Response:
    """Enter one."""
    form = MemberForm(data={"received_on": clock.today()})
    form.offer_teams()

    def verb() -> None:
        registering.enter_member(me().id, form.found(), _case_id(text(form.case, 40)))

    return _page(form, verb, "A member enquiry", "member")


@blueprint.route("/member/<int:number>", methods=BOTH)
@door(Action.REGISTERS)
def one_member(number: int) -> str | Response:
    """Bring it up to date."""
    row = _one(MemberEnquiry, number)
    form = MemberForm(data={name: getattr(row, name) for name in MemberForm.SAME} | row.texts)
    form.offer_teams()
    del form.case

    def verb() -> None:
        registering.change_member(number, me().id, form.found())

    return _page(form, verb, f"Member enquiry {format_reference(row.reference)}", "member", _story("member", number))


def _list(table: type[Any], name: str, heading: str, entry: Callable[[Any], Entry]) -> str:
    """One page of a register, without entries whose case may be about the officer who looks."""
    still_open = request.args.get("closed") != "1"
    found = entries(table, still_open=still_open, after=_after())
    hidden = concerned_of({row.case_id for row in found if row.case_id}, me().name)
    rows = [entry(row) for row in found[:PAGE] if row.case_id not in hidden]
    here, last = f"staff_registers.{name}", found[PAGE - 1] if len(found) > PAGE else None
    other = (
        Link(url_for(here, closed="1"), "Show what is finished")
        if still_open
        else Link(url_for(here), "Show what is open")
    )
    links = [Link(url_for(f"staff_registers.new_{name}"), "Enter one"), other]
    section = Section("Open" if still_open else "Finished", rows, links, "None.")
    closed = None if still_open else "1"
    place: dict[str, Any] = {"after": last.id, "from": last.due_on.isoformat()} if last else {}
    return render_template(
        "staff/papers/list.html",
        heading=heading,
        sections=[section],
        first_url=url_for(here, closed=closed) if _after() else "",
        later_url=url_for(here, closed=closed, **place) if last else "",
    )


def _ombudsman_entry(row: OmbudsmanEnquiry) -> Entry:
    texts = row.texts
    lines = [
        texts["about"],
        f"{label_of(OmbudsmanService, row.service)}. {label_of(OmbudsmanOutcome, row.outcome)}",
        f"Answered {short(row.replied_on)}" if row.replied_on else f"Answer by {day(row.due_on)}",
        _remedy(row),
    ]
    links = [
        Link(url_for("staff_registers.one_ombudsman", number=row.id), "Bring it up to date"),
        *_case_link(row.case_id),
    ]
    title = texts["their_reference"] or f"Enquiry {row.id}"
    return Entry(title, lines, tags=[(label_of(OmbudsmanState, row.state), "grey"), *_late(row)], links=links)


def _remedy(row: OmbudsmanEnquiry) -> str:
    if not row.remedy_due_on:
        return ""
    done = f", done {short(row.remedied_on)}" if row.remedied_on else ""
    late = ", too late" if row.remedied_on and row.remedied_on > row.remedy_due_on else ""
    return f"To put right by {short(row.remedy_due_on)}{done}{late}. {row.texts['remedy']}"


def _member_entry(row: MemberEnquiry) -> Entry:
    lines = [
        row.texts["about"],
        f"Answered {short(row.replied_on)}" if row.replied_on else f"Answer by {day(row.due_on)}",
    ]
    links = [
        Link(url_for("staff_registers.one_member", number=row.id), "Bring it up to date"),
        *_case_link(row.case_id),
    ]
    title = f"{format_reference(row.reference)}: {row.texts['member']}"
    return Entry(title, lines, tags=[(label_of(MemberState, row.state), "grey"), *_late(row)], links=links)


def _late(row: OmbudsmanEnquiry | MemberEnquiry) -> list[tuple[str, str]]:
    late = row.open and row.replied_on is None and row.due_on < clock.today()
    return [("Late", "red")] if late else []


def _case_link(case_id: int | None) -> list[Link]:
    case = db.session.get(Case, case_id) if case_id else None
    return [Link(url_for("staff_case.case", reference=case.reference), "Open the case")] if case else []


def _story(register: str, number: int) -> str:
    """What happened to an entry so far."""
    names = {one.id: one.name for one in all_officers()}
    lines: Sequence[str] = [
        f"{short(clock.in_london(one.at).date())}, {names.get(one.officer_id, '')}: {one.words}."
        for one in lines_of(register, number)
    ]
    return " ".join(lines)


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, register: str, said: str = "") -> str | Response:
    back = url_for(f"staff_registers.{register}")
    return kept(form, verb, "Kept in the register.", back) or render_template(
        "staff/papers/form.html", form=form, heading=heading, press="Keep it", back_url=back, said=said
    )


def _one(table: type[Any], number: int) -> Any:
    row = db.session.get(table, number)
    if row is None or (row.case_id and concerned_of([row.case_id], me().name)):
        abort(404)
    return row


def _case_id(typed: str) -> int | None:
    return other_case(typed).id if typed else None


def _pence(form: OmbudsmanForm) -> int | None:
    typed = text(form.amount, 40)
    try:
        return pence(typed) if typed else None
    except NotAnAmount:
        raise NotLikeThis("Write the amount in pounds, like 150 or 1,200.50, or leave it empty.") from None


def _after() -> After | None:
    number, when = request.args.get("after", ""), request.args.get("from", "")
    try:
        return After(date.fromisoformat(when), int(number)) if number.isascii() and number.isdigit() else None
    except ValueError:
        return None

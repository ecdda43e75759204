"""The registers of Ombudsman and member enquiries: what is open, the earliest day first; new ones; annual letters."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import Action
from portal.domain.references import format_reference
from portal.records.registers import (
    PAGE,
    After,
    LgscoReported,
    MemberEnquiry,
    OmbudsmanEnquiry,
    entries,
    lgsco_reported,
)
from portal.services import registering
from portal.services.case_writing import NotLikeThis
from portal.services.conflicts import concerned_of
from portal.services.register_steps import late, place_of
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Section, kept, other_case, text
from portal.staff.register_entry import answer_line, case_link, known_of_ombudsman, remedy_line
from portal.staff.register_forms import LetterForm, MemberForm, OmbudsmanForm, offer_teams
from portal.web.doors import door

blueprint = Blueprint("staff_registers", __name__, url_prefix="/staff/registers")


@blueprint.get("")
@door(Action.REGISTERS)
def registers() -> str:
    """Which register."""
    links = [
        Link(url_for("staff_registers.ombudsman"), "Ombudsman enquiries"),
        Link(url_for("staff_registers.member"), "Member enquiries: councillors and Members of Parliament"),
        Link(url_for("staff_registers.letters"), "The Ombudsman's annual letter"),
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
        registering.enter_ombudsman(me().id, form.found(), _case_id(text(form.case, 40)))

    return _page(form, verb, "An Ombudsman enquiry", "ombudsman")


@blueprint.route("/member/new", methods=BOTH)
@door(Action.REGISTERS)
def new_member() -> str | Response:
    """Enter one."""
    form = MemberForm(data={"received_on": clock.today()})
    offer_teams(form)

    def verb() -> None:
        registering.enter_member(me().id, form.found(), _case_id(text(form.case, 40)))

    return _page(form, verb, "A member enquiry", "member")


@blueprint.route("/letters", methods=BOTH)
@door(Action.REGISTERS)
def letters() -> str | Response:
    """What the Ombudsman's annual letters say, kept apart from what we know ourselves."""
    form = LetterForm()

    def verb() -> None:
        if form.year.data is None or form.reported.data is None:
            raise NotLikeThis("Write the year and the number.")
        registering.keep_reported(me().id, form.year.data, form.reported.data, form.childrens.data)

    said = " ".join(_letter(row) for _, row in sorted(lgsco_reported().items(), reverse=True))
    here = url_for("staff_registers.registers")
    return kept(form, verb, "Kept.", here) or render_template(
        "staff/papers/form.html", form=form, heading="The Ombudsman's annual letter", press="Keep it", back_url=here,
        said=said,
    )  # fmt: skip


def _letter(row: LgscoReported) -> str:
    children = (
        "" if row.childrens_social_care is None else f", {row.childrens_social_care} about children's social care"
    )
    return f"{row.year}-{(row.year + 1) % 100:02}: {row.reported}{children}."


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
    lines = [*known_of_ombudsman(row)[:2], answer_line(row), remedy_line(row)]
    return _entry("ombudsman", row, row.texts["their_reference"] or f"Enquiry {row.id}", lines)


def _member_entry(row: MemberEnquiry) -> Entry:
    title = f"{format_reference(row.reference)}: {row.texts['member']}"
    return _entry("member", row, title, [row.texts["about"], answer_line(row)])


def _entry(register: str, row: OmbudsmanEnquiry | MemberEnquiry, title: str, lines: list[str]) -> Entry:
    links = [Link(url_for("staff_register_entry.entry", register=register, number=row.id), "Open it")]
    tags = [(place_of(register, row).label, "grey"), *([("Late", "red")] if late(register, row) else [])]
    return Entry(title, lines, tags=tags, links=[*links, *case_link(row.case_id)])


def _page(form: FlaskForm, verb: Callable[[], object], heading: str, register: str) -> str | Response:
    back = url_for(f"staff_registers.{register}")
    return kept(form, verb, "Kept in the register.", back) or render_template(
        "staff/papers/form.html", form=form, heading=heading, press="Keep it", back_url=back
    )


def _case_id(typed: str) -> int | None:
    return other_case(typed, "case").id if typed else None


def _after() -> After | None:
    number, when = request.args.get("after", ""), request.args.get("from", "")
    try:
        return After(date.fromisoformat(when), int(number)) if number.isascii() and number.isdigit() else None
    except ValueError:
        return None

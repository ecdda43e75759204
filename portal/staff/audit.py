"""Who saw, changed, exported and was refused what: for those who watch over privacy, without a word of any case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request, url_for

from portal.clock import in_london
from portal.domain.access import Action
from portal.domain.audit_words import By, Deed, Refusal
from portal.domain.references import BadReference, format_reference, parse_reference
from portal.domain.words import Happening
from portal.records.audit import Asked, AuditLine, latest_lines
from portal.records.cases import case_by_reference
from portal.services import looking
from portal.services.conflicts import concerned_of
from portal.services.officers import all_officers
from portal.staff.due import short
from portal.staff.guard import me
from portal.web.doors import door

blueprint = Blueprint("staff_audit", __name__, url_prefix="/staff/audit")

PAGE = 100
NO_CASE = 0
"""The number of no case: what a reference that leads nowhere is looked up by."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line in words."""

    when: str
    who: str
    deed: str
    what: str
    reference: str
    words: str


@blueprint.get("")
@door(Action.READ_AUDIT)
def audit() -> str:
    """The lines, newest first; those about a case that may be about the reader are not among them."""
    looking.saw(Action.READ_AUDIT, me().id)
    found = latest_lines(_asked(), PAGE + 1)
    later = found[PAGE - 1][0].id if len(found) > PAGE else None
    return render_template(
        "staff/audit.html",
        rows=_rows(found[:PAGE]),
        later_url=url_for("staff_audit.audit", **_kept(), before=later) if later else "",
        first_url=url_for("staff_audit.audit", **_kept()) if request.args.get("before") else "",
        filters=[
            ("deed", "What was done", [(one.value, one.label) for one in Deed], request.args.get("deed", "")),
            ("officer", "By", [(str(one.id), one.name) for one in all_officers()], request.args.get("officer", "")),
        ],
        typed=request.args.get("case", ""),
    )


def _rows(found: Sequence[tuple[AuditLine, str, str, str]]) -> list[Row]:
    numbers = {line.case_id for line, *_ in found if line.case_id}
    hidden = concerned_of(numbers, me().name)
    return [_row(*one) for one in found if one[0].case_id not in hidden]


def _row(line: AuditLine, officer: str, reference: str, about: str) -> Row:
    moment = in_london(line.at)
    deed = f"{line.deed.label}: {Refusal(line.why).label}" if line.why else line.deed.label
    return Row(
        when=f"{short(moment.date())}, {moment:%H:%M}",
        who=officer or By(line.by).label,
        deed=deed,
        what=_what(line) + (f" ({about})" if about else ""),
        reference=format_reference(reference) if reference else "",
        words=line.words or "",
    )


def _what(line: AuditLine) -> str:
    happenings = {one.value: one.label for one in Happening}
    return happenings.get(line.what) or line.what.replace("_", " ").capitalize()


def _asked() -> Asked:
    deed = request.args.get("deed", "")
    return Asked(
        case_id=_case_id(request.args.get("case", "").strip()),
        officer_id=_number("officer"),
        deed=Deed(deed) if deed in set(Deed) else None,
        before=_number("before"),
    )


def _case_id(typed: str) -> int | None:
    if not typed:
        return None
    try:
        case = case_by_reference(parse_reference(typed))
    except BadReference:
        return NO_CASE
    return case.id if case else NO_CASE


def _number(name: str) -> int | None:
    typed = request.args.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def _kept() -> dict[str, Any]:
    """What the list is narrowed to, to be kept from page to page."""
    return {name: value for name in ("deed", "officer", "case") if (value := request.args.get(name))}

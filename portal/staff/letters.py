"""The letters of a case as they were sent: to read, to print, as PDF; and the letters that wait for the post."""

from flask import Blueprint, abort, render_template, request
from werkzeug.wrappers import Response

from portal import clock
from portal.domain.access import Action
from portal.domain.references import format_reference
from portal.records.documents import Document, documents_of, printings_of, to_print
from portal.services.letter_papers import for_the_post, note_only, whole
from portal.services.officers import all_officers
from portal.services.telling import printed
from portal.services.typesetting import NoFont, Paper, pdf_of
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.papers import Entry, Link, Section, here, list_page, pressed
from portal.web.doors import door
from portal.web.language import KNOWN
from portal.web.text import day_and_year

blueprint = Blueprint("staff_letters", __name__, url_prefix="/staff")

MOST = 50
"""Letters to print on one page; the next ones come up when these are done."""
CASE = "/cases/<reference>/letters"


@blueprint.get(CASE)
@door(Action.READ_CASE)
def letters() -> str:
    """Every letter to the person, the newest first."""
    done, names = printings_of(the_case().id), {one.id: one.name for one in all_officers()}
    rows = [_entry(one, names.get(one.officer_id or 0, "The portal itself"), one.id in done)
            for one in documents_of(the_case().id)]  # fmt: skip
    return list_page("Letters as they were sent", [Section("To the person", rows, empty="No letter was sent yet.")])


@blueprint.get(f"{CASE}/<int:number>")
@door(Action.READ_CASE)
def letter(number: int) -> str:
    """One letter, ready for the printer."""
    found = _of_case(number)
    return render_template(
        "staff/letters/letter.html",
        **head(),
        paper=_paper(found),
        language=KNOWN[found.language],
        kind=found.kind.label,
        note=note_only(found),
        entire=_entire(),
        waits=found.way == "letter" and found.id not in printings_of(found.case_id),
        number=found.id,
        back_url=here("staff_letters.letters"),
    )


@blueprint.get(f"{CASE}/<int:number>.pdf")
@door(Action.READ_CASE)
def pdf(number: int) -> Response:
    """The same as a PDF that screen readers can read."""
    found = _of_case(number)
    try:
        made = pdf_of(_paper(found))
    except NoFont:
        abort(503)
    name = f"letter-{number}.pdf"  # says nothing about whose it is
    return Response(made, mimetype="application/pdf", headers={"Content-Disposition": f"attachment; filename={name}"})


@blueprint.post(f"{CASE}/<int:number>/printed")
@door(Action.REPLY)
def mark_printed(number: int) -> Response:
    """It is in its envelope."""
    found = _of_case(number)
    return pressed(lambda: printed(found.id, me().id), "Kept: it was printed.", here("staff_letters.letters"))


@blueprint.get("/letters-to-print")
@door(Action.REPLY)
def waiting() -> str:
    """Letters to people who asked for the post, the oldest first; only of cases this officer may write in."""
    mine = [one for one in to_print(MOST) if me().may(Action.REPLY, one.case)]
    return render_template("staff/letters/to_print.html", rows=[(one, format_reference(one.case.reference), _when(one))
                                                               for one in mine])  # fmt: skip


def _of_case(number: int) -> Document:
    found = next((one for one in documents_of(the_case().id) if one.id == number), None)
    return found or abort(404)


def _entire() -> bool:
    return "whole" in request.args


def _paper(found: Document) -> Paper:
    return whole(found) if _entire() else for_the_post(found)


def _when(found: Document) -> str:
    return day_and_year(clock.in_london(found.at).date())


def _entry(found: Document, who: str, is_printed: bool) -> Entry:
    lines = [f"{_when(found)}, {who}, in {KNOWN[found.language].english}"]
    if found.way == "letter":
        lines.append("Printed for the post" if is_printed else "Waits to be printed for the post")
    links = [
        Link(here("staff_letters.letter", number=found.id), "Read or print it"),
        Link(here("staff_letters.pdf", number=found.id), "Save as PDF"),
    ]
    return Entry(found.kind.label, lines, quote=found.content["words"], links=links)

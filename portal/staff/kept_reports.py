"""Reports that were kept: the list of them, keeping or publishing one, and opening it again as it was."""

import json
from collections.abc import Iterator, Mapping

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.dates import in_full
from portal.domain.disclosure.risk_classes import CannotBeProtected
from portal.domain.tables.kept import read_back
from portal.domain.tables.report import NothingToReport
from portal.domain.years import NotAYear, ReportingYear
from portal.records.kept_reports import KeptReport, kept_list, kept_report
from portal.services import looking
from portal.services.case_writing import NotLikeThis
from portal.services.keeping_reports import keep_report
from portal.services.printing import FORMATS
from portal.services.reporting import PUBLIC
from portal.services.typesetting import NoFont
from portal.staff.guard import me
from portal.staff.papers import BOTH, Entry, Link, Nothing, Section, kept
from portal.staff.report_asking import Wanted, asked
from portal.web.doors import door
from portal.web.text import authority

blueprint = Blueprint("staff_kept_reports", __name__, url_prefix="/staff/kept-reports")

OFFERED: Mapping[str, str] = {"json": "JSON, byte for byte", "html": "Page", "pdf": "PDF", "xlsx": "Excel"}
SNAPSHOT = (
    "The figures are kept as they are now, and can be opened again as they were.",
    "When later reports show other figures for this year, they say that these are restated.",
    "Small numbers are in it, so it is not for publication.",
)
PUBLISH = (
    "Keep it on the day you publish it: every later report is made so that nobody can work out what is kept back in "
    "this one.",
    "Its figures stand in later reports as they are here. If the year is published again, what differs is marked.",
    "This cannot be taken back.",
)


@blueprint.get("")
@door(Action.COUNT)
def every() -> str:
    """Every report that was kept, the newest first."""
    looking.saw(Action.COUNT, me().id)
    entries = [_entry(one, name) for one, name in kept_list(authority().code)]
    back = [Link(url_for("staff_reports.reports"), "Back to the reports")]
    sections = [Section("The newest first", entries, back, "No report was kept yet.")]
    return render_template("staff/papers/list.html", heading="Reports that were kept", sections=sections)


@blueprint.route("/new", methods=BOTH)
@door(Action.WRITE_YEAR)
def new() -> ResponseReturnValue:
    """Keep the report that the address asks for, as it is now."""
    try:
        wanted = asked()
    except NotAYear:
        abort(400)
    if wanted.as_at:
        abort(400)
    public, form = wanted.edition == PUBLIC, Nothing()

    def verb() -> None:
        try:
            keep_report(wanted.year, me().id, quarter=wanted.quarter, edition=wanted.edition)
        except (NothingToReport, BeyondKnownHolidays, CannotBeProtected) as unmade:
            raise NotLikeThis(str(unmade)) from unmade

    done = f"The {_called(wanted)} is kept."
    return kept(form, verb, done, url_for("staff_kept_reports.every")) or render_template(
        "staff/papers/form.html",
        form=form,
        heading=f"{'Publish' if public else 'Keep'} the {_called(wanted)}",
        press="Keep it as published" if public else "Keep it",
        back_url=wanted.address("staff_reports.reports"),
        said=PUBLISH if public else SNAPSHOT,
    )


@blueprint.get("/<int:number>/file")
@door(Action.COUNT)
def file(number: int) -> ResponseReturnValue:
    """A kept report as a file: its JSON byte for byte, other forms with its tables as they were."""
    found, form = kept_report(number), request.args.get("format", "")
    if found is None or found.authority != authority().code or form not in OFFERED:
        abort(404)
    looking.exported(f"kept report {number} {found.edition}", me().id)
    make, kind, ending = FORMATS[form]
    try:
        content = found.body if form == "json" else make(read_back(json.loads(found.body)))
    except NoFont:
        abort(503)
    name = f"{Wanted(ReportingYear(found.year), found.quarter, found.edition).named()}-{number}{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=headers, content_type=kind)


def _entry(one: KeptReport, name: str) -> Entry:
    wanted = Wanted(ReportingYear(one.year), one.quarter, one.edition)
    when, stood = map(in_full, (clock.in_london(one.kept_at), one.as_at))
    lines = (f"Kept on {when} by {name}, as things stood on {stood}", f"SHA-256 of its JSON: {one.sha256}")
    tags = [("Published", "green")] if one.edition == PUBLIC else [("Not for publication", "yellow")]
    title = _called(wanted)
    return Entry(f"{title[:1].upper()}{title[1:]}", lines, tags=tags, links=list(_links(one.id)))


def _links(number: int) -> Iterator[Link]:
    address = url_for("staff_kept_reports.file", number=number)
    yield from (Link(f"{address}?format={form}", words) for form, words in OFFERED.items())


def _called(wanted: Wanted) -> str:
    part = f" of quarter {wanted.quarter}," if wanted.quarter else " of"
    return f"{'public' if wanted.edition == PUBLIC else 'internal'} report{part} {wanted.year}"

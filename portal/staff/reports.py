"""The report as officers ask for it: which year, which part of it, for whom, on the page or as a file."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from portal import clock
from portal.domain.access import Action
from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.disclosure.risk_classes import CannotBeProtected
from portal.domain.tables.choosing import only
from portal.domain.tables.report import NothingToReport
from portal.domain.tables.shape import Report
from portal.domain.years import NotAYear, ReportingYear
from portal.records.dataset import years_kept
from portal.services import looking
from portal.services.expecting import takes_long
from portal.services.printing import FORMATS, wording
from portal.services.printing.paged import context
from portal.services.reporting import make_report
from portal.services.typesetting import NoFont
from portal.staff.dashboard import as_of_now
from portal.staff.guard import me
from portal.staff.report_asking import EDITIONS, FORMS, Wanted, asked, on_offer, this_year
from portal.web.doors import door
from portal.web.text import day

blueprint = Blueprint("staff_reports", __name__, url_prefix="/staff/reports")

UNMADE = (NothingToReport, BeyondKnownHolidays, CannotBeProtected)
"""Why there is no report: each says it in a sentence."""
NOT_PRINTED = "None of the tables you picked is in this edition. Pick others, or the edition for us."
NO_FONT = "This machine has no font for a PDF. Whoever looks after it can install fonts-noto-core. Take Word instead."


@blueprint.get("")
@door(Action.COUNT)
def reports() -> str | tuple[str, int] | Answer:
    """Which report, and if one was asked for: its tables."""
    if not request.args.get("year"):
        return _page(Wanted(this_year()), now=True)
    try:
        wanted = asked()
    except NotAYear as wrong:
        return _page(Wanted(this_year()), nothing=str(wrong)), 400
    if wanted.form:
        return redirect(wanted.address("staff_reports.file", format=wanted.form))
    if "seen" not in request.args and takes_long(wanted.edition, wanted.as_at):
        return _waiting(wanted, wanted.address("staff_reports.reports", seen="1"))
    looking.saw(Action.COUNT, me().id)
    try:
        return _page(wanted, made=_made(wanted))
    except UNMADE as none:
        return _page(wanted, nothing=str(none))


@blueprint.get("/file")
@door(Action.COUNT)
def file() -> Response | Answer | tuple[str, int]:
    """One report as a file."""
    try:
        wanted = asked()
    except NotAYear:
        abort(400)
    if not wanted.form:
        abort(400)
    if "seen" not in request.args and takes_long(wanted.edition, wanted.as_at):
        return _waiting(wanted, wanted.address("staff_reports.file", format=wanted.form, seen="1"))
    looking.exported(f"report {wanted.year} {wanted.edition}", me().id)
    make, kind, ending = FORMATS[wanted.form]
    try:
        content = make(_made(wanted))
    except UNMADE as none:
        return _page(wanted, nothing=str(none)), 404
    except NoFont:
        return _page(wanted, nothing=NO_FONT), 503
    headers = {"Content-Disposition": f'attachment; filename="{wanted.named()}{ending}"'}
    return Response(content, headers=headers, content_type=kind)


def _made(wanted: Wanted) -> Report:
    """Raises NothingToReport, also where none of the tables that were picked is printed."""
    whole = make_report(wanted.year, quarter=wanted.quarter, as_at=wanted.as_at, edition=wanted.edition)
    made = only(whole, wanted.tables)
    if not made.tables:
        raise NothingToReport(NOT_PRINTED)
    return made


def _waiting(wanted: Wanted, onward: str) -> Answer:
    """A page that says what is going on, while the browser already asks for what it leads to."""
    page = render_template("staff/reports/waiting.html", wanted=wanted, onward=onward, form=FORMS.get(wanted.form, ""))
    answer = make_response(page)
    answer.headers["Refresh"] = f"0; url={onward}"
    return answer


def _page(wanted: Wanted, made: Report | None = None, nothing: str = "", now: bool = False) -> str:
    return render_template(
        "staff/reports/report.html",
        years=[str(year) for year in _years(wanted.year)],
        editions=EDITIONS,
        forms=FORMS,
        chapters_on_offer=on_offer(),
        wanted=wanted,
        nothing=nothing,
        now=as_of_now() if now else (),
        now_on=day(clock.today()),
        today=clock.today(),
        files=[(name, wanted.address("staff_reports.file", format=form)) for form, name in FORMS.items()],
        words_url=url_for("staff_report_words.sections", year=str(wanted.year)),
        kept_url=url_for("staff_kept_reports.every"),
        keep_url=wanted.address("staff_kept_reports.new") if made and _may_keep(wanted) else "",
        rows_url=url_for("staff_rows.rows") if me().may(Action.EXPORT) else "",
        **(context(made) if made else {"report": None, "words": wording}),
    )


def _may_keep(wanted: Wanted) -> bool:
    """A report is kept as a whole and as it is now, by those who answer for the year."""
    return not wanted.tables and not wanted.as_at and me().may(Action.WRITE_YEAR)


def _years(wanted: ReportingYear) -> list[ReportingYear]:
    """The years there is something of, this one and the one that was asked for; the newest first."""
    return sorted({*map(ReportingYear, years_kept()), this_year(), wanted}, reverse=True)

"""The report as officers ask for it: which year, which part of it, for whom, on the page or as a file."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, render_template, request, url_for

from portal import clock
from portal.domain.access import Action
from portal.domain.tables.report import NothingToReport
from portal.domain.tables.shape import Report
from portal.domain.years import NotAYear, ReportingYear
from portal.records.dataset import years_kept
from portal.services import looking
from portal.services.printing import FORMATS, wording
from portal.services.printing.paged import context
from portal.services.reporting import INTERNAL, PUBLIC, make_report
from portal.staff.dashboard import as_of_now
from portal.staff.guard import me
from portal.web.doors import door
from portal.web.text import day

blueprint = Blueprint("staff_reports", __name__, url_prefix="/staff/reports")

EDITIONS = {PUBLIC: "To publish: small figures are kept back", INTERNAL: "For us: every figure, not to be published"}
FORMS = {
    "html": "Page to save or print", "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "ods": "OpenDocument",
    "csv": "CSV, a file a table", "json": "JSON",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for."""

    year: ReportingYear
    quarter: int | None
    edition: str

    def kept(self) -> dict[str, str]:
        """The same as parts of an address."""
        quarter = {"quarter": str(self.quarter)} if self.quarter else {}
        return {"year": str(self.year), "edition": self.edition, **quarter}


@blueprint.get("")
@door(Action.COUNT)
def reports() -> str:
    """Which report, and if one was asked for: its tables."""
    wanted = _wanted() if request.args.get("year") else None
    made, nothing = None, ""
    if wanted:
        looking.saw(Action.COUNT, me().id)
        try:
            made = _made(wanted)
        except NothingToReport as none:
            nothing = str(none)
    return render_template(
        "staff/reports/report.html",
        years=[str(year) for year in _years()],
        editions=EDITIONS,
        wanted=wanted or Wanted(_this_year(), None, INTERNAL),
        nothing=nothing,
        now=as_of_now() if wanted is None else (),
        now_on=day(clock.today()),
        files=_files(wanted) if made and wanted else (),
        words_url=url_for("staff_report_words.sections", year=str(wanted.year if wanted else _this_year())),
        rows_url=url_for("staff_rows.rows") if me().may(Action.EXPORT) else "",
        **(context(made) if made else {"report": None, "words": wording}),
    )


@blueprint.get("/file")
@door(Action.COUNT)
def file() -> Response:
    """One report as a file."""
    wanted, form = _wanted(), request.args.get("format", "")
    if form not in FORMATS:
        abort(400)
    looking.exported(f"report {wanted.year} {wanted.edition}", me().id)
    make, kind, ending = FORMATS[form]
    try:
        content = make(_made(wanted))
    except NothingToReport:
        abort(404)
    name = f"report-{wanted.year}{f'-Q{wanted.quarter}' if wanted.quarter else ''}-{wanted.edition}{ending}"
    return Response(content, headers={"Content-Disposition": f'attachment; filename="{name}"'}, content_type=kind)


def _made(wanted: Wanted) -> Report:
    return make_report(wanted.year, quarter=wanted.quarter, edition=wanted.edition)


def _wanted() -> Wanted:
    quarter = request.args.get("quarter", "")
    try:
        year = ReportingYear.read(request.args.get("year", ""))
    except NotAYear:
        abort(400)
    edition = request.args.get("edition", INTERNAL)
    return Wanted(year, int(quarter) if quarter in set("1234") else None, edition if edition in EDITIONS else INTERNAL)


def _files(wanted: Wanted) -> list[tuple[str, str]]:
    address = url_for("staff_reports.file")
    return [(words, f"{address}?{urlencode({**wanted.kept(), 'format': form})}") for form, words in FORMS.items()]


def _years() -> list[ReportingYear]:
    """The years there is something of, and this one; the newest first."""
    return sorted({*map(ReportingYear, years_kept()), _this_year()}, reverse=True)


def _this_year() -> ReportingYear:
    return ReportingYear.of(clock.today())

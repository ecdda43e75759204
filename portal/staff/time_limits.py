"""The register of time limits on the staff site: a year's complaints page by page, and all of them as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, abort, render_template, request, stream_with_context, url_for

from portal import clock
from portal.domain.access import Action
from portal.domain.clock_events import Agreed
from portal.domain.findings import Outcome
from portal.domain.references import format_reference
from portal.domain.time_limits import Met, TimeLimit
from portal.domain.years import NotAYear, ReportingYear
from portal.records.dataset import years_kept
from portal.records.time_limits import Place
from portal.services import looking
from portal.services.accounting import bring_up_to_date
from portal.services.exporting import begun
from portal.services.time_limit_register import Recorded, as_lines, recorded
from portal.staff.explaining import AGREED
from portal.staff.guard import me
from portal.staff.links import case_urls
from portal.web.doors import door

blueprint = Blueprint("staff_time_limits", __name__, url_prefix="/staff/time-limits")

PAGE = 50
COLOURS = {Met.YES: "green", Met.NO: "red", Met.LATE: "red", Met.RUNNING: "yellow"}


@dataclass(frozen=True, slots=True)
class Line:
    """One limit as a row of the table."""

    url: str
    reference: str
    received: str
    outcome: str
    limit: str
    due: str
    extended: str
    done: str
    met: tuple[str, str]


@blueprint.get("")
@door(Action.COUNT)
def register() -> str:
    """A page of a year."""
    year = _year()
    looking.saw(Action.COUNT, me().id)
    bring_up_to_date()
    found, last = recorded(year, me().name, _after(), PAGE)
    later = {"after": last.reference, "from": last.received_on.isoformat()} if last else {}
    here, url = url_for("staff_time_limits.register", year=str(year)), case_urls()
    return render_template(
        "staff/time_limits/register.html",
        year=str(year),
        years=[str(one) for one in sorted({*map(ReportingYear, years_kept()), year}, reverse=True)],
        lines=[line for one in found for line in _lines(one, url)],
        first_url=here if _after() else "",
        later_url=url_for("staff_time_limits.register", year=str(year), **later) if last else "",  # type: ignore[arg-type]
        file_url=url_for("staff_time_limits.file", year=str(year)) if me().may(Action.EXPORT) else "",
    )


@blueprint.get("/file")
@door(Action.EXPORT)
def file() -> Response:
    """The whole year."""
    year = _year()
    begun(f"time limits {year}", me().id)
    headers = {"Content-Disposition": f'attachment; filename="time-limits-{year}.csv"'}
    lines = stream_with_context(as_lines(year, me().name))
    return Response(lines, headers=headers, content_type="text/csv; charset=utf-8")


def _lines(one: Recorded, url: Callable[[str], str]) -> Sequence[Line]:
    return [_line(one, url, limit) for limit in one.limits] or [_line(one, url, None)]


def _line(one: Recorded, url: Callable[[str], str], limit: TimeLimit | None) -> Line:
    row = one.representation
    received, outcomes = row["received_on"], {word.value: word.label for word in Outcome}
    agreed = f", agreed: {AGREED[Agreed(limit.agreed)].lower()}" if limit and limit.agreed else ""
    return Line(
        url=url(one.reference) if one.at_desk else "",
        reference=format_reference(one.reference) if one.at_desk else one.reference,
        received=_day(received if isinstance(received, date) else None),
        outcome=outcomes.get(str(row["outcome"]), "–"),
        limit=limit.title if limit else "None yet",
        due=_day(limit.due if limit else None),
        extended=f"extended{agreed}" if limit and limit.extended else "",
        done=_day(limit.done if limit else None),
        met=(limit.met.label, COLOURS.get(limit.met, "grey")) if limit else ("", ""),
    )


def _day(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else "–"


def _year() -> ReportingYear:
    try:
        return ReportingYear.read(request.args.get("year") or str(ReportingYear.of(clock.today())))
    except NotAYear:
        abort(404)


def _after() -> Place | None:
    try:
        return Place(date.fromisoformat(request.args.get("from", "")), request.args.get("after", ""))
    except ValueError:
        return None

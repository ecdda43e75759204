"""Making a report: from the facts the database keeps, or counted anew for another day than today."""

from datetime import date

from flask import current_app

from portal import clock
from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.dataset.files import FILES
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from portal.records.dataset import Kept, rows_in
from portal.services.accounting import bring_up_to_date


def make_report(
    year: ReportingYear, *, authority: str = "", quarter: int | None = None, as_at: date | None = None,
    edition: str = "internal",
) -> Report:  # fmt: skip
    """The report of a year. Raises NothingToReport, UnknownAuthority and BadProfile."""
    council: Authority = load(authority) if authority else current_app.extensions["portal.authority"]
    today = clock.today()
    day = as_at or today
    wishes = (*council.report, *(wish for wish in USUAL if wish.id not in {own.id for own in council.report}))
    return report(council, _tally(day, today), year, day, wishes=wishes, quarter=quarter, edition=edition)


def _tally(day: date, today: date) -> Tally:
    bring_up_to_date()
    if day >= today:
        return Kept()
    return listed({name: rows_in(file) for name, file in FILES.items()}, day)

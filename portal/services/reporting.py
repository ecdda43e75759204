"""Making a report: from the facts the database keeps, or counted anew for another day than today."""

from datetime import date

from flask import current_app

from portal import clock
from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.dataset.files import FILES
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.publishing import published
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from portal.records.dataset import rows_in
from portal.records.facts import Kept
from portal.services.accounting import bring_up_to_date
from portal.services.writing_report import with_words


def make_report(
    year: ReportingYear, *, authority: str = "", quarter: int | None = None, as_at: date | None = None,
    edition: str = "internal",
) -> Report:  # fmt: skip
    """The report of a year. Raises NothingToReport, UnknownAuthority and BadProfile."""
    council: Authority = load(authority) if authority else current_app.extensions["portal.authority"]
    today = clock.today()
    day = as_at or today
    tally, own = _tally(day, today), {wish.id: wish for wish in council.report}
    if edition == INTERNAL:
        wishes = (*council.report, *(wish for wish in USUAL if wish.id not in own))
        return _told(report(council, tally, year, day, wishes=wishes, quarter=quarter), year)
    made = report(council, tally, year, day, wishes=council.report, quarter=quarter)
    payments = {id_: _payments(tally, grain, field, year, quarter) for id_, (grain, field) in _MONEY.items()}
    return _told(published(made, own, payments, Settings()), year)


def _told(made: Report, year: ReportingYear) -> Report:
    """With the words that were written for it, in the council's own report; sentences see only what is printed."""
    own: Authority = current_app.extensions["portal.authority"]
    return with_words(made, year) if made.authority == own.code else made


INTERNAL, PUBLIC = "internal", "public"
_MONEY = {"compensation": ("payments", "detail"), "expenditure": ("expenditure", "kind")}


def _payments(tally: Tally, grain: str, field: str, year: ReportingYear, quarter: int | None) -> dict[str, int]:
    """How many payments there were under each heading."""
    return {str(code): number for (code,), number in tally.count(grain, (field,), year.starts, quarter).items()}


def _tally(day: date, today: date) -> Tally:
    bring_up_to_date()
    if day >= today:
        return Kept()
    return listed({name: rows_in(file) for name, file in FILES.items()}, day)

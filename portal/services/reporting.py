"""Making a report: from the facts the database keeps, or counted anew for another day than today."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from flask import current_app

from portal import clock
from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.publishing import published
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from portal.records.facts import Kept
from portal.records.facts_as_at import KeptAsAt
from portal.services.accounting import bring_up_to_date
from portal.services.progress import say
from portal.services.writing_report import with_words


def make_report(
    year: ReportingYear, *, authority: str = "", quarter: int | None = None, as_at: date | None = None,
    edition: str = "internal",
) -> Report:  # fmt: skip
    """The report of a year. Raises NothingToReport, UnknownAuthority and BadProfile."""
    council: Authority = load(authority) if authority else current_app.extensions["portal.authority"]
    today = clock.today()
    day = as_at or today
    say(f"Counting {year}")
    tally, own = _tally(day, today), {wish.id: wish for wish in council.report}
    if edition == INTERNAL:
        wishes = (*council.report, *(wish for wish in USUAL if wish.id not in own))
        with _undisturbed():
            made = report(council, tally, year, day, wishes=wishes, quarter=quarter)
        return _told(made, year)
    made = report(council, tally, year, day, wishes=council.report, quarter=quarter)
    say("Keeping small numbers back")
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
    return Kept() if day >= today else KeptAsAt(day)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without looking for rubbish: counting makes very many small things, none of which hold each other."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()

"""Making a report: from the facts the database keeps, or counted anew for another day than today."""

from datetime import date

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.editions import Editions
from portal.domain.tables.report import USUAL, NothingToReport, report
from portal.domain.tables.series import with_breaks
from portal.domain.tables.shape import Report
from portal.domain.tables.sums import is_year
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from portal.records.facts import Kept
from portal.records.facts_as_at import KeptAsAt
from portal.records.kept_reports import kept_reports
from portal.services.accounting import bring_up_to_date
from portal.services.progress import say
from portal.services.whose import council_of
from portal.services.writing_report import with_words


def make_report(
    year: ReportingYear, *, authority: str = "", quarter: int | None = None, as_at: date | None = None,
    edition: str = "internal",
) -> Report:  # fmt: skip
    """The report of a year. Raises NothingToReport, UnknownAuthority, BadProfile, OthersCases and CannotBeProtected."""
    council = council_of(authority)
    today = clock.today()
    day = as_at or today
    _refuse_ahead(year, quarter, day, today)
    say(f"Counting {year}")
    tally, own = _tally(day, today), {wish.id: wish for wish in council.report}
    kept = kept_reports(council.code)
    if edition == INTERNAL:
        wishes = (*council.report, *(wish for wish in USUAL if wish.id not in own))
        made = report(council, tally, year, day, wishes=wishes, quarter=quarter)
    else:
        say("Keeping small numbers back")
        out = [one for one in kept if one.report.edition == PUBLIC]
        made = Editions(council, tally, day, out, Settings()).public(year, quarter)
    return _told(with_breaks(made, council, kept, _printed(made, tally)), year)


def _refuse_ahead(year: ReportingYear, quarter: int | None, day: date, today: date) -> None:
    """Raises NothingToReport for a day that has not come, and for what had not begun on the day."""
    if day > today:
        raise NothingToReport(f"{day} has not come yet: today is {today}.")
    if (year.first_day_of(quarter) if quarter else year.first_day) > day:
        what = f"Quarter {quarter} of {year}" if quarter else str(year)
        raise NothingToReport(f"{what} had not begun on {day}.")


def _printed(made: Report, tally: Tally) -> dict[str, set[str]]:
    """The years of each table whose figures were printed at the time, because their cases are not here."""
    found: dict[str, set[str]] = {}
    for table in made.tables:
        years = (ReportingYear.read(column.code) for column in table.columns if is_year(column.code))
        bare = (one for one in years if not tally.count("representations", ("kind",), one.starts))
        found[table.id] = {str(one) for one in bare if made.quarter is None and tally.earlier(table.id, one.starts)}
    return found


def _told(made: Report, year: ReportingYear) -> Report:
    """With the words that were written for it, in the council's own report; sentences see only what is printed."""
    own: Authority = current_app.extensions["portal.authority"]
    return with_words(made, year) if made.authority == own.code else made


INTERNAL, PUBLIC = "internal", "public"


def _tally(day: date, today: date) -> Tally:
    bring_up_to_date()
    return Kept() if day >= today else KeptAsAt(day)

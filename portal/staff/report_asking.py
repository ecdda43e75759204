"""What an address asks of the reports page: which year, which part of it, for whom, which tables, and as what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask import request, url_for

from portal import clock
from portal.domain.narrative import SECTIONS
from portal.domain.tables.report import DEFINITIONS
from portal.domain.years import NotAYear, ReportingYear
from portal.services.reporting import INTERNAL, PUBLIC
from portal.web.text import authority

EDITIONS = {PUBLIC: "To publish (small kept back)", INTERNAL: "For us (every figure)"}
FORMS = {
    "html": "Page to save or print", "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "ods": "OpenDocument",
    "csv": "CSV, a file a table", "json": "JSON",
}  # fmt: skip
QUARTERS = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `tables` are the ids of those that are wanted alone; none means all."""

    year: ReportingYear
    quarter: int | None = None
    edition: str = INTERNAL
    tables: tuple[str, ...] = ()
    form: str = ""
    as_at: date | None = None  # as things stood at the end of this day, if not today

    def address(self, endpoint: str, **more: str) -> str:
        """The address of a page about the same report."""
        quarter = {"quarter": str(self.quarter)} if self.quarter else {}
        day = {"as_at": self.as_at.isoformat()} if self.as_at else {}
        asked = {"year": str(self.year), **quarter, "edition": self.edition, **day, "table": self.tables, **more}
        return f"{url_for(endpoint)}?{urlencode(asked, doseq=True)}"

    def named(self) -> str:
        """The beginning of a file's name."""
        quarter = f"-Q{self.quarter}" if self.quarter else ""
        day = f"-as-at-{self.as_at}" if self.as_at else ""
        return f"report-{self.year}{quarter}{day}{'-excerpt' if self.tables else ''}-{self.edition}"


def this_year() -> ReportingYear:
    """The reporting year that is running."""
    return ReportingYear.of(clock.today())


def asked() -> Wanted:
    """What the address asks for; what nobody offered is passed over. Raises NotAYear, also for no quarter or day."""
    try:
        year = ReportingYear.read(request.args.get("year", ""))
    except NotAYear as wrong:
        raise NotAYear(f"There is no such year. Write it like {this_year()}: it begins on 1 April.") from wrong
    quarter, edition = request.args.get("quarter", ""), request.args.get("edition", INTERNAL)
    form = request.args.get("format", "")
    if quarter and quarter not in QUARTERS:
        raise NotAYear("There is no such quarter. A year has four: 1, 2, 3 and 4.")
    return Wanted(
        year,
        int(quarter) if quarter else None,
        edition if edition in EDITIONS else INTERNAL,
        tuple(id_ for id_ in request.args.getlist("table") if id_ in DEFINITIONS),
        form if form in FORMS else "",
        _day(request.args.get("as_at", "")),
    )


def _day(written: str) -> date | None:
    """The day as at which things are counted; none where nobody asked for one, or for today."""
    try:
        day = date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise NotAYear(f"There is no such day. Write it like {clock.today()}.") from wrong
    return None if day == clock.today() else day


def on_offer() -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Every table under the council's own title, chapter by chapter."""
    titles = {id_: one.title for id_, one in DEFINITIONS.items()}
    titles |= {wish.id: wish.title for wish in authority().report if wish.title}
    chapters = [(one.title, [(id_, titles.pop(id_)) for id_ in one.tables if id_ in titles]) for one in SECTIONS]
    more = ("Further tables", list(titles.items()))
    return [chapter for chapter in (*chapters, more) if chapter[1]]

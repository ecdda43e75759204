"""Keeping a report as it was made: a snapshot for the council, or a publication that binds every later one."""

import hashlib
import json
from datetime import date

from portal import clock
from portal.domain.audit_words import Deed
from portal.domain.authority import Authority
from portal.domain.tables.basis import Basis, basis
from portal.domain.tables.shape import Report, Table
from portal.domain.tables.sums import is_year
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.kept_reports import KeptReport, last_kept
from portal.services.auditing import note
from portal.services.case_writing import NotLikeThis
from portal.services.printing.plain import as_json
from portal.services.reporting import make_report
from portal.services.transactions import writing
from portal.services.whose import council_of

MEANWHILE = "Another report was kept meanwhile. Look at this one again before you keep it."


def keep_report(
    year: ReportingYear, officer_id: int, *, quarter: int | None = None, edition: str, authority: str = "",
    as_at: date | None = None,
) -> int:  # fmt: skip
    """Make a report and keep its JSON byte for byte; a public one is published by that. Returns its number.

    Raises what making it raises, and `NotLikeThis` where another was kept while it was made.
    """
    council = council_of(authority)
    before = last_kept(council.code)
    made = make_report(year, authority=authority, quarter=quarter, as_at=as_at, edition=edition)
    body = as_json(made)
    with writing():
        if last_kept(council.code) != before:
            raise NotLikeThis(MEANWHILE)
        kept = KeptReport(
            authority=council.code, year=year.starts, quarter=quarter, edition=edition,
            as_at=date.fromisoformat(made.as_at), kept_at=clock.now(), officer_id=officer_id,
            sha256=hashlib.sha256(body).hexdigest(), body=body, bases=json.dumps(_bases(council, made)),
        )  # fmt: skip
        db.session.add(kept)
        db.session.flush()
        part = f" Q{quarter}" if quarter else ""
        note(Deed.CHANGED, "kept_report", officer_id=officer_id, words=f"{year}{part} {edition}")
        return kept.id


def _bases(council: Authority, made: Report) -> dict[str, dict[str, Basis]]:
    """What each table was counted on, by the year of its columns."""
    wishes = {wish.id: wish for wish in council.report}
    found: dict[str, dict[str, Basis]] = {}
    for table in made.tables:
        wish = wishes.get(table.id, Wish(table.id))
        found[table.id] = {year: basis(council, wish, ReportingYear.read(year).starts) for year in _years(table, made)}
    return found


def _years(table: Table, made: Report) -> list[str]:
    return [column.code for column in table.columns if is_year(column.code)] or [made.year]

"""A whole report: every table a council asks for, made for one year as things stood on a day."""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from portal.domain.authority import Authority
from portal.domain.tables.children import CHILDREN
from portal.domain.tables.making import Definition, Making
from portal.domain.tables.money import MONEY
from portal.domain.tables.monitoring import MONITORING
from portal.domain.tables.others import OTHERS
from portal.domain.tables.outcomes import OUTCOMES
from portal.domain.tables.received import RECEIVED
from portal.domain.tables.sections import TABLES
from portal.domain.tables.shape import Report, Table
from portal.domain.tables.subjects import SUBJECTS
from portal.domain.tables.sums import is_year
from portal.domain.tables.tallying import Tally
from portal.domain.tables.timescales import TIMESCALES
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        definition.id: definition
        for chapter in (RECEIVED, SUBJECTS, OUTCOMES, TIMESCALES, MONEY, OTHERS, CHILDREN, MONITORING)
        for definition in chapter
    }
)
"""Every table there is, in the order of the chapters."""

_IN_SECTIONS = tuple(id_ for ids in TABLES.values() for id_ in ids)
USUAL = tuple(Wish(id_, years=2) for id_ in (*_IN_SECTIONS, *(id_ for id_ in DEFINITIONS if id_ not in _IN_SECTIONS)))
"""What a council that says nothing gets: every table in the order of the written report, this year beside the last."""

SO_FAR = "This {} is counted as far as it has come."


class NothingToReport(LookupError):
    """There is no case and no printed figure of this year."""


class NoSuchTable(LookupError):
    """No table has this id."""


def report(
    authority: Authority,
    tally: Tally,
    year: ReportingYear,
    as_at: date,
    *,
    wishes: Iterable[Wish] = USUAL,
    quarter: int | None = None,
    edition: str = "internal",
) -> Report:
    """The report as the council wants it. Raises NothingToReport and NoSuchTable."""
    wanted = tuple(wishes)
    for wish in wanted:
        if wish.id not in DEFINITIONS:
            raise NoSuchTable(f"There is no table “{wish.id}”. There are: {', '.join(DEFINITIONS)}.")
    if not _anything(tally, year, wanted):
        raise NothingToReport(f"There are no cases and no printed figures of {year}.")
    tables = []
    with _undisturbed():
        for wish in wanted:
            definition = DEFINITIONS[wish.id]
            table = definition.make(Making(authority, tally, definition, wish, year, quarter))
            tables.append(_of_quarter(table, quarter) if quarter else table)
    made = Report(authority.code, str(year), as_at.isoformat(), edition, tuple(tables), quarter)
    if not made.goes_on:
        return made
    so_far = SO_FAR.format("quarter" if quarter else "year")
    return replace(made, tables=tuple(replace(table, notes=(*table.notes, so_far)) for table in tables))


def _of_quarter(table: Table, quarter: int) -> Table:
    """The table with a reader's words for its columns and its basis: of a quarter, not of a year."""
    columns = (replace(one, label=f"Q{quarter} {one.label}") if is_year(one.code) else one for one in table.columns)
    basis = re.sub(r"in the year$", "in the quarter", table.date_basis)
    return replace(table, columns=tuple(columns), date_basis=basis)


def _anything(tally: Tally, year: ReportingYear, wishes: Iterable[Wish]) -> bool:
    grains = ("representations", "payments", "expenditure", "ombudsman", "monitoring")
    return (
        any(tally.count(grain, ("year",), year.starts) for grain in grains)
        or bool(tally.measures([year.starts]))
        or any(tally.earlier(wish.id, year.starts) for wish in wishes)
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without Python's search for rings of rubbish: counting makes very many small things that make no rings."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()

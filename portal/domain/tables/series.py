"""Where figures beside each other are not alike: restated, on another basis, or printed when there were no cases."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from portal.domain.authority import Authority
from portal.domain.dates import in_full
from portal.domain.tables.basis import basis, differing, tree_of
from portal.domain.tables.kept import PUBLIC, Kept, of_period
from portal.domain.tables.shape import Report, Table, Value
from portal.domain.tables.sums import is_year
from portal.domain.taxonomy import Terms
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

RESTATED = " (restated)"
MOST_TOLD = 6
"""So many changed figures are told one by one."""
BREAK = "Break in series: "
Changed = tuple[str, Value, Value]
"""A row, its figure then and its figure now."""


def with_breaks(
    made: Report, authority: Authority, kept: Sequence[Kept], printed: Mapping[str, Collection[str]]
) -> Report:
    """The report with what has to be said of its columns. `kept` are all reports that were kept, the newest first.

    A public report is set against what was published, an internal one against whatever was kept. `printed` are the
    years of each table whose figures were printed at the time, because their cases are not here.
    """
    wishes = {wish.id: wish for wish in authority.report}
    out = [one for one in kept if made.edition != PUBLIC or one.report.edition == PUBLIC]
    tables = (_Columns(made, authority, out, table, wishes.get(table.id, Wish(table.id))) for table in made.tables)
    return replace(made, tables=tuple(one.said(printed.get(one.table.id, ())) for one in tables))


@dataclass(frozen=True, slots=True)
class _Columns:
    """One table with what is to be said of each of its years."""

    made: Report
    authority: Authority
    kept: Sequence[Kept]
    table: Table
    wish: Wish

    def said(self, printed: Collection[str]) -> Table:
        columns, notes = list(self.table.columns), list(self.table.notes)
        for at, column in enumerate(columns):
            year = column.code if is_year(column.code) else self.made.year
            then, changed = self._restated(year, column.code, at)
            if then and changed:
                columns[at] = replace(column, label=f"{column.label}{RESTATED}")
                notes.append(_told(year, changed, then, self.made.edition))
            if is_year(column.code):
                notes += self._of_year(year, then)
        there = [column.code for column in self.table.columns if column.code in printed]
        return replace(self.table, columns=tuple(columns), notes=tuple(dict.fromkeys((*notes, *_printed(there)))))

    def _restated(self, year: str, code: str, at: int) -> tuple[Kept | None, list[Changed]]:
        """The report that a column is set against, and what differs from it."""
        own, public = year == self.made.year, self.made.edition == PUBLIC
        found = of_period(self.kept, _starts(year), self.made.quarter)
        if own and not public:
            return None, []  # a year that goes on is no restatement
        found = found if own or not public else found[1:]
        for then in found:
            there = next((one for one in then.report.tables if one.id == self.table.id), None)
            if there and not self._other_basis(then, year):
                return then, list(_changed(self.table, at, there, code))
        return None, []

    def _of_year(self, year: str, then: Kept | None) -> Iterator[str]:
        if year == self.made.year:
            return
        out = of_period(self.kept, _starts(year), self.made.quarter)
        if out and self.made.edition == PUBLIC:
            yield f"{year} is as it was published on {in_full(out[0].kept_on)}."
        other = self._other_basis(out[0], year) if out else []
        if other:
            yield f"{BREAK}{year} was reported on another basis: {', '.join(other)}."
        terms = tree_of(self.authority, self.table.id)
        if terms:
            yield from _lists(terms, year, self.made.year)

    def _other_basis(self, then: Kept, year: str) -> list[str]:
        """In what a report that was kept was counted on another basis; which list there was is told by itself."""
        known = then.bases.get(self.table.id, {}).get(year)
        return differing(known, basis(self.authority, self.wish, _starts(year))) if known is not None else []


def _printed(years: Sequence[str]) -> Iterator[str]:
    """Which years were not counted here."""
    if len(years) == 1:
        yield f"{years[0]} is as it was printed at the time; its cases are not here."
    elif years:
        listed = f"{', '.join(years[:-1])} and {years[-1]}"
        yield f"{listed} are as they were printed at the time; their cases are not here."


def _changed(table: Table, at: int, then: Table, code: str) -> Iterator[Changed]:
    place = next((number for number, column in enumerate(then.columns) if column.code == code), None)
    if place is None:
        return
    before = {row.code: row.values[place] for row in then.rows}
    pairs = [(f"“{row.label}”", before.get(row.code), row.values[at]) for row in table.rows]
    if then.total and table.total:
        pairs.append(("the total", then.total[place], table.total[at]))
    for label, old, new in pairs:
        if isinstance(old, int | float) and isinstance(new, int | float) and old != new:
            yield label, old, new


def _told(year: str, changed: Sequence[Changed], then: Kept, edition: str) -> str:
    figures = [f"{label} is {new:g}, was {old:g}" for label, old, new in changed[:MOST_TOLD]]
    more = len(changed) - MOST_TOLD
    if more > 0:
        figures.append(f"and {more} more")
    how = "published" if edition == PUBLIC else "kept"
    return f"{year} is restated: {'; '.join(figures)} (as {how} on {in_full(then.kept_on)})."


def _lists(terms: Terms, year: str, now: str) -> Iterator[str]:
    """How the list of teams or categories of another year differs from that of this one."""
    then, here = ({row.code: row.parent for row in terms.valid_in(_starts(one))} for one in (year, now))
    gone, new = len(then.keys() - here.keys()), len(here.keys() - then.keys())
    moved = sum(then[code] != here[code] for code in then.keys() & here.keys())
    if gone or new or moved:
        told = [f"{gone} since gone", f"{new} new", f"{moved} placed elsewhere"]
        parts = [words for words, number in zip(told, (gone, new, moved), strict=True) if number]
        yield f"{BREAK}the list of {year} was not that of {now}: {', '.join(parts)}."


def _starts(year: str) -> int:
    return ReportingYear.read(year).starts

"""What a table is made from, and how figures become rows, columns, percentages, a total and notes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from portal.domain.authority import Authority
from portal.domain.tables.facts import Fact
from portal.domain.tables.printed import PRINTED_TOTAL, Printed, added, merged, not_compared
from portal.domain.tables.shape import Column, Row, Table, Value
from portal.domain.tables.shares import shares
from portal.domain.tables.sums import is_year
from portal.domain.tables.tallying import Tally
from portal.domain.tables.trees import Line, placed, there
from portal.domain.taxonomy import TermNotValid, Terms, UnknownTerm
from portal.domain.wishes import Wish
from portal.domain.words import Kind
from portal.domain.years import ReportingYear

IN_YEAR = "received in the year"
Coder = Callable[[Fact], Iterable[str]]
"""The codes of the rows in which a fact is counted."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a table means. `make` counts; everything that is the same for all tables is done here."""

    id: str
    title: str
    unit: str
    population: str
    date_basis: str
    make: Callable[["Making"], Table]
    narrows: bool = True  # whether a council may narrow it to some procedures


@dataclass(slots=True)
class Making:
    """One table on its way."""

    authority: Authority
    tally: Tally
    definition: Definition
    wish: Wish
    year: ReportingYear
    quarter: int | None = None
    notes: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)  # labels for codes that the council's own list leaves out
    into: Mapping[str, str] = field(default_factory=dict)  # the row in which a code is counted, if not its own
    terms: Terms | None = None  # the tree whose branches are the rows
    left_out: str = ""  # a code that is told in a note
    fixed: bool = False  # whether a code that has no row here gets none
    uncounted: dict[str, str] = field(default_factory=dict)  # notes with a count, and the same without it

    def tell(self, note: str, uncounted: str) -> None:
        """Add a note with a count in it; where the count may not be told, the other words stand in its place."""
        self.notes.append(note)
        self.uncounted[note] = uncounted

    @property
    def years(self) -> tuple[ReportingYear, ...]:
        """The years of the columns, the newest first."""
        return tuple(self.year.before(back) for back in range(max(self.wish.years, 1)))

    def facts(self, grain: str, fields: Sequence[str], year: ReportingYear) -> Iterator[tuple[Fact, int]]:
        """Each combination of these fields with how often it occurs.

        Of a quarter also those that occur in its year alone, as nought: all quarters have the rows of their year, so
        that no row says by standing there that somebody is in it.
        """
        counts = self.tally.count(grain, fields, year.starts, self.quarter)
        for values in self.tally.count(grain, fields, year.starts) if self.quarter else counts:
            yield dict(zip(fields, values, strict=True)), counts.get(values, 0)

    def wanted(self, fact: Fact) -> bool:
        """Whether a fact belongs to the population: accepted complaints, narrowed or widened as the council asks."""
        if fact["kind"] == Kind.ENQUIRY:
            return self.wish.with_enquiries
        procedures = self.wish.procedures
        accepted = fact["kind"] == Kind.COMPLAINT and fact["triage"] == "accepted"
        return accepted and (not procedures or fact["procedure"] in procedures)

    def has_cases(self, year: ReportingYear, grain: str = "representations") -> bool:
        """Whether a year has cases of its own to count."""
        return bool(self.tally.count("representations", ("kind",), year.starts)) or bool(
            grain != "representations" and self.tally.count(grain, ("year",), year.starts)
        )

    def sums(self, grain: str, fields: Sequence[str], coder: Coder, year: ReportingYear) -> dict[str, int]:
        """How many facts each row counts in a year."""
        found: dict[str, int] = {}
        for fact, number in self.facts(grain, fields, year):
            for code in coder(fact):
                found[code] = found.get(code, 0) + number
        return found

    def label(self, list_: str, code: str, usual: str) -> str:
        """What the council calls a code of one of the shared lists."""
        terms = self.authority.labels.get(list_)
        try:
            return terms.label(code, self.year.starts) if terms else usual
        except (UnknownTerm, TermNotValid):
            return usual

    def named(self, code: str) -> str:
        """The label of a code that no list of the council's has for this year."""
        listed = (row for terms in (self.authority.teams, self.authority.categories) for row in terms.rows)
        return self.words.get(code) or next((row.label for row in listed if row.code == code), readable(code))

    def over_years(
        self,
        lines: Sequence[Line],
        count: Callable[[ReportingYear], Mapping[str, float]],
        *,
        grain: str = "representations",
        total: bool = True,
        percent: bool = True,
    ) -> Table:
        """A table whose columns are years; a year without cases takes its printed figures."""
        by_year = [self._figures(year, count, grain) for year in self.years]
        while len(by_year) > 1 and not by_year[-1][0]:
            by_year.pop()  # nothing is known of so long ago
        every = self.rows(lines, _occurring(by_year, self.quarter))
        years = self.years[: len(by_year)]
        values = {
            code: tuple(
                figures.get(code, none if self._there(code, year) else None)
                for year, (figures, none) in zip(years, by_year, strict=True)
            )
            for code, _label, _level in every
        }
        columns = [Column(str(year), str(year)) for year in years]
        printed = [str(year) for year in years if not self.has_cases(year, grain)]
        self.notes += not_compared(self.wish, years)
        return self.table(columns, every, values, total=total, percent=percent, printed=printed)

    def rows(self, lines: Sequence[Line], found: Iterable[str]) -> list[Line]:
        """The rows, with those that occur although the list of this year does not have them."""
        known = {code for code, _label, _level in lines}
        more = [(code, self.named(code), 0) for code in sorted(set(found) - known) if not self.fixed]
        if self.terms is None:
            at = max((number for number, line in enumerate(lines, 1) if not line[2]), default=0)
            return [*lines[:at], *more, *lines[at:]]
        every = placed(lines, more, self.terms, self.year.starts)
        return every if self.wish.parts else [line for line in every if not line[2]]

    def _there(self, code: str, year: ReportingYear) -> bool:
        return self.terms is None or there(self.terms, code, year.starts)

    def printed(self, year: ReportingYear) -> Mapping[tuple[str, str], float]:
        """The printed figures of a year by row and column; none for a quarter, because they are of whole years."""
        found: dict[tuple[str, str], float] = {}
        for (row, column), value in self.tally.earlier(self.wish.id, year.starts).items() if not self.quarter else ():
            cell = (self.into.get(row, row), column)
            if row != PRINTED_TOTAL:
                found[cell] = found.get(cell, 0) + value
        return found

    def note_printed(self, year: ReportingYear) -> None:
        """Where figures were printed for a year that has cases, the cases win, and the reader is told."""
        if self.printed(year):
            self.notes.append(f"{year} is counted from the cases, not taken from what was printed for it.")

    def columns_of_years(self, lines: Sequence[Line], by_year: Sequence[Mapping[str, Value]]) -> Table:
        """A table of figures that are not counted and do not add up; what nobody gave is not collected."""
        columns = [Column(str(year), str(year)) for year in self.years]
        values = {code: tuple(figures.get(code) for figures in by_year) for code, _label, _level in lines}
        return self.table(columns, lines, values, total=False, percent=False)

    def _figures(
        self, year: ReportingYear, count: Callable[[ReportingYear], Mapping[str, float]], grain: str
    ) -> tuple[Mapping[str, Value], Value]:
        """A year's figures, and what stands where there is none: 0 if they were counted, nothing if printed."""
        if not self.has_cases(year, grain):
            printed = {row: value for (row, _column), value in self.printed(year).items()}
            return self._told(dict(printed), year) or ({"": 0} if printed else {}), None
        self.note_printed(year)
        return self._told(dict(count(year)), year) or {"": 0}, 0

    def _told(self, figures: dict[str, float], year: ReportingYear) -> Mapping[str, Value]:
        """The figures without what the council wants told in a note."""
        number = figures.pop(self.left_out, 0)
        if number:
            which = "" if year == self.year else f"{year}: "
            words = f"{self.definition.unit} whose method is not known are left out."
            self.tell(f"{which}{number} {words}", words.capitalize())
        return {**figures}

    def table(
        self,
        columns: Sequence[Column],
        lines: Sequence[Line],
        values: Mapping[str, Sequence[Value]],
        *,
        total: bool = True,
        percent: bool = True,
        printed: Collection[str] = (),
    ) -> Table:
        """The finished table: the total is that of the rows of level 0. `printed` are columns not counted here."""
        tops = [code for code, _label, level in lines if level == 0]
        sums = tuple(
            self._of_printed(column, {code: values[code][at] for code in tops})
            if column.code in printed else added(values[code][at] for code in tops)
            for at, column in enumerate(columns)
        ) if total else None  # fmt: skip
        rows = tuple(
            Row(code, label, tuple(values[code]), shares(values[code], sums) if percent else (), level)
            for code, label, level in lines
        )
        named = replace(self.definition, title=self.wish.title or self.definition.title)
        return Table(
            named.id, named.title, named.unit, self.population(), named.date_basis, tuple(columns), rows, sums,
            merged(self.notes), self.uncounted,
        )  # fmt: skip

    def _of_printed(self, column: Column, rows: Mapping[str, Value]) -> Value:
        """The total of a column of printed figures, and what has to be said of it."""
        year = ReportingYear.read(column.code) if is_year(column.code) else self.year
        there = {code: value for code, value in rows.items() if self._there(code, year)}
        earlier = {} if self.quarter else self.tally.earlier(self.wish.id, year.starts)
        given = earlier.get((PRINTED_TOTAL, column.code), earlier.get((PRINTED_TOTAL, "")))
        found = Printed(self.tally, self.wish, year, there, given)
        for note, uncounted in found.notes():
            self.tell(note, uncounted)
        return found.total

    def population(self) -> str:
        """Who is counted, in words."""
        words = self.definition.population
        if not self.definition.narrows:
            return words
        if self.wish.procedures:
            words = f"{words} ({', '.join(self.wish.procedures)})"
        return f"{words} and enquiries" if self.wish.with_enquiries else words


def _occurring(by_year: Iterable[tuple[Mapping[str, Value], Value]], quarter: int | None) -> Iterator[str]:
    """The codes that are counted anywhere, or in the year of a quarter."""
    for figures, _none in by_year:
        yield from (code for code, number in figures.items() if number or (quarter and code))


def readable(code: str) -> str:
    """A code as words, where no list has any for it."""
    return code.replace("_", " ").capitalize()

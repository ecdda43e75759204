"""Sentences whose every figure is read from a table of the report, the direction of a change from its sign.

What is kept back or was not collected is not spoken of at all: "a few" would already tell something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from portal.domain.children import Missing
from portal.domain.tables.facts import NOT_RECORDED
from portal.domain.tables.shape import Report, Row, Table, Value
from portal.domain.tables.timescales import in_words
from portal.domain.words import Method
from portal.domain.years import ReportingYear

TOTAL = "total"
_NOT_SAID = frozenset({NOT_RECORDED, *(word.value for word in Missing), Method.NOT_KNOWN.value})
"""Rows of those of whom nobody said anything: that they are many is not what is usual."""


class Sentence(Protocol):
    """Something that can be said about a report."""

    def said(self, report: Report) -> str:
        """The sentence, or nothing where a figure it needs is not printed."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were, and how many more or fewer than the year before."""

    table: str
    row: str
    one: str  # "complaint was received"
    many: str  # "complaints were received"

    def said(self, report: Report) -> str:
        """ "In 2018-19, 142 complaints were received, 14 fewer than the 156 of 2017-18."."""
        values = _values(report, self.table, self.row)
        now, before = _in_years(report, self.table, values)
        if not isinstance(now, int):
            return ""
        number = f"{now:,}" if now else "no"
        words = self.one if now <= 1 else self.many
        return f"In {report.year}, {number} {words}{_than(now, before, _before(report))}."


@dataclass(frozen=True, slots=True)
class Share:
    """What percentage fell to a row, and whether that went up or down."""

    table: str
    row: str
    words: str  # "of Stage 1 answers took %(row)s", or "of %(all)s were upheld"

    def said(self, report: Report) -> str:
        """ "In 2018-19, 56% of Stage 1 answers took 10 working days or less, up from 49.5% in 2017-18."."""
        table, row = _table(report, self.table), _row(report, self.table, self.row)
        now, before = _in_years(report, self.table, row.percent) if row else (None, None)
        if table is None or row is None or not isinstance(now, int | float):
            return ""
        words = self.words % {"row": in_words(row), "all": _all(table, report.year)}
        change = ""
        if isinstance(before, int | float):
            how = "up from" if now > before else "down from" if now < before else "as"
            percent = "" if now == before else f" {before:g}%"
            change = f", {how}{percent} in {_before(report)}"
        return f"In {report.year}, {now:g}% {words}{change}."


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a table whose columns are measures, not years."""

    table: str
    row: str
    column: str
    words: str  # "Stage 1 answers took %(now)s working days on average"

    def said(self, report: Report) -> str:
        """ "Stage 1 answers took 12.70 working days on average."."""
        table = _table(report, self.table)
        values = _values(report, self.table, self.row)
        at = (
            next((at for at, column in enumerate(table.columns) if column.code == self.column), None) if table else None
        )
        value = values[at] if at is not None and at < len(values) else None
        return f"{self.words % {'now': f'{value:,.2f}'}}." if isinstance(value, int | float) else ""


@dataclass(frozen=True, slots=True)
class Largest:
    """Which row is the largest: said only when every row is printed and one stands out that says something."""

    table: str
    words: str  # "The most usual way was"

    def said(self, report: Report) -> str:
        """ "The most usual way was “Email”: 94 of 190 accepted complaints."."""
        table = _table(report, self.table)
        if table is None or table.total is None:
            return ""
        tops = [(row.values[0], row) for row in table.rows if row.level == 0]
        whole = table.total[0]
        numbers = [value for value, _row in tops if isinstance(value, int)]
        if len(numbers) < len(tops) or not isinstance(whole, int) or not whole:
            return ""
        most = max(numbers)
        found = [row for value, row in tops if value == most]
        if len(found) > 1 or found[0].code in _NOT_SAID:
            return ""
        return f"{self.words} “{found[0].label}”: {most:,} of {whole:,} {table.population}."


def _than(now: int, before: Value, year: ReportingYear) -> str:
    """How it compares with the year before, by the sign of the difference."""
    if not isinstance(before, int):
        return ""
    if now == before:
        return f", as many as in {year}" if now else f", as in {year}"
    if not before:
        return f", where there was none in {year}"
    return f", {abs(now - before):,} {'more' if now > before else 'fewer'} than the {before:,} of {year}"


def _all(table: Table, year: str) -> str:
    """Of how many and of whom a percentage is: "the 142 accepted complaints (statutory)"."""
    whole = next(
        (whole for column, whole in zip(table.columns, table.total or (), strict=False) if column.code == year), None
    )
    return f"the {whole:,} {table.population}" if isinstance(whole, int) else table.population


def _before(report: Report) -> ReportingYear:
    return ReportingYear.read(report.year).before()


def _table(report: Report, id_: str) -> Table | None:
    return next((table for table in report.tables if table.id == id_), None)


def _row(report: Report, id_: str, code: str) -> Row | None:
    """The row of this code, or of the first that begins with it where the council chooses its bands."""
    table = _table(report, id_)
    rows = table.rows if table else ()
    return next((row for row in rows if row.code == code or row.code.startswith(f"{code}-")), None)


def _values(report: Report, id_: str, code: str) -> tuple[Value, ...]:
    table = _table(report, id_)
    if code == TOTAL:
        return (table.total if table else None) or ()
    row = _row(report, id_, code)
    return row.values if row else ()


def _in_years(report: Report, id_: str, values: Sequence[Value]) -> tuple[Value, Value]:
    """The value of the report's year and that of the year before to compare it with, each None where there is none."""
    table = _table(report, id_)
    columns = [column.code for column in table.columns] if table else []
    found = dict(zip(columns, values, strict=False))
    before = None if report.goes_on else found.get(str(_before(report)))  # part of a year does not compare with a whole
    return found.get(report.year), before

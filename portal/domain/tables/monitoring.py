"""What people said about themselves after the receipt, apart from any case."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from portal.domain.children import Ethnicity, Missing, Religion, Sex, YesNo
from portal.domain.dataset.codes import AgeBand
from portal.domain.tables.facts import Fact
from portal.domain.tables.making import Definition, Making
from portal.domain.tables.rows import MISSING, Listing, listing
from portal.domain.tables.shape import Column, Table, Value
from portal.domain.tables.shares import share
from portal.domain.tables.trees import Line
from portal.domain.words import Audience, Worded
from portal.domain.years import ReportingYear

_ASKED = "asked in the year"
OFFERED = "receipts_shown"
_ONE: Callable[[Fact], Iterable[str]] = lambda _fact: ("n",)  # noqa: E731


def _responses(making: Making) -> Table:
    lines: list[Line] = [("offered", "Receipts shown with the questions", 0), ("answered", "Answers given", 0)]

    def figures(year: ReportingYear) -> dict[str, Value]:
        answered = making.sums("monitoring", ("year",), _ONE, year).get("n", 0)
        # Receipts are counted over the whole year, so a quarter has no figure of them.
        offered = None if making.quarter else making.tally.typed(OFFERED, year.starts)
        printed = {row: value for (row, _column), value in making.printed(year).items()}
        if answered or offered is not None or making.has_cases(year):
            making.note_printed(year)
            return {"offered": offered, "answered": answered}
        return {**printed}

    by_year = [figures(year) for year in making.years]
    bare = making.columns_of_years(lines, by_year)
    shares = tuple(share(one.get("answered"), one.get("offered")) for one in by_year)
    blank: tuple[Value, ...] = tuple(None for _ in shares)
    rows = tuple(replace(row, percent=shares if row.code == "answered" else blank) for row in bare.rows)
    return replace(bare, rows=rows, notes=tuple(dict.fromkeys(making.notes)))


def _question(field: str, words: type[Worded] | None, making: Making) -> Table:
    known = listing(making, words, field) if words else Listing([], {})
    counted = making.has_cases(making.year, "monitoring")
    found = _answers(making, field, known) if counted else making.printed(making.year)
    if counted:
        making.note_printed(making.year)
    listed = {code for code, _label, _level in (*known.lines, *MISSING)}
    more = [(code, making.named(code), 0) for code, _column in sorted(found) if code not in listed]
    lines = [*known.lines, *dict.fromkeys(more), *MISSING]
    columns = [Column(word.value, word.label) for word in Audience]
    blank = 0 if counted else None
    values: dict[str, list[Value]] = {
        code: [found.get((code, one.code), blank) for one in columns] for code, _label, _level in lines
    }
    return making.table(columns, lines, values, printed=() if counted else [one.code for one in columns])


def _answers(making: Making, field: str, known: Listing) -> Mapping[tuple[str, str], float]:
    """How many gave each answer, by what was answered and by whom."""
    found: dict[tuple[str, str], float] = {}
    for fact, number in making.facts("monitoring", (field, "audience"), making.year):
        cell = (known.row(fact[field] or Missing.NOT_RECORDED.value), str(fact["audience"]))
        found[cell] = found.get(cell, 0) + number
    return found


def _asking(field: str, words: type[Worded] | None) -> Callable[[Making], Table]:
    return partial(_question, field, words)


def _table(id_: str, title: str, make: Callable[[Making], Table]) -> Definition:
    return Definition(f"monitoring-{id_}", title, "people", "people who answered after the receipt", _ASKED, make,
                      narrows=False)  # fmt: skip


MONITORING = (
    _table("responses", "Who answered the questions about themselves", _responses),
    _table("age", "Age", _asking("age_band", AgeBand)),
    _table("sex", "Sex", _asking("sex", Sex)),
    _table("disability", "Disability", _asking("disabled", YesNo)),
    _table("ethnicity", "Ethnic group", _asking("ethnicity", Ethnicity)),
    _table("religion", "Religion", _asking("religion", Religion)),
    _table("language", "Main language", _asking("main_language", None)),
)
"""The chapter on monitoring."""

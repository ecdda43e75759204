"""Figures printed in years whose cases are not here: they must have a place in the council's own report."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from portal.domain.authority import Authority
from portal.domain.dataset.columns import listed_codes
from portal.domain.dataset.reading import Fault, Row
from portal.domain.tables.facts import NOT_RECORDED
from portal.domain.tables.making import Making
from portal.domain.tables.money import MONEY
from portal.domain.tables.printed import PRINTED_TOTAL
from portal.domain.tables.received import RATE
from portal.domain.tables.report import DEFINITIONS
from portal.domain.tables.sums import is_year
from portal.domain.tables.tallying import Listed
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear

_FILE = "earlier_years.csv"
_ANY_ROW = frozenset({"activity", "monitoring-language"})
"""Tables whose rows a council may name itself: other measures, languages."""
_BANDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "timeliness": re.compile(r"stage-[123]:(within-\d+|\d+-\d+|over-\d+)"),
        "children-by-age": re.compile(r"\d+-\d+|\d+\+"),
        "children-by-age-and-sex": re.compile(r"\d+-\d+|\d+\+"),
    }
)
"""Tables whose rows are bands: an earlier year may have had others than those the council has now."""
_POUNDS = frozenset(definition.id for definition in MONEY)
_MEANS = ("mean_", "median_")


@dataclass(frozen=True, slots=True)
class Places:
    """The rows and columns that a table has for a council; an empty column where there is one alone."""

    rows: frozenset[str]
    columns: frozenset[str]


class Earlier:
    """What may stand in `earlier_years.csv` of a council: see `faults`."""

    def __init__(self, authority: Authority) -> None:
        self.places = cache(lambda id_, year: places(authority, id_, year))

    def faults(self, line: int, row: Row) -> Iterator[Fault]:
        """What is wrong with a figure: no such table, row or column, or half a person."""
        table, code, column, year, value = (row[name] for name in ("table", "row", "column", "year", "value"))
        if table is None or code is None or year is None:
            return
        if table not in DEFINITIONS:
            yield Fault(_FILE, line, "table", str(table), f"a table: one of {listed_codes(frozenset(DEFINITIONS))}")
            return
        known = self.places(str(table), ReportingYear.read(str(year)).starts)
        bands = _BANDS.get(str(table))
        if code not in known.rows and table not in _ANY_ROW and not (bands and bands.fullmatch(str(code))):
            yield Fault(_FILE, line, "row", str(code), f"a row of {table}: one of {listed_codes(known.rows)}")
        if (column or "") not in known.columns:
            wanted = listed_codes(known.columns - {""}) if known.columns != {""} else ""
            expected = f"a column of {table}: one of {wanted}" if wanted else f"empty: {table} has one column only"
            yield Fault(_FILE, line, "column", str(column or ""), expected)
        if value is not None and "." in str(value) and not _may_be_divided(str(table), str(code), str(column or "")):
            yield Fault(_FILE, line, "value", str(value), "a whole number, because it is a count")


def places(authority: Authority, id_: str, year: int) -> Places:
    """The places of a table, as the council prints it or as its definition has it."""
    definition, own = DEFINITIONS[id_], [wish for wish in authority.report if wish.id == id_]
    rows: set[str] = set()
    columns: set[str] = set()
    for wish in (*own, Wish(id_)):
        making = Making(authority, Listed(()), definition, wish, ReportingYear(year))
        made = definition.make(making)
        codes = [column.code for column in made.columns]
        columns |= {""} if is_year(codes[0]) else {*codes, *([""] if len(codes) == 1 else [])}
        rows |= {row.code for row in made.rows} | making.words.keys() | making.into.keys()
        rows |= set(making.terms.codes()) if making.terms else set()
        rows |= {NOT_RECORDED, PRINTED_TOTAL} if made.total is not None else set()
    return Places(frozenset(rows), frozenset(columns))


def _may_be_divided(table: str, row: str, column: str) -> bool:
    """Whether a figure need not be whole: pounds, percentages and averages need not."""
    return table in _POUNDS or row == RATE or column.startswith(_MEANS)

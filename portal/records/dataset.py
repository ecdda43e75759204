"""What is kept of the dataset: reading it file by file in its order, and counting the facts made from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, collate, func, insert, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from portal.domain.dataset.columns import Value
from portal.domain.dataset.files import FILES, File
from portal.domain.dataset.reading import Row
from portal.domain.tables.fields import FIELDS
from portal.domain.tables.tallying import Counts
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset_tables import COUNTED, KEPT, LISTS, WORDS

AT_A_TIME = 2000
CODED = frozenset({"code", "codes"})
"""Kinds of fields that are kept under numbers."""


class Kept:
    """The facts in the database, counted there: see `domain.tables.tallying.Tally`. Each count is asked once."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, tuple[str, ...], int, int | None], Counts] = {}
        self._typed: dict[int, dict[str, int]] = {}
        self._earlier: dict[tuple[str, int], dict[tuple[str, str], float]] = {}

    def count(self, grain: str, fields: Sequence[str], year: int, quarter: int | None = None) -> Counts:
        """How many facts there are by these fields."""
        wanted = tuple(fields)
        asked = (grain, wanted, year, quarter)
        if asked not in self._counts:
            family = next((one for one in FAMILIES.get(grain, ()) if set(wanted) <= set(one)), None)
            if family is None or family == wanted:
                self._counts[asked] = _count(*asked)
            else:
                self._counts[asked] = _summed(self.count(grain, family, year, quarter), family, wanted)
        return self._counts[asked]

    def typed(self, measure: str, year: int) -> int | None:
        """A figure that was typed in."""
        return self._year(year).get(measure)

    def measures(self, years: Sequence[int]) -> Sequence[str]:
        """The measures of these years."""
        return sorted({measure for year in years for measure in self._year(year)})

    def earlier(self, table: str, year: int) -> Mapping[tuple[str, str], float]:
        """Printed figures of a year whose cases were never loaded."""
        asked = (table, year)
        if asked not in self._earlier:
            kept = KEPT["earlier_years"]
            query = select(kept).where(kept.c.table == table, kept.c.year == str(ReportingYear(year)))
            self._earlier[asked] = {
                (row.row, row.column or ""): _number(row.value) for row in db.session.execute(query)
            }
        return self._earlier[asked]

    def _year(self, year: int) -> dict[str, int]:
        if year not in self._typed:
            kept = KEPT["activity"]
            query = select(kept.c.measure, kept.c.value).where(kept.c.year == str(ReportingYear(year)))
            self._typed[year] = {row.measure: row.value for row in db.session.execute(query)}
        return self._typed[year]


_WHO = ("kind", "procedure", "triage")
FAMILIES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "representations": (
        (*_WHO, "submitted_by", "withdrawn", "second", "third", "reached", "shared"),
        (*_WHO, "method", "point"),
        (*_WHO, "complainant"),
        (*_WHO, "team", "overall"),
        (*_WHO, "category", "subcategory"),
    ),
    "stages": (
        (*_WHO, "stage", "answered", "highest", "working_days", "calendar_days", "quarter"),
        (*_WHO, "stage", "declined", "found", "withdrawn", "answered", "corrective", "in_time"),
    ),
    "children": (
        (*_WHO, "age", "sex"),
        (*_WHO, "ethnicity", "religion"),
        (*_WHO, "disabled", "care_status", "uasc"),
    ),
}
"""Fields that are counted in one go because they have few combinations: the database goes through a year less often."""


def _summed(counts: Counts, family: tuple[str, ...], wanted: tuple[str, ...]) -> Counts:
    """Counts by some of the fields they were counted by."""
    places = [family.index(name) for name in wanted]
    found: dict[tuple[object, ...], int] = {}
    for values, number in counts.items():
        key = tuple([values[place] for place in places])
        found[key] = found.get(key, 0) + number
    return found


def _count(grain: str, fields: tuple[str, ...], year: int, quarter: int | None) -> Counts:
    facts = COUNTED[grain]
    columns = [facts.c[name] for name in fields]
    query = select(*columns, func.count()).where(facts.c.year == year).group_by(*columns)
    if quarter is not None:
        query = query.where(facts.c.quarter == quarter)
    rows = db.session.execute(query).all()
    if not rows:
        return {}
    *cells, numbers = (list(column) for column in zip(*rows, strict=True))
    words = in_words()
    for at, name in enumerate(fields):
        kind = FIELDS[grain].get(name)
        if kind in CODED:
            known = words if kind == "code" else {number: tuple(text.split(";")) for number, text in words.items()}
            cells[at] = [known.get(number) for number in cells[at]]
    return dict(zip(zip(*cells, strict=True), numbers, strict=True))


def in_words() -> dict[int, str]:
    """Every code that facts are counted by, under its number."""
    return {row.id: row.text for row in db.session.execute(select(WORDS.c.id, WORDS.c.text))}


def _numbers(texts: Iterable[str]) -> dict[str, int]:
    """The numbers of these codes; those that have none yet get one."""
    wanted = set(texts)
    found = {text: number for number, text in in_words().items() if text in wanted}
    missing = sorted(wanted - found.keys())
    if not missing:
        return found
    insert_ = postgres_insert if db.engine.dialect.name == "postgresql" else sqlite_insert
    db.session.execute(insert_(WORDS).on_conflict_do_nothing(), [{"text": text} for text in missing])
    return {text: number for number, text in in_words().items() if text in wanted}


def rows_in(file: File, owners: Iterable[str] | None = None) -> Iterator[Row]:
    """The kept rows of a file, in the order of its key; of some owners only, or of all."""
    kept = KEPT[file.name]
    query = select(*(kept.c[column.name] for column in file.columns)).order_by(*_order(file, kept))
    if owners is not None:
        query = query.where(kept.c.owner.in_(list(owners)))
    result = db.session.execute(query.execution_options(yield_per=AT_A_TIME))
    lists = [column.name for column in file.columns if column.kind in LISTS]
    for one in result.mappings():
        row: Row = dict(one)
        for name in lists:
            joined = row[name]
            row[name] = tuple(joined.split(";")) if isinstance(joined, str) and joined else None
        yield row


def years_kept() -> list[int]:
    """The reporting years in which anything was received."""
    return list(db.session.scalars(select(COUNTED["representations"].c.year).distinct()))


def _order(file: File, kept: Table) -> list[ColumnElement[Any]]:
    """By code point on every engine, so that the same rows always make the same file."""
    on_postgres = db.engine.dialect.name == "postgresql"
    text = {name for name in file.key if file.column(name).kind not in ("whole", "pence")}
    keys = ((name, func.coalesce(kept.c[name], "") if name in text else kept.c[name]) for name in file.key)
    return [collate(key, "C") if on_postgres and name in text else key for name, key in keys]


def keep(file: File, rows: Iterable[tuple[str, Row]]) -> None:
    """Keep rows of a file, each with what owns it."""
    _insert(KEPT[file.name], ({"owner": owner, **_flat(row)} for owner, row in rows))


def keep_facts(grain: str, facts: Iterable[tuple[str, Mapping[str, object]]]) -> None:
    """Keep what is counted of rows, each with what owns it."""
    names = ("year", "quarter", *FIELDS[grain])
    coded = [name for name, kind in FIELDS[grain].items() if kind in CODED]
    rows = [{"owner": owner, **_flat({name: fact[name] for name in names})} for owner, fact in facts]
    numbers = _numbers(str(row[name]) for row in rows for name in coded if row[name] is not None)
    for row in rows:
        row.update((name, numbers[str(row[name])]) for name in coded if row[name] is not None)
    _insert(COUNTED[grain], rows)


def forget(files: Iterable[str], owners: Sequence[str]) -> None:
    """Let go what was kept of these owners in these files, and what was counted of it."""
    for name in files:
        for table in (KEPT[name], COUNTED.get(name)):
            for start in range(0, len(owners), AT_A_TIME) if table is not None else ():
                here = owners[start : start + AT_A_TIME]
                db.session.execute(table.delete().where(table.c.owner.in_(here)))  # type: ignore[union-attr]


def owners_of(name: str) -> frozenset[str]:
    """Everything that owns a row of a file."""
    return frozenset(db.session.scalars(select(KEPT[name].c.owner).distinct()))


def owner_of(file: File, row: Row) -> str:
    """What a row goes in and out with: its representation, or else its own key."""
    key = file.key if "reference" not in file.key else ("reference",)
    return "/".join(str(row[name] or "") for name in key)


def _insert(table: Table, rows: Iterable[dict[str, object]]) -> None:
    waiting: list[dict[str, object]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) >= AT_A_TIME:
            db.session.execute(insert(table), waiting)
            waiting = []
    if waiting:
        db.session.execute(insert(table), waiting)


def _flat(row: Mapping[str, Value | object | None]) -> dict[str, object]:
    return {name: ";".join(value) if isinstance(value, tuple) else value for name, value in row.items()}


def _number(written: str) -> float:
    value = float(written)
    return int(value) if value.is_integer() else value


EVERY = tuple(FILES)
"""The names of all files."""

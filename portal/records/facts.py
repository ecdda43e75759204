"""What is counted of the dataset: for each row a few numbers, each of which stands for a combination of values."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from portal.domain.tables.facts import Fact
from portal.domain.tables.fields import FAMILIES
from portal.domain.tables.tallying import Answer, Asked, Families
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset_tables import COUNTED, KEPT, WORDS

AT_A_TIME = 500
MOST_KNOWN = 200_000
_write = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
Values = tuple[Any, ...]


class Numbering:
    """The numbers of combinations of values; those that have none yet get one. Good for one transaction."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[Values, int]] = {}

    def of(self, grain: str, family: str, wanted: Sequence[Values]) -> list[int]:
        """The number of each of these combinations."""
        known = self._known.setdefault((grain, family), {})
        new = set(wanted) - known.keys()
        if new:
            if len(known) > MOST_KNOWN:
                known.clear()
                new = set(wanted)
            texts = {_write(values): values for values in new}
            known.update((texts[text], number) for text, number in _numbers(sorted(texts)).items())
        return [known[values] for values in wanted]


def _numbers(texts: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(texts), AT_A_TIME):
        here = texts[start : start + AT_A_TIME]
        found |= _known(here)
        missing = [text for text in here if text not in found]
        if missing:
            insert = postgres_insert if db.engine.dialect.name == "postgresql" else sqlite_insert
            db.session.execute(insert(WORDS).on_conflict_do_nothing(), [{"text": text} for text in missing])
            found |= _known(missing)
    return found


def _known(texts: Sequence[str]) -> dict[str, int]:
    query = select(WORDS.c.text, WORDS.c.id).where(WORDS.c.text.in_(texts))
    return {row.text: row.id for row in db.session.execute(query)}


def keep_facts(facts: Iterable[tuple[str, str, Fact]], numbering: Numbering | None = None) -> None:
    """Keep what is counted of rows, each with its grain and what owns it."""
    numbering = numbering or Numbering()
    by_grain: dict[str, list[tuple[str, Fact]]] = {}
    for grain, owner, fact in facts:
        by_grain.setdefault(grain, []).append((owner, fact))
    for grain, here in by_grain.items():
        rows = [{"owner": owner, "year": fact["year"], "quarter": fact["quarter"]} for owner, fact in here]
        for family, fields in FAMILIES[grain].items():
            values = [tuple([fact[name] for name in fields]) for _owner, fact in here]
            for row, number in zip(rows, numbering.of(grain, family, values), strict=True):
                row[family] = number
        db.session.execute(COUNTED[grain].insert(), rows)


def values_of(grain: str, family: str, field: str, numbers: Collection[int]) -> Mapping[int, Any]:
    """What one field of a family is, for these numbers."""
    at = FAMILIES[grain][family].index(field)
    return {number: values[at] for number, values in _behind(numbers).items()}


def _behind(numbers: Collection[int]) -> dict[int, Values]:
    """What stands behind these numbers. They go over as one value, for there may be many thousands."""
    if not numbers:
        return {}
    wanted: ColumnElement[bool] = WORDS.c.id == func.any(list(numbers))
    if db.engine.dialect.name == "sqlite":
        wanted = WORDS.c.id.in_(select(func.json_each(_write(list(numbers))).table_valued("value").c.value))
    ids, texts = zip(*db.session.execute(select(WORDS.c.id, WORDS.c.text).where(wanted)), strict=True)
    every = json.loads(f"[{','.join(texts)}]")
    return {
        number: tuple([tuple(one) if isinstance(one, list) else one for one in values])
        for number, values in zip(ids, every, strict=True)
    }


class Kept(Families):
    """The facts in the database, counted there: see `domain.tables.tallying.Tally`."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[int, Values] = {}
        self._typed: dict[int, dict[str, int]] = {}
        self._earlier: dict[tuple[str, int], dict[tuple[str, str], float]] = {}

    def ask(self, asked: Asked) -> Answer:
        """See `Families`."""
        rows = db.session.execute(_counted(asked)).all()
        if not rows:
            return Answer((), ())
        *cells, counts = zip(*rows, strict=True)
        columns: list[Sequence[object]] = []
        for numbers in cells[: len(asked.families)]:
            self._values |= _behind(set(numbers) - self._values.keys())
            columns += zip(*[self._values[number] for number in numbers], strict=True)
        return Answer([*columns, *cells[len(asked.families) :]], counts)

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


def _counted(asked: Asked) -> Select[Any]:
    """How often each combination of numbers occurs: by going once through an index that has nothing else in it."""
    facts = COUNTED[asked.grain].c
    by = [*(facts[family] for family in asked.families), *([facts.quarter] if asked.by_quarter else [])]
    query = select(*by, func.count().label("number")).where(facts.year == asked.year).group_by(*by)
    return query if asked.quarter is None else query.where(facts.quarter == asked.quarter)


def _number(written: str) -> float:
    value = float(written)
    return int(value) if value.is_integer() else value

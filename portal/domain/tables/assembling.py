"""From the rows of a dataset to facts that can be counted in memory."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.domain.dataset.files import BELONGING
from portal.domain.dataset.reading import Row
from portal.domain.tables.facts import DAYS, Bundle, Fact, fact_by_day, facts_of
from portal.domain.tables.tallying import Listed
from portal.domain.years import ReportingYear

Files = Mapping[str, Iterable[Row]]


def bundles(files: Files) -> Iterator[Bundle]:
    """Each representation with its rows."""
    found = {row["reference"]: Bundle(row) for row in files.get("representations", ())}
    for name in BELONGING:
        for row in files.get(name, ()):
            if row["reference"] in found:
                getattr(found[row["reference"]], name).append(row)
    yield from found.values()


def fact_of(name: str, row: Row, as_at: date) -> Fact | None:
    """What is counted of a row that is part of no representation, as things stood on a day; None for nothing."""
    if name == "monitoring":
        return {**row, "year": ReportingYear.read(str(row["year"])).starts}
    return fact_by_day(name, row, as_at) if name in DAYS else None


def facts_in(files: Files, as_at: date) -> Iterator[tuple[str, Fact]]:
    """Every fact there is in a dataset, as things stood on a day."""
    for bundle in bundles(files):
        yield from facts_of(bundle, as_at)
    for grain in (*DAYS, "monitoring"):
        for row in files.get(grain, ()):
            fact = fact_of(grain, row, as_at)
            if fact is not None:
                yield grain, fact


def listed(files: Files, as_at: date) -> Listed:
    """A dataset as something that can count itself."""
    activity = {
        (str(row["measure"]), ReportingYear.read(str(row["year"])).starts): int(str(row["value"]))
        for row in files.get("activity", ())
    }
    earlier: dict[tuple[str, int], dict[tuple[str, str], float]] = {}
    for row in files.get("earlier_years", ()):
        year = ReportingYear.read(str(row["year"])).starts
        value = float(str(row["value"]))
        cell = (str(row["row"]), str(row["column"] or ""))
        earlier.setdefault((str(row["table"]), year), {})[cell] = int(value) if value.is_integer() else value
    return Listed(facts_in(files, as_at), activity, earlier)

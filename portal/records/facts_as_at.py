"""The facts as they stood on another day than today: counted anew, year by year, from the rows that are kept."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from portal.domain.dataset.files import FILES
from portal.domain.tables.assembling import fact_of
from portal.domain.tables.facts import DAYS, Fact, facts_of
from portal.domain.tables.fields import FAMILIES
from portal.domain.tables.tallying import Answer, Asked
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset import bundles, rows_in
from portal.records.dataset_tables import KEPT
from portal.records.facts import Kept

AT_A_TIME = 1000


class KeptAsAt(Kept):
    """Counts what is kept as it stood at the end of a day; a year's rows are gone through once."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self._found: dict[tuple[int, str, tuple[str, ...]], Counter[tuple[object, ...]]] = {}

    def ask(self, asked: Asked) -> Answer:
        """See `Families`."""
        wanted = (asked.year, asked.grain, asked.families)
        if wanted not in self._found:
            self._count(*wanted)
        found: Counter[tuple[object, ...]] = Counter()
        for (quarter, *values), number in self._found[wanted].items():
            if asked.quarter in (None, quarter):
                found[(*values, quarter) if asked.by_quarter else tuple(values)] += number
        return Answer(list(zip(*found, strict=True)), list(found.values()))

    def _count(self, year: int, grain: str, families: tuple[str, ...]) -> None:
        """Go through a year for this question, and for every other one about a single family."""
        every = {(grain, families), *((one, (family,)) for one, here in FAMILIES.items() for family in here)}
        new = [(one, asked) for one, asked in every if (year, one, asked) not in self._found]
        fields: dict[str, list[tuple[Counter[tuple[object, ...]], tuple[str, ...]]]] = {}
        for one, asked in new:
            counter = self._found[year, one, asked] = Counter()
            fields.setdefault(one, []).append((counter, Asked(one, asked, year).fields))
        for one, fact in _facts(ReportingYear(year), self._day):
            for counter, names in fields.get(one, ()):
                counter[(fact["quarter"], *[fact[name] for name in names])] += 1


def _facts(year: ReportingYear, day: date) -> Iterator[tuple[str, Fact]]:
    """Every fact of a year as things stood on a day."""
    received = KEPT["representations"].c
    within = received.received_on.between(year.first_day, min(year.last_day, day))
    references = db.session.scalars(select(received.reference).where(within).order_by(received.reference)).all()
    for start in range(0, len(references), AT_A_TIME):
        for bundle in bundles(references[start : start + AT_A_TIME]):
            yield from facts_of(bundle, day)
    for name in (*DAYS, "monitoring"):
        kept = KEPT[name].c
        here = kept[DAYS[name]].between(year.first_day, year.last_day) if name in DAYS else kept.year == str(year)
        for row in rows_in(FILES[name], only=here):
            fact = fact_of(name, row, day)
            if fact is not None:
                yield name, fact

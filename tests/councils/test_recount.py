"""Every table of the report, for councils with everything in their rows, is what a slow and plain recount says."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.domain.dataset.files import FILES
from portal.domain.tables.assembling import listed
from portal.domain.tables.report import USUAL, NothingToReport, report
from portal.domain.wishes import Group, Wish
from portal.domain.years import ReportingYear
from tests.councils.edges import edged, restructured
from tests.councils.inventing import Files, blank
from tests.councils.recount.asked import Asked, Column, written
from tests.councils.recount.cases import cases
from tests.councils.recount.comparing import differences
from tests.councils.recount.tables import WITHIN, WITHOUT_TOTAL, YEARS

AUTHORITY = restructured()
PROCEDURES = ((), ("statutory",), ("statutory", "corporate"), ("informal",))
NARROWED = frozenset(
    {"received-by-method", "received-by-point", "received-by-complainant", "children-and-advocacy", "by-team",
     "concerns-by-category", "primary-concern", "outcomes", "outcomes-stage-1", "outcomes-stage-2", "outcomes-stage-3",
     "resolved-by-stage", "escalation", "resolutions", "learning", "timeliness", "duration", "duration-by-quarter",
     "children-by-age", "children-by-age-and-sex", "children-by-disability", "impairments", "children-by-ethnicity",
     "children-by-religion", "children-by-care-status", "children-by-uasc", "activity"}
)  # fmt: skip
GROUPED = {
    "received-by-method": ("representations", "method"), "received-by-point": ("representations", "point"),
    "received-by-complainant": ("representations", "complainant"),
    "complaints-by-triage": ("representations", "triage"),
    "outcomes": ("stages", "outcome"), "outcomes-stage-1": ("stages", "outcome"),
    "outcomes-stage-2": ("stages", "outcome"), "resolutions": ("resolutions", "resolution"),
    "compensation": ("payments", "detail"), "expenditure": ("expenditure", "kind"),
    "ombudsman": ("ombudsman", "outcome"), "compliments-by-source": ("compliments", "source"),
    "compliments-by-category": ("compliments", "categories"), "children-by-ethnicity": ("children", "ethnicity"),
    "children-by-religion": ("children", "religion"), "impairments": ("children", "impairments"),
    "children-by-care-status": ("children", "care_status"), "monitoring-ethnicity": ("monitoring", "ethnicity"),
    "monitoring-age": ("monitoring", "age_band"),
}  # fmt: skip
"""Tables whose rows a council may put together, and whose codes they are."""


def wished(luck: random.Random, id_: str) -> Wish:
    """A council's wish for a table, with everything that the contract lets it ask for there."""
    more: dict[str, Any] = {"years": luck.choice((1, 2, 4))}
    if id_ in NARROWED:
        more["procedures"] = luck.choice(PROCEDURES)
    if id_ in ("received-by-method", "received-by-point", "received-by-complainant", "by-team"):
        more["with_enquiries"] = luck.random() < 0.4
    if id_ == "received-by-method":
        more["not_known"] = luck.choice(("row", "note"))
    if id_ in ("timeliness", "duration", "duration-by-quarter"):
        more["by_highest_stage"] = luck.random() < 0.5
    if id_ == "timeliness" and luck.random() < 0.6:
        more["bands"] = {"1": luck.choice(((10,), (5, 10, 20))), "2": (25,), "3": luck.choice(((30,), (20, 50)))}
    if id_.startswith("children-by-age") and luck.random() < 0.6:
        more["bands"] = {"age": luck.choice(((0, 4, 9, 15, 17), (17,)))}
    if id_ in ("by-team", "primary-concern", "compliments-by-team", "concerns-by-category"):
        more["parts"] = luck.random() < 0.7
    if id_ == "activity":
        more["denominator"] = luck.choice(("", "contacts", "children_dealt_with"))
    if id_ in GROUPED and luck.random() < 0.5:
        more["rows"] = _groups(luck, *GROUPED[id_])
    return Wish(id_, **more)


def _groups(luck: random.Random, file: str, column: str) -> tuple[Group, ...]:
    """Three rows: one code under its own name, several under the name of one of them, and several under a new name."""
    codes = sorted(FILES[file].column(column).codes - {"not_known", "prefer_not_to_say", "not_asked", "not_recorded"})
    luck.shuffle(codes)
    alone, some, others = codes[:1], codes[1:3], codes[3 : luck.randrange(4, len(codes) + 1)]
    groups = (("", alone), ("", some), ("put_together", others))
    return tuple(Group(code or parts[0], "Row", tuple(parts)) for code, parts in groups if parts)


def _printed(luck: random.Random, files: Files, wishes: tuple[Wish, ...], full: int) -> None:
    """Printed figures of earlier years, in rows that occur, for one year that has cases too and one that has none."""
    known = cases(files, date(2020, 1, 1))
    for wish in wishes:
        column = Column(Asked(AUTHORITY, files, full, date(2020, 1, 1), Wish(wish.id), None, known), full)
        within = wish.id in WITHIN and wish.id not in ("compensation", "expenditure")
        counted = WITHIN[wish.id](column) if wish.id in WITHIN else {"": YEARS[wish.id](column)}
        for year in luck.sample((2013, 2014, 2015, 2017), 2):
            for name, counts in counted.items():
                for row in (*counts, *(() if wish.id in WITHOUT_TOTAL else ("of_old", "total"))):
                    if luck.random() < 0.6 and (name in _COLUMNS or not within):
                        files["earlier_years"].append(blank(
                            "earlier_years", table=wish.id, row=row, year=written(year),
                            column=name if within else None, value=luck.choice(("0", "3", "12", "7.5")),
                        ))  # fmt: skip


_COLUMNS = ("raised", "upheld", "female", "male", "responses", "mean_working_days", "child", "adult")


def found_wrong(seed: int, size: int, year: int, back: int, quarter: int | None) -> list[str]:
    """All differences between the report of an invented council and its recount."""
    luck = random.Random(seed)
    files = edged(seed, size, AUTHORITY)
    files["earlier_years"].clear()
    wishes = tuple(wished(luck, wish.id) for wish in USUAL)
    _printed(luck, files, wishes, 2018)
    as_at = date(2020, 1, 1) - timedelta(back)
    made = report(AUTHORITY, listed(files, as_at), ReportingYear(year), as_at, wishes=wishes, quarter=quarter)
    known = cases(files, as_at)
    return [
        f"{wish}: {difference}"
        for wish in wishes
        for difference in differences(
            Asked(AUTHORITY, files, year, as_at, wish, quarter, known), made.table(wish.id)
        )
    ]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 999_999),
    size=st.sampled_from((200, 60, 12, 1, 0)),
    year=st.sampled_from((2018, 2017, 2016, 2015)),
    back=st.sampled_from((0, 276, 277, 100, 640, 1000)),  # 276 days before is 31 March, 277 the day before
    quarter=st.sampled_from((None, None, 1, 2, 3, 4)),
)
@example(seed=21670, size=12, year=2016, back=0, quarter=None)  # all that was printed of 2013-14 is told in a note
def test_every_table_is_what_a_slow_recount_says(
    seed: int, size: int, year: int, back: int, quarter: int | None
) -> None:
    with suppress(NothingToReport):
        assert found_wrong(seed, size, year, back, quarter) == []

"""However facts are asked for, the database counts what a list counts: by any fields, for any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from portal.domain.tables.assembling import listed
from portal.domain.tables.fields import FAMILIES
from portal.domain.tables.report import report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.dataset import years_kept
from portal.records.dataset_tables import COUNTED, WORDS
from portal.records.facts import Kept
from portal.records.facts_as_at import KeptAsAt
from portal.services.importing import take_in
from tests.councils.inventing import council
from tests.services.test_dataset import packed

LATER = date(2026, 1, 1)


@pytest.mark.parametrize("quarter", [None, 2])
@pytest.mark.parametrize(
    ("grain", "fields"),
    [
        ("representations", ("method", "overall")),  # of two families
        ("representations", ("team", "category", "submitted_by", "quarter")),  # of three, and the quarter
        ("representations", ("year",)),
        ("stages", ("quarter", "year", "calendar_days", "working_days")),
        ("children", ("impairments", "sex")),
        ("monitoring", ("main_language", "age_band")),
        ("expenditure", ("amount",)),
    ],
)
def test_facts_are_counted_by_any_fields(
    either_app: Flask, tmp_path: Path, grain: str, fields: tuple[str, ...], quarter: int | None
) -> None:
    files = council(11)
    with either_app.app_context():
        take_in(packed(tmp_path / "in", files))
        tallies: tuple[Tally, ...] = (Kept(), KeptAsAt(LATER))
        wanted = listed(files, LATER).count(grain, fields, 2017, quarter)
        assert wanted or quarter
        assert [tally.count(grain, fields, 2017, quarter) for tally in tallies] == [wanted, wanted]


@pytest.mark.parametrize("day", [date(2018, 3, 31), date(2017, 9, 1), date(2019, 2, 1)])
def test_a_report_as_at_a_day_is_what_a_list_says_of_that_day(app: Flask, tmp_path: Path, day: date) -> None:
    files = council(12)
    with app.app_context():
        take_in(packed(tmp_path / "in", files))
        authority = app.extensions["portal.authority"]
        for quarter in (None, 1):
            asked = (ReportingYear(2017), day)
            there = report(authority, KeptAsAt(day), *asked, quarter=quarter)
            assert there == report(authority, listed(files, day), *asked, quarter=quarter)


def test_what_is_let_go_is_counted_no_more_and_the_years_are_those_that_are_left(app: Flask, tmp_path: Path) -> None:
    files = council(13)
    with app.app_context():
        assert years_kept() == []
        take_in(packed(tmp_path / "in", files))
        assert years_kept() == [2016, 2017, 2018]
        before = {grain: db.session.query(table).count() for grain, table in COUNTED.items()}
        combinations = db.session.query(WORDS).count()
        take_in(packed(tmp_path / "in", files))
        assert {grain: db.session.query(table).count() for grain, table in COUNTED.items()} == before
        assert db.session.query(WORDS).count() == combinations


def test_a_field_that_nobody_keeps_is_not_counted_as_something_else(app: Flask) -> None:
    with app.app_context(), pytest.raises(KeyError, match="shoe_size"):
        Kept().count("representations", ("kind", "shoe_size"), 2017)


def test_sqlite_counts_each_family_from_an_index_that_has_nothing_else_in_it(app: Flask) -> None:
    with app.app_context():
        for grain, families in FAMILIES.items():
            for family in families:
                asked = f"SELECT {family}, quarter, count(*) FROM fact_{grain} WHERE year = 2018 GROUP BY 1, 2"
                plan = [row[3] for row in db.session.execute(db.text(f"EXPLAIN QUERY PLAN {asked}"))]
                assert plan == [f"SEARCH fact_{grain} USING COVERING INDEX ix_fact_{grain}_{family} (year=?)"]

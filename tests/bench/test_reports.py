"""The bench of the reports: it measures what it says, and what it fills in is what the portal would have kept."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from portal.domain.tables.fields import FAMILIES
from portal.domain.tables.report import report
from portal.extensions import db
from portal.records.facts import Kept
from portal.records.facts_as_at import KeptAsAt
from portal.services.exporting import give_out
from portal.services.importing import take_in
from tests.bench.databases import Database, postgresql, sqlite
from tests.bench.report_filling import LAST, fill_reports
from tests.bench.reports import Engine, Failed, Figure, Size, measured, once, told
from tests.postgres import binaries

YEARS, CASES = 2, 240


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_tiny_bench_measures_everything_it_has_an_aim_for() -> None:
    size = Size(cases=440, years=11, models=20, times=1)
    every = list(measured(sqlite, size))
    figures = [one for one in every if isinstance(one, Figure)]
    assert str(every[0]).startswith("SQLite: 440 cases over 11 years")
    assert len(figures) == 15
    assert all(one.value > 0 for one in figures if not one.what.endswith("than before"))
    (whole,) = (one for one in figures if "43 tables beside" in one.what)
    assert "complaints accepted" in whole.beside
    assert " 0 complaints" not in whole.beside
    (pdf,) = (one for one in figures if "tagged PDF" in one.what)
    assert pdf.aim == 1.0
    assert any(one.what.startswith("4 years compared, 43 tables") for one in figures)


@pytest.mark.parametrize("engine", [sqlite, postgresql])
def test_what_is_copied_is_counted_as_if_it_had_been_imported(tmp_path: Path, engine: Engine) -> None:
    if engine is postgresql and binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with engine() as filled, sqlite() as imported:
        assert fill_reports(filled, CASES, YEARS, models=40) == CASES
        with filled.within():
            give_out(tmp_path / "out", "example")
            there = _counts()
        with imported.within():
            take_in(tmp_path / "out")
            assert _counts() == there
        wanted = _report(filled, Kept())
        assert [_report(imported, tally) for tally in (Kept(), KeptAsAt(date.max))] == [wanted, wanted]


def _counts() -> dict[tuple[str, str, int], Counter[object]]:
    """Every combination of every family in every year."""
    tally = Kept()
    return {
        (grain, family, year): Counter(tally.count(grain, (*fields, "quarter"), year))
        for grain, families in FAMILIES.items()
        for family, fields in families.items()
        for year in (LAST.starts, LAST.starts - 1)
    }


def _report(database: Database, tally: Kept) -> object:
    with database.within() as app:
        return report(app.extensions["portal.authority"], tally, LAST, LAST.last_day)


def test_no_two_rows_share_a_reference_or_a_number() -> None:
    with sqlite() as database:
        fill_reports(database, CASES, YEARS, models=40)
        with database.within():
            for name, key, number in (("representations", "reference", CASES), ("payments", "number", CASES // 10)):
                asked = f"SELECT count(*), count(DISTINCT {key}), count(DISTINCT owner) FROM data_{name}"
                assert tuple(db.session.execute(db.text(asked)).one()) == (number,) * 3


def test_what_cannot_be_measured_is_told_in_its_own_words() -> None:
    with sqlite() as database, pytest.raises(Failed, match="There are no cases"):
        once(database, "year")


@pytest.mark.parametrize(
    ("value", "aim", "at_least", "over"), [(1.5, 1.5, False, False), (1.51, 1.5, False, True), (9.0, 60.0, True, True)]
)
def test_an_aim_that_was_missed_is_marked(value: float, aim: float, at_least: bool, over: bool) -> None:
    figure = Figure("SQLite", "a year", value, "s", aim, at_least)
    assert figure.over is over
    assert told(figure).endswith("NOT REACHED") is over

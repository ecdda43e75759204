"""A reader has the reports of a year, of its quarters and of the year before, and still finds nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from portal.authorities import load
from portal.domain.authority import Authority
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.basis import basis
from portal.domain.tables.editions import Editions
from portal.domain.tables.kept import Kept
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import Report
from portal.domain.tables.tallying import Tally
from portal.domain.years import ReportingYear
from tests.councils.inventing import council
from tests.domain.tables import stranger
from tests.domain.tables.stranger import QUARTERS, WHOLE_YEAR, counts

HERE = replace(load("example"), report=tuple(replace(wish, years=2) for wish in USUAL))
LATER = date(2026, 1, 1)
YEAR, BEFORE = ReportingYear(2018), ReportingYear(2017)
YEAR_FIRST, QUARTERS_FIRST = (WHOLE_YEAR, *QUARTERS), (*QUARTERS, WHOLE_YEAR)
SETTINGS = Settings()


def kept(made: Report, authority: Authority = HERE, day: date = LATER) -> Kept:
    """A report as it is kept when it is published."""
    wishes = {wish.id: wish for wish in authority.report}
    years = (made.year, str(ReportingYear.read(made.year).before()))
    bases = {
        table.id: {year: basis(authority, wishes[table.id], ReportingYear.read(year).starts) for year in years}
        for table in made.tables
    }
    return Kept(made, day, bases)


def published_in(order: tuple[int, ...], tally: Tally, *, remembering: bool) -> dict[int, Report]:
    """The reports of a year and its quarters, made one after the other."""
    out: list[Kept] = []
    pages: dict[int, Report] = {}
    for period in order:
        pages[period] = Editions(HERE, tally, LATER, out, SETTINGS).public(YEAR, period or None)
        if remembering:
            out.insert(0, kept(pages[period]))
    return pages


def true_counts(tally: Tally) -> dict[stranger.Key, int]:
    """Every count of the year and its quarters as it is."""
    found: dict[stranger.Key, int | None] = {}
    for period in YEAR_FIRST:
        made = report(HERE, tally, YEAR, LATER, wishes=HERE.report, quarter=period or None)
        found |= counts(made, period)
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("seed", "size", "order", "remembering"),
    [
        (1, 900, YEAR_FIRST, False),
        (2, 600, QUARTERS_FIRST, True),
        *(
            pytest.param(seed, size, order, remembering, marks=pytest.mark.slow)
            for seed in range(3, 8)
            for size in (60, 300, 700, 1500)
            for order, remembering in ((YEAR_FIRST, False), (YEAR_FIRST, True), (QUARTERS_FIRST, True))
        ),
    ],
)
def test_a_year_and_its_quarters_give_nobody_away_together(
    seed: int, size: int, order: tuple[int, ...], remembering: bool
) -> None:
    tally = listed(council(seed, size), LATER)
    pages = published_in(order, tally, remembering=remembering)
    assert stranger.found_out(true_counts(tally), pages) == []
    assert [stranger.loose_percentages(page) for page in pages.values()] == [[]] * len(pages)

"""The public edition of each published report, read by a stranger who adds and subtracts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.editions import Editions
from portal.domain.tables.shape import CONFIDENTIAL
from tests.councils.building import Building
from tests.councils.test_coventry_2018_19 import coventry
from tests.councils.test_havering_2017_18 import havering
from tests.councils.test_surrey_2015_16 import surrey
from tests.domain.tables.stranger import counts, found_out, loose_percentages

LATER = date(2026, 1, 1)


@pytest.mark.parametrize("council", [coventry, havering, surrey])
def test_a_stranger_finds_nobody_in_a_published_report(council: Callable[[], Building]) -> None:
    here = council()
    public = Editions(here.authority, listed(here.files, LATER), LATER, (), Settings()).public(here.year, None)
    true = {key: value for key, value in counts(here.report()).items() if value is not None}
    assert found_out(true, {0: public}) == []
    assert loose_percentages(public) == []


def test_how_many_still_wait_is_not_left_over_from_those_who_were_answered() -> None:
    """90 reached Stage 1 and the bands add up to 88: one band is kept back, and both totals are printed."""
    here = havering()
    public = Editions(here.authority, listed(here.files, LATER), LATER, (), Settings()).public(here.year, None)
    stage = public.table("outcomes-stage-1")
    assert (stage.total, stage.row("open").values) == ((90,), (CONFIDENTIAL,))
    assert [row.values[0] for row in public.table("timeliness").rows].count(CONFIDENTIAL) == 1

"""The sums between tables, of which a stranger would make use, hold for the year they are about."""

from __future__ import annotations

from datetime import date

from portal.domain.tables.assembling import listed
from portal.domain.tables.report import report
from portal.domain.tables.sums import figures_of
from portal.domain.wishes import Wish
from tests.domain.tables.by_hand import HERE, LATER, YEAR, files


def test_answers_of_an_earlier_year_are_not_set_against_the_times_of_this_year() -> None:
    days = (date(2018, 4, 3), date(2017, 5, 3), date(2017, 5, 4))
    stages = [{"reference": str(at), "stage": 1, "responded_on": date(2018, 5, 9)} for at in range(3)]
    given = files(*({"received_on": day} for day in days), stages=stages)
    wishes = {id_: Wish(id_, years=2) for id_ in ("learning", "duration", "timeliness")}
    made = report(HERE, listed(given, LATER), YEAR, LATER, wishes=wishes.values())
    sums = figures_of(made, wishes, tuple(wishes)).sums
    wholes = {one.whole for one in sums if ("timed", 1, ("all", False), False) in one.parts}
    assert wholes == {("answers", ("all", False), "2018-19")}

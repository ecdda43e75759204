"""By when the Director answers the panel: from its recommendations or from its day, as the council’s file says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal import clock
from portal.services.proceeding_clocks import answering, ledgers
from tests.services import outsiders
from tests.services.desk import MONDAY, Desk, Set

PANEL = date(2026, 12, 10)


def due(app: Flask, desk: Desk, at: Set, reported: date) -> date:
    """The last day for the Director when the panel met on a Thursday and its report came on this day."""
    at(MONDAY)
    desk.taken_on()
    outsiders.stands(desk.made, "S3_requested")
    outsiders.panel(desk.made.id, desk.manager, PANEL)
    desk.do(desk.officer, "convene")
    at(datetime(2026, 12, 10, 15, tzinfo=UTC))
    desk.do(desk.manager, "heard")
    at(datetime(reported.year, reported.month, reported.day, 12, tzinfo=UTC))
    outsiders.panel_reports(desk.made.id, desk.manager)
    desk.do(desk.manager, "panel_reported")
    return ledgers(desk.made.id)[answering(desk.made.case)].reading(clock.today()).due


def counting_from_the_panel(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    council = app.extensions["portal.authority"]
    own = replace(
        council,
        options=replace(council.options, s3_response_anchor="panel_day"),
        limits={**council.limits, "s3_response": 20},
    )
    monkeypatch.setitem(app.extensions, "portal.authority", own)


def test_fifteen_working_days_from_the_recommendations(app: Flask, desk: Desk, at: Set) -> None:
    with app.app_context():
        assert due(app, desk, at, date(2026, 12, 17)) == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("reported", "last", "why"),
    [
        (date(2026, 12, 17), date(2027, 1, 12), "a report on its last day: both ways of counting agree"),
        (date(2026, 12, 23), date(2027, 1, 12), "a late report gives the Director no more time"),
        (date(2026, 12, 11), date(2027, 1, 6), "an early one: never later than fifteen days from it"),
    ],
)
def test_twenty_from_the_panel_where_the_council_counts_so(
    app: Flask, desk: Desk, at: Set, monkeypatch: pytest.MonkeyPatch, reported: date, last: date, why: str
) -> None:
    with app.app_context():
        counting_from_the_panel(app, monkeypatch)
        assert due(app, desk, at, reported) == last, why

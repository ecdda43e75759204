"""The lists of the desk are read in their own order from an index: nothing is sorted, nothing gone through in vain."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest
from flask import Flask

from portal.domain.rag import Band
from portal.domain.words import Audience, Method, State
from portal.extensions import db
from portal.records import board, desk, listing, searching
from portal.records.desk import GIVEN, Heap

SOME = {
    "officer_id": 1, "method": Method.LETTER, "language": "pl", "audience": Audience.ADULT, "state": State.CLOSED,
    "read_by": 1, "today": date(2026, 12, 3), "soon": date(2026, 12, 10), "day": date(2026, 12, 3), "number": 5,
    "due": date(2026, 12, 3), "officer": 1, "team": "fostering", "most": 51,
    "name": b"1", "email": b"2", "these": [1, 2],
}  # fmt: skip
NARROWED = [some for size in range(3) for some in combinations(("officer_id", "method", "language", "audience"), size)]

INDEXES = {
    Heap.NEW: ("ix_cases_desk",),
    Heap.URGENT: ("ix_cases_urgent",),
    Heap.WAITING: ("ix_cases_waiting",),
    Heap.DUE: ("ix_cases_ack_due", "ix_cases_look_by", "ix_cases_due"),
}


def plan(query: object) -> str:
    """How SQLite goes about it."""
    compiled = query.compile(db.engine)  # type: ignore[attr-defined]
    asked, dialect = compiled.construct_expanded_state(SOME), db.engine.dialect
    binders = [compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect) for name in asked.positiontup]
    values = [asked.parameters[name] for name in asked.positiontup]
    bound = [binder(value) if binder else value for binder, value in zip(binders, values, strict=True)]
    with db.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked.statement}", tuple(bound)).all()
    return "\n".join(row[-1] for row in rows)


@pytest.mark.parametrize("which", Heap)
def test_a_page_of_a_heap_is_read_in_order_whatever_it_is_narrowed_to(app: Flask, which: Heap) -> None:
    with app.app_context():
        for narrowed in [*NARROWED, (GIVEN,)]:
            for place, (_, by) in enumerate(desk._LISTS[which]):
                for after in (False, True):
                    found = plan(desk._page(which, place, narrowed, after))
                    assert "TEMP B-TREE" not in found, (narrowed, by, found)
                    if which is not Heap.ALL:
                        assert f" {INDEXES[which][place]} " in f"{found} ", (narrowed, by, found)


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize("by_officer", [False, True])
@pytest.mark.parametrize("by_team", [False, True])
def test_a_page_of_the_board_is_read_in_order(app: Flask, band: Band, by_officer: bool, by_team: bool) -> None:
    index = f"ix_case{'_teams' if by_team else 's'}_{'officer_' if by_officer else ''}board"
    with app.app_context():
        for latest_first in (False, True):
            for after in (False, True):
                found = plan(board._page(band, latest_first, after, by_officer, by_team))
                assert "TEMP B-TREE" not in found and f" {index} " in found, found


def test_counting_goes_through_no_whole_table(app: Flask) -> None:
    with app.app_context():
        questions = [desk._counts(((),)), desk._counts(((GIVEN,),))]
        questions += [board._counts(one, other) for one in (False, True) for other in (False, True)]
        for question in questions:
            scanned = [line for line in plan(question).splitlines() if line.startswith("SCAN cases")]
            assert all(re.search("INDEX ix_cases_(urgent|waiting|latest)$", line) for line in scanned), scanned


@pytest.mark.parametrize("by_team", [False, True])
def test_what_an_officer_has_is_counted_among_their_own(app: Flask, by_team: bool) -> None:
    table, index = ("case_teams", "team=? AND officer_id=?") if by_team else ("cases", "officer_id=?")
    with app.app_context():
        found = [line for line in plan(board._counts(True, by_team)).splitlines() if line.startswith(f"SEARCH {table}")]
        assert found and all(f"ix_{table}_officer_board ({index}" in line for line in found), found


def test_what_a_list_shows_is_looked_up_by_number_and_never_searched_for(app: Flask) -> None:
    with app.app_context():
        shown = [desk._shown(which, ((), ("language",)), True) for which in Heap]
        shown += [board._shown(band, True, False, False, by_team) for band in Band for by_team in (False, True)]
        shown += [searching._shown(("name", "email"), ((), (GIVEN,)), True), listing._THESE]
        for question in shown:
            found = plan(question)
            assert "SEARCH cases USING INTEGER PRIMARY KEY (rowid=?)" in found, found
            assert re.search(r"SEARCH contacts USING INDEX \S+ \(case_id=\?\)( LEFT-JOIN)?$", found, re.M)
            assert "AUTOMATIC" not in found and "SCAN contacts" not in found, found

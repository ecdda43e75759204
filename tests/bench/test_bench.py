"""The bench itself: it runs, it counts what was really done, and it refuses to time a portal that answers wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from tests.bench import desk
from tests.bench.__main__ import Plan, Row, run, told
from tests.bench.databases import SETTINGS, sqlite
from tests.bench.filling import MODELS, fill
from tests.bench.loading import Refused, load
from tests.bench.serving import NeverAnswered, served
from tests.bench.visitor import REQUESTS


def test_a_quick_bench_prints_a_row_of_real_figures() -> None:
    plan = Plan(engines=("sqlite",), stored=(0,), workers=(1,), clients=(2,), seconds=2.0)
    row = next(one for one in run(plan) if isinstance(one, Row))
    assert row.journeys.done >= 1
    assert len(row.journeys.steps) >= row.journeys.done * REQUESTS
    assert 0 < row.journeys.step(50) <= row.journeys.step(99)
    assert row.journeys.server_cpu > 0
    assert row.landing.done >= 1
    assert all(0 < one.uss <= one.pss for one in row.memory)
    assert told(row).startswith("SQLite ")


def test_every_journey_that_is_counted_left_a_case_and_its_letters(tmp_path: Path) -> None:
    with sqlite() as database:
        with served(1, database.environment, tmp_path / "log") as server:
            done = load(server, "journey", 1, 2.0).done
        with database.app().app_context():
            assert done <= db.session.query(Case).count() <= done + 1  # the last one may have ended too late to count
            assert db.session.query(Letter).count() >= done


def test_a_portal_without_tables_is_not_timed(tmp_path: Path) -> None:
    bare = SETTINGS | {"PORTAL_INSTANCE": str(tmp_path)}
    with served(1, bare, tmp_path / "log") as server, pytest.raises(Refused, match="500"):
        load(server, "journey", 1, 0.5)


def test_a_portal_that_does_not_start_is_told_in_its_own_words(tmp_path: Path) -> None:
    broken = SETTINGS | {"PORTAL_INSTANCE": str(tmp_path), "PORTAL_AUTHORITY": "atlantis"}
    with pytest.raises(NeverAnswered, match="atlantis"), served(1, broken, tmp_path / "log"):
        pass


@pytest.mark.slow
def test_copied_cases_open_like_real_ones_and_no_two_share_a_number() -> None:
    with sqlite() as database:
        fill(database, 3 * MODELS)
        with database.app().app_context():
            assert db.session.query(Case.reference).distinct().count() == 3 * MODELS
            copied = db.session.get_one(Case, 3 * MODELS)
            assert str(copied.told.answers["story"]).startswith("I have moved three times")
            assert str(copied.contact.details["name"]).startswith("Person ")


@pytest.mark.parametrize(("p50", "weight", "over"), [(15.0, 8000, False), (15.1, 100, True), (2.0, 8001, True)])
def test_a_page_of_the_desk_that_is_too_slow_or_too_heavy_is_marked(p50: float, weight: int, over: bool) -> None:
    page = desk.Timed("SQLite", "board red", 50, [p50 - 1, p50, p50 + 90], weight, 8.0)
    assert page.over is over
    assert desk.told(page).endswith("TOO MUCH") is over

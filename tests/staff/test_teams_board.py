"""The board of a team: the same bands as everybody's, kept in step with its cases whatever happens to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.clock_rules import PauseReason
from portal.domain.rag import Band
from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.board import Narrowed, Place, first_of_bands, on_board
from portal.records.cases import Case
from portal.records.concerns import CaseTeam
from portal.services import handling, proceeding_clocks, stating
from portal.services.case_writing import by_team, changing
from tests import makers as make
from tests.staff.conftest import SignIn

NOW = datetime(2026, 12, 3, 12, tzinfo=UTC)
TEAMS = ("looked_after", "fostering", "early_help")


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOW)


def test_a_team_sees_its_own_cases_and_those_it_shares(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        officer = make.officer().id
        own, shared, other = (make.case(received=date(2026, 11, 17)) for _ in range(3))
        stating.set_teams(own.id, officer, "fostering", [])
        stating.set_teams(shared.id, officer, "looked_after", ["fostering"])
        stating.set_teams(other.id, officer, "looked_after", [])
    page = sign_in().open("/staff/board?team=fostering").page
    assert [link.get_text().replace("-", "") for link in page.select("tbody th a")] == [own.reference, shared.reference]


def test_a_teams_board_follows_every_change_of_a_case(either_app: Flask) -> None:
    chance = Random(3)
    with either_app.app_context():
        officer = make.officer().id
        numbers = [make.case(received=date(2026, 11, day)).id for day in (4, 9, 16, 17, 20, 24, 30) for _ in range(3)]
        for number in numbers:
            for _ in range(2):
                _something_happens(number, officer, chance)
        db.session.expire_all()
        for row in db.session.scalars(select(CaseTeam)):
            case = db.session.get_one(Case, row.case_id)
            kept = (row.open, row.officer_id, row.paused, row.due_on, row.due_max_on, row.amber_on)
            still_open = case.state in (State.RECEIVED, State.ACCEPTED)
            assert kept == (still_open, case.officer_id, case.paused, case.due_on, case.due_max_on, case.amber_on)
        for team in TEAMS:
            theirs = set(db.session.scalars(select(CaseTeam.case_id).where(CaseTeam.team == team)))
            for band in Band:
                everybody = [case.id for case in on_board(band, NOW.date(), Narrowed()) if case.id in theirs]
                assert [case.id for case in on_board(band, NOW.date(), Narrowed(team=team))] == everybody
                assert sorted(first_of_bands(NOW.date(), Narrowed(team=team))[band]) == sorted(everybody)


def _something_happens(number: int, officer: int, chance: Random) -> None:
    case = db.session.get_one(Case, number)
    deed = chance.choice(["teams", "teams", "pause", "answer", "withdraw", "acknowledge"])
    if deed == "teams":
        primary, *shared = chance.sample(TEAMS, chance.choice([1, 2]))
        stating.set_teams(number, officer, primary, shared)
    elif deed == "pause" and case.state is State.RECEIVED and not case.paused and case.due_on > NOW.date():
        proceeding_clocks.pause(number, officer, PauseReason.AWAITING_ADVOCATE, "", "We wait.")
    elif deed == "answer" and case.state is State.RECEIVED:
        handling.answer(number, officer, "We are sorry.")
    elif deed == "acknowledge" and case.state is State.RECEIVED:
        handling.acknowledge(number, officer, "We have it.")
    elif deed == "withdraw":
        with changing(number) as changed:
            changed.state = State.WITHDRAWN
            by_team(changed, Happening.NOTE, officer, "They took it back.")


@pytest.mark.parametrize("latest_first", [False, True])
@pytest.mark.parametrize("narrowed", ["nobody", "team", "officer", "both"])
def test_the_pages_of_a_narrowed_board_follow_each_other_without_a_gap(
    app: Flask, monkeypatch, narrowed: str, latest_first: bool
) -> None:
    monkeypatch.setattr("portal.records.listing.PAGE", 3)
    with app.app_context():
        officer = make.officer().id
        made = [make.case(received=date(2026, 11, day)).id for day in (4, 4, 4, 4, 3, 2, 3, 2)]
        for number in made:
            stating.set_teams(number, officer, "fostering", ["early_help"])
            handling.assign(number, officer, officer)
        only = Narrowed(
            officer_id=officer if narrowed in ("officer", "both") else None,
            team="early_help" if narrowed in ("team", "both") else None,
        )
        seen, place = list[int](), None
        while page := on_board(Band.BEYOND, date(2027, 2, 1), only, latest_first=latest_first, after=place)[:3]:
            seen += [case.id for case in page]
            place = Place(page[-1].due_on, page[-1].id)
        assert len(seen) == len(made) and set(seen) == set(made)

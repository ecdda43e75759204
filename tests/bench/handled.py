"""What the team has done with the bench's models: officers, teams, concerns, steps, clocks that ran or stood still."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from secrets import token_hex

import time_machine
from sqlalchemy import update

from portal import clock
from portal.domain.access import Role
from portal.domain.clock_events import Agreed, Extended, Paused
from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.procedures import Procedure
from portal.domain.words import Happening, LetterState, Side, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import Concern
from portal.records.letters import Letter
from portal.records.officers import Officer
from portal.records.steps import StepTaken
from portal.services.proceeding_clocks import FIRST, enter, refresh, stop
from portal.services.recording import record
from portal.services.stating import put_teams
from portal.services.transactions import writing

OPEN = timedelta(days=60)
"""Cases older than this are answered and closed."""
NEW = timedelta(days=5)
"""Cases younger than this have not had their first letter."""
OFFICERS = 20
TEAMS = ("first_contact", "children_in_need", "looked_after", "fostering", "leaving_care", "disabled_children")
RARE_TEAM = "commissioning"
"""Has cases, but only closed ones: whoever asks for its open ones must not wait until all others were looked at."""


def add_officers() -> range:
    """Officers among whom the cases are shared, and the numbers they got; nobody signs in with their passwords."""
    with writing():
        made = [
            Officer(
                email=f"officer{number}@council.example", name=f"Robin Kestrel-{number}", public_name="Robin",
                roles=[Role.COMPLAINTS_OFFICER.value], fs_uniquifier=token_hex(32), mf_recovery_codes=[],
                added_at=clock.now(),
            )
            for number in range(OFFICERS)
        ]  # fmt: skip
        db.session.add_all(made)
        db.session.flush()
        return range(made[0].id, made[-1].id + 1)


def handle(case: Case, now: datetime, officers: range, chance: Random) -> None:
    """Do with a case that has just arrived what a team would have done with it until now."""
    received, age = case.received_at, now - case.received_at
    teams = [RARE_TEAM] if age > OPEN and chance.random() < 0.05 else chance.sample(TEAMS, chance.choice([1, 1, 2]))
    put_teams(case, teams)
    if age <= NEW:
        return
    case.officer_id = chance.choice(officers)
    with time_machine.travel(received + timedelta(days=1), tick=False):
        _take_on(case, teams[0], chance)
    if age > OPEN:
        with time_machine.travel(received + timedelta(days=12), tick=False):
            _close(case)
    else:
        _keep_open(case, chance)


def _take_on(case: Case, team: str, chance: Random) -> None:
    today = clock.today()
    case.state, case.acknowledged_on, case.look_by = State.ACCEPTED, today, None
    stop(case, (ClockId.ACKNOWLEDGEMENT,), today, case.officer_id)
    record(case, Happening.ACKNOWLEDGED, clock.now(), side=Side.TEAM, officer_id=case.officer_id)
    _step(case, "to_statutory", Procedure.STATUTORY, "S1_open")
    for number in range(1, chance.choice([2, 2, 3])):
        concern = Concern(case_id=case.id, number=number, category="communication", team=team, recorded_at=clock.now())
        concern.words, concern.primary = "Nobody told them why things changed.", number == 1
        db.session.add(concern)


def _close(case: Case) -> None:
    today = clock.today()
    stop(case, FIRST, today, case.officer_id)
    record(case, Happening.ANSWERED, clock.now(), side=Side.TEAM, officer_id=case.officer_id)
    _step(case, "send", Procedure.STATUTORY, "S1_responded")
    _step(case, "close", Procedure.STATUTORY, "closed")
    case.state, case.beneath, case.answered_on = State.CLOSED, "S1_responded", today
    case.waiting_for_us, case.urgent = False, False
    sent = {"state": LetterState.SENT, "sent_at": case.received_at + timedelta(minutes=1)}
    db.session.execute(update(Letter).where(Letter.case_id == case.id).values(sent))


def _keep_open(case: Case, chance: Random) -> None:
    """Some of those at work wait for an advocate, some were given more time."""
    case.waiting_for_us = chance.random() < 0.4
    way = chance.random()
    with time_machine.travel(case.received_at + timedelta(days=3), tick=False):
        today = clock.today()
        if way < 0.12:
            enter(case, ClockId.STAGE_1, Paused(today, PauseReason.AWAITING_ADVOCATE, ""), case.officer_id)
        elif way < 0.25:
            more = Extended(today, case.due_max_on, "A witness is away.", Agreed.NOT_ASKED)
            enter(case, ClockId.STAGE_1, more, case.officer_id)
        refresh(case)


def _step(case: Case, event: str, procedure: Procedure, reached: str) -> None:
    taken = StepTaken(
        case_id=case.id, procedure=case.procedure.value, event=event, left=case.step, reached=reached,
        officer_id=case.officer_id, at=clock.now(),
    )  # fmt: skip
    taken.details = {"reason": "", "confirmed": ""}
    db.session.add(taken)
    case.procedure, case.step = procedure, reached

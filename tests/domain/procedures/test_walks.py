"""A hundred thousand steps through every procedure, drawn at random: what must never happen does not."""

from __future__ import annotations

import random

import pytest

from portal.domain.clock_rules import ClockId
from portal.domain.procedures import Procedure
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import NotPossible, Step, choices, follow
from portal.domain.words import State
from tests.domain.procedures.model import RUNNING, STOPPED, Walked

STEPS = 100_000
ANSWERS = (
    ClockId.STAGE_1, ClockId.STAGE_2, ClockId.PANEL, ClockId.PANEL_REPORT, ClockId.DIRECTOR,
    ClockId.CORPORATE_STAGE_1, ClockId.CORPORATE_STAGE_2, ClockId.ENQUIRY, ClockId.MEMBER_ENQUIRY,
)  # fmt: skip
OVER = {State.ANSWERED, State.WITHDRAWN, State.CLOSED}


def walk(chance: random.Random, steps: int) -> list[tuple[Walked, str, Step]]:
    """Take steps at random until there are enough of them; a case that has ended begins anew now and then."""
    case, taken = Walked(), []
    while len(taken) < steps:
        facts = set(Fact) if chance.random() < 0.7 else {fact for fact in Fact if chance.random() < 0.6}
        roles = set(Who) if chance.random() < 0.7 else {chance.choice(list(Who))}
        open_to = [choice for choice in choices(case.table, case.state, roles, facts) if not choice.missing]
        if not open_to or (case.state in case.table.ends and chance.random() < 0.5):
            if chance.random() < 0.5 or case.state in case.table.ends:
                case = Walked()
            continue
        event = chance.choice(open_to).step.event
        before, step = case.state, follow(case.table, case.state, event, roles, facts)
        case.take(step)
        taken.append((case, before, step))
        check(case, before, step)
    return taken


def check(case: Walked, before: str, step: Step) -> None:
    """What holds after every step, whoever took it."""
    here = f"{case.procedure}: {before} --{step.event}--> {case.state}"
    assert case.state in case.table.places, here
    due = case.place.clock
    if due is not None and due in ANSWERS:
        assert case.clocks.get(due, STOPPED) != STOPPED, f"{here}: nothing says when the answer is due"
    if case.place.heap in OVER:
        running = [clock for clock in ANSWERS if case.clocks.get(clock) == RUNNING]
        assert not running, f"{here}: {running} run on after the end"
    if step.event == "decline_next":
        assert Fact.REFUSAL_WARNING_READ in step.needs, f"{here}: refused without reading the warning"
    if step.event == "go_on":
        assert case.state != "paused_reg8", here


@pytest.mark.parametrize("seed", range(10))
def test_nothing_forbidden_happens_in_a_hundred_thousand_steps(seed: int) -> None:
    taken = walk(random.Random(seed), STEPS // 10)
    assert len(taken) == STEPS // 10


def test_the_walks_come_by_every_state_of_every_procedure() -> None:
    seen = {("intake", "draft")}
    for seed in range(10):
        case, chance = Walked(), random.Random(1000 + seed)
        for _ in range(8_000):
            here = [choice for choice in choices(case.table, case.state, set(Who), set(Fact)) if not choice.missing]
            if not here or chance.random() < 0.02:
                case = Walked()
                continue
            case.take(chance.choice(here).step)
            seen.add((case.procedure.value, case.state))
    every = {(procedure.value, state) for procedure in Procedure for state in Walked(procedure).table.places}
    assert seen == every


def test_a_walk_notices_a_clock_that_was_forgotten() -> None:
    case = Walked(Procedure.STATUTORY, "S1_open")
    with pytest.raises(AssertionError, match="nothing says when"):
        check(case, "triage", case.table.steps[0])


def test_somebody_without_the_role_is_refused_with_the_reason() -> None:
    case = Walked(Procedure.STATUTORY, "S2_requested")
    with pytest.raises(NotPossible, match="Somebody else"):
        follow(case.table, case.state, "decline_next", {Who.SERVICE_MANAGER}, set(Fact))
    with pytest.raises(NotPossible, match="Read first what the Ombudsman says"):
        follow(case.table, case.state, "decline_next", {Who.COMPLAINTS_MANAGER}, {Fact.REASON_GIVEN})

"""A case as the tables alone make it: where it stands, what lies beneath, and which clocks run."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.domain.clock_rules import RULES, ClockId
from portal.domain.procedures import TABLES, Procedure
from portal.domain.stage_words import Doing
from portal.domain.stages import BACK, Effect, Place, Step, Table

RUNNING, PAUSED, STOPPED = "running", "paused", "stopped"


@dataclass
class Walked:
    """A case on its walk."""

    procedure: Procedure = Procedure.INTAKE
    state: str = "draft"
    beneath: list[str] = field(default_factory=list)
    clocks: dict[ClockId, str] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        return TABLES[self.procedure]

    @property
    def place(self) -> Place:
        return self.table.places[self.state]

    def take(self, step: Step) -> None:
        """Go one step, with its clocks."""
        if step.to == BACK:
            self.state = self.beneath.pop()
        elif step.to:
            if step.to in {"closed", "withdrawn", "paused_reg8"}:
                self.beneath.append(self.state)
            else:
                self.beneath.clear()
            if step.into:
                self.procedure = Procedure(step.into)
            self.state = step.to
        for effect in step.clocks:
            self._do(effect)

    def _do(self, effect: Effect) -> None:
        clocks = [effect.clock] if effect.clock else list(self.clocks)
        for clock in clocks:
            now = self.clocks.get(clock)
            if effect.doing is Doing.START and now != RUNNING:
                self.clocks[clock] = RUNNING
            elif effect.doing is Doing.STOP and now:
                self.clocks[clock] = STOPPED
            elif effect.doing is Doing.PAUSE and now == RUNNING and effect.reason in RULES[clock].pauses:
                self.clocks[clock] = PAUSED
            elif effect.doing is Doing.RESUME and now == PAUSED:
                self.clocks[clock] = RUNNING
            elif effect.doing is Doing.UNDO:
                self.clocks.pop(clock, None)
            elif effect.doing is Doing.REVIVE and now == STOPPED and clock is self.place.clock:
                self.clocks[clock] = RUNNING

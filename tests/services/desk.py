"""A desk for stories: one case and the officers who work on it; every deed is a real one."""

from __future__ import annotations

from datetime import UTC, date, datetime

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.findings import Outcome
from portal.domain.journeys.pages import Answer
from portal.domain.stage_words import Fact
from portal.domain.words import Kind, State
from portal.services.case_writing import changing
from portal.services.concerns import Head, add
from portal.services.deciding import decide
from portal.services.proceeding_clocks import ledgers
from portal.services.stage_facts import Given
from portal.services.stepping import by_person, take
from tests import makers as make

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)
READ = Given(
    reason="Read it with the team.", words="We have taken this on.", confirmed=frozenset({Fact.ELIGIBILITY_RECORDED})
)


class Desk:
    """A case and the officers who work on it; every deed is a real one."""

    def __init__(self, kind: Kind = Kind.COMPLAINT, **answers: Answer) -> None:
        self.made = make.case(kind=kind, **answers)
        self.officer = make.officer(Role.COMPLAINTS_OFFICER).id
        self.manager = make.officer(Role.COMPLAINTS_MANAGER).id
        self.team = make.officer(Role.TEAM_MANAGER).id
        self.senior = make.officer(Role.SENIOR_MANAGER).id
        self.director = make.officer(Role.DIRECTOR).id

    def do(self, who: int, event: str, reason: str = "", *confirmed: Fact, **more: object) -> None:
        given = Given(reason=reason, words=f"Letter about {event}.", confirmed=frozenset(confirmed), **more)  # type: ignore[arg-type]
        take(self.made.id, who, event, given)

    def person(self, event: str) -> None:
        with changing(self.made.id) as case:
            by_person(case, event)

    def taken_on(self) -> None:
        take(self.made.id, self.officer, "to_statutory", READ)
        add(self.made.id, self.officer, Head("They moved my meeting.", "communication"))

    def answered(self, stage: int = 1) -> None:
        decide(self.made.id, self.senior, stage, {1: Outcome.UPHELD})
        self.do(self.team, "draft")
        self.do(self.manager, "check")
        self.do(self.senior, "sign")
        self.do(self.team, "send")

    @property
    def where(self) -> tuple[str, str, State]:
        case = self.made.case
        return case.procedure.value, case.step, case.state

    def runs(self, which: ClockId) -> bool:
        ledger = ledgers(self.made.id).get(which)
        return bool(ledger and ledger.events) and ledger.reading(date(2027, 12, 31)).stopped is None  # type: ignore[union-attr]

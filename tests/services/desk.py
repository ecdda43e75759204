"""A desk for stories: one case and the officers who work on it; every deed is a real one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from portal.domain.access import Role
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility import Answers
from portal.domain.eligibility_words import Before, Complainant, Elsewhere, Matter, Reason, Route, Safety, Wants, When
from portal.domain.findings import Outcome
from portal.domain.journeys.pages import Answer
from portal.domain.stage_words import Fact
from portal.domain.words import Kind, State
from portal.services.case_writing import changing
from portal.services.concerns import Head, add
from portal.services.deciding import decide
from portal.services.proceeding_clocks import ledgers
from portal.services.screening import look_at, looked_at
from portal.services.stage_facts import Given
from portal.services.stepping import by_person, take
from portal.services.turning_away import turn_away
from tests import makers as make

Set = Callable[[datetime], None]
MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)
READ = Given(reason="Read it with the team.", words="We have taken this on.")
LOOKED = Answers(
    safety=Safety.SAFE, wants=Wants.ANSWER, matter=Matter.SUPPORT, complainant=Complainant.CHILD, when=When.WITHIN,
    elsewhere=Elsewhere.NOTHING, before=Before.NEW,
)  # fmt: skip
"""A child in care about something of this year: for the statutory procedure."""


class Desk:
    """A case and the officers who work on it; every deed is a real one."""

    def __init__(self, kind: Kind = Kind.COMPLAINT, **answers: Answer) -> None:
        self.made = make.case(kind=kind, **answers)
        self.officer = make.officer(Role.COMPLAINTS_OFFICER).id
        self.manager = make.officer(Role.COMPLAINTS_MANAGER).id
        self.team = make.officer(Role.TEAM_MANAGER).id
        self.senior = make.officer(Role.SENIOR_MANAGER).id
        self.director = make.officer(Role.DIRECTOR).id
        self.look()

    def look(self, answers: Answers = LOOKED) -> None:
        """Answer the questions of triage."""
        look_at(self.made.id, self.officer, answers)

    def do(self, who: int, event: str, reason: str = "", *confirmed: Fact, **more: object) -> None:
        given = Given(reason=reason, words=f"Letter about {event}.", confirmed=frozenset(confirmed), **more)  # type: ignore[arg-type]
        take(self.made.id, who, event, given)

    def person(self, event: str) -> None:
        with changing(self.made.id) as case:
            by_person(case, event)

    def taken_on(self) -> None:
        if not looked_at(self.made.case):
            self.look()
        take(self.made.id, self.officer, "to_statutory", READ)
        add(self.made.id, self.officer, Head("They moved my meeting.", "communication"))

    def turned_away(self, reason: Reason, route: Route = Route.OMBUDSMAN, event: str = "to_ineligible") -> None:
        """Proposed by the officer, against what the answers point to."""
        turn_away(self.made.id, self.officer, event, reason, route, READ)

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

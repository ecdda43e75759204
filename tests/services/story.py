"""What a story asks of the desk: where a case lies, which clocks ran until when, and every letter that was written."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta

from flask import Flask
from sqlalchemy import select

from portal import clock
from portal.domain.clock_rules import ClockId
from portal.domain.eligibility import Answers
from portal.domain.procedures import Procedure
from portal.domain.words import Happening, Kind, Side
from portal.extensions import db
from portal.public.tracking_page import stage_of
from portal.records.desk import Heap, Only, lying
from portal.records.documents import Document
from portal.records.letters import Letter
from portal.records.steps import steps_of
from portal.records.timeline import messages_of, timeline_of
from portal.services import tracking
from portal.services.proceeding_clocks import ledgers
from portal.services.screening import look_at, looked_at
from portal.services.stepping import take
from portal.services.tracking_seen import Seen
from portal.staff.due import look_ahead
from tests.services.desk import LOOKED, MONDAY, READ, Desk

At = Callable[[datetime], None]


class Story(Desk):
    """A case of any kind, and what a person would notice about it."""

    def look(self, answers: Answers = LOOKED) -> None:
        """Only what came as a complaint is asked the questions of triage."""
        if self.made.case.procedure is Procedure.INTAKE:
            super().look(answers)

    def route(self, event: str) -> None:
        """The desk decides how it is dealt with."""
        routed(self.made.id, self.officer, event, looked=looked_at(self.made.case))

    def later(self, at: At, days: int) -> None:
        at(MONDAY + timedelta(days=days))

    @property
    def heap(self) -> list[str]:
        """The heaps of the inbox in which it lies today."""
        lies = lying(Only(), look_ahead(clock.today())).heaps
        return [one.value for one in (Heap.NEW, Heap.URGENT, Heap.DUE) if self.made.id in lies[one]
                and (one is not Heap.DUE or self.made.case.due_on <= clock.today())]  # fmt: skip

    def started(self, which: ClockId) -> date:
        return ledgers(self.made.id)[which].events[0].on

    def stopped(self, which: ClockId) -> date | None:
        return ledgers(self.made.id)[which].reading(date(2027, 12, 31)).stopped

    def letters(self) -> set[str]:
        """The letters that were written to anybody, by the name of what they are for."""
        return set(db.session.scalars(select(Letter.kind).where(Letter.about == f"case:{self.made.id}")))

    def happened(self, what: Happening) -> int:
        return sum(line.happening is what for line in timeline_of(self.made.id))

    def told(self) -> int:
        """How often the team wrote to the person."""
        return sum(message.side is Side.TEAM for message in messages_of(self.made.id))

    def papers(self) -> list[str]:
        """Every letter that the person got on their page, in order, by its kind."""
        mine = select(Document.kind).where(Document.case_id == self.made.id).order_by(Document.id)
        return [kind.value for kind in db.session.scalars(mine)]

    @property
    def page(self) -> str:
        """The stage whose words the person reads on their page today."""
        return stage_of(self._seen()).code

    def may(self) -> set[str]:
        """What the person can still do there beside writing."""
        seen = self._seen()
        able = {"go_on": seen.may_go_on, "complain": seen.may_complain, "take_back": seen.may_take_back}
        return {name for name, yes in able.items() if yes}

    def _seen(self) -> Seen:
        visitor = secrets.token_bytes(32)
        tracking.open_visit(visitor, self.made.id, None)
        return tracking.see(visitor)

    def deed(self, deed: Callable[[bytes], None]) -> None:
        """Something the person does from their page."""
        visitor = secrets.token_bytes(32)
        tracking.open_visit(visitor, self.made.id, None)
        deed(visitor)

    @property
    def steps(self) -> list[str]:
        return [step.event for step in steps_of(self.made.id)]


def routed(case_id: int, officer_id: int, event: str, *, looked: bool = False) -> None:
    """Out of triage by this way, whatever the answers point to: one place to change when the questions do."""
    if not looked:
        look_at(case_id, officer_id, LOOKED)
    take(case_id, officer_id, event, READ)


def story_at_monday(app: Flask, at: At, kind: Kind = Kind.COMPLAINT, **answers: str) -> Story:
    """Something of this kind arrives on a Monday morning."""
    at(MONDAY)
    with app.app_context():
        return Story(kind=kind, **answers)

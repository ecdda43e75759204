"""Taking an entry of a register one step on: the table of its procedure decides, and every step is kept as a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import clock
from portal.domain.clock_rules import ClockId
from portal.domain.procedures import TABLES, Procedure
from portal.domain.register_words import MAY_BE_ANSWERED, MemberConsent, OmbudsmanOutcome
from portal.domain.stage_words import Doing, Fact
from portal.domain.stages import BACK, Choice, Place, Step, choices, follow
from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry, lines_of
from portal.services.case_writing import NotLikeThis, by_team
from portal.services.duties import duties_by_role
from portal.services.registering import MEMBER, OMBUDSMAN, keep_line, locked, refuse_order
from portal.services.transactions import writing

PROCEDURES: Mapping[str, Procedure] = {OMBUDSMAN: Procedure.OMBUDSMAN, MEMBER: Procedure.MEMBER}
CLOCKS = frozenset({ClockId.MEMBER_ENQUIRY, ClockId.OMBUDSMAN_ENQUIRY})
ENTERED_AS_COMPLAINT = "closed"


@dataclass(frozen=True, slots=True)
class Brought:
    """What comes with a step: the day it happened, why, and what that step asks besides; None is not asked."""

    on: date | None = None
    reason: str = ""
    due_on: date | None = None
    consent: MemberConsent | None = None
    team: str = ""
    case_id: int | None = None
    outcome: OmbudsmanOutcome | None = None
    investigated: bool | None = None
    remedy: str = ""
    pence: int | None = None
    remedy_due_on: date | None = None


def place_of(register: str, row: MemberEnquiry | OmbudsmanEnquiry) -> Place:
    """Where an entry stands."""
    return TABLES[PROCEDURES[register]].places[row.state]


def late(register: str, row: MemberEnquiry | OmbudsmanEnquiry) -> bool:
    """Whether an answer is owed and its day has passed."""
    return place_of(register, row).clock is not None and row.replied_on is None and row.due_on < clock.today()


def possible(register: str, row: MemberEnquiry | OmbudsmanEnquiry, officer_id: int) -> tuple[Choice, ...]:
    """Every step this officer could take with the entry now, those that are ready first."""
    return choices(TABLES[PROCEDURES[register]], row.state, duties_by_role(officer_id), _facts(row, Brought()))


def take(register: str, entry_id: int, officer_id: int, event: str, brought: Brought) -> None:
    """Take a step with an entry. Raises `NotPossible`, `NotThere` and `NotLikeThis`."""
    with writing():
        row = locked(register, entry_id)
        step = follow(TABLES[PROCEDURES[register]], row.state, event, duties_by_role(officer_id), _facts(row, brought))
        on, left = brought.on or clock.today(), row.state
        refuse_order(row.received_on, max(row.due_on, row.received_on), on)
        _bring(row, step, brought, on)
        _stand(register, row, step)
        _count(row, step, on)
        words = f"{step.label}: {brought.reason}" if brought.reason else step.label
        keep_line(register, row.id, officer_id, words, event=event, left=left, reached=row.state, counts_on=on)
        if step.into:
            _link(row, brought, officer_id)


def _facts(row: Any, brought: Brought) -> frozenset[Fact]:
    consent = brought.consent or MemberConsent(getattr(row, "consent", MemberConsent.NOT_CHECKED))
    true = {Fact.REASON_GIVEN: bool(brought.reason), Fact.CONSENT_CHECKED: consent in MAY_BE_ANSWERED}
    return frozenset(fact for fact, holds in true.items() if holds)


def _bring(row: Any, step: Step, brought: Brought, on: date) -> None:
    """Keep what the step brought with it. Raises `NotLikeThis` when something it cannot do without is missing."""
    if step.event == "allocate":
        if not brought.team:
            raise NotLikeThis("Pick the team that answers.", "team")
        row.team, row.consent = brought.team, (brought.consent or MemberConsent(row.consent)).value
    elif step.event in ("asked", "provisional"):
        if brought.due_on is None or brought.due_on < on:
            raise NotLikeThis("Write the date by which their letter wants an answer.", "due_on")
        row.due_on, row.replied_on = brought.due_on, None
    elif step.event == "decided":
        if brought.outcome in (None, OmbudsmanOutcome.ONGOING):
            raise NotLikeThis("Pick what they decided.", "outcome")
        row.outcome, row.decided_on, row.investigated = brought.outcome.value, on, bool(brought.investigated)
    elif step.event == "remedy":
        if not brought.remedy or brought.remedy_due_on is None:
            raise NotLikeThis("Write what we have to do, and by when.", "remedy")
        row.texts = {**row.texts, "remedy": brought.remedy}
        row.pence, row.remedy_due_on = brought.pence, brought.remedy_due_on
    elif step.event == "remedied":
        row.remedied_on = on


def _stand(register: str, row: Any, step: Step) -> None:
    if step.into:
        row.state = ENTERED_AS_COMPLAINT  # from here on the case is what is looked at
    elif step.to == BACK:
        row.state = next(line.left for line in reversed(lines_of(register, row.id)) if line.reached == row.state)
    elif step.to:
        row.state = step.to
    heap = place_of(register, row).heap
    row.open = heap is State.ACCEPTED or (register == OMBUDSMAN and heap is not State.CLOSED)


def _count(row: Any, step: Step, on: date) -> None:
    """What a stop of its clock means for an entry: an answer was sent, unless they took it out of our hands."""
    stops = any(effect.doing is Doing.STOP and effect.clock in CLOCKS for effect in step.clocks)
    if stops and step.event in ("reply", "answered"):
        row.replied_on = on


def _link(row: Any, brought: Brought, officer_id: int) -> None:
    if brought.case_id is None and row.case_id is None:
        raise NotLikeThis("Record the complaint first, and write its number here.", "case")
    row.case_id = brought.case_id or row.case_id
    by_team(db.session.get_one(Case, row.case_id), Happening.REGISTER_LINKED, officer_id, "It came out of an enquiry")

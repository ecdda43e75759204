"""What is true of a case, as far as its next steps ask: read from what is kept, or confirmed by the officer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from flask import current_app

from portal import clock
from portal.domain.authority import Authority
from portal.domain.clock_rules import ClockId
from portal.domain.procedures import TABLES
from portal.domain.stage_words import Fact
from portal.domain.stages import asked_at
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.concerns import concerns_of, statements_of
from portal.records.officers import Officer
from portal.records.steps import draft_of
from portal.records.timeline import timeline_of
from portal.services import later_stage_facts, praise_facts, screening_facts
from portal.services.conflicts import concerned
from portal.services.deciding import undecided
from portal.services.proceeding_clocks import answering, ledgers


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with a step: why, what the person is told, a new date, a manager, what the officer confirms."""

    reason: str = ""
    words: str = ""
    until: date | None = None
    handler_id: int | None = None
    confirmed: frozenset[Fact] = frozenset()


CONFIRMED = frozenset(
    {
        Fact.TERMS_AGREED, Fact.SKIP_AGREED, Fact.REFUSAL_WARNING_READ, Fact.PROCEEDINGS_NAMED, Fact.CHILD_AGREES,
        Fact.SAME_PERSON_SAME_ISSUE, Fact.EARLY_REFERRAL_AGREED,
    }
)  # fmt: skip
"""What only a person can know: the officer ticks it, and that they did is kept with the step."""

Read = Callable[[Case, Given], bool]


def facts_of(case: Case, given: Given) -> frozenset[Fact]:
    """Of all that a step asks for where the case stands, what is true of it with what is given."""
    asked = asked_at(TABLES[case.procedure], case.step)
    read = {fact for fact in asked if fact in _READ and is_so(fact, case, given)}
    return frozenset(read | (given.confirmed & CONFIRMED))


def is_so(fact: Fact, case: Case, given: Given) -> bool:
    """Whether one thing that can be read is true of this case with what is given."""
    return _READ[fact](case, given)


def stage_of(case: Case) -> int:
    """The stage in which the case stands: 1, 2 or 3."""
    return int(case.step[1]) if case.step[:1] in "SC" and case.step[1:2].isdigit() else 1


def _outcomes(case: Case, _given: Given) -> bool:
    return bool(concerns_of(case.id)) and not undecided(case.id, stage_of(case))


def _handler(case: Case, given: Given) -> bool:
    taker = db.session.get(Officer, given.handler_id) if given.handler_id else None
    return taker is not None and taker.active and not concerned([case], taker.name)


def _another(case: Case, given: Given) -> bool:
    return given.handler_id is not None and given.handler_id != case.handler_id


def _written(case: Case, _given: Given) -> bool:
    return draft_of(case.id) is not None


def _checked(case: Case, _given: Given) -> bool:
    draft = draft_of(case.id)
    return draft is not None and draft.checked_by is not None


def _signed(case: Case, _given: Given) -> bool:
    draft = draft_of(case.id)
    return draft is not None and draft.signed_by is not None


def _beyond(case: Case, _given: Given | None = None) -> bool:
    ledger = ledgers(case.id).get(answering(case))
    if ledger is None or not ledger.events:
        return False
    reading = ledger.reading(max(clock.today(), ledger.events[-1].on))
    return (
        not reading.paused and reading.stopped is None and (reading.beyond or (reading.latest is None and reading.late))
    )


def _within(case: Case, given: Given) -> bool:
    ledger = ledgers(case.id).get(answering(case))
    if ledger is None or not ledger.events or given.until is None:
        return False
    latest = ledger.reading(max(clock.today(), ledger.events[-1].on)).latest
    return latest is None or given.until <= latest


def _in_window(case: Case, _given: Given) -> bool:
    council: Authority = current_app.extensions["portal.authority"]
    if not council.options.s3_request_window_hard:
        return True
    ledger = ledgers(case.id).get(ClockId.STAGE_3_REQUEST)
    if ledger is None or not ledger.events:
        return True
    return not ledger.reading(max(clock.today(), ledger.events[-1].on)).late


def _advocate(case: Case, _given: Given) -> bool:
    asked = {Happening.ADVOCATE_ASKED}
    return any(line.happening in asked for line in timeline_of(case.id)) or bool(case.told.answers.get("advocate"))


def _agreed(case: Case, _given: Given) -> bool:
    versions = statements_of(case.id)
    return bool(versions) and max(versions, key=lambda one: one.version).agreed_on is not None


def _last(case: Case, *steps: str) -> bool:
    return case.beneath.split(" ")[-1] in steps or case.step in steps


_READ: Mapping[Fact, Read] = {
    Fact.OUTCOME_FOR_EACH_CONCERN: _outcomes,
    Fact.HANDLER_NOT_COMPLAINED_ABOUT: _handler,
    Fact.HANDLER_IS_ANOTHER_PERSON: _another,
    Fact.DRAFT_WRITTEN: _written,
    Fact.QUALITY_CHECKED: _checked,
    Fact.SIGNED_OFF: _signed,
    Fact.REASON_GIVEN: lambda _case, given: bool(given.reason),
    Fact.WITHIN_MAXIMUM: _within,
    **later_stage_facts.FACTS,
    Fact.PAST_LIMIT: _beyond,
    Fact.ANSWER_SENT_OR_LATE: _beyond,
    Fact.ADVOCATE_AWAITED: _advocate,
    Fact.STATEMENT_AGREED: _agreed,
    Fact.IN_WINDOW_OR_DISCRETION: _in_window,
    Fact.LATE_REQUEST: lambda case, given: not _in_window(case, given),
    **praise_facts.FACTS,
    **screening_facts.FACTS,
    Fact.STAGE_1_WAS_LAST: lambda case, _given: _last(case, "S1_responded", "S1_resolved", "C1_responded"),
    Fact.STAGE_2_WAS_LAST: lambda case, _given: _last(case, "S2_adjudicated", "S3_declined"),
}

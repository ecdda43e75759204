"""What the people of the demonstration do with cases at later stages, each through the service that does it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from portal import clock
from portal.domain.access import Role
from portal.domain.calendar import counting_from
from portal.domain.compliments import PraiseFor, Source
from portal.domain.eligibility import from_codes
from portal.domain.eligibility_words import Reason, Route
from portal.domain.findings import Outcome
from portal.domain.independence import Capacity, Ties
from portal.domain.recommendations import Author, Verdict
from portal.domain.stage_words import Fact
from portal.records.reports import recommendations_of
from portal.services import stepping
from portal.services.answering_recommendations import Answering, Doing, answer
from portal.services.appointing import Naming, appoint
from portal.services.concerns import Head, add
from portal.services.convening import set_day
from portal.services.deciding import decide
from portal.services.independents import Known, enter
from portal.services.praising import Praise, describe
from portal.services.receiving_reports import Received, receive, recommend
from portal.services.screening import look_at
from portal.services.stage_facts import Given
from portal.services.stating import agree_statement, write_statement
from portal.services.turning_away import turn_away

Deed = Mapping[str, Any]
Officers = Mapping[str, int]
LOOKED = {
    "safety": "safe", "wants": "answer", "matter": "support", "complainant": "child", "when": "within",
    "elsewhere": "nothing", "before": "new",
}  # fmt: skip
"""A child in care about something of this year; a deed names what differs."""


def _step(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    """One step of the procedure: `{ does = "step", event = "to_statutory", words = "…" }`."""
    stepping.take(case_id, officer, deed["event"], _given(deed, officers))


def _given(deed: Deed, officers: Officers) -> Given:
    return Given(
        reason=deed.get("reason", ""),
        words=deed.get("words", ""),
        handler_id=officers[deed["to"]] if "to" in deed else None,
        confirmed=frozenset(Fact(code) for code in deed.get("confirmed", ())),
    )


def _look(case_id: int, officer: int, deed: Deed, _: Officers) -> None:
    look_at(case_id, officer, from_codes({**LOOKED, **deed.get("found", {})}))


def _turn_away(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    reason, route = Reason(deed["why"]), Route(deed["route"])
    turn_away(case_id, officer, deed["event"], reason, route, _given(deed, officers))


def _concern(case_id: int, officer: int, deed: Deed, _: Officers) -> None:
    add(case_id, officer, Head(deed["words"], deed["category"]))


def _answered(case_id: int, _officer: int, deed: Deed, officers: Officers) -> None:
    """An outcome for the one concern, and an answer that is drafted, checked, signed and sent."""
    senior, stage = officers[Role.SENIOR_MANAGER], deed.get("stage", 1)
    decide(case_id, senior, stage, {1: Outcome(deed["outcome"])})
    drafter = officers[deed.get("drafter", Role.TEAM_MANAGER)]
    for who, event in ((drafter, "draft"), (officers[Role.COMPLAINTS_MANAGER], "check"), (senior, "sign")):
        stepping.take(case_id, who, event, Given(words=deed["words"]))
    stepping.take(case_id, drafter, "send", Given())


def _statement(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    write_statement(case_id, officer, deed["statement"])
    agree_statement(case_id, officer, clock.today())
    _step(case_id, officers[Role.COMPLAINTS_MANAGER], {**deed, "event": "agree_statement"}, officers)


def _name(case_id: int, officer: int, name: str, capacity: Capacity) -> None:
    signed = Ties(signed_on=clock.today())
    contact = {"email": f"{name.split()[0].lower()}@home.example", "phone": "", "address": ""}
    person = enter(officer, Known(name, "Invented", frozenset({capacity}), signed, contact))
    appoint(case_id, officer, Naming(person, capacity, clock.today() + timedelta(days=120), checked=True))


def _investigators(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    for name, capacity in zip(deed["names"], (Capacity.INVESTIGATOR, Capacity.INDEPENDENT_PERSON), strict=True):
        _name(case_id, officer, name, capacity)
    _step(case_id, officer, {**deed, "event": "appoint"}, officers)


def _adjudicated(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    """Both reports come, every recommendation is answered, and the decision is sent."""
    found, senior = Outcome(deed["outcome"]), officers[Role.SENIOR_MANAGER]
    receive(case_id, officer, Received(Author.INVESTIGATOR, clock.today(), deed["report"], True, {1: found}))
    receive(case_id, officer, Received(Author.INDEPENDENT_PERSON, clock.today(), deed["watched"], False))
    recommend(case_id, officer, Author.INVESTIGATOR, deed["recommends"], 1)
    stepping.take(case_id, officer, "reports_in", Given())
    decide(case_id, senior, 2, {1: found})
    doing = Doing(deed["recommends"], "Team manager", "all", clock.today() + timedelta(days=30))
    for one in recommendations_of(case_id, 2):
        answer(case_id, senior, 2, one.number, Answering(Verdict.ACCEPT, doing=doing))
    stepping.take(case_id, officers[Role.COMPLAINTS_MANAGER], "draft", Given(words=deed["words"]))
    stepping.take(case_id, senior, "adjudicate", Given())


def _panel(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    for place, name in enumerate(deed["names"]):
        _name(case_id, officer, name, Capacity.PANELLIST if place else Capacity.CHAIR)
    meets_on = counting_from(clock.today() + timedelta(days=deed["in_days"]))  # nobody meets at a weekend
    set_day(case_id, officer, meets_on, deed["place"])
    _step(case_id, officer, {**deed, "event": "convene"}, officers)


def _praise(case_id: int, officer: int, deed: Deed, officers: Officers) -> None:
    kept = Praise(Source(deed["source"]), [PraiseFor(code) for code in deed["praises"]], worker=deed.get("worker", ""))
    describe(case_id, officer, kept)
    _step(case_id, officer, {**deed, "event": "share"}, officers)


STAGE_DEEDS: Mapping[str, Callable[[int, int, Deed, Officers], None]] = {
    "step": _step,
    "look_at": _look,
    "turn_away": _turn_away,
    "concern": _concern,
    "answered": _answered,
    "statement": _statement,
    "investigators": _investigators,
    "adjudicated": _adjudicated,
    "panel": _panel,
    "praise": _praise,
}

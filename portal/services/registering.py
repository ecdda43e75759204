"""Keeping the two registers: each entry has a day by which it is answered, and a line for everything that happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app
from sqlalchemy import select

from portal import clock
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days, is_working_day, next_working_day
from portal.domain.references import new_reference
from portal.domain.register_words import (
    MAY_BE_ANSWERED,
    AskedBy,
    MemberConsent,
    MemberState,
    OmbudsmanOutcome,
    OmbudsmanService,
    OmbudsmanState,
)
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.registers import MemberEnquiry, OmbudsmanEnquiry, RegisterLine
from portal.services.case_writing import NotLikeThis, NotThere, by_team
from portal.services.transactions import writing

OMBUDSMAN, MEMBER = "ombudsman", "member"


@dataclass(frozen=True, slots=True)
class FromOmbudsman:
    """An Ombudsman enquiry as it stands; `texts` are their reference, what it is about, and the remedy."""

    state: OmbudsmanState
    received_on: date
    due_on: date
    service: OmbudsmanService
    outcome: OmbudsmanOutcome
    texts: Mapping[str, str]
    investigated: bool = False
    replied_on: date | None = None
    decided_on: date | None = None
    pence: int | None = None
    remedy_due_on: date | None = None
    remedied_on: date | None = None


@dataclass(frozen=True, slots=True)
class FromMember:
    """A member enquiry as it stands; `texts` are the member and what it is about."""

    state: MemberState
    asked_by: AskedBy
    received_on: date
    consent: MemberConsent
    texts: Mapping[str, str]
    team: str = ""
    replied_on: date | None = None


def enter_ombudsman(officer_id: int, found: FromOmbudsman, case_id: int | None = None) -> int:
    """Enter an Ombudsman enquiry and return its number. Raises `NotLikeThis`."""
    with writing():
        row = OmbudsmanEnquiry(case_id=case_id)
        _fill_ombudsman(row, found)
        return _entered(OMBUDSMAN, row, officer_id, "Ombudsman enquiry")


def change_ombudsman(entry_id: int, officer_id: int, found: FromOmbudsman) -> None:
    """Bring an Ombudsman enquiry up to date. Raises `NotThere` or `NotLikeThis`."""
    with writing():
        row = _locked(OmbudsmanEnquiry, entry_id)
        before = OmbudsmanState(row.state).label
        _fill_ombudsman(row, found)
        _line(OMBUDSMAN, row.id, officer_id, f"{before} → {found.state.label}, {found.outcome.label}")


def _fill_ombudsman(row: OmbudsmanEnquiry, found: FromOmbudsman) -> None:
    _in_order(found.received_on, found.due_on, found.replied_on, found.decided_on, found.remedied_on)
    decided = found.outcome is not OmbudsmanOutcome.ONGOING
    if decided != bool(found.decided_on):
        raise NotLikeThis("An outcome and the day of the decision belong together.")
    if found.remedied_on and not decided:
        raise NotLikeThis("It cannot be put right before they decided.")
    row.state, row.open = found.state.value, found.state is not OmbudsmanState.CLOSED
    row.received_on, row.due_on, row.replied_on = found.received_on, found.due_on, found.replied_on
    row.service, row.investigated = found.service.value, found.investigated
    row.outcome, row.decided_on = found.outcome.value, found.decided_on
    row.pence, row.remedy_due_on, row.remedied_on = found.pence, found.remedy_due_on, found.remedied_on
    row.texts = dict(found.texts)


def enter_member(officer_id: int, found: FromMember, case_id: int | None = None) -> int:
    """Enter a member enquiry; its day follows from the council's limit. Returns its number. Raises `NotLikeThis`."""
    with writing():
        row = MemberEnquiry(case_id=case_id, reference=new_reference())
        _fill_member(row, found)
        return _entered(MEMBER, row, officer_id, "Member enquiry")


def change_member(entry_id: int, officer_id: int, found: FromMember) -> None:
    """Bring a member enquiry up to date. Raises `NotThere` or `NotLikeThis`."""
    with writing():
        row = _locked(MemberEnquiry, entry_id)
        before = MemberState(row.state).label
        _fill_member(row, found)
        _line(MEMBER, row.id, officer_id, f"{before} → {found.state.label}")


def _fill_member(row: MemberEnquiry, found: FromMember) -> None:
    if not found.texts.get("member") or not found.texts.get("about"):
        raise NotLikeThis("Write who asks, and what about.")
    due = member_due(found.received_on)
    _in_order(found.received_on, due, found.replied_on)
    if found.replied_on and found.consent not in MAY_BE_ANSWERED:
        raise NotLikeThis("Check first whether the person the member speaks for agreed.")
    if (found.state is MemberState.REPLIED) and not found.replied_on:
        raise NotLikeThis("Write the day it was answered.")
    row.state, row.open = found.state.value, found.state not in (MemberState.REPLIED, MemberState.CLOSED)
    row.asked_by, row.consent, row.team = found.asked_by.value, found.consent.value, found.team or None
    row.received_on, row.due_on, row.replied_on = found.received_on, due, found.replied_on
    row.texts = dict(found.texts)


def member_due(received_on: date) -> date:
    """The last day for an answer to a member: so many working days after the day it counts as received."""
    council: Authority = current_app.extensions["portal.authority"]
    counted_from = received_on if is_working_day(received_on) else next_working_day(received_on)
    return add_working_days(counted_from, council.limits["member_enquiry_days"])


def _entered(register: str, row: Any, officer_id: int, words: str) -> int:
    db.session.add(row)
    db.session.flush()
    _line(register, row.id, officer_id, "Entered")
    if row.case_id:
        by_team(db.session.get_one(Case, row.case_id), Happening.REGISTER_LINKED, officer_id, words)
    number: int = row.id
    return number


def _locked(table: type[Any], entry_id: int) -> Any:
    row = db.session.scalar(select(table).where(table.id == entry_id).with_for_update())
    if row is None:
        raise NotThere(f"entry {entry_id}")
    return row


def _line(register: str, entry_id: int, officer_id: int, words: str) -> None:
    line = RegisterLine(register=register, entry_id=entry_id, at=clock.now(), officer_id=officer_id)
    line.words = words
    db.session.add(line)


def _in_order(received: date, due: date, *later: date | None) -> None:
    today = clock.today()
    if received > today or any(day > today for day in later if day):
        raise NotLikeThis("A day on which something happened cannot lie ahead.")
    if due < received or any(day < received for day in later if day):
        raise NotLikeThis("Nothing can come before the day it was received.")

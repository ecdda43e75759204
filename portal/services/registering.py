"""Keeping the two registers: each entry has a day by which it is answered, and a line for everything that happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app
from sqlalchemy import select

from portal import clock
from portal.domain.audit_words import Deed
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days, counting_from
from portal.domain.procedures import TABLES, Procedure
from portal.domain.references import new_reference
from portal.domain.register_words import (
    AskedBy,
    MemberConsent,
    OmbudsmanOutcome,
    OmbudsmanService,
)
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.cases import Case
from portal.records.registers import LgscoReported, MemberEnquiry, OmbudsmanEnquiry, RegisterLine
from portal.services.auditing import note
from portal.services.case_writing import NotLikeThis, NotThere, by_team
from portal.services.transactions import writing

OMBUDSMAN, MEMBER = "ombudsman", "member"


@dataclass(frozen=True, slots=True)
class FromOmbudsman:
    """An Ombudsman enquiry as it came; `texts` are their reference and what it is about."""

    received_on: date
    due_on: date
    service: OmbudsmanService
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FromMember:
    """A member enquiry as it came, and what we know about consent; `texts` are the member and what it is about."""

    asked_by: AskedBy
    received_on: date
    consent: MemberConsent
    texts: Mapping[str, str]
    team: str = ""


def enter_ombudsman(officer_id: int, found: FromOmbudsman, case_id: int | None = None) -> int:
    """Enter an Ombudsman enquiry where its procedure begins; returns its number. Raises `NotLikeThis`."""
    with writing():
        row = OmbudsmanEnquiry(case_id=case_id, state=TABLES[Procedure.OMBUDSMAN].begins)
        row.outcome = OmbudsmanOutcome.ONGOING.value
        _fill_ombudsman(row, found)
        return _entered(OMBUDSMAN, row, officer_id, "Ombudsman enquiry")


def correct_ombudsman(entry_id: int, officer_id: int, found: FromOmbudsman) -> None:
    """Correct what an Ombudsman enquiry is; where it stands is for its steps. Raises `NotThere` or `NotLikeThis`."""
    with writing():
        row = locked(OMBUDSMAN, entry_id)
        moved = f", answer by {found.due_on:%-d %b %Y}" if row.due_on != found.due_on else ""
        _fill_ombudsman(row, found)
        keep_line(OMBUDSMAN, row.id, officer_id, f"Corrected{moved}")


def _fill_ombudsman(row: OmbudsmanEnquiry, found: FromOmbudsman) -> None:
    refuse_order(found.received_on, found.due_on)
    row.received_on, row.due_on, row.service = found.received_on, found.due_on, found.service.value
    row.texts = {"remedy": "", **(row.texts if row.body else {}), **found.texts}


def enter_member(officer_id: int, found: FromMember, case_id: int | None = None) -> int:
    """Enter a member enquiry where its procedure begins; its day follows from the council's limit.

    Returns its number. Raises `NotLikeThis`.
    """
    with writing():
        row = MemberEnquiry(case_id=case_id, reference=new_reference(), state=TABLES[Procedure.MEMBER].begins)
        _fill_member(row, found)
        return _entered(MEMBER, row, officer_id, "Member enquiry")


def correct_member(entry_id: int, officer_id: int, found: FromMember) -> None:
    """Correct what a member enquiry is, or keep what was said about consent. Raises `NotThere` or `NotLikeThis`."""
    with writing():
        row = locked(MEMBER, entry_id)
        _fill_member(row, found)
        keep_line(MEMBER, row.id, officer_id, f"Corrected. Consent: {found.consent.label.lower()}")


def _fill_member(row: MemberEnquiry, found: FromMember) -> None:
    if not found.texts.get("member") or not found.texts.get("about"):
        raise NotLikeThis("Write who asks, and what about.")
    due = member_due(found.received_on)
    refuse_order(found.received_on, due, row.replied_on)
    row.asked_by, row.consent, row.team = found.asked_by.value, found.consent.value, found.team or None
    row.received_on, row.due_on = found.received_on, due
    row.texts = dict(found.texts)


def keep_reported(officer_id: int, year: int, reported: int, childrens_social_care: int | None = None) -> None:
    """Keep the number of the Ombudsman's annual letter for a reporting year; none is 0. Raises `NotLikeThis`."""
    if not 2006 <= year <= clock.today().year:
        raise NotLikeThis("Write the year in which the reporting year began, like 2025 for 2025-26.")
    if reported < 0 or not 0 <= (childrens_social_care or 0) <= reported:
        raise NotLikeThis("Write whole numbers, the second no larger than the first. None is 0.")
    with writing():
        row = LgscoReported(year=year, reported=reported, childrens_social_care=childrens_social_care)
        row.at, row.officer_id = clock.now(), officer_id
        db.session.add(row)
        note(Deed.CHANGED, "lgsco_reported", officer_id=officer_id)


def member_due(received_on: date) -> date:
    """The last day for an answer to a member: so many working days after the day it counts as received."""
    council: Authority = current_app.extensions["portal.authority"]
    return add_working_days(counting_from(received_on), council.limits["member_enquiry_days"])


def _entered(register: str, row: Any, officer_id: int, words: str) -> int:
    db.session.add(row)
    db.session.flush()
    keep_line(register, row.id, officer_id, "Entered")
    if row.case_id:
        by_team(db.session.get_one(Case, row.case_id), Happening.REGISTER_LINKED, officer_id, words)
    number: int = row.id
    return number


def locked(register: str, entry_id: int) -> Any:
    """An entry of a register, held until the transaction ends. Raises `NotThere`."""
    table: Any = {OMBUDSMAN: OmbudsmanEnquiry, MEMBER: MemberEnquiry}[register]
    row = db.session.scalar(select(table).where(table.id == entry_id).with_for_update())
    if row is None:
        raise NotThere(f"entry {entry_id}")
    return row


def keep_line(register: str, entry_id: int, officer_id: int, words: str, **step: Any) -> None:
    """One more line about an entry: what happened, and for a step from where to where and on which day."""
    line = RegisterLine(register=register, entry_id=entry_id, at=clock.now(), officer_id=officer_id, **step)
    line.words = words
    db.session.add(line)
    note(Deed.CHANGED, f"register_{register}", officer_id=officer_id)


def refuse_order(received: date, due: date, *later: date | None) -> None:
    """Raise `NotLikeThis` for days that cannot follow each other."""
    today = clock.today()
    if received > today or any(day > today for day in later if day):
        raise NotLikeThis("A day on which something happened cannot lie ahead.")
    if due < received or any(day < received for day in later if day):
        raise NotLikeThis("Nothing can come before the day it was received.")

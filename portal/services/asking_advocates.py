"""Passing a request for an advocate on to the provider: the least it needs, once, with the person's yes."""

from collections.abc import Mapping
from datetime import date

from flask import current_app

from portal import clock
from portal.domain.advocates import Cannot, Ending, Origin, least
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days, effective_receipt
from portal.domain.journeys.pages import Answer, Answers
from portal.domain.submissions import SafeContact
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest, contacts_of, open_request_of, open_requests, unreached
from portal.records.cases import Case
from portal.services.conflicts import concerns
from portal.services.recording import record
from portal.services.writing_letters import write_provider_letter

NEW, STOPPED = "provider_request", "provider_stopped"
"""The letters to the provider: somebody asks, and somebody does not want an advocate any more."""
_FOLLOWS = {"accept", "cannot", "begin", "decline", "close"}


def ask(case: Case, origin: Origin, more: Answers | None = None, officer_id: int | None = None) -> AdvocacyRequest:
    """Pass on how to reach this person and what they need, in the caller's transaction; asking twice asks once.

    `more` are answers that the case does not hold yet.
    """
    contact = case.contact
    safe = SafeContact(contact.way, contact.may_say_who, contact.may_leave_message, contact.details)
    left = open_request_of(case.id)
    if left and left.origin is Origin.ASKED_HERE and not with_us(left):  # all there is of it lies with them
        theirs = left.passed_on or {}
        return hand_on(case, origin, theirs, left.journey, way=left.way, variant=left.variant, officer_id=officer_id)
    passed = least({**case.told.answers, **(more or {})}, safe)
    return hand_on(case, origin, passed, case.journey, variant=case.told.variant, officer_id=officer_id)


def hand_on(
    case: Case,
    origin: Origin,
    passed: Mapping[str, Answer],
    journey: str,
    *,
    way: str = "full",
    variant: str = "",
    officer_id: int | None = None,
) -> AdvocacyRequest:
    """Keep these answers for the provider's desk alone, and tell the provider that somebody waits.

    What a former provider left undone is over with that.
    """
    if found := open_request_of(case.id):
        if with_us(found):
            return found
        end(found, Ending.CANNOT)
    council: Authority = current_app.extensions["portal.authority"]
    now = clock.now()
    row = AdvocacyRequest(
        case_id=case.id, origin=origin, journey=journey, way=way, variant=variant, asked_on=clock.today(),
        provider=council.advocacy.name,
        contact_by=add_working_days(effective_receipt(now), council.limits["advocacy_contact"]),
    )  # fmt: skip
    row.passed_on = dict(passed)
    db.session.add(row)
    db.session.flush()
    side = Side.PERSON if officer_id is None else Side.TEAM
    record(case, Happening.ADVOCATE_PASSED_ON, now, side=side, officer_id=officer_id)
    write_provider_letter(case, NEW)
    return row


def followed(case: Case, event: str) -> None:
    """Keep with the request what a step of the procedure of advocacy requests did to it."""
    if event == "refer":
        ask(case, Origin.THROUGH_TEAM)
    row = open_request_of(case.id)
    if row is None or event not in _FOLLOWS:
        return
    today = clock.today()
    if event == "accept":
        row.accepted_on = row.accepted_on or today
    elif event == "begin":
        row.in_touch_on = row.in_touch_on or today
    elif event == "decline":
        end(row, Ending.NOT_WANTED)
        write_provider_letter(case, STOPPED)
    else:
        end(row, Ending.CANNOT if event == "cannot" else Ending.FINISHED)


def provider() -> str:
    """The name of the council's advocacy provider today."""
    council: Authority = current_app.extensions["portal.authority"]
    return council.advocacy.name


def with_us(row: AdvocacyRequest) -> bool:
    """Whether the provider it was sent to is the council's provider still."""
    return row.provider == provider()


def at_desk_of(row: AdvocacyRequest, officer_name: str) -> bool:
    """Whether it exists for this officer of the provider: it was sent to them, and cannot be about the very officer."""
    return with_us(row) and not about_officer(row, officer_name)


def waiting_unreached(today: date, officer_name: str) -> list[AdvocacyRequest]:
    """Requests whose day for a first word has passed, without those that may be about the officer who is told."""
    return [row for row in unreached(today) if not about_officer(row, officer_name)]


def counted_for_provider(today: date, officer_name: str) -> dict[str, int]:
    """How many requests the provider has to take on, and how many wait too long for a first word."""
    late = [row for row in waiting_unreached(today, officer_name) if with_us(row)]
    open_here = [row for row in open_requests(provider()) if not about_officer(row, officer_name)]
    return {"late": len(late), "new": sum(row.accepted_on is None for row in open_here)}


def about_officer(row: AdvocacyRequest, officer_name: str) -> bool:
    """Whether it may be about this very officer; then it does not exist for them."""
    return concerns({**row.case.contact.details, **(row.passed_on or {})}, officer_name)


def end(row: AdvocacyRequest, ending: Ending, reason: Cannot | None = None) -> None:
    """The request is over: what was passed on and what advocates noted is emptied, the dates stay."""
    row.over_on, row.ending, row.reason = clock.today(), ending, reason
    row.body = row.name_body = None
    for tried in contacts_of(row.id):
        tried.body = None

"""Sending: the case, its timeline and the letters in one commit, and the same receipt however often Send is pressed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal import clock
from portal.domain.advocates import kept_of
from portal.domain.authority import Authority
from portal.domain.calendar import add_working_days, counting_from, effective_receipt
from portal.domain.clocks import promised_dates
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.equality import FOLLOWS
from portal.domain.journeys.pages import Answers
from portal.domain.procedures import Procedure
from portal.domain.procedures.beginnings import BEGINNINGS, SHARE_WITHIN
from portal.domain.references import SecretCode, new_code, new_reference
from portal.domain.submissions import Submission, freeze
from portal.domain.words import Audience, Happening, Kind, Side
from portal.extensions import db
from portal.records.alerts import Alert
from portal.records.cases import Case, Contact, Told
from portal.records.drafts import Draft
from portal.services.answering_about_oneself import count_offer
from portal.services.codes import hash_code
from portal.services.drafting import forget_saved_of
from portal.services.handing_in import handed_in
from portal.services.keeping_files import take_along
from portal.services.keeping_safe import raise_by_itself
from portal.services.passing_on import pass_on_what_was_sent
from portal.services.praise_facts import praise_received
from portal.services.recording import record
from portal.services.speakers_received import speaker_received
from portal.services.step_clocks import move
from portal.services.throttling import over_budget
from portal.services.transactions import writing
from portal.services.writing_letters import write_letters_for_new_case

RECEIPT = "receipt"
"""Where a sent draft keeps its receipt until it is cleared with the visit."""


class NothingToSend(LookupError):
    """The draft was cleared before Send was pressed."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new secret and its hash, worked out before any transaction."""

    code: SecretCode
    hashed: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person takes away: number, secret code (as words and as digits, if they get one), the days we promise."""

    reference: str
    words: tuple[str, ...]
    digits: str
    ack: date
    due: date
    due_max: date
    case_id: int
    complaint: bool
    speaker_words: tuple[str, ...]  # of whoever speaks for a child, who has a secret of their own
    speaker_digits: str
    answers: Answers


def submit(draft_id: int, network: str) -> Receipt:
    """Turn a draft into a case, durably, before anything is answered. Raises `NothingToSend`."""
    fresh = [_fresh()]
    if is_spoken(draft_id):
        fresh.append(_fresh())
    for attempt in range(3):
        try:
            return _submit(draft_id, fresh, network)
        except IntegrityError:  # two cases drew the same reference: about once in seventeen thousand million
            if attempt == 2:
                raise
    raise AssertionError("unreachable")


def is_spoken(draft_id: int) -> bool:
    """Whether this draft is somebody's who speaks for a child, so that there may be two secrets."""
    journey = db.session.scalar(select(Draft.journey).where(Draft.id == draft_id))
    db.session.rollback()  # no transaction is held open while hashing
    return journey is not None and JOURNEYS[journey].sends.spoken


def _fresh() -> Fresh:
    code = new_code()
    return Fresh(code, hash_code(code.canonical))


def _submit(draft_id: int, fresh: Sequence[Fresh], network: str) -> Receipt:
    with writing():
        draft = db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())
        if draft is None:
            raise NothingToSend
        if draft.case_id and RECEIPT in draft.answers:
            return receipt_of(draft)
        now = clock.now()
        submission = freeze(
            JOURNEYS[draft.journey],
            draft.answers,
            way=draft.way,
            variant=draft.variant,
            language=draft.language,
            received_at=now,
            received_on=clock.in_london(now).date(),
        )
        sends = JOURNEYS[draft.journey].sends
        own = fresh[0] if sends.coded(submission.answers) else None
        theirs = fresh[-1] if sends.speaker_coded(submission.answers) else None
        case = open_case(
            submission,
            code_hash=own.hashed if own else None,
            speaker_hash=theirs.hashed if theirs else None,
            held=over_budget("submission", network),
        )
        if draft.journey in FOLLOWS:
            count_offer(Audience(FOLLOWS[draft.journey].audience))
        _take_alerts_along(draft, case)
        take_along(draft, case, submission.answers)
        forget_saved_of(draft)
        draft.case_id, draft.touched_at = case.id, now
        draft.answers = {RECEIPT: {"own": _kept(own), "speaker": _kept(theirs)}}
        return receipt_of(draft, case)


def _kept(fresh: Fresh | None) -> dict[str, Any]:
    return {"words": list(fresh.code.words), "digits": fresh.code.digits} if fresh else {"words": [], "digits": ""}


def _take_alerts_along(draft: Draft, case: Case) -> None:
    """Tie the calls asked for while writing to the case; SQLite may give a new draft the number of one long cleared."""
    mine = select(Alert).where(Alert.draft_id == draft.id, Alert.raised_at >= draft.begun_at)
    for alert in db.session.scalars(mine):
        alert.case_id = case.id
        record(case, Happening.CALL_ASKED, alert.raised_at)


def open_case(
    submission: Submission,
    *,
    code_hash: str | None,
    speaker_hash: str | None = None,
    held: bool = False,
    officer_id: int | None = None,
) -> Case:
    """Make the case of a submission, with its timeline and letters; the caller's transaction keeps it."""
    sent, submission = submission, kept_of(submission)
    authority: Authority = current_app.extensions["portal.authority"]
    online = officer_id is None
    effective = effective_receipt(submission.received_at) if online else counting_from(submission.received_on)
    case = _new_case(submission, effective, authority)
    case.held, case.code_hash = held, code_hash
    db.session.add(case)
    db.session.flush()
    _begin(case, authority.limits)
    praise_received(case, submission.answers)
    if JOURNEYS[submission.journey].sends.spoken:
        speaker_received(case, submission.answers, speaker_hash)
    elif online:
        handed_in(case, submission)
    if submission.urgent:
        raise_by_itself(case)
    side = Side.PERSON if officer_id is None else Side.TEAM
    record(case, Happening.RECEIVED, clock.now(), side=side, officer_id=officer_id, effective_on=submission.received_on)
    write_letters_for_new_case(case, submission, authority)
    pass_on_what_was_sent(case, sent)
    return case


def _new_case(submission: Submission, effective: date, authority: Authority) -> Case:
    """The row of a case, with what was told and how the person may be reached."""
    promised = promised_dates(effective, "statutory", authority.limits)
    case = Case(
        reference=new_reference(),
        authority=authority.code,
        kind=submission.kind,
        audience=submission.audience,
        journey=submission.journey,
        language=submission.language,
        method=submission.method,
        point=submission.point,
        received_at=submission.received_at,
        received_on=submission.received_on,
        effective_on=effective,
        ack_due_on=promised.ack,
        due_on=promised.due,
        due_max_on=promised.due_max,
        urgent=submission.urgent,
        hear_alone=submission.hear_alone,
        code_changed_at=clock.now(),
    )
    case.told = Told(way=submission.way, variant=submission.variant)
    case.told.answers = dict(submission.answers)
    case.contact = _contact(submission)
    return case


def _begin(case: Case, limits: Mapping[str, int]) -> None:
    """Put it where its kind begins, with the clocks that run from the day it came."""
    begins = BEGINNINGS[case.kind]
    case.procedure, case.step = begins.procedure, begins.step
    if begins.procedure is Procedure.INTAKE:
        case.look_by = add_working_days(case.effective_on, limits["eligibility"])
    if case.kind in (Kind.COMPLIMENT, Kind.COMMENT):  # nobody waits for an answer, but it should not lie about
        case.due_on = case.due_max_on = case.amber_on = add_working_days(case.effective_on, SHARE_WITHIN)
    move(case, begins.clocks, None)


def _contact(submission: Submission) -> Contact:
    safe = submission.contact
    contact = Contact(way=safe.way, may_say_who=safe.may_say_who, may_leave_message=safe.may_leave_message)
    contact.details = dict(safe.details)
    contact.find_by(safe.detail)
    return contact


def receipt_of(draft: Draft, case: Case | None = None) -> Receipt:
    """The receipt of a draft that was sent."""
    case = case or db.session.get_one(Case, draft.case_id)
    kept = draft.answers[RECEIPT]
    return Receipt(
        reference=case.reference,
        words=tuple(kept["own"]["words"]),
        digits=kept["own"]["digits"],
        ack=case.ack_due_on,
        due=case.due_on,
        due_max=case.due_max_on,
        case_id=case.id,
        complaint=case.kind is Kind.COMPLAINT,
        speaker_words=tuple(kept["speaker"]["words"]),
        speaker_digits=kept["speaker"]["digits"],
        answers=case.told.answers,
    )

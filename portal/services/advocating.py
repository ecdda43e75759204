"""What the advocacy provider does with a request at its own desk; the team sees the dates, and none of the words."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal import clock
from portal.domain.advocates import LONGEST_NAME, Cannot, Ending, Standing, Tried, is_first_name
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures import TABLES, Procedure
from portal.domain.speaking import Holder
from portal.domain.stage_words import Who
from portal.domain.stages import NotPossible, follow
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.advocacy import AdvocacyContact, AdvocacyRequest, contacts_of
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.speakers import speaker_of
from portal.services.asking_advocates import at_desk_of, end
from portal.services.case_writing import NotLikeThis, NotThere, by_team
from portal.services.letter_composing import composed
from portal.services.stage_facts import Given, facts_of
from portal.services.stepping import apply
from portal.services.telling import tell
from portal.services.transactions import writing

TO_TAKE_ON = frozenset({Standing.WAITING})
TAKEN_ON = frozenset({Standing.TAKEN_ON, Standing.IN_TOUCH})
TO_TURN_DOWN = frozenset({Standing.WAITING, Standing.TAKEN_ON})
TO_FINISH = frozenset({Standing.IN_TOUCH})
"""How a request stands when each of these can be done."""


class OutOfTurn(Exception):
    """A colleague was quicker, or something else comes first."""


@dataclass(frozen=True, slots=True)
class Try:
    """One time an advocate tried to make contact; the note is for the provider alone."""

    how: Tried
    on: date
    reached: bool
    note: str = ""


def take_on(number: int, officer_id: int, advocate: str = "") -> None:
    """The provider takes it on, and tells the advocate's first name if there is one.

    Raises `NotThere`, `OutOfTurn` and `NotLikeThis`.
    """
    _refuse_no_name(advocate)
    with _request(number, officer_id, TO_TAKE_ON) as (row, case):
        row.accepted_on, row.advocate = clock.today(), advocate or None
        by_team(case, Happening.ADVOCATE_TAKEN_ON, officer_id)
        _along(case, "accept", officer_id)
        if advocate:
            _along(case, "match", officer_id)
        _tell(case, LetterKind.ADVOCATE_COMING)


def name_advocate(number: int, officer_id: int, advocate: str) -> None:
    """An advocate is found, or another one. Raises `NotThere`, `OutOfTurn` and `NotLikeThis`."""
    if not advocate:
        raise NotLikeThis("Write the advocate’s first name.")
    _refuse_no_name(advocate)
    with _request(number, officer_id, TAKEN_ON) as (row, case):
        if row.advocate == advocate:
            return
        row.advocate = advocate
        by_team(case, Happening.ADVOCATE_NAMED, officer_id)
        _along(case, "match", officer_id)
        _tell(case, LetterKind.ADVOCATE_COMING)


def note_try(number: int, officer_id: int, tried: Try) -> None:
    """Keep that an advocate tried to make contact, and whether they did.

    Raises `NotThere`, `OutOfTurn` and `NotLikeThis`.
    """
    with _request(number, officer_id, TAKEN_ON) as (row, case):
        if not row.asked_on <= tried.on <= clock.today():
            raise NotLikeThis("Write a day from the day they asked until today.")
        kept = AdvocacyContact(request_id=row.id, at=clock.now(), on=tried.on, officer_id=officer_id)
        kept.how, kept.reached, kept.note = tried.how, tried.reached, tried.note or None
        db.session.add(kept)
        if row.in_touch_on or not tried.reached:
            by_team(case, Happening.ADVOCATE_TRIED, officer_id)
            return
        row.in_touch_on = tried.on
        by_team(case, Happening.ADVOCATE_IN_TOUCH, officer_id)
        for event in ("match", "begin"):
            _along(case, event, officer_id)


def turn_down(number: int, officer_id: int, reason: Cannot) -> None:
    """The provider cannot, or they do not want it any more; the person is told kindly.

    Raises `NotThere`, `OutOfTurn` and `NotLikeThis`.
    """
    with _request(number, officer_id, TO_TURN_DOWN) as (row, case):
        if reason is Cannot.NOT_REACHED and not contacts_of(row.id):  # they are told that somebody tried
            raise NotLikeThis("Take it on and note how you tried, before you say that you could not reach them.")
        wanted = reason is not Cannot.NOT_WANTED
        end(row, Ending.CANNOT if wanted else Ending.NOT_WANTED, reason)
        by_team(case, Happening.ADVOCATE_CANNOT if wanted else Happening.ADVOCATE_ENDED, officer_id, reason.label)
        _along(case, "cannot" if wanted else "decline", officer_id, reason.label)
        _tell(case, LetterKind.NO_ADVOCATE)
        case.waiting_for_us = case.waiting_for_us or wanted  # the team looks for another way


def finish(number: int, officer_id: int) -> None:
    """The advocate's help came to its end. Raises `NotThere` and `OutOfTurn`."""
    with _request(number, officer_id, TO_FINISH) as (row, case):
        end(row, Ending.FINISHED)
        by_team(case, Happening.ADVOCATE_ENDED, officer_id)
        _along(case, "close", officer_id, who=Who.SYSTEM)


@contextmanager
def _request(number: int, officer_id: int, stands: Collection[Standing]) -> Iterator[tuple[AdvocacyRequest, Case]]:
    """A request of this officer's desk that stands like this and its case, both locked until all of it is kept."""
    with writing():
        row = db.session.scalar(select(AdvocacyRequest).where(AdvocacyRequest.id == number).with_for_update())
        if row is None or not at_desk_of(row, db.session.get_one(Officer, officer_id).name):
            raise NotThere(f"request {number}")
        if row.standing not in stands:
            raise OutOfTurn
        yield row, db.session.scalars(select(Case).where(Case.id == row.case_id).with_for_update()).one()


def _refuse_no_name(advocate: str) -> None:
    if advocate and not is_first_name(advocate):
        raise NotLikeThis(f"Write a first name alone, of letters, with at most {LONGEST_NAME} of them.")


def _along(case: Case, event: str, officer_id: int, reason: str = "", who: Who = Who.ADVOCACY) -> None:
    """The same step in the procedure of a request that stands alone, if it is still its turn."""
    if case.procedure is not Procedure.ADVOCACY:
        return
    given = Given(reason=reason)
    try:
        step = follow(TABLES[case.procedure], case.step, event, {who}, facts_of(case, given))
    except NotPossible:  # the desk has moved it on in the meantime
        return
    apply(case, step, officer_id, given)


def _tell(case: Case, kind: LetterKind) -> None:
    """Tell the person, and nobody who speaks for them: that a child wants an advocate is nobody else's business."""
    speaker = speaker_of(case)
    if speaker is None:
        tell(case, kind, composed(case, kind, by_officer=False), None)
    else:
        tell(case, kind, composed(case, kind, by_officer=False), None, notice=False, reader=Holder.PERSON)

"""What a person does from their case page: write, add, ask, take back, say how we did, change their code."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete

from portal import clock
from portal.domain.advocates import Origin
from portal.domain.letter_kinds import LetterKind
from portal.domain.references import SecretCode, new_code
from portal.domain.words import Happening, Side, State
from portal.extensions import db
from portal.records.advocacy import open_request_of
from portal.records.cases import Case
from portal.records.timeline import Message, timeline_of
from portal.records.visits import CaseVisit
from portal.services.asking_advocates import ask
from portal.services.codes import give_code, hash_code
from portal.services.letter_composing import composed
from portal.services.message_files import hand_over, waiting
from portal.services.proceeding_clocks import FIRST, stop
from portal.services.recording import record
from portal.services.stepping import BACK_TAKEN, COMPLAIN, NEXT, by_person, could
from portal.services.telling import tell
from portal.services.tracking import IDLE, STILL_TAKEN, held, opened
from portal.services.tracking_seen import SIDES, rated_by
from portal.services.transactions import writing
from portal.services.writing_letters import write_team_letter

FELT_PRESSED = "had_to"
"""The reason for taking a complaint back that alerts the complaints manager."""


class NotNow(Exception):
    """The case is past the point where this can be done."""


def send_message(visitor: bytes | None, words: str) -> None:
    """A message to the team. Raises `NotOpen`."""
    with writing():
        now = clock.now()
        case, side = _locked(visitor, now, STILL_TAKEN)
        _say(visitor, case, Happening.MESSAGE_FROM_PERSON, words, now, side)
        record(case, Happening.MESSAGE_FROM_PERSON, now, side=side)
        write_team_letter(case, "team_message")


def add(visitor: bytes | None, words: str) -> None:
    """Something more about the complaint itself. Raises `NotOpen`."""
    with writing():
        now = clock.now()
        case, side = _locked(visitor, now, STILL_TAKEN)
        _say(visitor, case, Happening.ADDED, words, now, side)
        record(case, Happening.ADDED, now, side=side)
        write_team_letter(case, "team_added")


def ask_next_step(visitor: bytes | None, words: str) -> None:
    """Not happy with the answer, or with having none after the longest time. Raises `NotOpen` and `NotNow`."""
    with writing():
        now = clock.now()
        case, side = _locked(visitor, now, STILL_TAKEN)
        asked = case.unhappy and case.state is not State.ANSWERED
        if not asked and not may_ask_next_step(case):
            raise NotNow
        _say(visitor, case, Happening.NEXT_STEP_ASKED, words, now, side)
        if asked:
            return
        record(case, Happening.NEXT_STEP_ASKED, now, side=side)
        by_person(case, NEXT)
        case.unhappy = case.waiting_for_us = True
        write_team_letter(case, "team_unhappy")


def complain(visitor: bytes | None, words: str) -> None:
    """What was no complaint, or was to be fixed fast, is one, from its first day. Raises `NotOpen` and `NotNow`."""
    with writing():
        now = clock.now()
        case, side = _locked(visitor, now, STILL_TAKEN)
        if not could(case, COMPLAIN):
            raise NotNow
        if _say(visitor, case, Happening.MESSAGE_FROM_PERSON, words, now, side):
            record(case, Happening.MESSAGE_FROM_PERSON, now, side=side)
        by_person(case, COMPLAIN)
        case.waiting_for_us = True
        write_team_letter(case, "team_unhappy")


def may_ask_next_step(case: Case) -> bool:
    """Whether the procedure gives the right to a next stage now; nobody weighs whether it is a good idea."""
    return could(case, NEXT)


def take_back(visitor: bytes | None, reason: str, words: str) -> None:
    """Withdraw the complaint; "I felt I had to" alerts the complaints manager. Raises `NotOpen` and `NotNow`."""
    with writing():
        now = clock.now()
        case = _locked_by_person(visitor, now)
        if case.state in (State.WITHDRAWN, State.CLOSED):
            raise NotNow
        pressed = reason == FELT_PRESSED
        record(case, Happening.WITHDRAWN, now, reason=reason or None, note=words or None)
        event = next((one for one in BACK_TAKEN if could(case, one)), None)
        if event:
            by_person(case, event, reason=reason)
        else:  # an answer was sent, or there is nothing left to look into: it ends all the same
            case.state, case.withdrawn_on = State.WITHDRAWN, clock.today()
            stop(case, FIRST, case.withdrawn_on)
            tell(case, LetterKind.WITHDRAWAL, composed(case, LetterKind.WITHDRAWAL, by_officer=False), None)
        case.waiting_for_us = pressed
        write_team_letter(case, "team_withdrawn")
        if pressed:
            write_team_letter(case, "team_felt_pressed")


def ask_advocate(visitor: bytes | None) -> None:
    """Ask for someone on their side; asking twice asks once. Raises `NotOpen`."""
    with writing():
        now = clock.now()
        case = _locked_by_person(visitor, now)
        if open_request_of(case.id):
            return
        case.waiting_for_us = True
        record(case, Happening.ADVOCATE_ASKED, now)
        ask(case, Origin.ON_THEIR_PAGE)
        write_team_letter(case, "team_advocate")


def rate(visitor: bytes | None, answers: Sequence[str], words: str) -> None:
    """How we did, once each where two follow it, kept as "yes/sort_of/no" ("" for none). Raises `NotOpen`."""
    with writing():
        now = clock.now()
        case, side = _locked(visitor, now)
        if (any(answers) or words) and not rated_by(side, timeline_of(case.id)):
            record(case, Happening.RATED, now, side=side, reason="/".join(answers), note=words or None)


def renew_code(visitor: bytes | None) -> tuple[str, SecretCode]:
    """A new secret code, and every other view ends. Returns the case's reference with it. Raises `NotOpen`."""
    code = new_code()
    hashed = hash_code(code.canonical)
    with writing():
        now = clock.now()
        visit, case = held(visitor, now)
        give_code(case, visit.holder, hashed, now)
        visit.opened_at, visit.touched_at, visit.fresh_code = now, now, code.canonical
        others = (CaseVisit.case_id == case.id, CaseVisit.holder == visit.holder, CaseVisit.id != visit.id)
        db.session.execute(delete(CaseVisit).where(*others))
        record(case, Happening.CODE_RENEWED, now, side=SIDES[visit.holder])
        return case.reference, code


def fresh_code(visitor: bytes | None) -> SecretCode | None:
    """The new code that was asked for in this view, until it ends. Raises `NotOpen`."""
    visit, _ = opened(visitor, clock.now())
    return SecretCode(visit.fresh_code) if visit.fresh_code else None


def _locked(visitor: bytes | None, now: datetime, within: timedelta = IDLE) -> tuple[Case, Side]:
    """The case this visitor has open and whose view it is, held until the transaction ends: deeds take turns."""
    visit, case = held(visitor, now, within)
    return case, SIDES[visit.holder]


def _locked_by_person(visitor: bytes | None, now: datetime) -> Case:
    """The same for what only the person themselves can do, and nobody for them. Raises `NotNow`."""
    case, side = _locked(visitor, now)
    if side is not Side.PERSON:
        raise NotNow
    return case


def _say(visitor: bytes | None, case: Case, kind: Happening, words: str, now: datetime, side: Side) -> bool:
    """Keep the words, with the files that wait to go with them; False when there are neither."""
    files = waiting(visitor, kind)
    if not words and not files:
        return False
    message = Message(case_id=case.id, side=side, kind=kind, at=now)
    message.text = {"words": words}
    db.session.add(message)
    db.session.flush()
    hand_over(files, case, message)
    case.waiting_for_us = True
    return True

"""What officers do with a case: acknowledge, write, answer, note, correct, hand over, give a new code, release."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from portal import clock
from portal.domain.access import Action, Relation, may, roles_of
from portal.domain.clock_rules import ClockId
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures import Procedure
from portal.domain.references import SecretCode, new_code
from portal.domain.speaking import Holder
from portal.domain.stages import start
from portal.domain.words import Happening, Method, Point, Side, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.speakers import speaker_of
from portal.records.visits import CaseVisit
from portal.services.case_writing import NotLikeThis
from portal.services.codes import give_code, hash_code
from portal.services.conflicts import concerned
from portal.services.letter_composing import refuse_gaps
from portal.services.outbox import enqueue
from portal.services.proceeding_clocks import FIRST, stop
from portal.services.recording import record
from portal.services.spoken_for import could_read, person_may_be_reached
from portal.services.step_clocks import move
from portal.services.telling import no_longer_waits, tell
from portal.services.transactions import writing

OPEN = frozenset({State.RECEIVED, State.ACCEPTED})


class CannotNow(ValueError):
    """The case has moved on, so this cannot be done to it any more."""


class CannotHandOver(ValueError):
    """This officer cannot be given this case: locked, without the right to read it, or perhaps the one it is about."""


@dataclass(frozen=True, slots=True)
class AnotherWay:
    """An e-mail although the person chose another way: to which address, and why; both stay in the timeline."""

    address: str
    reason: str


def acknowledge(case_id: int, officer_id: int, words: str, another_way: AnotherWay | None = None) -> None:
    """Tell the person that we have it and who looks after it. Raises `CannotNow` when they were told before."""
    with writing():
        case = _locked(case_id, {State.RECEIVED})
        case.state, case.acknowledged_on = State.ACCEPTED, clock.today()
        if case.officer_id is None:
            case.officer_id = officer_id
        stop(case, (ClockId.ACKNOWLEDGEMENT,), clock.today(), officer_id)
        _write(case, officer_id, Happening.ACKNOWLEDGED, words, "person_news", another_way)


def reply(case_id: int, officer_id: int, words: str, another_way: AnotherWay | None = None) -> None:
    """Write to the person; they read it with their code. Possible whatever the state."""
    with writing():
        case = _locked(case_id, set(State))
        _write(case, officer_id, Happening.MESSAGE_FROM_TEAM, words, "person_news", another_way)


def answer(case_id: int, officer_id: int, words: str, another_way: AnotherWay | None = None) -> None:
    """Send the answer. Raises `CannotNow` when it was sent or the complaint was taken back."""
    with writing():
        case = _locked(case_id, OPEN)
        if case.procedure is not Procedure.INTAKE:
            raise CannotNow("Its procedure says how it is answered.")
        today = clock.today()
        case.state, case.answered_on = State.ANSWERED, today
        case.acknowledged_on = case.acknowledged_on or today
        case.procedure, case.step = Procedure.STATUTORY, "S1_responded"  # whoever is not happy can go on from there
        stop(case, FIRST, today, officer_id)
        move(case, start(ClockId.STAGE_2_REQUEST), officer_id)
        _write(case, officer_id, Happening.ANSWERED, words, "person_answer", another_way)


def _write(
    case: Case, officer_id: int, kind: Happening, words: str, letter: str, another_way: AnotherWay | None
) -> None:
    kinds = {Happening.ACKNOWLEDGED: LetterKind.ACKNOWLEDGEMENT, Happening.ANSWERED: LetterKind.RESPONSE}
    refuse_gaps(words)
    if another_way is not None and not person_may_be_reached(speaker_of(case)):
        raise NotLikeThis("The child’s agreement is not recorded. Until it is, contact only whoever speaks for them.")
    tell(case, kinds.get(kind, LetterKind.MESSAGE), words, officer_id, kind, notice=another_way is None)
    if another_way is None:
        return
    note = f"E-mail to {another_way.address}: {another_way.reason}"
    record(case, Happening.CONTACT_OVERRIDDEN, clock.now(), side=Side.TEAM, officer_id=officer_id, note=note)
    # The letter itself stays the cautious one: no council, no number, no link.
    enqueue(
        f"case:{case.id}",
        letter,
        another_way.address,
        language=case.language,
        case_id=case.id,
        council="",
        link="",
        reference="",
    )


def note(case_id: int, officer_id: int, text: str) -> None:
    """Keep a note for the team; the person never sees it."""
    with writing():
        case = _locked(case_id, set(State))
        record(case, Happening.NOTE, clock.now(), side=Side.TEAM, officer_id=officer_id, note=text)


def change_method(case_id: int, officer_id: int, method: Method, point: Point, reason: str) -> None:
    """Correct how and where it first reached the authority; the timeline keeps what stood there before, and why."""
    with writing():
        case = _locked(case_id, set(State))
        before = f"{case.method.label}, {case.point.label}"
        case.method, case.point = method, point
        text = f"{before} → {method.label}, {point.label}: {reason}"
        record(case, Happening.METHOD_CHANGED, clock.now(), side=Side.TEAM, officer_id=officer_id, note=text)


def assign(case_id: int, officer_id: int, to: int) -> None:
    """Give the case to an officer. Raises `CannotHandOver`."""
    with writing():
        case = _locked(case_id, set(State))
        taker = db.session.get(Officer, to)
        if taker is None or not could_take(taker, case):
            raise CannotHandOver
        case.officer_id = taker.id
        record(case, Happening.ASSIGNED, clock.now(), side=Side.TEAM, officer_id=officer_id, note=taker.name)


def could_take(officer: Officer, case: Case) -> bool:
    """Whether an officer could be given a case: not locked, may read what is theirs, not the one it may be about."""
    reads = may(roles_of(officer.roles), Action.READ_CASE, Relation.ASSIGNED)
    return officer.active and reads and not concerned([case], officer.name)


def renew_code(case_id: int, officer_id: int, holder: Holder = Holder.PERSON) -> SecretCode:
    """Give a new secret code; the old one and every view opened with it end at once. It can be read out only now."""
    code = new_code()
    code_hash = hash_code(code.canonical)
    with writing():
        case = _locked(case_id, set(State))
        now = clock.now()
        unread = not could_read(case)
        give_code(case, holder, code_hash, now)
        if unread and could_read(case):
            no_longer_waits(case)
        db.session.execute(delete(CaseVisit).where(CaseVisit.case_id == case.id, CaseVisit.holder == holder))
        note = holder.label if holder is Holder.SPEAKER else None
        record(case, Happening.CODE_RENEWED, now, side=Side.TEAM, officer_id=officer_id, note=note)
    return code


def release_held(case_id: int, officer_id: int) -> None:
    """It is a real complaint: take it off the held list."""
    with writing():
        case = _locked(case_id, set(State))
        if case.held:
            case.held = False
            record(case, Happening.RELEASED, clock.now(), side=Side.TEAM, officer_id=officer_id)


def _locked(case_id: int, states: frozenset[State] | set[State]) -> Case:
    case = db.session.scalars(select(Case).where(Case.id == case_id).with_for_update()).one()
    if case.state not in states:
        raise CannotNow(case.state.label)
    return case

"""Taking a case one step through its procedure: the table decides, and everything that follows is one transaction."""

from collections.abc import Collection

from portal import clock
from portal.domain.clock_rules import ClockId
from portal.domain.procedures import TABLES, Procedure
from portal.domain.procedures.beginnings import KIND_IN
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import BACK, Answer, Choice, Place, Step, answer, choices, follow, stop
from portal.domain.words import Happening, Side, State
from portal.extensions import db
from portal.records.cases import Case
from portal.records.officers import Officer
from portal.records.steps import Response, StepTaken, draft_of
from portal.services.appointing import part_in
from portal.services.asking_advocates import followed
from portal.services.case_writing import NotLikeThis, changing
from portal.services.convening import panel_day
from portal.services.duties import PARTS, duties_by_role
from portal.services.letter_composing import closed, composed, refuse_gaps
from portal.services.praising import pass_on
from portal.services.recording import record
from portal.services.screening_facts import waits_until, weigh
from portal.services.stage_facts import Given, facts_of, is_so
from portal.services.step_clocks import move
from portal.services.telling import tell

NEXT = "ask_next"
"""The event by which a person asks for the next stage."""
COMPLAIN = "escalate"
"""The event by which a person says that it is a complaint after all."""
BACK_TAKEN = ("withdraw", "decline")
"""The events by which a person takes back what they sent, or an advocate they asked for."""
ANSWERS = frozenset({"send", "resolve", "adjudicate", "respond"})
"""Steps that send the words of the draft."""
GIVING = frozenset({"allocate", "appoint", "to_statutory", "to_corporate", "to_informal"})
"""Steps with which it is given to the manager who answers; the letter then names them."""
_REMEMBERED = frozenset({"closed", "withdrawn", "paused_reg8"})
_ACKNOWLEDGING = (State.ACCEPTED, State.ANSWERED)
_HEARD = stop(ClockId.ACKNOWLEDGEMENT)
"""The first letter of the desk to the person says that we have it, whatever else it says."""
_PASSING = frozenset({"share", "forward"})
"""Steps that pass kind words and ideas to the service."""


def duties(officer: Officer, case: Case) -> frozenset[Who]:
    """What an officer is to this case; once it is given to a manager, no other manager answers it."""
    held = duties_by_role(officer.id) | {PARTS[part] for part in part_in(case, officer.id)}
    elsewhere = case.handler_id is not None and case.handler_id != officer.id
    return held - {Who.SERVICE_MANAGER} if elsewhere else held


def possible(case: Case, officer_id: int) -> tuple[Choice, ...]:
    """Every step this officer could take with the case now, those that are ready first."""
    officer = db.session.get_one(Officer, officer_id)
    return choices(TABLES[case.procedure], case.step, duties(officer, case), facts_of(case, Given()))


def take(case_id: int, officer_id: int, event: str, given: Given) -> None:
    """Take a step. Raises `NotPossible`, `NotLikeThis` and `ClockRefusal`."""
    with changing(case_id) as case:
        go(case, officer_id, event, given)


def go(case: Case, officer_id: int, event: str, given: Given) -> None:
    """The same in the caller's transaction."""
    who = duties(db.session.get_one(Officer, officer_id), case)
    step = follow(TABLES[case.procedure], case.step, event, who, facts_of(case, given))
    weigh(case, step, officer_id, given.reason)
    _on_paper(case, step, officer_id, given)
    words = _words(case, step, given)
    apply(case, step, officer_id, given)
    if words and step.told:
        whole = closed(case, step.told, words, given.until)
        refuse_gaps(whole)
        answers = step.event in ANSWERS
        tell(case, step.told, whole, officer_id, Happening.ANSWERED if answers else Happening.MESSAGE_FROM_TEAM)


def could(case: Case, event: str, who: Collection[Who] = (Who.COMPLAINANT,)) -> bool:
    """Whether somebody other than an officer, most often the person, may take this step now."""
    return answer(TABLES[case.procedure], case.step, event, who, facts_of(case, Given())) is Answer.YES


def by_person(case: Case, event: str, who: Who = Who.COMPLAINANT, reason: str = "") -> None:
    """A step of the person or the portal, with its letter, in the caller's transaction. Raises `NotPossible`."""
    given = Given(reason=reason)
    step = follow(TABLES[case.procedure], case.step, event, {who}, facts_of(case, given))
    apply(case, step, None, given)
    if step.told:
        tell(case, step.told, composed(case, step.told, by_officer=False), None)


def apply(case: Case, step: Step, officer_id: int | None, given: Given) -> None:
    """Everything that follows from a step: where it stands, its clocks, its heap, and the line that keeps it."""
    procedure, left = case.procedure, case.step
    _stand(case, step)
    heard = _HEARD if step.told and officer_id is not None else ()
    until = panel_day(case.id) if Fact.PANEL_DAY_SET in step.needs else given.until
    move(case, (*step.clocks, *heard), officer_id, given.reason, until)
    _lie(case, TABLES[case.procedure].places[case.step], told=step.told is not None)
    taken = StepTaken(
        case_id=case.id, procedure=procedure.value, event=step.event, left=left, reached=case.step,
        officer_id=officer_id, at=clock.now(),
    )  # fmt: skip
    taken.details = {"reason": given.reason, "confirmed": " ".join(sorted(given.confirmed))}
    db.session.add(taken)
    db.session.flush()
    case.look_by = waits_until(case)
    if procedure is Procedure.ADVOCACY:
        followed(case, step.event)
    if officer_id is not None:
        spoken = given.reason and procedure is not Procedure.SAFEGUARDING  # why is for the few who read its steps
        note = f"{step.label}: {given.reason}" if spoken else step.label
        record(case, Happening.STEP_TAKEN, clock.now(), side=Side.TEAM, officer_id=officer_id, note=note)


def _stand(case: Case, step: Step) -> None:
    if step.to == BACK:
        *rest, case.step = case.beneath.split(" ")
        case.beneath = " ".join(rest)
    elif step.to:
        case.beneath = f"{case.beneath} {case.step}".strip() if step.to in _REMEMBERED else ""
        case.step = step.to
        case.procedure = Procedure(step.into) if step.into else case.procedure
        case.kind = KIND_IN.get(case.procedure, case.kind)


def _lie(case: Case, place: Place, *, told: bool) -> None:
    """The heap of the inbox that the case lies in now; what is new stays new until the person has heard from us."""
    if place.heap is None or place.heap is case.state:
        return
    if case.state is State.RECEIVED and place.heap is State.ACCEPTED and not told:
        return
    today = clock.today()
    case.state = place.heap
    if place.heap in _ACKNOWLEDGING:
        case.acknowledged_on = case.acknowledged_on or today
    if place.heap is State.ANSWERED:
        case.answered_on, case.unhappy = today, False
    case.withdrawn_on = today if place.heap is State.WITHDRAWN else None


def _on_paper(case: Case, step: Step, officer_id: int, given: Given) -> None:
    """What a step does to the draft and to who answers. Raises `NotLikeThis`."""
    draft = draft_of(case.id)
    if step.event in GIVING and given.handler_id:
        if not is_so(Fact.HANDLER_NOT_COMPLAINED_ABOUT, case, given):
            raise NotLikeThis(Fact.HANDLER_NOT_COMPLAINED_ABOUT.label)
        case.handler_id = given.handler_id
    if step.event in _PASSING:
        pass_on(case, officer_id)
    if step.event == "draft":
        if not given.words:
            raise NotLikeThis("Write the answer.", "draft")
        fresh = draft or Response(case_id=case.id)
        fresh.written_by, fresh.written_at = officer_id, clock.now()
        fresh.checked_by = fresh.signed_by = None  # changed words need new eyes
        fresh.words = given.words
        db.session.add(fresh)
    elif draft and step.event in ("check", "sign"):
        if officer_id == draft.written_by:
            raise NotLikeThis("Somebody else than the one who wrote it has to look at it.")
        refuse_gaps(draft.words, may_wait=True)
        setattr(draft, {"check": "checked_by", "sign": "signed_by"}[step.event], officer_id)
    elif draft and step.event == "send_back":
        draft.checked_by = draft.signed_by = None


def _words(case: Case, step: Step, given: Given) -> str:
    """What the person is told: the draft as it was signed, or what the officer wrote for this step."""
    if step.told is None:
        return ""
    draft = draft_of(case.id)
    if step.event in ANSWERS and draft:
        draft.sent_at = clock.now()
        return draft.words
    if not given.words:
        raise NotLikeThis("Write what we tell the person.", "words")
    return given.words

"""How everything begins: sent, looked at, and given to the procedure that fits (source: domain notes, 2.3)."""

from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import DESK, MANAGER, PERSON, withdrawing
from portal.domain.stage_words import Doing, Fact, Who
from portal.domain.stages import Effect, Place, Step, Table, start, states, stop
from portal.domain.words import State

_AT = states("triage")
_READ = (Fact.ELIGIBILITY_RECORDED,)
_KNOWN = stop(ClockId.ELIGIBILITY)  # the first letter stops the clock of the acknowledgement
_NOT_STATUTORY = (*_KNOWN, Effect(Doing.UNDO, ClockId.STAGE_1))
_CLOCKS = {
    "statutory": _KNOWN,
    "safeguarding": (),  # a worry about safety stops nothing that was promised
    "ineligible": (Effect(Doing.UNDO, ClockId.STAGE_1),),  # not decided before it is confirmed and sent
}


def _route(event: str, label: str, into: str, to: str, *more: Effect, told: LetterKind | None) -> Step:
    clocks = (*_CLOCKS.get(into, _NOT_STATUTORY), *more)
    return Step(event, label, _AT, to, DESK, _READ, clocks, told, into)


INTAKE = Table(
    "intake",
    "Being looked at",
    {
        "draft": Place("Being written", None),
        "submitted": Place("Just arrived", State.RECEIVED),
        "triage": Place("To be looked at", None, clock=ClockId.STAGE_1),
        "merged": Place("Put together with another case", State.CLOSED),
        "withdrawn": Place("Taken back", State.WITHDRAWN),
    },
    "draft",
    states("merged withdrawn"),
    (
        Step("send", "Send", states("draft"), "submitted", PERSON | {Who.TRIAGE}),
        Step("queue", "Lay before the team", states("submitted"), "triage", frozenset({Who.SYSTEM}),
             clocks=start(ClockId.ACKNOWLEDGEMENT, ClockId.ELIGIBILITY, ClockId.STAGE_1, from_receipt=True)),
        Step("ask_consent", "Wait for consent", _AT, "", DESK, (Fact.REASON_GIVEN,),
             (Effect(Doing.PAUSE, ClockId.ELIGIBILITY, PauseReason.AWAITING_CONSENT),)),
        Step("consent_came", "Consent has come", _AT, "", DESK, clocks=(Effect(Doing.RESUME, ClockId.ELIGIBILITY),)),
        _route("to_statutory", "Take it on: statutory, Stage 1", "statutory", "S1_open",
               *start(ClockId.STAGE_1, from_receipt=True), told=LetterKind.TAKEN_ON),
        _route("to_corporate", "Take it on: corporate, Stage 1", "corporate", "C1_open",
               *start(ClockId.CORPORATE_STAGE_1), told=LetterKind.TAKEN_ON),
        _route("to_informal", "Try to sort it out quickly", "informal", "open", told=LetterKind.QUICK_WAY),
        _route("to_enquiry", "Answer it as an enquiry", "enquiry", "open",
               *start(ClockId.ENQUIRY, from_receipt=True), told=LetterKind.OTHER_WAY),
        _route("to_comment", "Treat it as a comment", "comment", "received", told=LetterKind.THANK_YOU),
        _route("to_compliment", "Treat it as a compliment", "compliment", "received", told=LetterKind.THANK_YOU),
        _route("to_advocacy", "Ask for an advocate", "advocacy", "requested",
               *start(ClockId.ADVOCACY_OFFER), told=LetterKind.OTHER_WAY),
        _route("to_safeguarding", "Pass to the people who keep children safe", "safeguarding", "hold",
               *start(ClockId.SAFEGUARDING), told=None),
        _route("to_alternative", "Send it another way", "alternative_route", "referred",
               told=LetterKind.OTHER_WAY),
        _route("to_ineligible", "Propose not to take it on", "ineligible", "decided", told=None),
        _route("to_member", "Answer the councillor or MP", "member", "received",
               *start(ClockId.MEMBER_ENQUIRY, from_receipt=True), told=None),
        _route("to_ombudsman", "Answer the Ombudsman", "ombudsman", "notified", told=None),
        _route("to_service_request", "Treat it as a request for a service", "service_request", "logged",
               told=LetterKind.OTHER_WAY),
        Step("merge", "Put together with another case", _AT, "merged", MANAGER,
             (Fact.SAME_PERSON_SAME_ISSUE, Fact.REASON_GIVEN), stop(), LetterKind.JOINED),
        Step("ask_next", "Ask for Stage 2", _AT, "S2_requested", PERSON | DESK, (Fact.ANSWER_SENT_OR_LATE,),
             (*stop(), *start(ClockId.STAGE_2, ClockId.STATEMENT)), LetterKind.NEXT_STAGE, "statutory"),
        *withdrawing(states("submitted triage")),
    ),
)  # fmt: skip
"""Draft to decision: the questions must be answered before anything is decided, and the person is told what and why."""

"""What is settled without a stage: informal resolution, enquiry, comment, compliment, request for a service (2.5)."""

from portal.domain.clock_rules import ClockId
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import (
    AFRESH,
    ANSWERING,
    DESK,
    INTAKE,
    PERSON,
    TRIAGE,
    ending,
    final_states,
    withdrawing,
)
from portal.domain.stage_words import Fact
from portal.domain.stages import Place, Step, Table, states, stop
from portal.domain.words import State

_CLOSED = Place("Closed", State.CLOSED, "closed")
_WITHDRAWN = Place("Taken back", State.WITHDRAWN, "withdrawn")


def _escalating(open_: str) -> Step:
    """Back to be looked at: it runs from the day it was first received, not from today."""
    return Step("escalate", "Take it on as a complaint", states(open_), TRIAGE, PERSON | DESK,
                clocks=AFRESH, told=LetterKind.LOOK_AGAIN, into=INTAKE)  # fmt: skip


INFORMAL = Table(
    "informal", "Informal resolution",
    {"open": Place("Being sorted out quickly", shown="early"),
     "resolved": Place("Sorted out", State.ANSWERED, "s1_done"), "withdrawn": _WITHDRAWN, "closed": _CLOSED},
    "open", final_states(),
    (
        Step("resolve", "It is sorted out", states("open"), "resolved", ANSWERING,
             (Fact.TERMS_AGREED, Fact.DRAFT_WRITTEN), told=LetterKind.TERMS),
        Step("draft", "Write down what was agreed", states("open"), "", ANSWERING),
        _escalating("open resolved closed"), *withdrawing(states("open")), *ending(states("resolved")),
    ),
)  # fmt: skip
"""Counted apart; what does not work out becomes a complaint with its first date."""

ENQUIRY = Table(
    "enquiry", "Enquiry",
    {"open": Place("To be answered", clock=ClockId.ENQUIRY), "answered": Place("Answered", State.ANSWERED, "s1_done"),
     "withdrawn": _WITHDRAWN, "closed": _CLOSED},
    "open", final_states(),
    (
        Step("draft", "Draft the answer", states("open"), "", ANSWERING),
        Step("send", "Send the answer", states("open"), "answered", ANSWERING, (Fact.DRAFT_WRITTEN,),
             stop(ClockId.ENQUIRY), LetterKind.RESPONSE),
        _escalating("open answered closed"), *withdrawing(states("open")), *ending(states("answered")),
    ),
)  # fmt: skip
"""A question with an answer; not a complaint unless they say so."""

COMMENT = Table(
    "comment", "Comment",
    {"received": Place("Received", None), "forwarded": Place("Passed to the service", State.ANSWERED, "passed_on"),
     "considered": Place("Thought about", State.ANSWERED, "passed_on"), "closed": _CLOSED},
    "received", final_states(withdrawn=False),
    (
        Step("forward", "Pass to the service", states("received"), "forwarded", DESK, (Fact.SOURCE_RECORDED,),
             stop(ClockId.ACKNOWLEDGEMENT)),
        Step("consider", "The service has thought about it", states("forwarded"), "considered", ANSWERING,
             (Fact.REASON_GIVEN,)),
        _escalating("received forwarded considered"), *ending(states("forwarded considered"), withdrawn=False),
    ),
)  # fmt: skip
"""Passed on, and answered if the person asked for an answer."""

COMPLIMENT = Table(
    "compliment", "Compliment",
    {"received": Place("Received", None), "verified": Place("Checked", None),
     "shared": Place("Passed on", State.ANSWERED, "passed_on"),
     "publish_requested": Place("May we quote it?", State.ANSWERED, "passed_on"),
     "publishable": Place("May be quoted", State.ANSWERED, "passed_on"), "closed": _CLOSED},
    "received", final_states(withdrawn=False),
    (
        Step("verify", "It is a compliment", states("received"), "verified", DESK),
        Step("share", "Pass to the worker and the managers", states("received verified"), "shared", DESK,
             (Fact.SOURCE_RECORDED,), stop(ClockId.ACKNOWLEDGEMENT), LetterKind.THANK_YOU),
        Step("ask_to_quote", "Ask whether we may quote it", states("shared"), "publish_requested", DESK),
        Step("may_quote", "They agreed to be quoted", states("publish_requested"), "publishable", DESK,
             (Fact.CONSENT_TO_QUOTE, Fact.NAMES_REMOVED)),
        _escalating("received verified"),
        *ending(states("shared publish_requested publishable"), withdrawn=False),
    ),
)  # fmt: skip
"""Reaches the person it is about and their managers; quoted only with consent and without names."""

SERVICE_REQUEST = Table(
    "service_request", "Service request",
    {"logged": Place("Logged", clock=None), "done": Place("Done", State.ANSWERED, "closed"), "closed": _CLOSED,
     "withdrawn": _WITHDRAWN},
    "logged", final_states(),
    (
        Step("done", "The service has done it", states("logged"), "done", ANSWERING, (Fact.REASON_GIVEN,),
             told=LetterKind.OTHER_WAY),
        _escalating("logged done closed"), *withdrawing(states("logged")), *ending(states("done")),
    ),
)  # fmt: skip
"""Something asked for, not complained about; it becomes a complaint when they are not happy with the response."""

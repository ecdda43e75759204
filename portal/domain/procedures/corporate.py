"""The corporate procedure in two stages (LGSCO Complaint Handling Code 2024; domain notes, 1.4 and 2.5)."""

from portal.domain.clock_rules import ClockId
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import (
    ANSWERING,
    DESK,
    MANAGER,
    PERSON,
    ending,
    final_states,
    moving,
    withdrawing,
)
from portal.domain.procedures.stage_1 import drafting
from portal.domain.stage_words import Doing, Fact
from portal.domain.stages import Effect, Place, Step, Table, start, states, stop
from portal.domain.words import State

_FIRST, _SECOND = states("C1_open"), states("C2_open")
_READY = (Fact.OUTCOME_FOR_EACH_CONCERN, Fact.DRAFT_WRITTEN, Fact.QUALITY_CHECKED, Fact.SIGNED_OFF)
_ASKED = (*stop(ClockId.CORPORATE_STAGE_1), *start(ClockId.CORPORATE_STAGE_2))

CORPORATE = Table(
    "corporate",
    "Corporate complaint",
    {
        "C1_open": Place("Corporate Stage 1: being answered", shown="c1", clock=ClockId.CORPORATE_STAGE_1),
        "C1_responded": Place("Corporate Stage 1: answered", State.ANSWERED, "s1_done"),
        "C2_requested": Place("Corporate Stage 2: asked for", shown="c2", clock=ClockId.CORPORATE_STAGE_2),
        "C2_open": Place("Corporate Stage 2: being answered", shown="c2", clock=ClockId.CORPORATE_STAGE_2),
        "C2_responded": Place("Corporate Stage 2: answered", State.ANSWERED, "final"),
        "withdrawn": Place("Taken back", State.WITHDRAWN, "withdrawn"),
        "closed": Place("Closed", State.CLOSED, "closed"),
    },
    "C1_open",
    final_states(),
    (
        *drafting(_FIRST | _SECOND),
        Step("extend", "Take more time", _FIRST, "", MANAGER, (Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM),
             (Effect(Doing.EXTEND, ClockId.CORPORATE_STAGE_1),), LetterKind.MORE_TIME),
        Step("send", "Send the answer", _FIRST, "C1_responded", ANSWERING, _READY, stop(ClockId.CORPORATE_STAGE_1),
             LetterKind.RESPONSE),
        Step("ask_next", "Ask for Stage 2", states("C1_responded"), "C2_requested", PERSON | DESK, clocks=_ASKED,
             told=LetterKind.NEXT_STAGE),
        Step("ask_next", "Ask for Stage 2", _FIRST, "C2_requested", PERSON | DESK, (Fact.ANSWER_SENT_OR_LATE,), _ASKED,
             LetterKind.NEXT_STAGE),
        Step("ask_next", "Ask for Stage 2", states("closed"), "C2_requested", PERSON | DESK, (Fact.STAGE_1_WAS_LAST,),
             _ASKED, LetterKind.NEXT_STAGE),
        Step("appoint", "Give it to another manager", states("C2_requested"), "C2_open", DESK,
             (Fact.HANDLER_NOT_COMPLAINED_ABOUT, Fact.HANDLER_IS_ANOTHER_PERSON), told=LetterKind.INVESTIGATORS),
        Step("extend", "Take more time", _SECOND, "", MANAGER, (Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM),
             (Effect(Doing.EXTEND, ClockId.CORPORATE_STAGE_2),), LetterKind.MORE_TIME),
        Step("send", "Send the last answer", _SECOND, "C2_responded", ANSWERING, _READY,
             (*stop(ClockId.CORPORATE_STAGE_2), *start(ClockId.OMBUDSMAN)), LetterKind.LAST_ANSWER),
        *withdrawing(states("C1_open C2_requested C2_open")),
        *ending(states("C1_responded C2_responded")),
        *moving(_FIRST),
    ),
)  # fmt: skip
"""Two stages and no third; the second is answered by somebody else, and nobody is asked why they want it."""

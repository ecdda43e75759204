"""Stage 1 of the statutory procedure: local resolution (SI 2006/1738 regs 14 and 15; domain notes, 2.4)."""

from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import ANSWERING, DESK, MANAGER, PERSON
from portal.domain.stage_words import Doing, Fact, Who
from portal.domain.stages import Effect, Place, Step, start, states, stop
from portal.domain.words import State

STAGE_1_PLACES = {
    "S1_open": Place("Stage 1: being answered", shown="s1", clock=ClockId.STAGE_1),
    "S1_awaiting_advocate": Place("Stage 1: waiting for the advocate", shown="paused", clock=ClockId.STAGE_1),
    "S1_lapsed": Place("Stage 1: late, may ask for Stage 2", shown="s1_late", clock=ClockId.STAGE_1),
    "S1_responded": Place("Stage 1: answered", State.ANSWERED, "s1_done"),
    "S1_resolved": Place("Stage 1: settled", State.ANSWERED, "s1_done"),
}
STAGE_1_OPEN = states("S1_open S1_awaiting_advocate S1_lapsed")
_STAGE_2 = (*stop(ClockId.STAGE_1, ClockId.STAGE_2_REQUEST), *start(ClockId.STAGE_2, ClockId.STATEMENT))
_SVC, _SNR = frozenset({Who.SERVICE_MANAGER}), frozenset({Who.SENIOR_MANAGER})


def drafting(open_: frozenset[str]) -> tuple[Step, ...]:
    """An answer is drafted by the manager, checked by the complaints manager and signed by a senior manager."""
    return (
        Step("allocate", "Give it to a manager to answer", open_, "", DESK, (Fact.HANDLER_NOT_COMPLAINED_ABOUT,)),
        Step("draft", "Draft the answer", open_, "", ANSWERING),
        Step("check", "Check the draft", open_, "", MANAGER, (Fact.DRAFT_WRITTEN,)),
        Step("sign", "Sign the answer", open_, "", _SNR, (Fact.DRAFT_WRITTEN, Fact.QUALITY_CHECKED)),
        Step("send_back", "Send the draft back", open_, "", MANAGER | _SNR, (Fact.DRAFT_WRITTEN, Fact.REASON_GIVEN)),
    )


STAGE_1_STEPS = (
    *drafting(STAGE_1_OPEN),
    Step("send", "Send the answer", STAGE_1_OPEN, "S1_responded", ANSWERING,
         (Fact.OUTCOME_FOR_EACH_CONCERN, Fact.DRAFT_WRITTEN, Fact.QUALITY_CHECKED, Fact.SIGNED_OFF),
         (*stop(ClockId.ACKNOWLEDGEMENT, ClockId.STAGE_1), *start(ClockId.STAGE_2_REQUEST)), LetterKind.RESPONSE),
    Step("await_advocate", "Wait for the advocate", states("S1_open"), "S1_awaiting_advocate", DESK,
         (Fact.ADVOCATE_AWAITED,), (Effect(Doing.PAUSE, ClockId.STAGE_1, PauseReason.AWAITING_ADVOCATE),),
         LetterKind.WAITING_FOR_ADVOCATE),
    Step("advocate_here", "Go on: the advocate is here, or they go on without", states("S1_awaiting_advocate"),
         "S1_open", DESK | PERSON | {Who.ADVOCACY}, clocks=(Effect(Doing.RESUME, ClockId.STAGE_1),),
         told=LetterKind.GOING_ON),
    Step("extend", "Take more time", states("S1_open"), "", MANAGER, (Fact.REASON_GIVEN, Fact.WITHIN_MAXIMUM),
         (Effect(Doing.EXTEND, ClockId.STAGE_1),), LetterKind.MORE_TIME),
    Step("resolve", "Send the terms that were agreed", STAGE_1_OPEN, "S1_resolved", ANSWERING,
         (Fact.TERMS_AGREED, Fact.DRAFT_WRITTEN),
         (*stop(ClockId.ACKNOWLEDGEMENT, ClockId.STAGE_1), *start(ClockId.STAGE_2_REQUEST)), LetterKind.TERMS),
    Step("lapse", "The longest time has passed", states("S1_open"), "S1_lapsed", frozenset({Who.SYSTEM}),
         (Fact.PAST_LIMIT,), told=LetterKind.LAPSED),
    Step("offer_mediation", "Offer mediation", STAGE_1_OPEN | {"S1_responded"}, "", DESK),
    Step("note_meeting", "Record a meeting with the person", STAGE_1_OPEN, "", ANSWERING, (Fact.REASON_GIVEN,)),
    Step("ask_next", "Ask for Stage 2", states("S1_responded S1_resolved S1_lapsed S2_declined"), "S2_requested",
         PERSON | DESK, clocks=_STAGE_2, told=LetterKind.NEXT_STAGE),
    Step("ask_next", "Ask for Stage 2", states("S1_open S1_awaiting_advocate"), "S2_requested", PERSON | DESK,
         (Fact.ANSWER_SENT_OR_LATE,), _STAGE_2, LetterKind.NEXT_STAGE),
    Step("ask_next", "Ask for Stage 2", states("closed"), "S2_requested", PERSON | DESK, (Fact.STAGE_1_WAS_LAST,),
         _STAGE_2, LetterKind.NEXT_STAGE),
    Step("skip", "Leave out Stage 1, as both agree", states("S1_open"), "S2_requested", MANAGER,
         (Fact.SKIP_AGREED, Fact.REASON_GIVEN), _STAGE_2, LetterKind.NEXT_STAGE),
)  # fmt: skip
"""From taking it on to the answer, and the way to Stage 2: asking for it is never weighed on its merits."""

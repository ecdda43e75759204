"""Steps that several procedures share: taking back, closing, opening again, looking again, putting together."""

from portal.domain.clock_rules import ClockId, PauseReason
from portal.domain.letter_kinds import LetterKind
from portal.domain.stage_words import Doing, Fact, Who
from portal.domain.stages import BACK, Effect, Step, start, stop

PERSON = frozenset({Who.COMPLAINANT, Who.REPRESENTATIVE})
DESK = frozenset({Who.TRIAGE, Who.COMPLAINTS_MANAGER})
MANAGER = frozenset({Who.COMPLAINTS_MANAGER})
ANSWERING = frozenset({Who.SERVICE_MANAGER, Who.COMPLAINTS_MANAGER, Who.TRIAGE})

INTAKE = "intake"
TRIAGE = "triage"
AFRESH = (*stop(), *start(ClockId.STAGE_1, from_receipt=True))
"""Back at the desk: whatever ran stops, and the first answer is due from the day it was received."""


def withdrawing(open_: frozenset[str]) -> tuple[Step, ...]:
    """Taken back at any time, by the person, by whoever acts for them if the child agrees, or told to the desk."""
    return (
        Step("withdraw", "Taken back by the person", open_, "withdrawn", frozenset({Who.COMPLAINANT}),
             clocks=stop(), told=LetterKind.WITHDRAWAL),
        Step("withdraw", "Taken back by whoever acts for them", open_, "withdrawn", frozenset({Who.REPRESENTATIVE}),
             (Fact.CHILD_AGREES,), stop(), LetterKind.WITHDRAWAL),
        Step("withdraw", "Record that they took it back", open_, "withdrawn", DESK,
             (Fact.REASON_GIVEN,), stop(), LetterKind.WITHDRAWAL),
    )  # fmt: skip


def ending(final: frozenset[str], *, withdrawn: bool = True) -> tuple[Step, ...]:
    """Closed once the last answer is out (actions may stay open), and opened again with a reason."""
    over = final_states(withdrawn=withdrawn)
    return (
        Step("close", "Close it", final, "closed", DESK | {Who.SYSTEM}, told=LetterKind.FINISHED),
        Step("reopen", "Open it again", over, BACK, MANAGER, (Fact.REASON_GIVEN,), (Effect(Doing.REVIVE),),
             LetterKind.OPEN_AGAIN),
    )  # fmt: skip


def final_states(*, withdrawn: bool = True) -> frozenset[str]:
    """Where a procedure with these steps ends."""
    return frozenset({"closed", "withdrawn"} if withdrawn else {"closed"})


def moving(open_: frozenset[str]) -> tuple[Step, ...]:
    """Looked at again from the start, or put together with another case of the same person."""
    return (
        Step("reclassify", "Look again at how to deal with it", open_, TRIAGE, MANAGER, (Fact.REASON_GIVEN,),
             AFRESH, LetterKind.LOOK_AGAIN, INTAKE),
        Step("merge", "Put together with another case", open_, "merged", MANAGER,
             (Fact.SAME_PERSON_SAME_ISSUE, Fact.REASON_GIVEN), stop(), LetterKind.JOINED, into=INTAKE),
    )  # fmt: skip


def holding(open_: frozenset[str], on_hold: str) -> tuple[Step, ...]:
    """Regulation 8: stand still while a court, a tribunal, a disciplinary or a criminal case runs."""
    pause = Effect(Doing.PAUSE, reason=PauseReason.CONCURRENT_PROCEEDINGS)
    return (
        Step("hold", "Put on hold for other proceedings", open_, on_hold, MANAGER,
             (Fact.PROCEEDINGS_NAMED, Fact.REASON_GIVEN), (pause,), LetterKind.ON_HOLD),
        Step("go_on", "Go on after the hold", frozenset({on_hold}), BACK, MANAGER,
             clocks=(Effect(Doing.REVIVE), Effect(Doing.RESUME)), told=LetterKind.GOING_ON),
    )  # fmt: skip

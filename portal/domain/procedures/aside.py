"""Ways beside a complaint: safeguarding, an advocate, another route, and not taking it on (domain notes, 2.5)."""

from portal.domain.clock_rules import ClockId
from portal.domain.letter_kinds import LetterKind
from portal.domain.procedures.shared_steps import (
    AFRESH,
    DESK,
    INTAKE,
    MANAGER,
    PERSON,
    TRIAGE,
    ending,
    final_states,
    withdrawing,
)
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import BACK, Place, Step, Table, start, states, stop
from portal.domain.words import State

_CLOSED = Place("Closed", State.CLOSED, "closed")
_WITHDRAWN = Place("Taken back", State.WITHDRAWN, "withdrawn")
_SAFE = frozenset({Who.SAFEGUARDING, Who.COMPLAINTS_MANAGER})
_ON = (*stop(ClockId.SAFEGUARDING), *start(ClockId.STAGE_1, from_receipt=True))
"""Back at the desk as if it had never been away: the answer is due from the day it was received."""
_PROVIDER = frozenset({Who.ADVOCACY, Who.COMPLAINTS_MANAGER})


def _back(label: str, open_: str, who: frozenset[Who]) -> Step:
    return Step("return", label, states(open_), TRIAGE, who, clocks=AFRESH,
                into=INTAKE)  # fmt: skip


SAFEGUARDING = Table(
    "safeguarding", "Safeguarding",
    {"hold": Place("Held for safeguarding", clock=ClockId.SAFEGUARDING),
     "screened": Place("Screened by the duty team", clock=ClockId.SAFEGUARDING),
     "referred_MASH": Place("Referred to the safeguarding hub"), "closed": _CLOSED},
    "hold", final_states(withdrawn=False),
    (
        Step("screen", "The duty team has looked", states("hold"), "screened", _SAFE, (Fact.REASON_GIVEN,)),
        Step("refer", "Refer to the safeguarding hub", states("screened"), "referred_MASH", _SAFE, (Fact.REASON_GIVEN,),
             stop(ClockId.SAFEGUARDING)),
        Step("return", "Not for safeguarding: back to the desk", states("screened"), TRIAGE, _SAFE,
             (Fact.REASON_GIVEN,), _ON, into=INTAKE),
        Step("return", "The complaint part goes on", states("referred_MASH"), TRIAGE, MANAGER, clocks=_ON, into=INTAKE),
        Step("close", "Close it", states("referred_MASH"), "closed", MANAGER, clocks=stop()),
        Step("reopen", "Open it again", states("closed"), BACK, MANAGER, (Fact.REASON_GIVEN,)),
    ),
)  # fmt: skip
"""The person is told only what is safe, so no step writes a letter by itself; what was promised to them runs on."""

ADVOCACY = Table(
    "advocacy", "Advocacy request",
    {"requested": Place("Asked for", clock=ClockId.ADVOCACY_OFFER),
     "sent_to_provider": Place("With the provider", shown="advocate_asked", clock=ClockId.ADVOCACY_OFFER),
     "accepted": Place("Taken on by the provider", State.ANSWERED, "advocate_coming"),
     "matched": Place("An advocate is found", State.ANSWERED, "advocate_found"),
     "active": Place("The advocate is helping", State.ANSWERED, "advocate_here"),
     "declined_by_CYP": Place("The young person said no", State.ANSWERED, "closed"),
     "unable": Place("The provider cannot", shown="advocate_unable"), "closed": _CLOSED},
    "requested", final_states(withdrawn=False),
    (
        Step("refer", "Send to the provider", states("requested unable"), "sent_to_provider",
             DESK | {Who.SYSTEM}),
        Step("accept", "The provider takes it on", states("sent_to_provider"), "accepted", _PROVIDER,
             clocks=stop(ClockId.ADVOCACY_OFFER), told=LetterKind.ADVOCATE_COMING),
        Step("cannot", "The provider cannot", states("sent_to_provider accepted matched"), "unable", _PROVIDER,
             (Fact.REASON_GIVEN,), told=LetterKind.NO_ADVOCATE),
        Step("match", "An advocate is found", states("accepted"), "matched", _PROVIDER,
             told=LetterKind.ADVOCATE_COMING),
        Step("begin", "The advocate has begun", states("matched"), "active", _PROVIDER),
        Step("decline", "They do not want one any more", states("requested sent_to_provider accepted matched"),
             "declined_by_CYP", PERSON | DESK | {Who.ADVOCACY}, clocks=stop(ClockId.ADVOCACY_OFFER)),
        _back("They want to complain", "requested sent_to_provider accepted matched active", PERSON | DESK),
        *ending(states("active declined_by_CYP"), withdrawn=False),
    ),
)  # fmt: skip
"""May stand without any complaint; the provider learns what it needs to make contact and no more."""

INELIGIBLE = Table(
    "ineligible", "Not taken on",
    {"decided": Place("Proposed not to take on, to be confirmed", clock=ClockId.ELIGIBILITY),
     "notified": Place("They were told why not", State.ANSWERED, "refused"),
     "challenged": Place("They do not agree", shown="refused"),
     "withdrawn": _WITHDRAWN, "closed": _CLOSED},
    "decided", final_states(),
    (
        Step("notify", "Confirm it and tell them", states("decided challenged"), "notified", MANAGER,
             (Fact.ELIGIBILITY_RECORDED, Fact.REASON_GIVEN, Fact.SECOND_CONFIRMATION), stop(ClockId.ELIGIBILITY),
             LetterKind.NOT_TAKEN),
        Step("agree_refusal", "Agree that it is vexatious", states("decided challenged"), "",
             frozenset({Who.SENIOR_MANAGER}), (Fact.CALLED_VEXATIOUS, Fact.REASON_GIVEN)),
        Step("ask_next", "They do not agree", states("notified closed"), "challenged", PERSON | DESK,
             told=LetterKind.LOOK_AGAIN),
        _back("Take it on after all", "decided notified challenged", MANAGER),
        *withdrawing(states("decided challenged")), *ending(states("notified")),
    ),
)  # fmt: skip
"""Never by one person alone, always with a reason, another way to go, and the right to ask the Ombudsman."""

ALTERNATIVE_ROUTE = Table(
    "alternative_route", "Another route",
    {"referred": Place("Sent another way", shown="other"),
     "confirmed_received": Place("They have it", State.ANSWERED, "other"),
     "withdrawn": _WITHDRAWN, "closed": _CLOSED},
    "referred", final_states(),
    (
        Step("confirm", "They confirmed that they have it", states("referred"), "confirmed_received", DESK,
             (Fact.REASON_GIVEN,)),
        _back("Take it on after all", "referred confirmed_received closed", MANAGER),
        *withdrawing(states("referred")), *ending(states("confirmed_received")),
    ),
)  # fmt: skip
"""It is not let go before whoever it was sent to says that they have it."""

"""A worry that somebody is not safe: looked at beside the complaint, which goes on (domain notes, 2.3 and 2.5)."""

from portal.domain.clock_rules import ClockId
from portal.domain.procedures.shared_steps import DESK
from portal.domain.stage_words import Fact, Who
from portal.domain.stages import Place, Step, Table, start, states, stop

_DUTY = frozenset({Who.SAFEGUARDING})
_WHY = (Fact.REASON_GIVEN,)

SAFETY = Table(
    "safety", "Is somebody safe?",
    {"none": Place("No worry was raised", None),
     "hold": Place("To be looked at today", None, clock=ClockId.SAFEGUARDING),
     "screened": Place("Looked at by the duty team", None, clock=ClockId.SAFEGUARDING),
     "referred_MASH": Place("Referred to the safeguarding hub", None),
     "not_safeguarding": Place("Not for safeguarding", None),
     "closed": Place("The hub has ended its part", None)},
    "none", frozenset({"not_safeguarding", "closed"}),
    (
        Step("raise_safety", "Somebody may not be safe", states("none not_safeguarding closed"), "hold",
             DESK | _DUTY | {Who.SYSTEM, Who.SERVICE_MANAGER}, clocks=start(ClockId.SAFEGUARDING)),
        Step("screen", "The duty team has looked", states("hold"), "screened", _DUTY, _WHY),
        Step("refer", "Refer to the safeguarding hub", states("hold screened"), "referred_MASH", _DUTY, _WHY,
             stop(ClockId.SAFEGUARDING)),
        Step("put_down", "Not for safeguarding", states("screened"), "not_safeguarding", _DUTY, _WHY,
             stop(ClockId.SAFEGUARDING)),
        Step("finish", "The hub has ended its part", states("referred_MASH"), "closed", _DUTY, _WHY),
    ),
)  # fmt: skip
"""No step here touches the case: where it stands, what was promised, and every letter stay as they are."""

"""The statutory procedure in three stages (SI 2006/1738), as one table."""

from portal.domain.procedures.later_stages import LATER_PLACES, LATER_STEPS, STAGE_2_OPEN, STAGE_3_OPEN
from portal.domain.procedures.shared_steps import ending, final_states, holding, moving, withdrawing
from portal.domain.procedures.stage_1 import STAGE_1_OPEN, STAGE_1_PLACES, STAGE_1_STEPS, drafting
from portal.domain.stage_words import Fact
from portal.domain.stages import Place, Table, states
from portal.domain.words import State

_OPEN = STAGE_1_OPEN | STAGE_2_OPEN | STAGE_3_OPEN
_ANSWERS = states("S2_reported S3_reported")
_later_drafts = tuple(step for step in drafting(_ANSWERS) if Fact.HANDLER_NOT_COMPLAINED_ABOUT not in step.needs)

STATUTORY = Table(
    "statutory",
    "Statutory complaint",
    {
        **STAGE_1_PLACES,
        **LATER_PLACES,
        "paused_reg8": Place("On hold for other proceedings", shown="paused"),
        "withdrawn": Place("Taken back", State.WITHDRAWN, "withdrawn"),
        "closed": Place("Closed", State.CLOSED, "closed"),
    },
    "S1_open",
    final_states(),
    (
        *STAGE_1_STEPS,
        *LATER_STEPS,
        *_later_drafts,
        *holding(_OPEN - {"S1_awaiting_advocate"}, "paused_reg8"),
        *withdrawing(_OPEN | {"paused_reg8"}),
        *ending(states("S1_responded S1_resolved S2_declined S2_adjudicated S3_declined S3_responded")),
        *moving(STAGE_1_OPEN),
    ),
)
"""Three stages, each with its own clock; what can be taken back or put on hold can be at every stage."""

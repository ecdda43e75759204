"""What was sent for the advocacy provider alone: all of it goes there, and the council keeps that it was sent."""

from portal import clock
from portal.domain.advocates import Origin
from portal.domain.clock_rules import ClockId
from portal.domain.journeys import JOURNEYS
from portal.domain.stage_words import Who
from portal.domain.submissions import Submission
from portal.domain.words import State
from portal.records.cases import Case
from portal.services.asking_advocates import ask, hand_on
from portal.services.proceeding_clocks import stop
from portal.services.stepping import by_person


def pass_on_what_was_sent(case: Case, submission: Submission) -> None:
    """Hand on a request that is not about a complaint, or the wish for an advocate that a form said yes to."""
    if not JOURNEYS[submission.journey].sends.passed_on:
        if submission.wants_advocate:
            ask(case, Origin.IN_FORM)
        return
    hand_on(
        case, Origin.ASKED_HERE, submission.answers, submission.journey, way=submission.way, variant=submission.variant
    )
    by_person(case, "refer", Who.SYSTEM)
    # Their receipt says that we have it, so nobody has to write to them for that.
    case.state, case.acknowledged_on, case.waiting_for_us = State.ACCEPTED, clock.today(), False
    stop(case, (ClockId.ACKNOWLEDGEMENT,), case.acknowledged_on)

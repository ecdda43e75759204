"""Proposing that something is not taken on, or goes another way: a coded reason is kept with the step."""

from portal.domain.eligibility import from_codes
from portal.domain.eligibility_words import Reason, Route
from portal.records.screening import latest_screening
from portal.services import screening
from portal.services.case_writing import NotLikeThis, changing
from portal.services.screening_facts import TURNING_AWAY
from portal.services.stage_facts import Given
from portal.services.stepping import go


def turn_away(case_id: int, officer_id: int, event: str, reason: Reason, route: Route, given: Given) -> None:
    """Keep why not and where else, and take the step. Raises `NotLikeThis` and `NotPossible`."""
    if event not in TURNING_AWAY:
        raise NotLikeThis("This step turns nobody away.")
    with changing(case_id) as case:
        latest = latest_screening(case.id)
        if latest is None:
            raise NotLikeThis("Look at it first: answer the questions.")
        note = latest.details.get(screening.NOTE, "")
        screening.write(case, officer_id, from_codes(latest.details), note, event, reason, route)
        go(case, officer_id, event, given)

"""What ties an officer to a case, so that nobody is asked why they open what is their work."""

from collections.abc import Collection

from portal.domain.access import FREELY, Role, Tie
from portal.domain.stage_words import Fact
from portal.domain.words import State
from portal.records.cases import Case
from portal.records.concerns import teams_of
from portal.services.stage_facts import CONFIRMED
from portal.services.stepping import possible

ASKED = CONFIRMED | {Fact.REASON_GIVEN, Fact.EACH_RECOMMENDATION_ANSWERED}
"""What somebody brings along with a step, so that it may be missing before."""
FINISHED = frozenset({State.WITHDRAWN, State.CLOSED})


def ties(case: Case, officer_id: int, roles: Collection[Role], teams: Collection[str], *, given: bool) -> set[Tie]:
    """Every tie that could matter for these roles; `given` when the case was given to the officer in any way.

    What costs a look at other tables is asked last, and only when nothing else ties them.
    """
    found = {Tie.ANY}
    if case.officer_id is None and case.handler_id is None and case.state not in FINISHED:
        found.add(Tie.NOBODYS)
    if given or officer_id in (case.officer_id, case.handler_id):
        found.add(Tie.THEIRS)
    wanted = frozenset[Tie]().union(*(FREELY.get(role, ()) for role in roles))
    if found & wanted:
        return found
    if teams and not {row.team for row in teams_of(case.id)}.isdisjoint(teams):
        found.add(Tie.TEAM)
    if Tie.TURN in wanted and any(set(choice.missing) <= ASKED for choice in possible(case, officer_id)):
        found.add(Tie.TURN)
    return found

"""What a letter may say of why we do not look into something, and of who can help instead."""

from collections.abc import Mapping

from portal.domain.eligibility_words import Reason, Route
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.refusals import PASSED_ON, WHO_HELPS, WHY_NOT
from portal.domain.procedures import Procedure
from portal.domain.words import Audience
from portal.records.cases import Case
from portal.services.screening import suggested
from portal.services.screening_facts import why_not
from portal.services.their_language import translated


def refusal_values(case: Case, kind: LetterKind) -> Mapping[str, str]:
    """The coded reason and the other way in their words, by the places of the letter; nothing for other letters."""
    found = _decided(case, kind)
    if found is None:
        return {}
    reason, route = found
    helps = translated(WHO_HELPS[route])
    return {
        "why": translated(WHY_NOT[reason][case.audience is not Audience.CHILD]),
        "helpers": helps,
        "next": f"{translated(PASSED_ON)}\n{helps}",
    }


def _decided(case: Case, kind: LetterKind) -> tuple[Reason, Route] | None:
    if kind is LetterKind.NOT_TAKEN:
        found = why_not(case.id)
        return (found[0], found[1] or Route.OMBUDSMAN) if found else None
    if kind is LetterKind.OTHER_WAY and case.procedure is Procedure.ALTERNATIVE_ROUTE:
        points_to = suggested(case)
        if points_to and points_to.reason and points_to.route:
            return points_to.reason, points_to.route
    return None

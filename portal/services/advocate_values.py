"""What a letter may say of the advocate somebody asked for: who it is, or why not and what happens now."""

from collections.abc import Mapping

from portal.domain.advocates import ANOTHER_WAY, ASK_AGAIN, COMING, WHO_IT_IS, WHY_NOT, Cannot, no_way_to
from portal.domain.letter_kinds import LetterKind
from portal.records.advocacy import advocacy_requests_of
from portal.records.cases import Case
from portal.services.their_language import translated


def advocate_values(case: Case, kind: LetterKind) -> Mapping[str, str]:
    """By the places of the letter; nothing for letters about anything else."""
    if kind not in (LetterKind.ADVOCATE_COMING, LetterKind.NO_ADVOCATE):
        return {}
    request = next(reversed(advocacy_requests_of(case.id)), None)
    if request is None:
        return {}
    if kind is LetterKind.ADVOCATE_COMING:
        named = translated(WHO_IT_IS) % {"advocate": request.advocate} if request.advocate else ""
        coming = "" if no_way_to(request.passed_on or {}) else translated(COMING)  # the letter says where to call
        return {"advocate": f"{named} {coming}".strip()}
    if request.reason is None:
        return {}
    after = ASK_AGAIN if request.reason is Cannot.NOT_WANTED else ANOTHER_WAY
    return {"next": f"{translated(WHY_NOT[request.reason])} {translated(after)}"}

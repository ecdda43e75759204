"""Speaking with a child without the grown-up who helped them: it may be the one they cannot speak before."""

from portal.domain.words import Happening
from portal.services.case_writing import by_team, changing


def heard_alone(case_id: int, officer_id: int, words: str) -> None:
    """Somebody spoke with the child alone, or wrote down why that cannot be; the task is done."""
    with changing(case_id) as case:
        case.hear_alone = False
        by_team(case, Happening.HEARD_ALONE, officer_id, note=words)

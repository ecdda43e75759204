"""Nothing of a case goes to somebody who speaks for a child before the team has said that it knows who this is."""

from portal.records.cases import Case
from portal.records.speakers import speaker_of
from portal.services.case_writing import NotLikeThis
from portal.services.spoken_for import unchecked
from portal.services.transactions import trying


def refuse_unchecked(case: Case) -> None:
    """Raises `NotLikeThis` where words would go to somebody nobody has checked; a preview sends nothing yet."""
    if unchecked(speaker_of(case)) and not trying():
        raise NotLikeThis(
            "Say first that you checked who this is and that they may act for the child: "
            "where you read the letter once more, or on the page “Who speaks for the child”."
        )

"""How a recommendation is answered, and what an answer must not leave open."""

from __future__ import annotations

import pytest

from portal.domain.independence import STAGE_OF, Capacity
from portal.domain.procedures import TABLES, Procedure
from portal.domain.recommendations import ANSWERING, AUTHORS, RECEIVING, STAGE_OF_AUTHOR, WRITES, Verdict, lacks


@pytest.mark.parametrize(
    ("verdict", "reason", "acts", "whole"),
    [
        (Verdict.ACCEPT, "", True, True),
        (Verdict.ACCEPT, "Because", True, True),
        (Verdict.ACCEPT, "", False, False),
        (Verdict.PART, "Only the first half", True, True),
        (Verdict.PART, "", True, False),
        (Verdict.PART, "Only the first half", False, False),
        (Verdict.REJECT, "The law forbids it", False, True),
        (Verdict.REJECT, "", False, False),
        (Verdict.REJECT, "The law forbids it", True, False),
    ],
)
def test_departing_needs_a_reason_and_following_needs_an_action(
    verdict: Verdict, reason: str, acts: bool, whole: bool
) -> None:
    assert (lacks(verdict, reason, acts=acts) == "") is whole


def test_what_is_lacking_is_said_in_words() -> None:
    assert lacks(Verdict.REJECT, "", acts=False) == "Write why it is not accepted, or which part is not."
    assert lacks(Verdict.ACCEPT, "", acts=False) == "Write what is done about it and who does it."
    assert lacks(Verdict.REJECT, "No", acts=True) == (
        "Nothing is done about what is not accepted: accept it in part, or leave the action empty."
    )


def test_reports_belong_to_places_of_the_statutory_procedure() -> None:
    places = set(TABLES[Procedure.STATUTORY].places)
    assert set(AUTHORS) == set(RECEIVING) == set(ANSWERING) == {2, 3}
    assert set().union(*RECEIVING.values()) <= places
    assert all(ANSWERING[stage] in RECEIVING[stage] for stage in AUTHORS)


def test_everybody_who_takes_part_writes_a_report_of_their_stage() -> None:
    assert set(WRITES) == set(Capacity)
    assert all(STAGE_OF_AUTHOR[WRITES[one]] == STAGE_OF[one] for one in Capacity)

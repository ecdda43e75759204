"""Why not, and who helps instead, in words that whoever reads them can read."""

from __future__ import annotations

import pytest

from portal.domain.eligibility_words import Reason, Route
from portal.domain.letters.refusals import PASSED_ON, WHO_HELPS, WHY_NOT
from tests.domain.journeys.readability import read
from tests.domain.journeys.word_lists import jargon_in

CHILD, ADULT = 3.0, 7.0


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_can_be_read_by_a_child_and_by_an_adult(reason: Reason) -> None:
    child, adult = WHY_NOT[reason]
    assert not jargon_in(child)
    assert read([child]).grade <= CHILD + 1
    assert read([adult]).grade <= ADULT + 2


def test_together_they_are_as_easy_as_the_letters_they_stand_in() -> None:
    assert read([child for child, _ in WHY_NOT.values()]).grade <= CHILD
    assert read([adult for _, adult in WHY_NOT.values()]).grade <= ADULT


def test_everybody_who_is_turned_away_is_told_who_can_help() -> None:
    assert set(WHO_HELPS) == set(Route)
    assert read([*WHO_HELPS.values(), PASSED_ON]).grade <= ADULT

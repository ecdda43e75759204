"""The outcome of a whole stage from those of its concerns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.findings import DECIDED, Outcome, overall

U, P, N, F, R, W, X = (
    Outcome.UPHELD,
    Outcome.PARTLY_UPHELD,
    Outcome.NOT_UPHELD,
    Outcome.NO_FINDING,
    Outcome.RESOLVED,
    Outcome.WITHDRAWN,
    Outcome.OPEN,
)


@pytest.mark.parametrize(
    ("concerns", "whole"),
    [
        ([], X),
        ([None], X),
        ([U, None], X),
        ([U, X], X),
        ([U], U),
        ([U, U], U),
        ([N, N], N),
        ([U, N], P),
        ([P], P),
        ([P, N], P),
        ([P, U], P),
        ([U, F], U),
        ([N, R, W], N),
        ([R, R], R),
        ([W], W),
        ([R, W], F),
        ([F, F], F),
    ],
)
def test_the_whole_follows_from_the_concerns(concerns: list[Outcome | None], whole: Outcome) -> None:
    assert overall(concerns) is whole


@given(st.lists(st.sampled_from(list(Outcome))), st.randoms())
def test_the_order_of_the_concerns_does_not_matter(concerns: list[Outcome], chance) -> None:
    shuffled = concerns.copy()
    chance.shuffle(shuffled)
    assert overall(shuffled) is overall(concerns)


@given(st.lists(st.sampled_from([one for one in Outcome if one is not X]), min_size=1))
def test_somebody_is_right_or_wrong_only_if_a_concern_says_so(concerns: list[Outcome]) -> None:
    assert (overall(concerns) in DECIDED) == bool(set(concerns) & DECIDED)

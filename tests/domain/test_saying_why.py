"""Who is asked why they open a case, and who is not because it is their work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.access import Action, Reach, Role, Tie, must_say_why, reach

SAYS_WHY_WITH = {
    Role.COMPLAINTS_OFFICER: {Tie.ANY, Tie.TURN},
    Role.TEAM_MANAGER: {Tie.ANY, Tie.TURN},
    Role.SENIOR_MANAGER: {Tie.ANY, Tie.NOBODYS},
    Role.DIRECTOR: {Tie.ANY, Tie.NOBODYS},
    Role.COMPLAINTS_MANAGER: set(Tie) - {Tie.ANY},  # which every case has
}
"""Ties that are not enough by themselves, for each role that may read every case."""


@pytest.mark.parametrize("tie", Tie)
@pytest.mark.parametrize("role", Role)
def test_somebody_who_reads_every_case_says_why_they_open_one_that_is_not_their_work(role: Role, tie: Tie) -> None:
    assert must_say_why({role}, {tie}) is (tie in SAYS_WHY_WITH.get(role, set()))


def test_the_complaints_manager_is_never_asked_because_every_case_is_their_work() -> None:
    assert not must_say_why({Role.COMPLAINTS_MANAGER}, {Tie.ANY})


@pytest.mark.parametrize("role", SAYS_WHY_WITH)
def test_a_case_without_any_tie_is_asked_about(role: Role) -> None:
    assert must_say_why({role}, set())


@given(st.sets(st.sampled_from(list(Role))), st.sets(st.sampled_from(list(Tie))))
def test_another_role_never_makes_somebody_say_why_and_one_who_reads_only_their_own_cases_never_does(
    roles: set[Role], ties: set[Tie]
) -> None:
    if must_say_why(roles, ties):
        assert reach(roles, Action.READ_CASE) is Reach.ALL
        assert all(must_say_why({role}, ties) for role in roles if reach({role}, Action.READ_CASE) is Reach.ALL)

"""Who may do what, against a table that a practitioner can read and correct."""

from __future__ import annotations

import csv
from itertools import chain, combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.access import GRANTS, Action, Relation, Role, may, reach, roles_of

ROWS = list(csv.DictReader(Path(__file__).with_name("access.csv").read_text(encoding="utf-8").splitlines()))
ANSWERS = {"yes": {Relation.NONE, Relation.ASSIGNED}, "own": {Relation.ASSIGNED}, "list": set(Relation), "": set()}
"""yes: every case. own: only cases given to them. list: sees a list of the cases given to them. Blank: no."""


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["action"])
def test_a_role_may_do_what_the_table_says(role: Role, row: dict[str, str]) -> None:
    expected = ANSWERS[row[role.value]] - {Relation.CONFLICT}
    assert {relation for relation in Relation if may({role}, Action(row["action"]), relation)} == expected


def test_the_table_names_every_action_and_every_role() -> None:
    assert [row["action"] for row in ROWS] == [action.value for action in Action]
    assert set(ROWS[0]) == {"action", *(role.value for role in Role)}
    assert set(GRANTS) == set(Role)


@given(st.sets(st.sampled_from(list(Role))), st.sampled_from(list(Action)))
def test_a_conflict_of_interest_overrides_every_yes(roles: set[Role], action: Action) -> None:
    assert not may(roles, action, Relation.CONFLICT)


@given(st.sets(st.sampled_from(list(Role))), st.sampled_from(list(Action)), st.sampled_from([*Relation][:2]))
def test_several_roles_may_do_what_one_of_them_may(roles: set[Role], action: Action, relation: Relation) -> None:
    assert may(roles, action, relation) == any(may({role}, action, relation) for role in roles)


def test_nobody_without_a_role_may_do_anything() -> None:
    assert not any(may(set(), action, relation) for action in Action for relation in Relation)


def test_whoever_runs_the_machine_reads_no_case_whatever_else_they_watch_over() -> None:
    watching = {Role.SYSTEM_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}
    for some in chain.from_iterable(combinations(watching, size) for size in (1, 2, 3)):
        assert reach(some, Action.READ_CASE) is None


def test_a_stored_role_that_is_none_any_more_grants_nothing() -> None:
    assert roles_of(["chief_wizard", "auditor"]) == {Role.AUDITOR}


@pytest.mark.parametrize("other", [role for role in Role if role is not Role.ADVOCATE])
def test_whoever_is_of_the_advocacy_provider_is_nothing_else_here(other: Role) -> None:
    held = roles_of([other.value, "advocate"])
    assert held == {Role.ADVOCATE} and reach(held, Action.READ_CASE) is None

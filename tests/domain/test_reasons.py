"""Who is asked why they open a case, against a table that a practitioner can read and correct.

Roles that may read only cases given to them are never asked: another case does not exist for them.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from portal.domain.access import FREELY, Action, Reach, Role, Tie, must_say_why, reach

ROWS = list(csv.DictReader(Path(__file__).with_name("reasons.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("tie", [*(tie for tie in Tie if tie is not Tie.ANY), None])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["who"])
def test_a_role_is_asked_why_when_the_table_says(row: dict[str, str], tie: Tie | None) -> None:
    ties = {Tie.ANY, tie} if tie else {Tie.ANY}
    assert must_say_why({Role(row["who"])}, ties) is (row[tie or "no_tie"] == "why")


def test_the_table_names_every_role_and_every_tie() -> None:
    assert [row["who"] for row in ROWS] == [role.value for role in Role]
    assert set(ROWS[0]) == {"who", "no_tie", *(tie.value for tie in Tie if tie is not Tie.ANY)}


def test_whoever_holds_two_roles_is_not_asked_when_one_of_them_is_not() -> None:
    assert not must_say_why({Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER}, {Tie.ANY})
    assert must_say_why({Role.COMPLAINTS_OFFICER, Role.AUDITOR}, {Tie.ANY})


def test_every_role_that_reads_all_cases_has_its_line_in_the_rule() -> None:
    assert {role for role in Role if reach({role}, Action.READ_CASE) is Reach.ALL} <= set(FREELY)

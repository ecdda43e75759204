"""Who may look into a complaint from outside, against a table that a practitioner can read and correct."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.independence import (
    ON_PANEL,
    PANEL_SIZE,
    STAGE_OF,
    Candidate,
    Capacity,
    Obstacle,
    Ties,
    both_at_stage_2,
    obstacles,
    sat_before,
    three,
)

ROWS = list(csv.DictReader(Path(__file__).with_name("independence.csv").read_text(encoding="utf-8").splitlines()))
SIGNED = date(2026, 1, 5)


def somebody(person: int = 1, capacity: Capacity = Capacity.PANELLIST, **more: object) -> Candidate:
    """Somebody whom nothing keeps from anything."""
    told: dict[str, object] = {"listed": frozenset(Capacity), "ties": Ties(signed_on=SIGNED), "checked": True}
    return Candidate(person, capacity, **(told | more))  # type: ignore[arg-type]


def panel(*people: int) -> list[Candidate]:
    return [somebody(one, Capacity.PANELLIST if place else Capacity.CHAIR) for place, one in enumerate(people)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['part']}-{row['wrong'] or 'may'}")
def test_somebody_may_take_part_unless_the_table_says_why_not(row: dict[str, str]) -> None:
    said = {name: value == "yes" for name, value in row.items()}
    one = Candidate(
        person=1,
        capacity=Capacity(row["part"]),
        listed=frozenset(Capacity(code) for code in row["listed"].split()),
        ties=Ties(said["member"], said["officer"], said["partner"], SIGNED if said["declared"] else None),
        active=said["on_register"],
        checked=said["checked"],
        complained_about=said["about_them"],
    )
    assert " ".join(obstacles(one)) == row["wrong"]


def test_the_table_knows_every_part_and_every_obstacle_of_one_person() -> None:
    assert {row["part"] for row in ROWS} == set(Capacity)
    of_one = {code for row in ROWS for code in row["wrong"].split()}
    of_several = {Obstacle.BOTH_AT_STAGE_2, Obstacle.WAS_STAGE_2_PERSON, Obstacle.WAS_INVESTIGATOR,
                  Obstacle.NOT_THREE, Obstacle.NOT_ONE_CHAIR}  # fmt: skip
    assert of_one == set(Obstacle) - of_several


def test_investigation_and_watching_it_are_two_people() -> None:
    assert both_at_stage_2([7], [8, 7])
    assert not both_at_stage_2([7], [8])
    assert not both_at_stage_2([], [7])


def test_whoever_took_part_at_stage_2_does_not_sit_on_the_panel() -> None:
    before = [(7, Capacity.INDEPENDENT_PERSON), (8, Capacity.INVESTIGATOR), (9, Capacity.INVESTIGATOR)]
    assert sat_before(7, before) == (Obstacle.WAS_STAGE_2_PERSON,)
    assert sat_before(8, before) == (Obstacle.WAS_INVESTIGATOR,)
    assert sat_before(1, before) == ()
    assert sat_before(1, []) == ()


def test_a_panel_is_three_people_of_whom_one_takes_the_chair() -> None:
    assert three(panel(1, 2, 3)) == ()
    assert three([]) == (Obstacle.NOT_THREE, Obstacle.NOT_ONE_CHAIR)
    assert three(panel(1, 2)) == (Obstacle.NOT_THREE,)
    assert three(panel(1, 2, 3, 4)) == (Obstacle.NOT_THREE,)
    assert three(panel(1, 2, 2)) == (Obstacle.NOT_THREE,), "the same person twice"
    assert three([somebody(1), somebody(2), somebody(3)]) == (Obstacle.NOT_ONE_CHAIR,)
    assert three([*panel(1, 2), somebody(3, Capacity.CHAIR)]) == (Obstacle.NOT_ONE_CHAIR,)


def test_one_member_who_is_not_independent_spoils_the_panel() -> None:
    married = somebody(3, ties=Ties(partner=True, signed_on=SIGNED))
    assert three([*panel(1, 2), married]) == (Obstacle.PARTNER,)


def test_parts_belong_to_their_stage() -> None:
    assert {one for one in Capacity if STAGE_OF[one] == 3} == ON_PANEL
    assert PANEL_SIZE == 3
    assert all(obstacle.label.endswith(".") for obstacle in Obstacle)


@given(st.sampled_from(list(Capacity)), st.booleans(), st.booleans(), st.booleans())
def test_the_independent_are_never_tied_to_the_council(
    capacity: Capacity, member: bool, officer: bool, partner: bool
) -> None:
    found = obstacles(somebody(1, capacity, ties=Ties(member, officer, partner, SIGNED)))
    if capacity is Capacity.INVESTIGATOR:
        assert (found == ()) == (not member)
    else:
        assert (found == ()) == (not (member or officer or partner))

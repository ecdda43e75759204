"""The rules by which figures become rows: bands of days and ages, means, medians, percentages, trees."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from portal.domain.tables.printed import added
from portal.domain.tables.shape import Value
from portal.domain.tables.shares import rounded, share
from portal.domain.tables.timescales import band, measures
from portal.domain.tables.trees import placed, there, upwards, within
from tests.domain.tables.by_hand import TREE, files, filled, table


@pytest.mark.parametrize(
    ("days", "limits", "expected"),
    [(0, (10, 20), "within-10"), (10, (10, 20), "within-10"), (11, (10, 20), "11-20"), (20, (10, 20), "11-20"),
     (21, (10, 20), "over-20"), (30, (30,), "within-30"), (31, (30,), "over-30"), (26, (25, 65), "26-65"),
     (6, (5, 10, 20), "6-10")],
)  # fmt: skip
def test_bands_of_days(days: int, limits: tuple[int, ...], expected: str) -> None:
    assert band(days, limits) == expected


@pytest.mark.parametrize(
    ("working", "calendar", "expected"),
    [
        ({}, {}, (0, None, None, None)),
        ({4: 1}, {6: 1}, (1, 4.0, 4.0, 6.0)),
        ({4: 1, 9: 1}, {6: 1, 13: 1}, (2, 6.5, 6.5, 9.5)),
        ({4: 1, 9: 1, 20: 1}, {6: 1, 13: 1, 28: 1}, (3, 11.0, 9.0, 15.67)),
        ({4: 3, 9: 1}, {6: 3, 13: 1}, (4, 5.25, 4.0, 7.75)),
        ({4: 3, 9: 2}, {6: 2, 7: 1, 13: 2}, (5, 6.0, 4.0, 9.0)),
        ({1: 7, 2: 1}, {1: 7, 2: 1}, (8, 1.13, 1.0, 1.13)),  # 1.125, halves upwards
        ({0: 1, 3: 1}, {0: 1, 3: 1}, (2, 1.5, 1.5, 1.5)),
    ],
)
def test_means_and_medians(working: dict[int, int], calendar: dict[int, int], expected: tuple[Value, ...]) -> None:
    assert measures(working, calendar) == expected


def test_percentages_have_one_decimal_and_round_halves_upwards() -> None:
    assert (share(1, 3), share(1, 16), share(3, 16), share(2, 2), share(0, 5)) == (33.3, 6.3, 18.8, 100.0, 0.0)
    assert (share(1, 0), share(None, 5), share(1, None), share("c", 5)) == (None, None, None, None)
    assert (added([1, None, 2]), added([None]), added([1.5, 1]), added([0])) == (3, None, 2.5, 0)
    assert added([0.1, 0.2]) == 0.3
    assert rounded(Decimal("0.125")) == 0.13


@pytest.mark.parametrize(
    ("age", "expected"),
    [("0", "0-5"), ("5", "0-5"), ("6", "6-9"), ("9", "6-9"), ("10", "10-14"), ("14", "10-14"), ("15", "15-17"),
     ("17", "15-17"), ("18", "18+"), ("25", "18+"), (None, "not_recorded"), ("not_asked", "not_asked"),
     ("prefer_not_to_say", "prefer_not_to_say")],
)  # fmt: skip
def test_ages(age: str | None, expected: str) -> None:
    children = [{"reference": "0", "child": "a", "age": age}]
    assert filled(table(files({}, children=children), "children-by-age")) == {expected: 1}


def test_a_council_has_its_own_ages() -> None:
    children = [{"reference": "0", "child": str(age), "age": str(age)} for age in (0, 1, 4, 5)]
    made = table(files({}, children=children), "children-by-age", bands={"age": (0, 4)})
    assert [one.code for one in made.rows][:3] == ["0-0", "1-4", "5+"]
    assert filled(made) == {"0-0": 1, "1-4": 2, "5+": 1}


def test_a_branch_is_that_of_the_year_of_the_report() -> None:
    assert upwards(TREE, "mill", 2018) == ("mill", "south")
    assert upwards(TREE, "mill", 2017) == ("mill", "north")
    assert upwards(TREE, "old_part", 2018) == ("old_part", "old")
    assert upwards(TREE, "nobody", 2018) == ("nobody",)
    assert within(TREE, "farm", 2018) == ("dale", "south")
    assert within(TREE, "south", 2018) == ("south",)
    assert (there(TREE, "old", 2018), there(TREE, "old", 2017), there(TREE, "nobody", 2018)) == (False, True, True)


def test_rows_of_other_years_stand_below_the_top_of_their_branch() -> None:
    lines = [("north", "North", 0), ("hill", "Hill", 1), ("south", "South", 0)]
    more = [("dale", "Dale", 0), ("old", "Old", 0), ("old_part", "Old part", 0), ("nobody", "Nobody", 0)]
    assert [(code, level) for code, _label, level in placed(lines, more, TREE, 2018)] == [
        ("north", 0), ("hill", 1), ("south", 0), ("dale", 1), ("old", 0), ("old_part", 1), ("nobody", 0),
    ]  # fmt: skip
    assert placed(lines, [("old_part", "Old part", 0)], TREE, 2018)[-1] == ("old_part", "Old part", 0)


def test_each_complaint_is_counted_once_under_its_first_team_and_in_the_row_above_it() -> None:
    before = date(2017, 5, 1)
    made = table(
        files({"teams": ("hill", "south")}, {"teams": ("mill",)}, {"teams": ("north",)}, {"teams": ("farm",)}, {},
              {"teams": ("dale",), "received_on": before}, {"teams": ("old_part",), "received_on": before}),
        "by-team", years=2,
    )  # fmt: skip
    assert filled(made) == {"north": 2, "hill": 1, "south": 2, "mill": 1, "dale": 1, "not_recorded": 1}
    assert filled(made, 1) == {"south": 1, "dale": 1, "old": 1, "old_part": 1}
    assert made.total == (5, 2)
    levels = {one.code: one.level for one in made.rows}
    assert [code for code, level in levels.items() if level] == ["hill", "mill", "dale", "old_part"]
    assert made.row("new").values == (0, None), "a team that was not there yet is blank, not nought"
    assert made.row("old").values == (None, 1)
    assert any(note.startswith("1 complaint is shared") for note in made.notes)


def test_parts_are_left_out_where_a_council_does_not_print_them() -> None:
    given = files({"teams": ("hill",)}, {"teams": ("farm",)})
    made = table(given, "by-team", parts=False)
    assert ({one.level for one in made.rows}, filled(made), made.total) == ({0}, {"north": 1, "south": 1}, (2,))


def test_a_finer_category_is_part_of_the_one_above_it_also_when_it_ended() -> None:
    concerns = [
        {"reference": "0", "number": 1, "category": "south", "subcategory": "dale", "primary": True},
        {"reference": "0", "number": 2, "category": "north", "primary": False},
        {"reference": "1", "number": 1, "category": "south", "subcategory": "hill", "primary": True},
    ]
    given = files({"received_on": date(2017, 5, 1)}, {}, {}, concerns=concerns)
    made = table(given, "primary-concern", years=2)
    assert (filled(made), filled(made, 1), made.total) == (
        {"south": 1, "not_recorded": 1}, {"south": 1, "dale": 1}, (2, 1),
    )  # fmt: skip
    assert made.row("dale").level == 1
    raised = table(given, "concerns-by-category")
    assert (filled(raised), raised.total and raised.total[0]) == ({"south": 1}, 1)


def test_concerns_have_no_column_of_findings_while_nothing_was_found_about_any() -> None:
    concerns = [{"reference": "0", "number": 1, "category": "south", "primary": True}]
    stages = [{"reference": "0", "stage": 1, "responded_on": date(2018, 4, 20)}]
    bare = table(files({}, concerns=concerns, stages=stages), "concerns-by-category")
    assert [one.code for one in bare.columns] == ["raised"]
    assert "What was found about each concern is not recorded." in bare.notes
    found = [{**concerns[0], "outcome_1": "upheld"}, {**concerns[0], "number": 2, "primary": False}]
    made = table(files({}, concerns=found, stages=stages), "concerns-by-category")
    columns = {one.code: at for at, one in enumerate(made.columns)}
    assert [made.row("south").values[columns[code]] for code in ("raised", "upheld", "open", "not_recorded")] == [
        2, 1, 0, 1,
    ]  # fmt: skip

"""The rules by which figures become rows: bands, means, medians, percentages, trees, years without cases, quarters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from portal.authorities import load
from portal.domain.dataset.files import FILES
from portal.domain.dataset.reading import Row
from portal.domain.tables.assembling import listed
from portal.domain.tables.making import added, rounded, share
from portal.domain.tables.report import DEFINITIONS, NoSuchTable, NothingToReport, report
from portal.domain.tables.shape import Table, Value
from portal.domain.tables.timescales import band, measures
from portal.domain.tables.trees import placed, there, upwards, within
from portal.domain.taxonomy import Term, Terms
from portal.domain.wishes import Group, Wish
from portal.domain.years import ReportingYear

USUAL = load("example")
LATER = date(2020, 1, 1)
YEAR = ReportingYear(2018)
TREE = Terms(
    (
        Term("north", "North"),
        Term("hill", "Hill", parent="north"),
        Term("mill", "Mill", parent="north", valid_to=2017),
        Term("mill", "Mill", parent="south", valid_from=2018),
        Term("south", "South"),
        Term("dale", "Dale", parent="south", valid_to=2017),
        Term("farm", "Farm", parent="dale"),
        Term("old", "Old", valid_to=2017),
        Term("old_part", "Old part", parent="old", valid_to=2017),
        Term("new", "New", valid_from=2018),
    )
)
HERE = replace(USUAL, teams=TREE, categories=TREE)
Files = dict[str, list[Row]]


def row(name: str, **cells: Any) -> Row:
    empty: Row = dict.fromkeys((column.name for column in FILES[name].columns), None)
    assert cells.keys() <= empty.keys()
    return {**empty, **cells}


def files(*complaints: dict[str, Any], **others: list[dict[str, Any]]) -> Files:
    """Accepted complaints of 3 April 2018, unless they say otherwise, and rows of other files."""
    usual = {"kind": "complaint", "procedure": "statutory", "triage": "accepted", "received_on": date(2018, 4, 3)}
    found = {"representations": [
        row("representations", **{**usual, "reference": str(at), **cells}) for at, cells in enumerate(complaints)
    ]}  # fmt: skip
    return found | {name: [row(name, **cells) for cells in rows] for name, rows in others.items()}


def earlier(table: str, year: str, column: str | None = None, **figures: float) -> list[dict[str, Any]]:
    return [
        {"table": table, "year": year, "row": code.replace("__", "-"), "column": column, "value": f"{value:g}"}
        for code, value in figures.items()
    ]


def table(given: Files, id_: str, quarter: int | None = None, as_at: date = LATER, **wish: Any) -> Table:
    wanted = Wish(id_, **wish)
    return report(HERE, listed(given, as_at), YEAR, as_at, wishes=[wanted], quarter=quarter).table(id_)


def filled(made: Table, at: int = 0) -> dict[str, Value]:
    return {one.code: one.values[at] for one in made.rows if one.values[at]}


@pytest.mark.parametrize(
    ("days", "limits", "expected"),
    [(0, (10, 20), "within-10"), (10, (10, 20), "within-10"), (11, (10, 20), "11-20"), (20, (10, 20), "11-20"),
     (21, (10, 20), "over-20"), (30, (30,), "within-30"), (31, (30,), "over-30"), (26, (25, 65), "26-65"),
     (6, (5, 10, 20), "6-10")],
)  # fmt: skip
def test_bands_of_days(days: int, limits: tuple[int, ...], expected: str) -> None:
    assert band(days, limits) == expected


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ({}, (0, None, None, None)),
        ({(4, 6): 1}, (1, 4.0, 4.0, 6.0)),
        ({(4, 6): 1, (9, 13): 1}, (2, 6.5, 6.5, 9.5)),
        ({(4, 6): 1, (9, 13): 1, (20, 28): 1}, (3, 11.0, 9.0, 15.67)),
        ({(4, 6): 3, (9, 13): 1}, (4, 5.25, 4.0, 7.75)),
        ({(4, 6): 2, (4, 7): 1, (9, 13): 2}, (5, 6.0, 4.0, 9.0)),
        ({(1, 1): 7, (2, 2): 1}, (8, 1.13, 1.0, 1.13)),  # 1.125, halves upwards
        ({(0, 0): 1, (3, 3): 1}, (2, 1.5, 1.5, 1.5)),
    ],
)
def test_means_and_medians(lengths: dict[tuple[int, int], int], expected: tuple[Value, ...]) -> None:
    assert measures(lengths) == expected


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


def test_a_year_without_cases_takes_its_printed_figures_and_a_year_with_cases_its_own() -> None:
    printed = earlier("received-by-method", "2017-18", email=7, letter=2.5)
    given = files({"method": "email"}, earlier_years=[*printed, *earlier("received-by-method", "2018-19", email=9)])
    made = table(given, "received-by-method", years=2)
    assert made.row("email").values == (1, 7)
    assert made.row("letter").values == (0, 2.5)
    assert made.row("app").values == (0, None)
    assert made.total == (1, 9.5)
    assert made.notes == ("2018-19 is counted from the cases, not taken from what was printed for it.",)


def test_printed_figures_stand_in_the_row_that_counts_their_code() -> None:
    given = files({"method": "in_person"}, {}, earlier_years=earlier(
        "received-by-method", "2017-18", telephone=7, in_person=2, letter=1, not_known=4))  # fmt: skip
    made = table(given, "received-by-method", years=2, not_known="note",
                 rows=(Group("telephone", "Telephone/verbal", ("telephone", "in_person")),))  # fmt: skip
    assert {one.code: one.values for one in made.rows} == {"telephone": (1, 9), "letter": (0, 1)}
    assert made.total == (1, 10)
    assert made.notes == (
        "1 complaints whose method is not known are left out.",
        "2017-18: 4 complaints whose method is not known are left out.",
    )


def test_a_quarter_has_no_figures_that_were_printed_or_typed_in_for_the_whole_year() -> None:
    given = files({"method": "email"}, {"received_on": date(2018, 7, 1), "method": "letter"},
                  activity=[{"year": "2018-19", "measure": "contacts", "value": 8},
                            {"year": "2018-19", "measure": "receipts_shown", "value": 4}],
                  monitoring=[{"number": 1, "year": "2018-19", "quarter": 1, "audience": "adult"}],
                  earlier_years=earlier("received-by-method", "2017-18", email=7))  # fmt: skip
    made = table(given, "received-by-method", 1, years=2)
    assert (filled(made), made.total) == ({"email": 1}, (1,))
    whole, quarter = (table(given, "activity", one, denominator="contacts") for one in (None, 1))
    assert (whole.row("complaint_rate").values, quarter.row("complaint_rate").values) == ((25.0,), (None,))
    whole, quarter = (table(given, "monitoring-responses", one) for one in (None, 1))
    assert (whole.row("offered").values, whole.row("answered").percent) == ((4,), (25.0,))
    assert (quarter.row("offered").values, quarter.row("answered").values) == ((None,), (1,))


def test_a_year_whose_cases_were_never_loaded_has_no_rate_of_complaints() -> None:
    figures = [{"year": year, "measure": "children_dealt_with", "value": 50} for year in ("2018-19", "2017-18")]
    given = files({}, activity=figures, earlier_years=earlier("activity", "2017-18", complaint_rate=3.5, our_own=2))
    made = table(given, "activity", years=3, denominator="children_dealt_with")
    assert made.row("complaint_rate").values == (2.0, 3.5, None)
    assert made.row("our_own").values == (None, 2, None)


def test_a_request_for_a_service_is_counted_in_no_table() -> None:
    given = files({}, {"kind": "service_request", "procedure": None})
    assert filled(table(given, "received-by-kind")) == {"statutory": 1}


def test_printed_rows_of_another_set_of_ages_are_not_lost() -> None:
    printed = earlier("children-by-age-and-sex", "2018-19", "female", **{"15__19": 4, "0__5": 1})
    made = table(files(earlier_years=printed), "children-by-age-and-sex")
    assert (filled(made), made.total and made.total[0]) == ({"15-19": 4, "0-5": 1}, 5)


def test_an_answer_without_a_start_is_told_beside_the_table_of_its_stage_alone() -> None:
    stages = [{"reference": "0", "stage": 1, "responded_on": date(2018, 4, 12)},
              {"reference": "0", "stage": 2, "responded_on": date(2018, 9, 12)}]  # fmt: skip
    given = files({}, stages=stages)
    told = "1 answer whose start is not recorded cannot be timed and are left out."
    assert told in table(given, "timeliness").notes
    assert told in table(given, "duration").notes
    assert table(given, "duration-by-quarter").notes == ()
    assert filled(table(given, "timeliness")) == {"stage-1:within-10": 1}


def test_by_highest_stage_each_complaint_is_timed_once() -> None:
    stages = [{"reference": "0", "stage": 1, "responded_on": date(2018, 4, 12)},
              {"reference": "0", "stage": 2, "requested_on": date(2018, 5, 1), "responded_on": date(2018, 5, 3)},
              {"reference": "1", "stage": 1, "responded_on": date(2018, 4, 30)}]  # fmt: skip
    given = files({}, {}, stages=stages)
    assert filled(table(given, "duration")) == {"1": 2, "2": 1}
    assert filled(table(given, "duration", by_highest_stage=True)) == {"1": 1, "2": 1}
    assert filled(table(given, "timeliness", by_highest_stage=True)) == {"stage-1:11-20": 1, "stage-2:within-25": 1}


def test_member_enquiries_in_time_are_a_part_of_those_answered() -> None:
    asked = {"kind": "member_enquiry", "procedure": None}
    stages = [{"reference": "0", "stage": 1, "due_on": date(2018, 5, 1), "responded_on": date(2018, 5, 1)},
              {"reference": "1", "stage": 1, "due_on": date(2018, 5, 1), "responded_on": date(2018, 5, 2)}]  # fmt: skip
    made = table(files(asked, asked, asked, stages=stages), "member-enquiries")
    assert filled(made) == {"received": 3, "answered": 2, "in_time": 1}
    assert [one.percent for one in made.rows] == [(None,), (None,), (50.0,)]


def test_there_is_nothing_to_report_of_a_year_of_which_nothing_is_known() -> None:
    with pytest.raises(NothingToReport):
        table({}, "by-team")
    with pytest.raises(NoSuchTable):
        table(files({}), "by-moon")
    assert table(files(activity=[{"year": "2018-19", "measure": "contacts", "value": 1}]), "activity")
    assert len(DEFINITIONS) == 43

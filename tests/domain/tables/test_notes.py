"""What stands beside a table in words: what was left out, what may be counted twice, what a percentage is of."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.domain.tables.by_hand import earlier, files, table

BEFORE = date(2017, 5, 2)
WITHDRAWN = {"withdrawn_on": date(2018, 4, 9)}


def test_open_stages_of_withdrawn_complaints_are_told_for_this_year() -> None:
    made = table(files(WITHDRAWN, {}, {"received_on": BEFORE, **WITHDRAWN}), "outcomes-stage-1", years=2)
    assert made.notes == ("1 of the open ones was withdrawn before this stage was answered.",)
    made = table(files(WITHDRAWN, WITHDRAWN), "outcomes-stage-1")
    assert made.notes == ("2 of the open ones were withdrawn before this stage was answered.",)
    answered = [{"reference": "0", "stage": 1, "responded_on": date(2018, 4, 8), "outcome": "upheld"}]
    assert table(files(WITHDRAWN, {}, stages=answered), "outcomes-stage-1").notes == ()


def test_a_stage_that_was_refused_is_not_told_as_open() -> None:
    refused = [{"reference": "0", "stage": 2, "requested_on": date(2018, 4, 8), "declined": True}]
    made = table(files(WITHDRAWN, stages=refused), "outcomes-stage-2")
    assert (made.total, made.notes) == ((0,), ())


def test_shared_complaints_are_told_for_this_year_and_the_procedures_that_are_counted() -> None:
    shared: dict[str, Any] = {"teams": ("north", "south")}
    given = files(shared, {**shared, "procedure": "corporate"}, {**shared, "received_on": BEFORE}, {"teams": ("new",)})
    words = "shared by several teams and counted once, under the first of them."
    assert table(given, "by-team", years=2, parts=False).notes == (f"2 complaints are {words}",)
    assert table(given, "by-team", procedures=("statutory",)).notes[0] == f"1 complaint is {words}"


def test_what_stands_under_a_heading_and_under_none_of_its_parts_is_told_of_nobody_too() -> None:
    given = files({"teams": ("north",)}, {"teams": ("hill",)}, {"teams": ("new",)}, {"received_on": BEFORE})
    made = table(given, "by-team", years=2)
    assert made.notes[0] == "Under a heading and under none of its parts: 1 complaint."
    assert made.uncounted[made.notes[0]] == "Some complaints may stand under a heading and under none of its parts."
    made = table(files({"teams": ("hill",)}), "by-team")
    assert made.notes == ("Under a heading and under none of its parts: no complaints.",)
    assert len(made.uncounted) == 1, "so that the words without a count say nothing"


def test_children_with_impairments_are_counted_beside_their_impairments() -> None:
    children: list[dict[str, Any]] = [
        {"reference": "0", "child": "a", "impairments": ("vision", "hearing", "speech")},
        {"reference": "0", "child": "b", "impairments": ("vision",)},
        {"reference": "0", "child": "c", "impairments": ("not_asked",)},
        {"reference": "0", "child": "d"},
    ]
    made = table(files({}, children=children), "impairments")
    assert (made.total, made.notes) == ((5,), ("A child may have several: 2 children have any.",))
    made = table(files({}, children=children[1:2]), "impairments")
    assert made.notes == ("A child may have several: 1 child has any.",)
    assert table(files({}), "impairments").notes == ("A child may have several: no child has any.",)


def test_compliments_are_counted_beside_what_they_praise_only_where_one_praises_several_things() -> None:
    one: dict[str, Any] = {"kind": "compliment", "procedure": None}
    praise = [{"reference": "0", "categories": ("child_focus",)}, {"reference": "1", "categories": ("communication",)}]
    assert table(files(one, one, compliments=praise), "compliments-by-category").notes == ()
    praise[0]["categories"] = ("child_focus", "communication")
    made = table(files(one, one, compliments=praise), "compliments-by-category")
    assert (made.total, made.notes) == ((3,), ("A compliment may praise several things: there were 2 compliments.",))


def test_what_a_percentage_is_of_is_said_where_it_is_not_the_total() -> None:
    given = files({}, activity=[{"year": "2018-19", "measure": "children_dealt_with", "value": 8}])
    assert table(given, "escalation").notes == ("Percentages are of all accepted complaints.",)
    assert table(given, "member-enquiries").notes == ("The percentage is of those answered.",)
    assert table(given, "timeliness").notes == (
        "Time limits in working days: Stage 1 10, at most 20; Stage 2 25, at most 65; Stage 3 30 to the panel.",
        "The council’s own target is that 85% of Stage 1 answers come in time.",
        "Percentages are of the answers of each stage.",
    )
    told = table(given, "activity", denominator="children_dealt_with").notes
    assert told == ("The percentage is of: Children dealt with.",)


def test_tables_of_time_say_when_each_complaint_is_timed_once() -> None:
    once = "Each complaint is counted once, under the highest stage it reached."
    for id_ in ("timeliness", "duration", "duration-by-quarter"):
        assert once in table(files({}), id_, by_highest_stage=True).notes
        assert once not in table(files({}), id_).notes


def test_the_population_says_whom_the_council_narrowed_or_widened_it_to() -> None:
    made = table(files({}), "received-by-method", procedures=("statutory", "corporate"), with_enquiries=True)
    assert made.population == "accepted complaints (statutory, corporate) and enquiries"
    assert table(files({}), "received-by-method").population == "accepted complaints"
    assert table(files({}), "compliments-by-team", procedures=("statutory",)).population == "compliments"
    assert table(files({}), "by-team", title="Complaints by service").title == "Complaints by service"


def test_a_table_of_a_year_or_quarter_that_goes_on_says_so() -> None:
    june = date(2018, 6, 30)
    made = table(files({}), "by-team", parts=False, as_at=june)
    assert made.notes == ("This year is counted as far as it has come.",)
    made = table(files({}), "by-team", parts=False, quarter=1, as_at=june)
    assert made.notes == ("This quarter is counted as far as it has come.",)
    assert table(files({}), "by-team", parts=False, quarter=1, as_at=date(2018, 7, 1)).notes == ()
    assert table(files({}), "by-team", parts=False, as_at=date(2019, 4, 1)).notes == ()


def test_the_ombudsmans_own_count_stands_beside_ours() -> None:
    asked = [{"number": 1, "received_on": date(2018, 5, 1), "service": "education", "investigated": True}]
    given = files(ombudsman=asked, activity=[{"year": "2018-19", "measure": "lgsco_reported", "value": 3}])
    made = table(given, "ombudsman")
    assert made.total == (1,)
    assert made.notes == ("The Ombudsman's own letter counts 3, which may differ from our register.",)
    counted_again = [row.label for row in made.rows if row.level]
    assert counted_again and all(label.startswith("Of all of them: ") for label in counted_again)
    assert [made.row(code).values for code in ("ongoing", "investigated", "education", "other")] == [
        (1,), (1,), (1,), (0,),
    ]  # fmt: skip


def test_complaints_are_counted_beside_their_concerns_only_where_one_raises_several() -> None:
    raised: list[dict[str, Any]] = [
        {"reference": at, "number": 1, "category": "communication", "primary": True} for at in ("0", "1")
    ]
    made = table(files({}, {}, {}, concerns=raised), "concerns-by-category")
    assert "No complaint raises more than one." in made.notes
    assert list(made.uncounted.values()) == ["A complaint may raise several concerns."], "which says nothing of either"
    bare = files(earlier_years=earlier("concerns-by-category", "2018-19", column="raised", communication=7))
    assert not any("raise" in note for note in table(bare, "concerns-by-category").notes), "no cases, nothing known"
    raised.append({"reference": "0", "number": 2, "category": "communication", "primary": False})
    made = table(files({}, {}, {}, concerns=raised), "concerns-by-category")
    assert "A complaint may raise several concerns: these 3 are of 2 complaints." in made.notes


def test_complaints_of_which_nobody_knows_who_handed_them_in_are_counted_in_a_note() -> None:
    given = files({}, {}, {"submitted_by": "child_alone"}, {"received_on": BEFORE})
    assert table(given, "children-and-advocacy", years=2).notes == (
        "2 complaints for which nobody recorded who handed them in are in none of these rows.",
        "2017-18: 1 complaint for which nobody recorded who handed it in is in none of these rows.",
    )


def test_years_of_which_only_some_rows_are_known_share_a_line() -> None:
    known = "only some rows are known: where not all are, there is no total and no percentage."
    rows = [*earlier("outcomes", "2017-18", upheld=7), *earlier("outcomes", "2016-17", upheld=9)]
    assert f"Of 2017-18 and 2016-17 {known}" in table(files({}, earlier_years=rows), "outcomes", years=3).notes
    assert f"Of 2017-18 {known}" in table(files({}, earlier_years=rows[:1]), "outcomes", years=3).notes

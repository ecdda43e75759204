"""What a table says of years without cases, of quarters, and of what cannot be counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.domain.tables.report import DEFINITIONS, NoSuchTable, NothingToReport
from portal.domain.wishes import Group
from portal.domain.words import Method
from tests.domain.tables.by_hand import LATER, earlier, files, filled, table


def test_a_year_without_cases_takes_its_printed_figures_and_a_year_with_cases_its_own() -> None:
    printed = earlier("received-by-method", "2017-18", email=7, letter=2.5)
    given = files({"method": "email"}, earlier_years=[*printed, *earlier("received-by-method", "2018-19", email=9)])
    made = table(given, "received-by-method", years=2)
    assert made.row("email").values == (1, 7)
    assert made.row("letter").values == (0, 2.5)
    assert made.row("app").values == (0, None)
    assert made.total == (1, None)
    assert made.row("email").percent == (100, None)
    assert made.notes == (
        "2018-19 is counted from the cases, not taken from what was printed for it.",
        "Of 2017-18 only some rows are known: where not all are, there is no total and no percentage.",
    )


def every_method(year: str, **numbers: float) -> list[dict[str, Any]]:
    every: dict[str, float] = dict.fromkeys((word.value for word in Method), 0)
    return earlier("received-by-method", year, None, **{**every, **numbers})


def test_printed_figures_of_every_row_have_a_total_and_some_have_it_as_it_was_printed() -> None:
    made = table(files({}, earlier_years=every_method("2017-18", email=7, letter=2)), "received-by-method", years=2)
    assert (made.total, made.row("email").percent) == ((1, 9), (0, 77.8))
    some = earlier("received-by-method", "2017-18", email=7, total=28)
    made = table(files({}, earlier_years=some), "received-by-method", years=2)
    assert (made.total, made.row("email").percent) == ((1, 28), (0, 25))
    assert "total" not in {one.code for one in made.rows}


def test_printed_figures_that_do_not_add_up_are_noted() -> None:
    received = earlier("received-by-kind", "2017-18", statutory=9, corporate=0, informal=0)
    kept = [*received, *every_method("2017-18", email=7, letter=4, total=12)]
    assert table(files({}, earlier_years=kept), "received-by-method", years=2).notes == (
        "2017-18: the rows printed add up to 11, not to the total printed, 12.",
        "2017-18: the figures printed here add up to 12, but 9 were received.",
    )
    few = [*received, *earlier("received-by-method", "2017-18", email=7)]
    notes = table(files({}, earlier_years=few), "received-by-method", years=2).notes
    assert notes == ("Of 2017-18 only some rows are known: where not all are, there is no total and no percentage.",)


def test_a_year_that_counted_others_says_so() -> None:
    kept = [*earlier("received-by-kind", "2017-18", statutory=2, corporate=0, informal=0),
            *every_method("2017-18", email=7)]  # fmt: skip
    made = table(files({}, earlier_years=kept), "received-by-method", years=2, populations={2017: "Stage 1 alone"})
    assert made.notes == ("Break in series: 2017-18 counts Stage 1 alone, and does not compare with other years.",)


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
    assert (whole.row("contacts").values, quarter.row("contacts").values) == ((8,), (None,))
    assert quarter.notes[0] == "These figures are typed in for whole years, so a quarter has none."
    whole, quarter = (table(given, "monitoring-responses", one) for one in (None, 1))
    assert (whole.row("offered").values, whole.row("answered").percent) == ((4,), (25.0,))
    assert (quarter.row("offered").values, quarter.row("answered").values) == ((None,), (1,))


def test_a_quarter_says_that_it_is_one() -> None:
    given = files({"method": "email"}, payments=[{"number": 1, "detail": "other", "amount": 500, "paid_on": LATER}])
    made = table(given, "received-by-method", 1, years=2)
    assert [(one.code, one.label) for one in made.columns] == [("2018-19", "Q1 2018-19")]
    assert made.date_basis == "received in the quarter"
    assert table(given, "compensation", 1).date_basis == "paid in the quarter"
    assert table(given, "received-by-method").date_basis == "received in the year"


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
    assert (filled(made), made.total and made.total[0]) == ({"15-19": 4, "0-5": 1}, None)


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

"""What a report says of columns that do not compare: restated, published before, printed at the time, another list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from portal.domain.tables.assembling import listed
from portal.domain.tables.basis import basis
from portal.domain.tables.kept import Kept, read_back
from portal.domain.tables.report import report
from portal.domain.tables.series import with_breaks
from portal.domain.tables.shape import Report
from portal.domain.wishes import Wish
from portal.domain.years import ReportingYear
from tests.domain.tables.by_hand import HERE, LATER, YEAR, Files, earlier, files

BEFORE = {"received_on": date(2017, 5, 2), "method": "email"}
JUNE = date(2018, 6, 3)


def made(given: Files, id_: str, year: ReportingYear = YEAR, edition: str = "internal", years: int = 2) -> Report:
    wishes = [Wish(id_, years=years)]
    whole = report(HERE, listed(given, LATER), year, LATER, wishes=wishes)
    return replace(whole, edition=edition)


def kept(whole: Report, day: date = JUNE, **other: str) -> Kept:
    """A report as it was kept; `other` says on which other basis it was made."""
    tables = {
        table.id: {whole.year: {**basis(HERE, Wish(table.id), ReportingYear.read(whole.year).starts), **other}}
        for table in whole.tables
    }
    return Kept(whole, day, tables)


def test_a_comparison_that_differs_from_what_was_kept_is_marked_as_restated() -> None:
    last = kept(made(files(BEFORE), "received-by-method", YEAR.before()))
    now = made(files(BEFORE, BEFORE, {"method": "letter"}), "received-by-method")
    table = with_breaks(now, HERE, [last], {}).table("received-by-method")
    assert [column.label for column in table.columns] == ["2018-19", "2017-18 (restated)"]
    assert "2017-18 is restated: “E-mail” is 2, was 1; the total is 2, was 1 (as kept on 3 June 2018)." in table.notes
    same = with_breaks(made(files(BEFORE, {}), "received-by-method"), HERE, [last], {}).table("received-by-method")
    assert [column.label for column in same.columns] == ["2018-19", "2017-18"]


def test_the_newest_report_of_that_year_is_what_it_is_set_against() -> None:
    first = kept(made(files(BEFORE), "received-by-method", YEAR.before()), date(2018, 5, 1))
    second = kept(made(files(BEFORE, BEFORE), "received-by-method", YEAR.before()))
    now = made(files(BEFORE, BEFORE, {}), "received-by-method")
    assert with_breaks(now, HERE, [second, first], {}).table("received-by-method").columns[1].label == "2017-18"


def test_a_year_that_goes_on_is_no_restatement_until_it_is_published() -> None:
    half = made(files({}), "received-by-method")
    now = made(files({}, {}), "received-by-method")
    assert with_breaks(now, HERE, [kept(half)], {}).table("received-by-method").columns[0].label == "2018-19"
    published = kept(replace(half, edition="public"))
    again = with_breaks(replace(now, edition="public"), HERE, [published], {}).table("received-by-method")
    assert again.columns[0].label == "2018-19 (restated)"
    assert any("(as published on 3 June 2018)" in note for note in again.notes)


def test_many_changes_are_told_in_short() -> None:
    methods = ("email", "letter", "telephone", "in_person", "app", "social_media", "online_form", "text_message")
    many = [{**BEFORE, "method": method} for method in methods]
    last = kept(made(files(*many), "received-by-method", YEAR.before()))
    notes = with_breaks(made(files(*many, *many, {}), "received-by-method"), HERE, [last], {}).tables[0].notes
    assert next(note for note in notes if "restated" in note).count("was") == 6
    assert "and 3 more" in " ".join(notes)


def test_published_figures_say_when_they_were_published() -> None:
    last = kept(replace(made(files(BEFORE), "received-by-method", YEAR.before()), edition="public"))
    now = made(files(BEFORE, {}), "received-by-method", edition="public")
    assert with_breaks(now, HERE, [last], {}).tables[0].notes == ("2017-18 is as it was published on 3 June 2018.",)


def test_another_list_of_teams_is_a_break_in_series() -> None:
    now = made(files(BEFORE, {}), "by-team")
    notes = with_breaks(now, HERE, [], {}).tables[0].notes
    assert notes[1:] == (
        "Break in series: the list of 2017-18 was not that of 2018-19: 3 since gone, 1 new, 1 placed elsewhere.",
    )
    assert with_breaks(made(files({}), "by-team", years=1), HERE, [], {}).tables[0].notes == notes[:1]


def test_another_basis_is_a_break_in_series_and_no_restatement() -> None:
    last = kept(made(files(BEFORE), "timeliness", YEAR.before()), bands="1:(5,)")
    table = with_breaks(made(files(BEFORE, BEFORE, {}), "timeliness"), HERE, [last], {}).tables[0]
    assert table.columns[1].label == "2017-18"
    assert "Break in series: 2017-18 was reported on another basis: the bands." in table.notes


def test_a_year_whose_cases_were_never_loaded_says_so() -> None:
    now = made(files({}, earlier_years=earlier("received-by-method", "2017-18", email=7)), "received-by-method")
    notes = with_breaks(now, HERE, [], {"received-by-method": {"2017-18"}}).tables[0].notes
    assert "2017-18 is as it was printed at the time; its cases are not here." in notes


def test_several_years_whose_cases_were_never_loaded_share_a_line() -> None:
    figures = [row for year in ("2017-18", "2016-17") for row in earlier("by-team", year, new=7)]
    now = made(files({}, earlier_years=figures), "by-team", years=3)
    notes = with_breaks(now, HERE, [], {"by-team": {"2017-18", "2016-17"}}).tables[0].notes
    assert "2017-18 and 2016-17 are as they were printed at the time; their cases are not here." in notes
    assert not [note for note in notes if "is as it was printed" in note]


def test_a_report_is_read_back_as_it_was() -> None:
    whole = made(files(BEFORE, {}), "by-team")
    assert read_back(whole.as_json()).as_json() == whole.as_json()

"""Sentences of the report say what its tables say: the figure, the direction by its sign, nothing when kept back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.measured import TOTAL, Count, Figure, Largest, Share
from portal.domain.narrative import SECTIONS, paragraphs, said, written
from portal.domain.tables.report import DEFINITIONS, USUAL
from portal.domain.tables.shape import Column, Report, Row, Table, Value
from portal.services.printing.wording import numbered

YEARS = (Column("2018-19", "2018-19"), Column("2017-18", "2017-18"))
COUNT = Count("t", "a", "complaint was received", "complaints were received")


def table(*rows: Row, total: tuple[Value, ...] | None = None, columns: tuple[Column, ...] = YEARS) -> Table:
    return Table("t", "T", "complaints", "accepted complaints", "received in the year", columns, rows, total)


def report(*tables: Table) -> Report:
    return Report("example", "2018-19", "2019-05-31", "public", tables)


def counted(*values: Value) -> Report:
    return report(table(Row("a", "A", values), columns=YEARS[: len(values)]))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((142, 156), "In 2018-19, 142 complaints were received, 14 fewer than the 156 of 2017-18."),
        ((1156, 142), "In 2018-19, 1,156 complaints were received, 1,014 more than the 142 of 2017-18."),
        ((7, 7), "In 2018-19, 7 complaints were received, as many as in 2017-18."),
        ((1, 3), "In 2018-19, 1 complaint was received, 2 fewer than the 3 of 2017-18."),
        ((2, 5), "In 2018-19, 2 complaints were received, 3 fewer than the 5 of 2017-18."),
        ((0, 2), "In 2018-19, no complaint was received, 2 fewer than the 2 of 2017-18."),
        ((0, 0), "In 2018-19, no complaint was received, as in 2017-18."),
        ((3, 0), "In 2018-19, 3 complaints were received, where there was none in 2017-18."),
        ((9,), "In 2018-19, 9 complaints were received."),
        ((9, None), "In 2018-19, 9 complaints were received."),
        ((9, "c"), "In 2018-19, 9 complaints were received."),
        (("c", 9), ""),
        ((None, 9), ""),
    ],
)
def test_a_count_says_its_figure_and_the_change_by_its_sign(values: tuple[Value, ...], expected: str) -> None:
    assert COUNT.said(counted(*values)) == expected


def test_a_total_is_read_beneath_the_rows() -> None:
    made = report(table(Row("a", "A", (4, 5)), total=(142, 156)))
    assert Count("t", TOTAL, "x", "complaints were received").said(made).startswith("In 2018-19, 142 complaints were")


@given(now=st.integers(0, 5000), before=st.integers(0, 5000))
def test_more_is_only_said_of_more_and_fewer_of_fewer(now: int, before: int) -> None:
    words = COUNT.said(counted(now, before))
    assert (" more than " in words) == (now > before > 0)
    assert (" fewer than " in words) == (now < before)


def test_a_table_of_other_years_says_nothing_of_this_one() -> None:
    columns = (Column("2016-17", "2016-17"), Column("2015-16", "2015-16"))
    assert COUNT.said(report(table(Row("a", "A", (9, 8)), columns=columns))) == ""
    assert COUNT.said(report()) == "" and Count("t", TOTAL, "x", "y").said(counted(3)) == ""


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((56.0, 49.5), "In 2018-19, 56% of Stage 1 answers took 10 working days or less, up from 49.5% in 2017-18."),
        ((49.5, 56.0), "In 2018-19, 49.5% of Stage 1 answers took 10 working days or less, down from 56% in 2017-18."),
        ((56.0, 56.0), "In 2018-19, 56% of Stage 1 answers took 10 working days or less, as in 2017-18."),
        ((56.0, "c"), "In 2018-19, 56% of Stage 1 answers took 10 working days or less."),
        (("c", 56.0), ""),
    ],
)
def test_a_share_goes_up_or_down_as_it_does(shares: tuple[Value, ...], expected: str) -> None:
    row = Row("stage-1:within-10", "Stage 1: 10 working days or less", (75, 59), shares)
    sentence = Share("t", "stage-1:within", "of Stage 1 answers took %(row)s")
    assert sentence.said(report(table(row))) == expected


def test_a_share_calls_a_row_without_a_stage_by_its_whole_name() -> None:
    made = report(table(Row("upheld", "Upheld", (75, 59), (56.0, None))))
    assert Share("t", "upheld", "were %(row)s").said(made) == "In 2018-19, 56% were Upheld."


def test_a_share_names_how_many_and_who_all_of_them_are() -> None:
    sentence = Share("t", "upheld", "of %(all)s were upheld")
    upheld = Row("upheld", "Upheld", (6, 9), (4.2, "c"))
    for total, of in ((142, "the 142 accepted complaints"), ("c", "accepted complaints")):
        said = sentence.said(report(table(upheld, total=(total, "c"))))
        assert said == f"In 2018-19, 4.2% of {of} were upheld."


def test_a_year_that_goes_on_is_not_compared_with_a_whole_one() -> None:
    year = counted(45, 11)
    assert COUNT.said(replace(year, as_at="2019-04-01")).endswith(", 34 more than the 11 of 2017-18.")
    assert COUNT.said(replace(year, as_at="2019-03-31")) == "In 2018-19, 45 complaints were received."
    share = replace(year, tables=(table(Row("a", "A", (45, 11), (56.0, 49.5)), total=(80, 22)),), as_at="2018-11-21")
    assert Share("t", "a", "were so").said(share) == "In 2018-19, 56% were so."
    assert replace(year, as_at="2018-11-21", quarter=3).goes_on
    assert not replace(year, as_at="2018-11-21", quarter=2).goes_on


def test_a_figure_is_read_from_its_own_column() -> None:
    columns = (Column("responses", "Answers"), Column("mean", "Mean"))
    sentence = Figure("t", "1", "mean", "Answers took %(now)s days")
    assert sentence.said(report(table(Row("1", "Stage 1", (134, 12.7)), columns=columns))) == "Answers took 12.70 days."
    assert sentence.said(report(table(Row("1", "Stage 1", (134, "c")), columns=columns))) == ""
    assert sentence.said(report(table(Row("1", "Stage 1", (134,)), columns=columns))) == ""


def test_the_largest_is_named_only_where_everything_is_printed_and_one_stands_out() -> None:
    sentence = Largest("t", "The most usual way was")
    two = (Row("e", "Email", (94, 0)), Row("l", "Letter", (8, 0)))
    assert sentence.said(report(table(*two, total=(102, 0)))) == (
        "The most usual way was “Email”: 94 of 102 accepted complaints."
    )
    for third in ("c", 94):
        assert sentence.said(report(table(*two, Row("x", "X", (third, 0)), total=(200, 0)))) == ""
    assert sentence.said(report(table(*two, total=("c", 0)))) == ""
    nobody = (Row("not_recorded", "Not recorded", (21, 0)), Row("e", "Email", (5, 0)))
    assert sentence.said(report(table(*nobody, total=(26, 0)))) == ""


def test_every_table_stands_in_exactly_one_section_and_every_sentence_beside_its_table() -> None:
    placed = [id_ for section in SECTIONS for id_ in section.tables]
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(DEFINITIONS)
    named = {sentence.table for section in SECTIONS for sentence in section.sentences}  # type: ignore[attr-defined]
    assert named <= set(DEFINITIONS)


def test_a_table_nobody_placed_is_printed_all_the_same_and_an_empty_section_is_not() -> None:
    made = written(counted(142, 156), {"welcome": "Hello.\n\n\nThank\nyou. "}, ())
    assert [(chapter.id, chapter.tables) for chapter in made.chapters] == [("welcome", ()), ("more", ("t",))]
    assert made.chapters[0].paragraphs == ("Hello.", "Thank\nyou.") == paragraphs("Hello.\n\n\nThank\nyou. ")


def test_a_paragraph_keeps_its_own_signs() -> None:
    assert paragraphs("X marks it.\n\n\n  Set in, as for SMAX") == ("X marks it.", "  Set in, as for SMAX")


def test_sections_stand_in_their_order_and_say_their_own() -> None:
    figures = replace(table(Row("total", "Total", (9, 8)), total=(9, 8)), id="complaints-by-triage")
    made = written(report(figures, table(Row("a", "A", (1, 2)))), {section.id: "Text." for section in SECTIONS}, ())
    *before, information = SECTIONS
    last = [("more", "Further tables"), ("information", information.title)]
    assert [(one.id, one.title) for one in made.chapters] == [*((one.id, one.title) for one in before), *last]
    summary = next(chapter for chapter in made.chapters if chapter.id == "summary")
    assert summary.sentences == ("In 2018-19, 9 complaints were received, 1 more than the 8 of 2017-18.",)


def test_the_year_is_named_once_in_a_section() -> None:
    fewer = Count("t", "b", "complaint was withdrawn", "complaints were withdrawn")
    made = report(table(Row("a", "A", (9, 8)), Row("b", "B", (0, 2))))
    assert said((COUNT, fewer, COUNT), made) == (
        "In 2018-19, 9 complaints were received, 1 more than the 8 of 2017-18.",
        "No complaint was withdrawn, 2 fewer than the 2 of 2017-18.",
        "9 complaints were received, 1 more than the 8 of 2017-18.",
    )


def test_quotes_stand_in_their_section_alone() -> None:
    made = written(counted(142), {}, ("So kind.",))
    assert [(chapter.id, chapter.quotes) for chapter in made.chapters if chapter.quotes] == [
        ("compliments", ("So kind.",))
    ]


def test_tables_stand_in_the_order_of_the_report_and_a_chapter_goes_on_after_others() -> None:
    ids = ("ombudsman", "by-team", "timeliness", "outcomes", "duration", "compensation")
    tables = tuple(replace(table(Row("a", "A", (1, 2))), id=id_) for id_ in ids)
    made = written(report(*tables), {"welcome": "Hello.", "actions": "We will.", "people": "They."}, ())
    assert [(one.id, one.title, one.tables) for one in made.chapters] == [
        ("welcome", "Welcome", ()), ("ombudsman", "The Ombudsman", ("ombudsman",)),
        ("complaints", "Complaints", ("by-team",)), ("people", "Who the complaints were about", ()),
        ("timescales", "Timescales", ("timeliness",)),
        ("complaints--2", "Complaints (continued, part 2)", ("outcomes",)),
        ("timescales--2", "Timescales (continued, part 2)", ("duration",)),
        ("complaints--3", "Complaints (continued, part 3)", ("compensation",)), ("actions", "What we will do", ()),
    ]  # fmt: skip
    assert [one.id for _number, one in numbered(made)] == list(ids)


def test_a_council_that_asks_for_nothing_has_every_chapter_once() -> None:
    tables = tuple(replace(table(Row("a", "A", (1, 2))), id=wish.id) for wish in USUAL)
    assert {wish.id for wish in USUAL} == set(DEFINITIONS)
    assert not [one.id for one in written(report(*tables), {}, ()).chapters if "continued" in one.title]

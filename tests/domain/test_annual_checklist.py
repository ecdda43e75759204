"""What an annual report should cover is looked for in its tables and its written sections."""

from __future__ import annotations

from dataclasses import replace

from portal.domain.annual_checklist import ITEMS, looked_through
from portal.domain.children import Missing
from portal.domain.tables.shape import CONFIDENTIAL, Column, Report, Row, Table, Value


def table(id_: str, *first: Value) -> Table:
    """A table with these figures in its first column, and a second column that is always full."""
    rows = tuple(Row(str(at), str(at), (value, 9)) for at, value in enumerate(first))
    return Table(id_, id_, "complaints", "", "", (Column("2018-19", ""), Column("2017-18", "")), rows)


def found(*tables: Table, sections: tuple[str, ...] = ()) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The items that are there, with where they are."""
    report = Report("example", "2018-19", "2019-09-30", "public", tables)
    return {one.item.title: (one.tables, one.sections) for one in looked_through(report, sections) if one.there}


def test_an_item_is_there_when_one_of_its_tables_says_something() -> None:
    assert found(table("outcomes", None, 3)) == {"What was found": (("outcomes",), ())}
    assert found(table("ombudsman", 0)) == {"How many went to the Ombudsman": (("ombudsman",), ())}


def test_of_what_people_are_asked_nought_and_not_recorded_say_nothing() -> None:
    assert found(table("children-by-age", 0), table("monitoring-sex", None)) == {}
    assert "Age" in found(table("children-by-age", 0, CONFIDENTIAL)) and "Sex" in found(table("monitoring-sex", 1))
    by_sex = replace(
        table("children-by-age-and-sex"),
        columns=(Column("female", ""), Column("male", "")),
        rows=(Row("0-4", "", (0, 2)), Row(Missing.NOT_RECORDED, "", (9, 9))),
    )
    assert {"Age", "Sex"} <= found(by_sex).keys()
    assert found(replace(by_sex, rows=by_sex.rows[1:])) == {}


def test_what_is_kept_back_was_collected_and_what_is_blank_was_not() -> None:
    assert "Advocacy" in found(table("children-and-advocacy", CONFIDENTIAL))
    assert found(table("children-and-advocacy", None, None), table("outcomes")) == {}


def test_words_cover_what_only_words_can() -> None:
    assert found(sections=("learning", "welcome")) == {
        "What was learned, and what changed because of it": ((), ("learning",))
    }
    both = found(table("extensions", 1), sections=("timescales",))
    assert both["Whether people agreed to extensions"] == (("extensions",), ("timescales",))


def test_without_a_report_only_words_are_there_and_every_item_is_told() -> None:
    told = list(looked_through(None, ("actions",)))
    assert [one.item for one in told] == list(ITEMS)
    assert [one.item.title for one in told if one.there] == ["What is going to change", "How well the procedure works"]

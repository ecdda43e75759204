"""A stranger reads the tables about children of a council that had few of them, or few of one kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from portal.authorities import load
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.editions import Editions
from portal.domain.tables.publishing_children import TOO_FEW
from portal.domain.tables.report import USUAL
from portal.domain.tables.shape import CONFIDENTIAL, Report
from tests.domain.tables.by_hand import LATER, YEAR, Files, files
from tests.domain.tables.stranger import CHILDLIKE

CROSSED = "children-by-age-and-sex"
COUNCIL = replace(load("example"), report=tuple(replace(wish, years=2) for wish in USUAL))


def of_children(*groups: tuple[int, str, str], before: Iterable[tuple[int, str, str]] = ()) -> Files:
    """One complaint for each child: so many of an age and a sex, this year and the year before."""
    every = [(date(2018, 5, 2), one) for one in groups] + [(date(2017, 5, 2), one) for one in before]
    days = [(day, age, sex) for day, (number, age, sex) in every for _ in range(number)]
    rows = [
        {"reference": str(at), "child": f"k{at}", "age": age, "sex": sex, "disabled": "no"}
        for at, (_day, age, sex) in enumerate(days)
    ]
    return files(*({"received_on": day} for day, _age, _sex in days), children=rows)


def public(given: Files) -> Report:
    return Editions(COUNCIL, listed(given, LATER), LATER, (), Settings()).public(YEAR, None)


def told(page: Report, year: str) -> dict[str, set[object]]:
    """Everything that the tables about children print of a year: figures, percentages and totals, noughts too."""
    found: dict[str, set[object]] = {}
    for table in page.tables:
        if table.id.startswith(CHILDLIKE) and not table.id.startswith("monitoring-"):
            columns = [at for at, one in enumerate(table.columns) if one.code == year or not one.code[:1].isdigit()]
            cells = {row.values[at] for row in table.rows for at in columns}
            cells |= {row.percent[at] for row in table.rows if row.percent for at in columns}
            found[table.id] = cells | {(table.total or dict.fromkeys(columns))[at] for at in columns}
    return found


def test_nothing_is_told_of_nine_children_not_even_in_the_totals() -> None:
    page = public(of_children((9, "12", "male")))
    assert {id_: cells - {None} for id_, cells in told(page, "2018-19").items()} == {
        table.id: {CONFIDENTIAL} for table in page.tables
        if table.id.startswith(CHILDLIKE) and not table.id.startswith("monitoring-")
    }  # fmt: skip
    assert TOO_FEW in page.table("impairments").notes
    assert set(page.table(CROSSED).total or ()) == {CONFIDENTIAL}


def test_nothing_is_told_of_the_nine_children_of_last_year_beside_the_many_of_this() -> None:
    page = public(of_children((20, "12", "male"), (15, "7", "female"), before=[(9, "12", "male")]))
    assert page.table("children-by-age").total == (35, CONFIDENTIAL)
    del (cells := told(page, "2017-18"))[CROSSED]
    assert {id_: some - {None} for id_, some in cells.items()} == {key: {CONFIDENTIAL} for key in cells}


def test_a_council_without_children_prints_noughts() -> None:
    assert told(public(files({})), "2018-19")["children-by-age"] == {0, None}


@pytest.mark.parametrize("number", [3, 7])
def test_the_noughts_beside_a_few_children_who_are_all_alike_do_not_tell_what_they_are(number: int) -> None:
    page = public(of_children((20, "12", "male"), (15, "16", "female"), (number, "7", "male"))).table(CROSSED)
    assert set(page.row("6-9").values) == {CONFIDENTIAL}
    assert page.row("10-14").values[:2] == (0, 20)
    columns = {one.code: at for at, one in enumerate(page.columns)}
    page = public(of_children((20, "12", "male"), (15, "16", "female"), (number, "16", "not_recorded"))).table(CROSSED)
    assert {row.values[columns["not_recorded"]] for row in page.rows} == {CONFIDENTIAL}


def test_impairments_are_published_for_as_many_children_as_there_are_not_codings() -> None:
    many = of_children((25, "12", "male"))
    few = of_children((10, "12", "male"))
    for given in (many, few):
        for row in given["children"]:
            row["impairments"] = ("vision", "hearing", "speech")
    assert public(many).table("impairments").total == (75,)
    assert public(few).table("impairments").total == (CONFIDENTIAL,)


def test_answers_of_a_few_children_are_not_told_beside_those_of_many_adults() -> None:
    many, few = [("adult", "female")] * 30 + [("adult", "male")] * 20, [("child", "male")] * 9
    answers = [
        {"number": at, "year": "2018-19", "quarter": 1, "audience": audience, "sex": sex}
        for at, (audience, sex) in enumerate((*many, *few), 1)
    ]
    page = public(files({}, monitoring=answers)).table("monitoring-sex")
    assert {(row.values[0], row.percent[0]) for row in page.rows} == {(CONFIDENTIAL, CONFIDENTIAL)}
    assert page.total == (CONFIDENTIAL, 50)
    assert (page.row("female").values[1], page.row("male").values[1]) == (30, 20)

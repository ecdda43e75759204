"""The public edition beside others: comparisons as they were published, other bases, quarters about too few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.domain.disclosure.risk_classes import CannotBeProtected, Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.editions import Editions
from portal.domain.tables.kept import Kept
from portal.domain.tables.publishing import KEPT_BACK_IN_QUARTER, WHOLE_YEARS_ONLY
from portal.domain.tables.shape import CONFIDENTIAL, Report
from portal.domain.tables.tallying import Tally
from tests.councils.inventing import council
from tests.domain.tables.test_linked_editions import BEFORE, HERE, LATER, SETTINGS, YEAR, kept


@pytest.fixture(scope="module")
def tally() -> Tally:
    return listed(council(5, 900), LATER)


def public(
    tally: Tally, quarter: int | None = None, out: tuple[Kept, ...] = (), settings: Settings = SETTINGS
) -> Report:
    return Editions(HERE, tally, LATER, out, settings).public(YEAR, quarter)


def test_last_year_stands_beside_this_one_as_it_is_printed_in_its_own_report(tally: Tally) -> None:
    own = Editions(HERE, tally, LATER, (), SETTINGS).public(BEFORE, None)
    for table in public(tally).tables:
        if len(table.columns) == 2 and table.columns[1].code == str(BEFORE):
            there = {row.code: row.values[0] for row in own.table(table.id).rows if row.values[0]}
            assert {row.code: row.values[1] for row in table.rows if row.code in there} == there, table.id
            assert not table.total or table.total[1] == (own.table(table.id).total or (None,))[0]


def test_what_was_published_is_printed_again_though_the_cases_say_otherwise(tally: Tally) -> None:
    own = Editions(HERE, tally, LATER, (), SETTINGS).public(BEFORE, None)
    first = own.table("received-by-kind").rows[0]
    other = replace(own.table("received-by-kind"), rows=(replace(first, values=(777, 1)),))
    out = kept(replace(own, tables=(other,)))
    assert public(tally, out=(out,)).table("received-by-kind").row(first.code).values[1] == 777


def test_a_table_that_was_published_on_another_basis_is_not_published(tally: Tally) -> None:
    out = kept(public(tally))
    bases = {**out.bases, "by-team": {str(YEAR): {"whom": "statutory", "rows": ""}}}
    table = public(tally, out=(replace(out, bases=bases),)).table("by-team")
    assert {row.values[0] for row in table.rows} <= {CONFIDENTIAL, None}
    assert table.notes[0].startswith("Not published: it was published before on another basis (on 1 January 2026)")


def test_a_quarter_about_too_few_prints_no_count_of_the_service(tally: Tally) -> None:
    few = listed(council(5, 60), LATER)
    for id_ in ("by-team", "outcomes", "received-by-method"):
        made = public(few, 2).table(id_)
        assert not any(row.values[0] for row in made.rows if row.values[0] != CONFIDENTIAL), id_
        assert made.total is not None and made.total[0] == CONFIDENTIAL
    assert any(row.values[0] != CONFIDENTIAL for row in public(tally, 2).table("outcomes").rows)


def test_a_quarter_says_that_noughts_are_kept_back_and_what_waits_for_the_year(tally: Tally) -> None:
    made = public(tally, 2)
    assert KEPT_BACK_IN_QUARTER in made.table("by-team").notes
    assert WHOLE_YEARS_ONLY in made.table("children-by-age").notes
    assert {value for row in made.table("children-by-age").rows for value in row.values} <= {CONFIDENTIAL, None}
    assert not [row for table in made.tables for row in table.rows if table.id == "by-team" and row.values[0] == 0]


def test_what_cannot_be_made_safe_with_the_effort_allowed_is_refused_in_a_sentence(tally: Tally) -> None:
    with pytest.raises(CannotBeProtected, match=r"The report of 20\d\d-\d\d cannot be published safely\. No safe way"):
        public(tally, settings=Settings(effort=10))


def test_the_same_cases_always_give_the_same_edition(tally: Tally) -> None:
    again = listed(council(5, 900), LATER)
    assert public(tally, 3).as_json() == public(again, 3).as_json()

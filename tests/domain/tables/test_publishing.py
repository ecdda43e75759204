"""The public edition: what a stranger reads, and what somebody who adds and subtracts can make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from scipy.optimize import linprog

from portal.authorities import load
from portal.domain.disclosure.risk_classes import Settings
from portal.domain.tables.assembling import listed
from portal.domain.tables.editions import Editions
from portal.domain.tables.publishing_children import ROUNDED, TOO_FEW
from portal.domain.tables.report import USUAL, report
from portal.domain.tables.shape import CONFIDENTIAL, Report, Table
from portal.domain.years import ReportingYear
from tests.councils.inventing import council
from tests.councils.test_coventry_2018_19 import coventry

SETTINGS = Settings()
LATER = date(2026, 1, 1)
CHILDLIKE = ("children-by-", "monitoring-", "impairments")
Key = tuple[str, str]
Rules = list[tuple[Key, list[Key], bool]]
_ALL_ACCEPTED = (
    "received-by-method", "received-by-point", "received-by-complainant", "by-team", "primary-concern",
    "resolved-by-stage",
)  # fmt: skip


def invented(seed: int, size: int = 90) -> tuple[Report, Report]:
    """A council's report, and as it is published."""
    authority = replace(load("example"), report=tuple(replace(wish, years=1) for wish in USUAL))
    tally = listed(council(seed, size), LATER)
    made = report(authority, tally, ReportingYear(2017), LATER, wishes=authority.report)
    return made, Editions(authority, tally, LATER, (), SETTINGS).public(ReportingYear(2017), None)


@pytest.fixture(scope="module")
def coventrys() -> Report:
    here = coventry()
    return Editions(here.authority, listed(here.files, LATER), LATER, (), SETTINGS).public(ReportingYear(2018), None)


def kept_back(table: Table) -> set[str]:
    """The rows whose first figure is kept back."""
    return {row.code for row in table.rows if row.values[0] == CONFIDENTIAL}


def test_small_figures_and_their_neighbours_are_kept_back(coventrys: Report) -> None:
    assert kept_back(coventrys.table("outcomes")) == {"upheld", "open"}
    assert kept_back(coventrys.table("by-team")) == {"mash_responsive", "team_wood_end", "team_radford"}
    assert kept_back(coventrys.table("compliments-by-source")) == {"school_education", "adopter"}
    assert coventrys.table("outcomes").row("open").percent == (CONFIDENTIAL,)


def test_the_days_of_a_single_case_are_not_told(coventrys: Report) -> None:
    assert set(coventrys.table("duration").row("3").values) == {CONFIDENTIAL}
    assert coventrys.table("duration").row("1").values[:2] == (134, 12.7)


def test_what_few_were_paid_for_is_told_in_the_total_alone(coventrys: Report) -> None:
    money = coventrys.table("compensation")
    assert money.total == (158.5,)
    assert money.row("other").values == (158.5,)
    assert "allowances" not in [row.code for row in money.rows]
    assert f"Headings with fewer than three payments are under “{money.row('other').label}”." in money.notes


def test_notes_hold_no_small_number() -> None:
    _made, public = invented(3)
    words = [note for table in public.tables for note in table.notes]
    assert not [note for note in words if note[:2] in {f"{number} " for number in range(1, 5)}]


def test_children_are_rounded_or_not_published_at_all() -> None:
    _made, public = invented(4, size=400)
    _small, few = invented(4, size=30)
    ages = public.table("children-by-age")
    assert ROUNDED in ages.notes
    assert all(value in (CONFIDENTIAL, None) or int(str(value)) % 5 == 0 for row in ages.rows for value in row.values)
    assert TOO_FEW in few.table("children-by-age").notes
    assert {value for row in few.table("children-by-age").rows for value in row.values} <= {CONFIDENTIAL, None}


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
def test_a_stranger_who_adds_and_subtracts_finds_nobody(seed: int) -> None:
    made, public = invented(seed)
    true = _counts(made)
    shown = {key: value for key, value in _counts(public).items() if value is not None}
    secret = [key for key, value in true.items() if value is not None and 0 < value < 5 and key not in shown]
    assert secret, "this council has small figures"
    assert not [key for key, value in shown.items() if 0 < value < 5], "and none of them is printed"
    assert _found_out(true, shown, _rules(public), secret) == []


def test_the_stranger_finds_what_is_kept_back_carelessly() -> None:
    made, _public_one = invented(1)
    true = {key: value for key, value in _counts(made).items() if value is not None}
    shown = {key: value for key, value in true.items() if not 0 < value < 5}
    secret = [key for key in true if key not in shown]
    assert _found_out(true, shown, _rules(made), secret)


def _counts(made: Report) -> dict[Key, int | None]:
    """Every count of the tables about the service, by table and row; None where it is kept back."""
    found: dict[Key, int | None] = {}
    for table in made.tables:
        if table.id.startswith(CHILDLIKE) or table.id in ("activity", "compensation", "expenditure"):
            continue
        for row in table.rows:
            found[table.id, row.code] = row.values[0] if isinstance(row.values[0], int) else None
        if table.total is not None and table.id != "timeliness":
            found[table.id, "*"] = table.total[0] if isinstance(table.total[0], int) else None
    return found


def _rules(made: Report) -> Rules:
    """What a stranger knows adds up, read off the page: a whole, its parts, and whether they are all of it."""
    rules: Rules = []
    for table in made.tables:
        tops = [(table.id, row.code) for row in table.rows if row.level == 0]
        if table.total is not None and table.id != "timeliness":
            rules.append(((table.id, "*"), tops, True))
    all_ = ("outcomes", "*")
    rules += [(all_, [(table_id, "*")], True) for table_id in _ALL_ACCEPTED]
    rules.append((("complaints-by-triage", "accepted"), [all_], True))
    rules.append((all_, [("received-by-kind", one) for one in ("statutory", "corporate", "informal")], False))
    rules.append((("received-by-kind", "compliment"), [("compliments-by-source", "*")], True))
    rules.append((("escalation", "stage_2_requested"),
                  [("escalation", "stage_2_taken"), ("escalation", "stage_2_declined")], True))  # fmt: skip
    children = [("children-and-advocacy", one) for one in ("child_alone", "with_advocate")]
    rules.append((("children-and-advocacy", "from_children"), children, True))
    rules.append((("member-enquiries", "received"), [("member-enquiries", "answered")], False))
    rules.append((("member-enquiries", "answered"), [("member-enquiries", "in_time")], False))
    rules.append((("ombudsman", "*"),
                  [("ombudsman", one) for one in ("childrens_social_care", "education", "other")], True))  # fmt: skip
    return rules


def _found_out(
    true: Mapping[Key, int | None], shown: Mapping[Key, int], rules: Rules, secret: list[Key]
) -> list[tuple[Key, float, float]]:  # fmt: skip
    """The secret figures that linear programming places in a range narrower than four."""
    unseen = sorted(key for key in true if key not in shown)
    place = {key: at for at, key in enumerate(unseen)}
    equal: list[list[float]] = []
    at_most: list[list[float]] = []
    equal_to: list[float] = []
    at_most_to: list[float] = []
    for whole, parts, complete in rules:
        if whole not in true or any(part not in true for part in parts):
            continue
        line, constant = [0.0] * len(unseen), float(shown.get(whole, 0))
        if whole in place:
            line[place[whole]] -= 1
        for part in parts:
            if part in place:
                line[place[part]] += 1
            else:
                constant -= shown[part]
        (equal if complete else at_most).append(line)
        (equal_to if complete else at_most_to).append(constant)
    found = []
    for key in secret:
        aim = [1.0 if at == place[key] else 0.0 for at in range(len(unseen))]
        ends = [
            linprog([sign * one for one in aim], A_eq=equal or None, b_eq=equal_to or None, A_ub=at_most or None,
                    b_ub=at_most_to or None, bounds=(0, 1000))
            for sign in (1, -1)
        ]  # fmt: skip
        assert all(end.status == 0 for end in ends), ends[0].message
        low, high = ends[0].fun, -ends[1].fun
        if high - low < SETTINGS.width - 1e-6:
            found.append((key, low, high))
    return found

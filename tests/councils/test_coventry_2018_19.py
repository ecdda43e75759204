"""The annual report of Coventry for 2018-19, printed again from cases; what it misprinted is listed at the end."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest

from portal.domain.tables.shape import Report
from tests.councils.building import Building, dealt, values

METHODS = {"email": 94, "online_form": 84, "letter": 8, "telephone": 4, "not_known": 13}
PROCEDURES = {"statutory": 142, "corporate": 56, "informal": 5}
OUTCOMES = {"upheld": 6, "partly_upheld": 70, "not_upheld": 39, "withdrawn": 20, "adr": 4, "open": 3}
TEAMS = {
    "lac_permanency": 23, "fostering_adoption": 9, "team_south": 17, "throughcare": 22, "team_west": 27,
    "team_east": 10, "team_central": 21, "mash_responsive": 5, "disability": 5, "team_wood_end": 1, "team_radford": 2,
}  # fmt: skip
CONCERNS = {
    "communication": 297, "standard_of_service": 172, "staff_conduct": 116, "child_protection": 53, "finance": 9,
}  # fmt: skip
PRAISED = {
    "standard_of_service": 26, "standard_of_practice_social_work": 16, "partnership_working": 16, "child_focus": 14,
    "communication": 6,
}  # fmt: skip
SOURCES = {
    "parent_carer": 25, "professional": 25, "police_judge_legal": 8, "young_person_child": 6, "foster_carer": 6,
    "school_education": 5, "adopter": 3,
}  # fmt: skip
QUARTERS = {1: (19, 332), 2: (48, 579), 3: (45, 588), 4: (22, 203)}
"""Of the 134 that ended at Stage 1 with 1,702 working days in all: how many in each quarter, with how many days."""


@pytest.fixture(scope="module")
def made() -> Report:
    return coventry().report()


@cache
def coventry() -> Building:
    """203 complaints, 78 compliments, 18 enquiries of the Ombudsman and £158.50."""
    here = Building("coventry", 2018)
    statutory = _statutory(here)
    others = dealt({"corporate": 56, "informal": 5})
    references = [*statutory, *(here.representation("complaint", procedure=one) for one in others)]
    rows = {row["reference"]: row for row in here.files["representations"]}
    for reference, method in zip(references, dealt(METHODS), strict=True):
        rows[reference]["method"] = None if method == "not_known" else method
    for reference, by in zip(references, dealt({"child_alone": 6, "child_with_advocate": 11}), strict=False):
        rows[reference]["submitted_by"] = by
    for at, category in enumerate(dealt(CONCERNS)):
        here.add("concerns", reference=references[at % 142], number=at // 142 + 1, category=category,
                 primary=at < 142)  # fmt: skip
    for category, source in zip(dealt(PRAISED), dealt(SOURCES), strict=True):
        here.add("compliments", reference=here.representation("compliment"), categories=(category,), source=source)
    _beside(here)
    return here


def _statutory(here: Building) -> list[str]:
    """142 complaints: 134 ended at Stage 1, 75 of them within ten days; seven at Stage 2, one at Stage 3."""
    lengths = [one for quarter in QUARTERS for one in _lengths(quarter)]
    found: list[str] = []
    for team, outcome in zip(dealt(TEAMS), dealt(OUTCOMES), strict=True):
        at = len(found)
        day = 92 * (lengths[at][0] - 1) + 9 if at < len(lengths) else 9
        found.append(here.representation("complaint", day, procedure="statutory", teams=(team,), outcome=outcome))
        here.answered(found[-1], lengths[at][1] if at < len(lengths) else 12)
    for reference, days in zip(found[134:], (20, 24, 40, 50, 55, 60, 67, 60), strict=True):
        here.answered(reference, days, stage=2, start=here.received(reference) + timedelta(60))
    here.answered(found[-1], 78, stage=3, start=here.received(found[-1]) + timedelta(180))
    return found


def _lengths(quarter: int) -> list[tuple[int, int]]:
    """Working days that add up to those of a quarter, 75 of all at ten or less."""
    number, days = QUARTERS[quarter]
    quick = {1: 6, 2: 27, 3: 23, 4: 19}[quarter]
    short = [10 if quarter < 4 else 8] * quick
    rest, slow = days - sum(short), number - quick
    long = [rest // slow + (1 if at < rest % slow else 0) for at in range(slow)]
    assert min(long) > 10 and sum(short) + sum(long) == days
    return [(quarter, length) for length in (*short, *long)]


def _beside(here: Building) -> None:
    day = here.year.first_day + timedelta(30)
    services = ["childrens_social_care", *dealt({"education": 17})]
    for at, service in enumerate(services):
        upheld = at < 2
        here.add("ombudsman", received_on=day, service=service, investigated=at < 4,
                 outcome="upheld_injustice" if upheld else "referred_back", decided_on=day)  # fmt: skip
    for detail, pence in (("allowances", 5000), ("reimbursement_of_savings", 5000), ("cost_of_passport", 5850)):
        here.add("payments", detail=detail, amount=pence, paid_on=day)
    for year, contacts, referrals, open_ones in (("2018-19", 19074, 5664, 3284), ("2017-18", 21035, 5871, 3623)):
        for measure, value in (("contacts", contacts), ("referrals", referrals), ("open_referrals", open_ones)):
            here.add("activity", year=year, measure=measure, value=value)
    for year, number in (("2017-18", 156), ("2016-17", 147), ("2015-16", 133)):
        here.earlier("received-by-kind", year, {"statutory": number})
    here.earlier("children-and-advocacy", "2017-18", {"from_children": 21, "with_advocate": 7})
    here.earlier("children-and-advocacy", "2016-17", {"with_advocate": 15})
    here.earlier("children-and-advocacy", "2015-16", {"with_advocate": 17})


def test_what_was_received(made: Report) -> None:
    table = made.table("received-by-kind")
    assert [table.row(code).values[0] for code in PROCEDURES] == [142, 56, 5]
    assert table.row("statutory").values == (142, 156, 147, 133)
    assert (table.row("statutory").percent[1], table.total and table.total[1]) == (None, None), "the rest is not known"
    assert table.row("comment").values[0] == 0, "a year without comments prints a nought"
    assert table.total and table.total[0] == 203
    assert "Not counted here: compliments: 78." in table.notes


def test_activity(made: Report) -> None:
    assert values(made, "activity") == {"contacts": 19074, "referrals": 5664, "open_referrals": 3284}
    assert values(made, "activity", 1)["contacts"] == 21035


def test_children_and_advocacy(made: Report) -> None:
    table = made.table("children-and-advocacy")
    assert table.row("from_children").values == (17, 21, None, None)
    assert table.row("with_advocate").values == (11, 7, 15, 17)


def test_how_they_were_received(made: Report) -> None:
    table = made.table("received-by-method")
    assert values(made, "received-by-method") == {"email": 94, "online_form": 84, "letter": 8, "telephone": 4}
    assert table.total == (190,)
    assert table.row("email").percent == (49.5,)
    assert table.notes == ("13 complaints whose method is not known are left out.",)
    assert [row.label for row in table.rows] == ["Email", "Online form", "Letter", "Telephone"]


def test_upheld_status(made: Report) -> None:
    table = made.table("outcomes")
    assert values(made, "outcomes") == {
        "upheld": 6, "partly_upheld": 70, "not_upheld": 39, "withdrawn": 24, "open": 3,
    }  # fmt: skip
    assert [row.percent[0] for row in table.rows] == [4.2, 49.3, 27.5, 16.9, 2.1]
    assert table.total == (142,)


def test_teams(made: Report) -> None:
    assert values(made, "by-team") == {**TEAMS, "safeguarding": 0, "commissioning": 0}
    assert made.table("by-team").total == (142,)


def test_stages_and_timescales(made: Report) -> None:
    assert values(made, "timeliness") == {
        "stage-1:within-10": 75, "stage-1:over-10": 59, "stage-2:within-25": 2, "stage-2:over-25": 5,
        "stage-3:within-30": 0, "stage-3:over-30": 1,
    }  # fmt: skip
    assert made.table("timeliness").total == (142,)
    assert values(made, "resolved-by-stage") == {"1": 134, "2": 7, "3": 1}
    assert made.table("resolved-by-stage").row("1").percent == (94.4,)


def test_averages(made: Report) -> None:
    table = made.table("duration")
    assert [table.row(stage).values[:2] for stage in "123"] == [(134, 12.7), (7, 45.14), (1, 78.0)]
    quarters = made.table("duration-by-quarter")
    assert [row.values[1] for row in quarters.rows] == [17.47, 12.06, 13.07, 9.23]


def test_concerns_compliments_money_and_the_ombudsman(made: Report) -> None:
    concerns = made.table("concerns-by-category")
    assert values(made, "concerns-by-category") == {**CONCERNS, "environment": 0}
    assert [column.code for column in concerns.columns] == ["raised"], "no report says what was found about each"
    assert made.table("concerns-by-category").total[0] == 647  # type: ignore[index]
    assert values(made, "compliments-by-category") == PRAISED
    assert made.table("compliments-by-category").total == (78,)
    sources = values(made, "compliments-by-source")
    assert {code: number for code, number in sources.items() if number} == SOURCES
    paid = values(made, "compensation")
    assert {code: amount for code, amount in paid.items() if amount} == {
        "allowances": 50, "reimbursement_of_savings": 50, "cost_of_passport": 58.5,
    }  # fmt: skip
    assert made.table("compensation").total == (158.5,)
    asked = values(made, "ombudsman")
    assert (made.table("ombudsman").total, asked["investigated"], asked["upheld_injustice"]) == ((18,), 4, 2)


MISPRINTS = (
    ("upheld status", "Not upheld, %", 28, 27),  # 39 of 142 is 27.5 % to one decimal, 27.46 % to two
    ("how much longer Stage 3 took than 30 working days", "days over", 38, 48),
)
"""What the report prints, beside what follows from its own figures: table, figure, as printed, as it should be."""


def test_what_was_misprinted_does_not_come_out(made: Report) -> None:
    not_upheld, whole = made.table("outcomes").row("not_upheld").values[0], made.table("outcomes").total
    assert whole is not None
    assert round(100 * int(str(not_upheld)) / int(str(whole[0]))) == MISPRINTS[0][3] != MISPRINTS[0][2]
    third = made.table("duration").row("3").values[1]
    assert float(str(third)) - 30 == MISPRINTS[1][3] != MISPRINTS[1][2]

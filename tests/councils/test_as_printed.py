"""The tables of five published reports stand under the titles and rows that the councils printed, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from portal.authorities import load
from portal.domain.tables.earlier import places
from portal.domain.tables.shape import Report
from tests.councils.building import Building
from tests.councils.test_coventry_2018_19 import coventry
from tests.councils.test_havering_2017_18 import havering

Printed = Mapping[str, tuple[str, tuple[str, ...], tuple[float | None, ...] | None]]
"""By table: its title, the labels of its rows in order, and its totals, None where no total is printed."""

COVENTRY: Printed = {
    "received-by-kind": ("Received by procedure", ("Statutory", "Corporate", "Informal", "Comments"),
                         (203, None, None, None)),
    "activity": ("Activity context", ("Contacts completed", "Referrals received", "Referrals open at 31 March"), None),
    "children-and-advocacy": ("Complaints by children and young people", (
        "From child/young person or advocate for them", "of which used an advocate"), None),
    "received-by-method": ("How received", ("Email", "Online form", "Letter", "Telephone"), (190,)),
    "outcomes": ("Statutory by upheld status", (
        "Upheld", "Partly upheld", "Not upheld", "Withdrawn / alternative dispute resolution", "Open"), (142,)),
    "by-team": ("Statutory by team", (
        "LAC/permanency", "Fostering & adoption", "Team South", "ThroughCare", "Team West", "Team East",
        "Team Central", "MASH/responsive services", "Children's Disability Team", "Team Wood End", "Team Radford",
        "Safeguarding", "Commissioning"), (142,)),
    "duration": ("Average timescale by stage", ("Stage 1", "Stage 2", "Stage 3"), None),
    "duration-by-quarter": ("Stage 1 average by quarter", ("Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4"), None),
    "compliments-by-category": ("Compliments by category", (
        "Standard of service", "Standard of practice (social work)", "Good partnership working", "Good child focus",
        "Good communication"), (78,)),
    "compliments-by-source": ("Compliments by source", (
        "Parent/carers", "Professionals", "Police/judge/legal", "Young person/child", "Foster carers",
        "School/education", "Adopters"), (78,)),
    "concerns-by-category": ("Concerns raised by category", (
        "Communication", "Standards of service", "Staff conduct", "Child protection issues", "Finance",
        "Standard of environment"), (647,)),
    "compensation": ("Compensation", ("Allowances", "Reimbursement of savings", "Cost of passport"), (158.5,)),
}  # fmt: skip
HAVERING: Printed = {
    "ombudsman": ("Ombudsman enquiries by outcome", (
        "Maladministration (no injustice)", "Maladministration & injustice", "No maladministration after investigation",
        "Ombudsman discretion", "Investigation with local settlement", "Outside jurisdiction",
        "Investigation discontinued", "Premature/informal enquiries"), (3, 6, 5)),
    "received-by-kind": ("Total complaints and enquiries", ("Enquiries", "Stage 1"), (140, 135, 94)),
    "escalation": ("Stage 1 escalated to Stage 2", ("Stage 1 escalated to Stage 2",), None),
    "children-and-advocacy": ("Direct from children/young people", ("Received directly", "of which withdrawn"), None),
    "by-team": ("Stage 1 by team", (
        "Adoption", "CAD", "Care Resources", "Early Help & Troubled Families", "Fostering",
        "Intervention & Support Services", "Triage/MASH & Assessment", "Safeguarding & SSU"), (90, 95)),
    "outcomes-stage-1": ("Stage 1 outcomes", (
        "Complaint withdrawn", "No further action", "Not upheld", "Upheld", "Not closed"), (90,)),
    "timeliness": ("Stage 1 response times", ("Within 10 days", "11-20 days", "Over 20 days"), (88, 92)),
    "expenditure": ("Expenditure", ("Publicity/leaflets", "Independent investigators"), (0,)),
    "received-by-method": ("How received", (
        "Letter", "E-mail", "Complaint form", "Telephone", "In person", "Online", "Social networking"), (140, None)),
    "impairments": ("Disability", ("Visual", "Hearing", "Speech"), (4,)),
    "member-enquiries": ("Members correspondence", ("Member enquiries", "Answered", "Answered in time"), None),
}  # fmt: skip
SURREY: Printed = {
    "received-by-kind": ("Complaints recorded", ("Complaints recorded",), (1,)),
    "children-and-advocacy": ("Direct from children", ("Direct from children", "of which with formal advocacy"), None),
    "learning": ("Corrective action", (
        "Corrective action identified", "Explicitly no corrective action", "Not stated"), (0,)),
}  # fmt: skip
CHESHIRE: Printed = {
    "activity": ("Children dealt with, and formal complaints as a percentage", (
        "Children dealt with", "New referrals", "Formal complaints as % of children dealt with"), None),
    "complaints-by-triage": ("Representations considered", (
        "Valid complaints", "Withdrawn, not pursued or other", "Ineligible"), (1,)),
    "outcomes-stage-1": ("Stage 1 outcomes", ("Upheld", "Partially upheld", "Not upheld", "Outstanding"), (1,)),
    "outcomes-stage-2": ("Stage 2 outcomes", ("Upheld", "Partially upheld", "Not upheld", "Open", "Withdrawn"), (0,)),
    "timeliness": ("Stage 1 response times", (
        "Within 10 working days", "11 to 20 working days", "Over 20 working days"), (0,)),
}  # fmt: skip
MORE = {"Ongoing": "ombudsman", "Not known": "received-by-method"}
"""Rows that no council printed, and that stand below the others because somebody is in them (misprints X20, X21)."""


def _one(council: str, year: int) -> Report:
    here = Building(council, year)
    here.representation("complaint", procedure="statutory")
    return here.report()


REPORTS: Mapping[str, tuple[Callable[[], Report], Printed]] = {
    "coventry": (lambda: coventry().report(), COVENTRY), "havering": (lambda: havering().report(), HAVERING),
    "surrey": (lambda: _one("surrey", 2015), SURREY),
    "cheshire-west-and-chester": (lambda: _one("cheshire-west-and-chester", 2016), CHESHIRE),
}  # fmt: skip


@pytest.mark.parametrize("council", REPORTS)
def test_titles_rows_in_order_and_totals_are_those_printed(council: str) -> None:
    make, printed = REPORTS[council]
    made = make()
    for id_, (title, labels, totals) in printed.items():
        table = made.table(id_)
        rows = [row.label for row in table.rows if id_ != "ombudsman" or not row.level]
        more = [label for label in rows if MORE.get(label) == id_ and label not in labels]
        assert (table.title, rows, table.total) == (title, [*labels, *more], totals), id_


@pytest.mark.parametrize("council", REPORTS)
def test_the_tables_stand_in_the_order_of_the_profile(council: str) -> None:
    made = REPORTS[council][0]()
    assert [table.id for table in made.tables] == [wish.id for wish in load(council).report]


@pytest.mark.parametrize("council", REPORTS)
def test_every_row_of_a_profile_counts_something_the_table_knows(council: str) -> None:
    authority = load(council)
    for wish in authority.report:
        known = places(replace(authority, report=()), wish.id, 2018).rows
        for group in wish.rows:
            assert set(group.codes) <= known, (wish.id, group.code)


def test_what_the_council_did_not_print_stands_before_what_counts_all_again() -> None:
    rows = havering().report().table("ombudsman").rows
    assert [row.code for row in rows][7:10] == ["premature_informal", "ongoing", "investigated"]


def test_what_has_no_row_of_its_own_is_told() -> None:
    notes = havering().report().table("received-by-kind").notes
    assert "Not counted here: member enquiries: 63." in notes


def test_the_time_limits_stand_under_the_times() -> None:
    limits = "Stage 1 10, at most 20; Stage 2 25, at most 65; Stage 3 30 to the panel"
    assert f"Time limits in working days: {limits}." in coventry().report().table("timeliness").notes

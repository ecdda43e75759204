"""The annual report of Surrey for 2015-16, whose figures stand in its text; one of them cannot be right."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest

from portal.domain.tables.shape import Report
from tests.councils.building import Building, values


@pytest.fixture(scope="module")
def made() -> Report:
    return surrey().report()


@cache
def surrey() -> Building:
    """309 complaints, 26 of them from children; 12 went on, and on again."""
    here = Building("surrey", 2015)
    complaints = [
        here.representation("complaint", procedure="statutory", submitted_by=_by(at) if at < 26 else "self")
        for at in range(309)
    ]
    for at, reference in enumerate(complaints):
        here.answered(reference, 9, corrective_action="yes" if at < 119 else "no")
        if at < 26:
            here.add("children", reference=reference, child=f"child-{at}", uasc="yes" if at < 6 else "no")
    for stage in (2, 3):
        for reference in complaints[-12:]:
            begun = here.received(reference) + timedelta(60 * stage)
            here.answered(reference, 20, stage, begun, corrective_action="no")
    return here


def _by(at: int) -> str:
    return "child_with_advocate" if at < 8 else "child_alone"


def test_the_headline_figures(made: Report) -> None:
    assert values(made, "received-by-kind")["statutory"] == 309
    children = values(made, "children-and-advocacy")
    assert (children["from_children"], children["with_advocate"]) == (26, 8)
    assert values(made, "children-by-uasc")["yes"] == 6
    escalated = made.table("escalation").row("stage_2_requested")
    assert (escalated.values, round(float(str(escalated.percent[0])))) == ((12,), 4)
    assert made.table("ombudsman").row("investigated").values == (0,)
    assert made.table("duration").row("1").values[1] == 9.0


MISPRINTS = (("corrective action", "explicitly none", 218, 214),)
"""119 and 218 are 337 answers; 309 complaints, of which 4 % went on, even twice, give 333 at most."""


def test_corrective_action_is_counted_by_answers_not_by_complaints(made: Report) -> None:
    table = made.table("learning")
    assert table.unit == "stage responses"
    assert table.row("yes").values == (119,)
    assert table.row("no").values == (MISPRINTS[0][3],) != (MISPRINTS[0][2],)
    assert table.total == (333,)

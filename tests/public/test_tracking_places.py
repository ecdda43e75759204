"""The page of a case at every place of every procedure: it can be read, has no gap, and offers what works."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import update

from portal.domain.procedures import TABLES, Procedure
from portal.domain.procedures.beginnings import KIND_IN
from portal.domain.words import Kind, State
from portal.extensions import db
from portal.records.cases import Case
from tests import makers as make
from tests.public.case_holder import opened
from tests.visitor import Visitor

PLACES = [(procedure, step) for procedure in Procedure for step in TABLES[procedure].places]
NEVER = ("None", "%(", "safeguarding", "Safeguarding", "ineligible", "_")
"""What no page may say: a gap, or a word of the desk about why."""


@pytest.fixture(params=["young_person", "adult"])
def visited(app: Flask, request: pytest.FixtureRequest) -> tuple[make.Made, Visitor]:
    with app.app_context():
        made = make.case(request.param)
    return made, opened(app, made)


def put(made: make.Made, procedure: Procedure, step: str) -> None:
    """As if it had come here: where it lies follows from where it stands. No verb of ours does this."""
    heap = TABLES[procedure].places[step].heap or State.RECEIVED
    now = update(Case).where(Case.id == made.id).values(
        procedure=procedure, step=step, kind=KIND_IN.get(procedure, Kind.COMPLAINT), state=heap,
        answered_on=date(2026, 12, 1) if heap is State.ANSWERED else None,
        beneath="S1_responded" if procedure is Procedure.STATUTORY else "",
    )  # fmt: skip
    db.session.execute(now)
    db.session.commit()


def test_every_place_has_a_page_and_everything_offered_there_opens(
    app: Flask, visited: tuple[make.Made, Visitor]
) -> None:
    made, visitor = visited
    for procedure, step in PLACES:
        with app.app_context():
            put(made, procedure, step)
        page = visitor.open("/en/t/case")
        here = f"{procedure.value}: {step}"
        complaint = KIND_IN.get(procedure, Kind.COMPLAINT) is Kind.COMPLAINT
        assert page.heading == ("Where your complaint is now" if complaint else "See how it is going"), here
        main = page.page.select_one("main")
        assert main is not None
        words = main.get_text(" ", strip=True)
        assert not [never for never in NEVER if never in words], (here, words)
        offered = [str(a["href"]) for a in main.select("a[href*='/t/case/']")]
        for address in offered:
            answer = visitor.client.get(address)
            assert answer.status_code == 200, f"{here}: {address} is offered and answers {answer.status_code}"


@pytest.mark.parametrize(
    ("procedure", "step", "offered"),
    [
        (Procedure.STATUTORY, "S1_responded", True), (Procedure.STATUTORY, "S2_declined", True),
        (Procedure.STATUTORY, "closed", True), (Procedure.INELIGIBLE, "notified", True),
        (Procedure.STATUTORY, "S3_responded", False), (Procedure.CORPORATE, "C2_responded", False),
        (Procedure.ENQUIRY, "answered", False), (Procedure.ALTERNATIVE_ROUTE, "referred", False),
    ],
)  # fmt: skip
def test_the_next_step_is_offered_just_where_the_right_exists(
    app: Flask, visited: tuple[make.Made, Visitor], procedure: Procedure, step: str, offered: bool
) -> None:
    made, visitor = visited
    with app.app_context():
        put(made, procedure, step)
    assert (visitor.open("/en/t/case").page.select_one("a[href$='/t/case/next']") is not None) is offered


@pytest.mark.parametrize("step", ["paused_reg8", "S1_open", "S3_requested"])
def test_it_can_be_taken_back_on_hold_as_anywhere(app: Flask, visited: tuple[make.Made, Visitor], step: str) -> None:
    made, visitor = visited
    with app.app_context():
        put(made, Procedure.STATUTORY, step)
    assert visitor.open("/en/t/case").page.select_one("a[href$='/t/case/stop']") is not None

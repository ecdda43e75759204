"""The page says in its first lines when a day that we told has passed, and counts the steps once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import update

from portal.domain.procedures import Procedure
from portal.domain.words import State
from portal.extensions import db
from portal.records.cases import Case
from portal.services import handling
from tests import makers as make
from tests.application import NOON
from tests.public.case_holder import opened
from tests.public.test_tracking_places import put
from tests.visitor import Visitor

LATER = "This is later than we told you. We are sorry."
AFTER_THE_FIRST_DAY = datetime(2026, 12, 18, 12, tzinfo=UTC)
AFTER_THE_LAST_DAY = datetime(2027, 1, 29, 12, tzinfo=UTC)


@pytest.fixture
def made(app: Flask, at) -> make.Made:
    at(NOON)
    with app.app_context():
        made = make.case()
        handling.acknowledge(made.id, make.officer(name="Robin Kestrel").id, "We have it.")
        return made


def stage(page: Visitor) -> str:
    card = page.page.select_one("section.stage")
    assert card is not None
    return " ".join(card.get_text(" ").split())


def test_a_day_that_has_passed_is_told_under_the_heading(app: Flask, made: make.Made, at) -> None:
    assert LATER not in opened(app, made).text
    at(AFTER_THE_FIRST_DAY)
    said = stage(opened(app, made))
    assert LATER in said and said.index(LATER) < said.index("We will write our answer by")


def test_who_was_not_told_in_time_that_we_read_it_is_told_so(app: Flask, at) -> None:
    at(NOON)
    with app.app_context():
        made = make.case()
    at(datetime(2026, 12, 8, 12, tzinfo=UTC))
    page = opened(app, made)
    assert LATER in stage(page)
    coming = [item.get_text(" ", strip=True) for item in page.page.select(".timeline__item--next")]
    assert f"We will tell you that we have read it {LATER}" in coming


def test_who_has_no_answer_asks_for_the_next_step_and_is_never_said_to_be_unhappy_with_one(
    app: Flask, made: make.Made, at
) -> None:
    at(AFTER_THE_LAST_DAY)
    page = opened(app, made)
    assert "We are late. We are sorry." in page.text and LATER not in stage(page)
    coming = [item.get_text(" ", strip=True) for item in page.page.select(".timeline__item--next")]
    assert coming == [f"We will write our answer {LATER}"]
    assert "not happy" not in page.text and "Ask for the next step" in page.text
    assert page.open("/en/t/case/next").heading == "Ask for the next step"
    page.fill(press="send")
    assert "not happy" not in page.text
    assert page.text.count("You asked for the next step") >= 2
    assert "We will write by" in stage(page)


@pytest.mark.parametrize(
    ("step", "audience", "part"),
    [
        ("S1_open", "young_person", ""),
        ("S2_investigating", "adult", ""),
        ("S2_requested", "young_person", "Part 2 of 4: We look into it"),
        ("S1_responded", "young_person", "Part 3 of 4: Our answer"),
        ("S3_heard", "young_person", "Part 3 of 4: We write our answer"),
    ],
)
def test_there_is_one_count_of_steps_and_not_two(app: Flask, at, step: str, audience: str, part: str) -> None:
    at(NOON)
    with app.app_context():
        made = make.case(audience)
        put(made, Procedure.STATUTORY, step)
    count = opened(app, made).page.select_one(".progress__text")
    assert (count.get_text() if count else "") == part


@pytest.mark.parametrize("audience", ["young_person", "adult"])
def test_what_we_cannot_take_on_is_called_so_and_leads_to_the_answer(app: Flask, at, audience: str) -> None:
    at(NOON)
    with app.app_context():
        made = make.case(audience)
        put(made, Procedure.INELIGIBLE, "notified")
    said = stage(opened(app, made))
    assert said.startswith("We cannot take this on") and "ead " in said


def test_the_page_says_where_the_meeting_is_and_that_it_is_late(app: Flask, at) -> None:
    from portal.services.convening import set_day

    at(NOON)
    with app.app_context():
        made = make.case()
        put(made, Procedure.STATUTORY, "S3_requested")
        set_day(made.id, make.officer().id, date(2026, 12, 22), "The Old Library")
        put(made, Procedure.STATUTORY, "S3_convened")
        past = update(Case).where(Case.id == made.id).values(due_on=date(2026, 11, 1), due_max_on=date(2026, 11, 1))
        db.session.execute(past.values(state=State.ACCEPTED))
        db.session.commit()
    said = stage(opened(app, made))
    assert "the meeting is on Tuesday 22 December" in said and "It is at The Old Library." in said and LATER in said

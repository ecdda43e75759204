"""A child who was helped by a carer or social worker: the team is told to check with the child alone, until it did."""

from __future__ import annotations

import pytest
from flask import Flask

from tests import makers as make
from tests.visitor import Visitor

TASK = "Check with the child alone"


def helped(app: Flask, helper: str) -> str:
    with app.app_context():
        made = make.case("easy", story="I want to stay.", who="grown_up", helper=helper, feelings=["sad", "let_down"])
        return f"/staff/cases/{made.reference}"


@pytest.mark.parametrize(("helper", "asked"), [("carer", True), ("worker", True), ("teacher", False)])
def test_the_case_and_the_list_say_that_the_child_is_to_be_heard_alone(
    app: Flask, officer: Visitor, helper: str, asked: bool
) -> None:
    page = helped(app, helper)
    assert (TASK in officer.open(page).text) is asked
    assert (TASK in officer.open("/staff/").text) is asked


def test_the_task_goes_once_somebody_wrote_down_what_the_child_said(app: Flask, officer: Visitor) -> None:
    page = helped(app, "carer")
    assert "“My carer”" in officer.open(f"{page}/alone").text
    officer.fill({"text": " "})
    assert "Write what the child said" in officer.error_at("text")
    officer.fill({"text": "She said the same, and more about bedtime."})
    assert officer.address == page
    assert "Somebody checked with the child alone" in officer.text and "more about bedtime" in officer.text
    assert f"{TASK}." not in officer.text
    assert TASK not in officer.open("/staff/").text


def test_staff_read_the_words_of_what_was_picked(app: Flask, officer: Visitor) -> None:
    officer.open(helped(app, "carer"))
    assert "How do you feel?" in officer.text and "Let down" in officer.text
    assert officer.page.select("svg.picture") == []


def test_the_banner_says_whom_the_child_wants_us_to_ask(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case("easy", story="No.", contact_way="teacher", trusted_name="Mrs Khan")
    banner = officer.open(f"/staff/cases/{made.reference}").page.select_one(".safe-contact").get_text()
    assert "Through somebody they trust" in banner and "teacher, Mrs Khan" in banner

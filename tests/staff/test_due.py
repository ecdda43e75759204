"""What is due next is said in the words of what was asked for."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal import clock
from portal.domain.words import Kind
from portal.records.listing import in_this_order
from portal.staff.due import due_of, short
from tests import makers as make


@pytest.mark.parametrize(
    ("journey", "kind", "owed"),
    [("young_person", Kind.COMPLAINT, "Answer due"), ("advocacy", Kind.ADVOCACY_REQUEST, "First contact due")],
)
def test_who_asked_for_an_advocate_is_owed_a_first_contact_and_no_answer(
    app: Flask, journey: str, kind: Kind, owed: str
) -> None:
    with app.test_request_context("/staff/"):
        made = make.case(journey, name="Kit", contact_way="text", phone="07700 900982")
        with make.doctored():
            case = made.case
            case.state, case.due_on, case.look_by = type(case.state).ACCEPTED, date(2026, 12, 17), None
        assert made.case.kind is kind
        for shown in (made.case, *in_this_order([made.id])):
            due = due_of(shown, clock.today())
            assert due and due.words == f"{owed} Thu 17 Dec"


def test_every_month_is_as_short_as_the_others(app: Flask) -> None:
    with app.test_request_context("/staff/"):
        assert short(date(2026, 9, 17)) == "Thu 17 Sep"
        assert short(date(2025, 9, 17)) == "Wed 17 Sep 2025"

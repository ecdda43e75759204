"""The children of a case, advocates and consent on the pages; monitoring goes in and does not come out."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.extensions import db
from portal.records.children import advocate_offers_of, children_of, consents_of, who_of
from portal.records.monitoring import Monitoring, monitoring_by
from portal.records.timeline import timeline_of
from tests import makers as make
from tests.application import NOON
from tests.staff.paperwork import press, send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case()


def of(made: make.Made, page: str = "children") -> str:
    return f"/staff/cases/{made.reference}/{page}"


def test_a_case_has_as_many_children_as_it_has_and_their_names_are_sealed(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    assert "No child is written down" in officer.open(of(made)).text
    send(
        officer, of(made, "children/new"), first_name="Kit", age="9", care_status="looked_after_s20", is_complainant="y"
    )
    send(officer, of(made, "children/new"), first_name="Ola", care_status="child_in_need", uasc="yes")
    assert "Child 1: Kit Complains" in officer.text and "Child 2: Ola" in officer.text
    assert "Age not recorded" in officer.text
    send(officer, of(made, "children/1"), age="10")
    with app.app_context():
        first, second = children_of(made.id)
        assert (first.age, first.is_complainant, first.care_status) == (10, True, "looked_after_s20")
        assert (second.age, second.uasc) == (None, "yes")
        assert b"Kit" not in first.body


@pytest.mark.parametrize("age", ["nine", "-1", "26", "9½"])
def test_an_age_is_whole_years(officer: Visitor, made: make.Made, age: str) -> None:
    send(officer, of(made, "children/new"), age=age)
    assert "whole years" in officer.text


def test_monitoring_is_kept_apart_under_a_random_key_with_the_kind_of_every_gap(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "children/new"), first_name="Kit")
    send(
        officer,
        of(made, "children/1/monitoring"),
        sex="female",
        ethnicity="prefer_not_to_say",
        religion="not_asked",
        disabled="yes",
        impairments=["vision", "hearing", "speech"],
    )
    with app.app_context():
        row = monitoring_by(children_of(made.id)[0].monitoring_key)
        assert row is not None
        assert (row.sex, row.sex_missing) == ("female", None)
        assert (row.ethnicity, row.ethnicity_missing) == (None, "prefer_not_to_say")
        assert (row.religion, row.religion_missing) == (None, "not_asked")
        assert row.impairments == ["vision", "hearing", "speech"]
        assert not {"case_id", "child_id", "officer_id"} & set(Monitoring.__table__.columns.keys())
        assert "Female" not in " ".join(line.note or "" for line in timeline_of(made.id))


def test_no_page_about_the_case_shows_a_monitoring_answer_again(officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "children/new"), first_name="Kit")
    send(officer, of(made, "children/1/monitoring"), sex="female", religion="sikh", disabled="no")
    for page in ("", "children", "children/1"):
        assert "Sikh" not in officer.open(of(made, page).rstrip("/")).text
    officer.open(of(made, "children/1/monitoring"))
    assert not officer.page.select("input[checked]") and "no page shows them again" in officer.text


def test_an_answer_left_open_is_not_recorded_and_answering_anew_takes_its_place(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "children/new"), first_name="Kit")
    send(officer, of(made, "children/1/monitoring"), sex="male", disabled="no")
    send(officer, of(made, "children/1/monitoring"), disabled="no", impairments=["vision"])
    assert "belong to a child who is disabled" in officer.text
    send(officer, of(made, "children/1/monitoring"))
    with app.app_context():
        (row,) = db.session.query(Monitoring)
        missing = (row.sex_missing, row.ethnicity_missing, row.religion_missing, row.disabled_missing)
        assert missing == ("not_recorded",) * 4 and row.sex is None and row.impairments == []


def test_the_same_child_in_two_cases_is_one_child(app: Flask, officer: Visitor, made: make.Made) -> None:
    with app.app_context():
        other = make.case()
    for one in (made, other):
        send(officer, of(one, "children/new"), first_name="Kit")
    page = of(made, "children/1/same")
    assert "no case with this number" in send(officer, page, case="7KQM-0000", child="1").text
    assert send(officer, page, case=other.reference, child="7").answer.status_code == 404
    assert "one child" in send(officer, page, case=other.reference, child="1").text
    with app.app_context():
        assert children_of(made.id)[0].child_key == children_of(other.id)[0].child_key


def test_whose_complaint_it_is_and_who_handed_it_in_are_two_answers(
    app: Flask, officer: Visitor, made: make.Made
) -> None:
    send(officer, of(made, "children/who"), complaint_of="child_looked_after", submitted_by="child_with_advocate")
    assert "Complaint of: Child who is looked after Handed in by: A child with an advocate" in officer.text
    with app.app_context():
        found = who_of(made.id)
        assert found and (found.complaint_of, found.submitted_by) == ("child_looked_after", "child_with_advocate")


def test_an_advocate_is_offered_and_taken_up_or_declined(app: Flask, officer: Visitor, made: make.Made) -> None:
    send(officer, of(made, "advocate"), kind="instructed", on="2026-12-02")
    assert "Example Advocacy No answer yet" in officer.text
    answer = next(str(a["href"]) for a in officer.page.select("a") if a.get_text() == "Say what they answered")
    send(officer, answer, answer="no", on="2026-12-01")
    assert "before the offer" in officer.text
    send(officer, answer, answer="no", on="2026-12-03")
    assert "Declined Thu 3 Dec" in officer.text
    with app.app_context():
        (row,) = advocate_offers_of(made.id)
        assert row.accepted_on is None and row.declined_on is not None


def test_a_consent_counts_until_its_last_day_or_until_it_is_taken_back(
    app: Flask, officer: Visitor, made: make.Made, at
) -> None:
    typed = {"by": "Kit", "to": "Aunt Ola", "given_on": "2026-12-01"}
    send(officer, of(made, "consent"), **typed)
    assert "pick what they may do" in officer.text
    send(officer, of(made, "consent"), **typed, scope=["speak_for_me", "see_my_records"], ends_on="2026-12-03")
    assert "Kit lets Aunt Ola Counts Speak for them, See their records" in officer.text
    send(officer, of(made, "consent"), **typed, scope=["receive_reply"])
    press(officer, of(made), "It was taken back")
    assert "Kit lets Aunt Ola Counts no more" in officer.text
    with app.app_context():
        assert [row.revoked_on is None for row in consents_of(made.id)] == [False, True]

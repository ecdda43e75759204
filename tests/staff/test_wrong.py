"""What is wrong is told at the field it is about, above the form where it is about no one field, never as a success."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.outside import of, standing
from tests.staff.paperwork import send
from tests.visitor import Visitor

PAID = {"detail": "symbolic_distress", "basis": "lgsco", "agreed_on": "2026-12-01", "amount": "5", "approved_by": "Jo"}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def case(app: Flask) -> str:
    with app.app_context():
        return f"/staff/cases/{make.case().reference}"


def red(officer: Visitor) -> list[str]:
    return [str(box["name"]) for box in officer.form.select('[aria-invalid="true"], .govuk-form-group--error [name]')]


@pytest.mark.parametrize(
    ("page", "field", "answers"),
    [
        ("remedies/payment", "amount", PAID | {"amount": "ten"}),
        ("remedies/payment", "approved_by", PAID | {"approved_by": ""}),
        ("remedies/payment", "paid_on", PAID | {"paid_on": "2026-11-30"}),
        ("remedies/payment", "agreed_on", PAID | {"agreed_on": "2027-01-01"}),
        ("remedies/cost", "amount", {"kind": "other", "amount": "lots", "on": "2026-12-01", "approved_by": "Jo"}),
    ],
)
def test_it_is_told_at_its_own_field_and_no_other(
    officer: Visitor, case: str, page: str, field: str, answers: dict[str, str]
) -> None:
    send(officer, f"{case}/{page}", **answers)
    assert officer.error_at(field)
    assert set(red(officer)) == {field}
    assert [link["href"] for link in officer.page.select(".govuk-error-summary a")] == [f"#{field}"]


def test_the_panels_place_is_asked_for_at_the_place(app: Flask, manager: Visitor) -> None:
    made = standing(app, "S3_requested")
    send(manager, of(made, "/panel"), meets_on="2027-02-01", place="")
    assert "Write where the panel meets." in manager.error_at("place")


def test_what_is_about_no_single_field_stands_above_the_form_and_turns_nothing_red(
    app: Flask, manager: Visitor
) -> None:
    made = standing(app, "S2_investigating")
    send(manager, of(made, "/report/2"), author="investigator", recommends="yes", words="It was late.")
    (link,) = manager.page.select(".govuk-error-summary a")
    assert "Pick what the investigation found about concern 1." in link.get_text()
    assert manager.page.select_one(str(link["href"])) is not None
    assert red(manager) == []
    assert manager.page.title is not None and manager.page.title.get_text().startswith("Error:")


def test_what_was_not_done_carries_no_tick(officer: Visitor, case: str) -> None:
    officer.open(f"{case}/dates?as_at=2150-01-01")
    (notice,) = officer.page.select(".notice[role=status]")
    assert "The bank holidays of that year are not known yet" in notice.get_text()
    assert "notice--refusal" in str(notice["class"]) and "notice--success" not in str(notice["class"])
    assert "No clock was running" not in officer.text


def test_what_came_on_a_saturday_is_counted_from_monday_and_says_so(app: Flask, sign_in: SignIn, at) -> None:
    at(datetime(2026, 12, 5, 12, tzinfo=UTC))
    with app.app_context():
        made = make.case()
    officer = sign_in()
    officer.open(f"/staff/cases/{made.reference}/dates")
    assert "Counting begins on Monday 7 December" in officer.text
    assert "not today" not in officer.text
    officer.open(f"/staff/cases/{made.reference}/dates?as_at=2026-12-09")
    assert "You see Wednesday 9 December, not today." in officer.text

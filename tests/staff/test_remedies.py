"""Remedies and money on the pages: pounds typed, pence kept, by the day they were paid or arose."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.records.remedies import Expense, Payment, rows_of
from tests import makers as make
from tests.application import NOON
from tests.staff.paperwork import send
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def base(app: Flask) -> str:
    with app.app_context():
        return f"/staff/cases/{make.case().reference}/remedies"


def case_id(app: Flask, base: str) -> int:
    from portal.records.cases import case_by_reference

    found = case_by_reference(base.split("/")[3])
    assert found is not None
    return found.id


def test_several_things_put_it_right_but_each_once(officer: Visitor, base: str) -> None:
    send(officer, f"{base}/new", resolution="apology", note="By the director.")
    send(officer, f"{base}/new", resolution="training")
    assert "Apology" in officer.text and "By the director." in officer.text and "Training" in officer.text
    send(officer, f"{base}/new", resolution="apology")
    assert "recorded already" in officer.error_at("resolution")


def test_a_payment_is_agreed_and_later_paid(app: Flask, officer: Visitor, base: str) -> None:
    typed = {"detail": "symbolic_distress", "basis": "lgsco", "agreed_on": "2026-12-01"}
    send(officer, f"{base}/payment", **typed, amount="£1,200.50", approved_by="Director")
    assert "£1,200.50: For distress Not paid yet" in officer.text
    officer.open(base)
    paid = next(str(link["href"]) for link in officer.page.select("a") if link.get_text() == "It was paid")
    send(officer, paid, on="2026-11-30")
    assert "before it was agreed" in officer.error_at("on")
    send(officer, paid, on="2026-12-02")
    assert "Paid Wed 2 Dec" in officer.text
    with app.app_context():
        (row,) = rows_of(Payment, case_id(app, base))
        assert (row.pence, row.paid_on, row.basis, row.approved_by) == (120050, date(2026, 12, 2), "lgsco", "Director")
    assert officer.open(paid).answer.status_code == 200
    assert send(officer, paid, on="2026-12-02").answer.status_code == 404


@pytest.mark.parametrize("wrong", ["", "0", "-5", "ten", "1.5", "1,2", "99999999999"])
def test_an_amount_that_is_none_is_refused(app: Flask, officer: Visitor, base: str, wrong: str) -> None:
    send(officer, f"{base}/payment", amount=wrong, approved_by="Director")
    assert "amount in pounds" in officer.text
    with app.app_context():
        assert not rows_of(Payment, case_id(app, base))


def test_nothing_is_paid_without_somebody_who_approved_it(officer: Visitor, base: str) -> None:
    send(officer, f"{base}/payment", amount="10")
    assert "who approved it" in officer.text


def test_what_handling_it_cost_is_counted_on_its_own_day(app: Flask, officer: Visitor, base: str) -> None:
    send(officer, f"{base}/cost", kind="panel", amount="300", on="3 4 2026", approved_by="Head of service")
    assert "£300.00: Panel" in officer.text
    with app.app_context():
        (row,) = rows_of(Expense, case_id(app, base))
        assert (row.kind, row.pence, row.incurred_on) == ("panel", 30000, date(2026, 4, 3))
    for wrong in ("soon", ""):
        send(officer, f"{base}/cost", kind="panel", amount="300", on=wrong, approved_by="Head of service")
        assert "Write the day" in officer.error_at("on")

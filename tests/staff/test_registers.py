"""The registers of Ombudsman and member enquiries on the pages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.extensions import db
from portal.records.registers import PAGE, MemberEnquiry, OmbudsmanEnquiry
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.paperwork import send
from tests.visitor import Visitor

REGISTERS = "/staff/registers"
MEMBER = {"member": "Councillor Ash", "about": "Why was the meeting moved?", "received_on": "2026-11-28"}
LETTER = {"their_reference": "26 001 234", "about": "A delay", "received_on": "2026-12-01", "due_on": "2026-12-02"}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def test_a_member_is_answered_in_ten_working_days_from_the_day_it_counts_as_received(
    app: Flask, officer: Visitor
) -> None:
    send(officer, f"{REGISTERS}/member/new", **MEMBER)
    assert "Answer by Monday 14 December" in officer.text  # it came on a Saturday
    with app.app_context():
        (row,) = db.session.query(MemberEnquiry)
        assert row.due_on == date(2026, 12, 14) and b"Ash" not in row.body


def test_a_member_is_told_nothing_before_consent_is_checked(officer: Visitor) -> None:
    send(officer, f"{REGISTERS}/member/new", **MEMBER)
    one = next(str(a["href"]) for a in officer.page.select("a") if a.get_text() == "Bring it up to date")
    send(officer, one, state="replied", replied_on="2026-12-03")
    assert "Check first whether" in officer.text
    send(officer, one, state="replied", replied_on="2026-12-03", consent="given")
    assert "None." in officer.text
    finished = officer.open(f"{REGISTERS}/member?closed=1").text
    assert "Councillor Ash Answered" in finished and "Answered Thu 3 Dec" in finished
    assert "Received → Answered" in officer.open(one).text


def test_an_ombudsman_enquiry_goes_by_the_day_in_their_letter(app: Flask, officer: Visitor) -> None:
    send(officer, f"{REGISTERS}/ombudsman/new", **LETTER)
    assert "26 001 234 They told us Late" in officer.text and "Answer by Wednesday 2 December" in officer.text
    one = next(str(a["href"]) for a in officer.page.select("a") if a.get_text() == "Bring it up to date")
    send(officer, one, outcome="upheld_injustice", state="remedy_due")
    assert "belong together" in officer.text
    decided = {"outcome": "upheld_injustice", "decided_on": "2026-12-03", "replied_on": "2026-12-02"}
    send(officer, one, **decided, state="remedy_due", amount="£150", remedy_due_on="2027-01-03", remedy="Say sorry.")
    assert "To put right by Sun 3 Jan" in officer.text and "Late" not in officer.text
    with app.app_context():
        (row,) = db.session.query(OmbudsmanEnquiry)
        assert (row.pence, row.outcome, row.decided_on) == (15000, "upheld_injustice", date(2026, 12, 3))
    officer.open(one)
    assert officer.form.select_one("[name=amount]")["value"] == "£150.00"


def test_an_entry_for_a_case_stands_in_its_timeline_and_is_hidden_with_it(
    app: Flask, officer: Visitor, sign_in: SignIn
) -> None:
    lee = sign_in(name="Lee Wren")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Lee")
    send(officer, f"{REGISTERS}/ombudsman/new", **LETTER, case="7KQM-0000")
    assert "There is no case with this number" in officer.text
    send(officer, f"{REGISTERS}/ombudsman/new", **LETTER, case=made.reference)
    assert "26 001 234" in officer.text
    one = next(str(a["href"]) for a in officer.page.select("a") if a.get_text() == "Bring it up to date")
    assert "Entered in a register" in officer.open(f"/staff/cases/{made.reference}").text
    assert "26 001 234" not in lee.open(f"{REGISTERS}/ombudsman").text
    assert lee.open(one).answer.status_code == 404


def test_a_register_goes_on_for_as_many_pages_as_there_are(app: Flask, officer: Visitor) -> None:
    from portal.domain.register_words import AskedBy, MemberConsent, MemberState
    from portal.services.registering import FromMember, enter_member

    with app.app_context():
        who = make.officer().id
        for number in range(PAGE + 2):
            texts = {"member": f"Member-{number}-", "about": "x"}
            found = FromMember(MemberState.RECEIVED, AskedBy.MP, date(2026, 12, 1), MemberConsent.NOT_CHECKED, texts)
            enter_member(who, found)
    seen = re.findall(r"Member-(\d+)-", officer.open(f"{REGISTERS}/member").text)
    onward = officer.page.select_one("a[rel=next]")
    assert onward is not None
    seen += re.findall(r"Member-(\d+)-", officer.open(str(onward["href"])).text)
    assert sorted(map(int, seen)) == list(range(PAGE + 2))


def test_only_the_team_keeps_registers(sign_in: SignIn) -> None:
    for role in (Role.ADVOCATE, Role.AUDITOR, Role.INVESTIGATING_OFFICER):
        assert sign_in(role).open(f"{REGISTERS}/ombudsman").answer.status_code == 403

"""The registers of Ombudsman and member enquiries on the pages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.extensions import db
from portal.records.registers import PAGE, MemberEnquiry, OmbudsmanEnquiry, lgsco_reported
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


def opened(officer: Visitor) -> str:
    return next(str(a["href"]) for a in officer.page.select("a") if a.get_text().startswith("Open it"))


def test_a_member_is_told_nothing_before_consent_is_checked(officer: Visitor) -> None:
    send(officer, f"{REGISTERS}/member/new", **MEMBER)
    one = opened(officer)
    assert "Give it to a team" in officer.open(one).text and "It is answered" not in officer.text
    send(officer, f"{one}/allocate", team="fostering")
    assert "consent has not been checked" in officer.text
    send(officer, f"{one}/allocate", team="fostering", consent="given")
    send(officer, f"{one}/reply", on="2026-12-03")
    assert "Done: It is answered." in officer.text and "Answered Thu 3 Dec" in officer.text
    assert "None." in officer.open(f"{REGISTERS}/member").text
    finished = officer.open(f"{REGISTERS}/member?closed=1").text
    assert "Councillor Ash Answered" in finished and "Answered Thu 3 Dec" in finished
    assert "Ask for the person's consent" not in officer.open(one).text, "that was earlier in its procedure"
    assert officer.open(f"{one}/ask_consent").answer.status_code == 404


def test_an_ombudsman_enquiry_goes_by_the_day_in_their_letter(app: Flask, officer: Visitor, sign_in: SignIn) -> None:
    send(officer, f"{REGISTERS}/ombudsman/new", **LETTER)
    assert "26 001 234 They told us Late" in officer.text and "Answer by Wednesday 2 December" in officer.text
    one = opened(officer)
    send(officer, f"{one}/asked", on="2026-12-02", due_on="2026-12-20")
    assert "Late" not in officer.text
    send(officer, f"{one}/answered", on="2026-12-03")
    send(officer, f"{one}/decided", on="2026-12-03", outcome="upheld_injustice")
    assert "We have to put it right" not in officer.text, "that is for the complaints manager"
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    send(manager, f"{one}/remedy", amount="£150", remedy_due_on="2027-01-03", remedy="Say sorry.")
    assert "To put right and pay £150.00 by Sun 3 Jan" in manager.text
    send(manager, f"{one}/remedied", reason="We wrote and paid.")
    assert "done Thu 3 Dec" in manager.text and "We put it right: We wrote and paid." in manager.text
    with app.app_context():
        (row,) = db.session.query(OmbudsmanEnquiry)
        assert (row.pence, row.outcome, row.decided_on) == (15000, "upheld_injustice", date(2026, 12, 3))


def test_what_was_entered_wrongly_is_corrected_and_the_line_says_so(officer: Visitor) -> None:
    send(officer, f"{REGISTERS}/ombudsman/new", **LETTER)
    one = opened(officer)
    send(officer, f"{one}/correct", due_on="2026-12-14", about="A long delay")
    assert "Corrected, answer by 14 Dec 2026" in officer.text and "A long delay" in officer.text


def test_the_number_of_the_annual_letter_is_kept_apart_and_none_is_a_number(app: Flask, officer: Visitor) -> None:
    send(officer, f"{REGISTERS}/letters", year="2024", reported="0")
    send(officer, f"{REGISTERS}/letters", year="2025", reported="7", childrens="3")
    send(officer, f"{REGISTERS}/letters", year="2025", reported="8", childrens="9")
    assert "the second no larger than the first" in officer.text
    send(officer, f"{REGISTERS}/letters", year="abc", reported="8")
    assert "Write a whole number" in officer.error_at("year")
    send(officer, f"{REGISTERS}/letters", year="2025", reported="8", childrens="3")
    assert "2025-26: 8, 3 about children's social care. 2024-25: 0." in officer.open(f"{REGISTERS}/letters").text
    with app.app_context():
        assert lgsco_reported()[2025].reported == 8 and lgsco_reported()[2024].reported == 0
        assert not db.session.query(OmbudsmanEnquiry).count()


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
    one = opened(officer)
    assert "Entered in a register" in officer.open(f"/staff/cases/{made.reference}").text
    assert "26 001 234" not in lee.open(f"{REGISTERS}/ombudsman").text
    assert lee.open(one).answer.status_code == 404


def test_a_register_goes_on_for_as_many_pages_as_there_are(app: Flask, officer: Visitor) -> None:
    from portal.domain.register_words import AskedBy, MemberConsent
    from portal.services.registering import FromMember, enter_member

    with app.app_context():
        who = make.officer().id
        for number in range(PAGE + 2):
            texts = {"member": f"Member-{number}-", "about": "x"}
            found = FromMember(AskedBy.MP, date(2026, 12, 1), MemberConsent.NOT_CHECKED, texts)
            enter_member(who, found)
    seen = re.findall(r"Member-(\d+)-", officer.open(f"{REGISTERS}/member").text)
    onward = officer.page.select_one("a[rel=next]")
    assert onward is not None
    seen += re.findall(r"Member-(\d+)-", officer.open(str(onward["href"])).text)
    assert set(map(int, seen)) == set(range(PAGE + 2))


def test_only_the_team_keeps_registers(sign_in: SignIn) -> None:
    for role in (Role.ADVOCATE, Role.AUDITOR, Role.INVESTIGATING_OFFICER):
        assert sign_in(role).open(f"{REGISTERS}/ombudsman").answer.status_code == 403

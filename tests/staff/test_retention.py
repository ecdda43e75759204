"""Two people let a case go on a page that says why it may go, anybody of them can keep it, and a paper tells of it."""

from __future__ import annotations

import pytest
from flask import Flask

from portal import clock
from portal.domain.access import Role
from portal.domain.references import format_reference
from portal.extensions import db
from portal.records.retention import Disposal
from portal.services import forgetting, retaining
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.staff.time_over import over, some_of_each
from tests.visitor import Visitor

HERE = "/staff/kept-and-let-go"


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def protector(sign_in: SignIn) -> Visitor:
    """The data protection officer, who reads no case."""
    return sign_in(Role.DATA_PROTECTION_OFFICER, name="Wim Teal")


@pytest.fixture
def old(app: Flask) -> make.Made:
    with app.app_context():
        made = over(name="Ann Lee", story="My key was lost.")
        retaining.propose(clock.today())
    return made


def test_two_people_agree_and_with_the_next_run_it_is_gone(
    app: Flask, manager: Visitor, protector: Visitor, old: make.Made
) -> None:
    manager.open(HERE)
    assert "Nobody agreed yet" in manager.text and format_reference(old.reference) in manager.text
    assert "Statutory complaint: kept for 10 years after it was taken back on 1 May 2015." in manager.text
    assert "May go since 1 May 2025" in manager.text
    manager.open(f"{HERE}/1/agree").fill({})
    assert "One person agreed" in manager.text and "Amara Osei agreed on 3 December 2026" in manager.text
    assert "Agree that it may go" not in manager.text
    assert "Somebody else has to agree as well" in manager.open(f"{HERE}/1/agree").fill({}).text
    protector.open(HERE)
    assert "Open the case" not in protector.text and "Ann Lee" not in protector.text
    protector.open(f"{HERE}/1/agree").fill({})
    assert "Two people agreed: it goes tonight" in protector.text
    with app.app_context():
        assert forgetting.let_go_agreed(clock.today()) == [1]
        fresh = old.case.reference
    assert "Statutory complaint, let go on 3 December 2026" in manager.open(HERE).text
    for reference in (old.reference, fresh):
        assert manager.open(f"/staff/cases/{reference}").answer.status_code == 404
    assert not manager.open("/staff/?heap=all").page.select("tbody tr")


def test_what_the_first_one_agreed_to_can_be_taken_back(manager: Visitor, old: make.Made) -> None:
    manager.open(f"{HERE}/1/agree").fill({}).fill({}, press=f"Take it back: {format_reference(old.reference)}")
    assert "You took it back" in manager.text and "Nobody agreed yet" in manager.text


def test_whoever_keeps_it_says_why_and_it_leaves_the_list(manager: Visitor, old: make.Made) -> None:
    manager.open(f"{HERE}/1/keep").fill({"why": ""})
    assert "Write why" in manager.error_at("why")
    manager.fill({"why": "A court asked for it."})
    assert "It is kept." in manager.text and "Nothing waits." in manager.text
    assert "Since 3 December 2026, by Amara Osei" in manager.text and "A court asked for it." in manager.text
    manager.fill({}, press=f"{format_reference(old.reference)} may go when its time comes")
    assert "Nothing is kept beyond its time." in manager.text


def test_the_page_of_a_case_says_how_long_it_is_kept_and_keeps_it_longer(
    app: Flask, manager: Visitor, old: make.Made
) -> None:
    manager.open(f"/staff/cases/{old.reference}/kept")
    assert "Until 1 May 2025" in manager.text and "Nothing else keeps it." in manager.text
    manager.open(f"/staff/cases/{old.reference}/keep").fill({"why": "The inquiry."})
    assert "Has to be kept" in manager.text and "The inquiry." in manager.text
    with app.app_context():
        fresh = make.case().reference
    assert "It is not over yet." in manager.open(f"/staff/cases/{fresh}/kept").text


def test_somebody_who_reads_no_case_can_keep_one_by_its_number(app: Flask, protector: Visitor, old: make.Made) -> None:
    protector.open(f"{HERE}/hold").fill({"number": "2222-2222", "why": "The police."})
    assert "There is no case with this number" in protector.error_at("number")
    protector.fill({"number": format_reference(old.reference), "why": "The police."})
    assert "It is kept." in protector.text
    assert protector.open(f"/staff/cases/{old.reference}/kept").answer.status_code == 404


def test_the_certificate_tells_what_went_and_of_nobody(app: Flask, manager: Visitor, protector: Visitor) -> None:
    with app.app_context():
        _waiting, _kept, gone = some_of_each(make.officer(Role.COMPLAINTS_MANAGER, name="Amara Osei").id)
    manager.open("/staff/certificates/find").fill({"number": "7KQM-3W9C"})
    assert "No case with this number was let go." in manager.error_at("number")
    manager.fill({"number": gone.reference})
    assert manager.heading == "Certificate of disposal 1"
    for said in ("Agreed first Amara Osei, on 3 December 2026", "Let go 3 December 2026", "Messages and letters:"):
        assert said in manager.text
    assert gone.reference not in manager.text and format_reference(gone.reference) not in manager.text
    assert "Certificate 1" in protector.open("/staff/certificates").text
    assert manager.open("/staff/certificates/2").answer.status_code == 404, "it is not gone yet"


def test_whom_it_may_be_about_sees_nothing_of_it(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        about = over(worker="Kelly Ashworth")
        retaining.propose(clock.today())
    kelly = sign_in(Role.COMPLAINTS_MANAGER, name="Kelly Ashworth")
    assert format_reference(about.reference) not in kelly.open(HERE).text
    for page in ("agree", "keep"):
        assert kelly.open(f"{HERE}/1/{page}").answer.status_code == 404
    kelly.open(f"{HERE}/hold").fill({"number": about.reference, "why": "It shall stay."})
    assert "There is no case with this number" in kelly.error_at("number")


def test_many_that_wait_stand_on_several_pages(app: Flask, manager: Visitor) -> None:
    with app.app_context():
        made = [over().id for _ in range(52)]
        assert retaining.propose(clock.today()) == made
        assert db.session.query(Disposal).count() == 52
    first = manager.open(HERE).text
    second = manager.open(str(manager.page.select_one("a[rel=next]")["href"])).text
    assert (first.count("Nobody agreed yet"), second.count("Nobody agreed yet")) == (50, 2)

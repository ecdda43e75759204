"""Adding and locking the people who may sign in."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.records.officers import officer_by_email
from portal.services import officers, staying_signed_in
from portal.services.officers import NoSuchOfficer, NotAnOfficer, OfficerExists
from tests import makers as make

ONE = {"password": "three random words"}


@pytest.fixture(autouse=True)
def _context(app: Flask):
    with app.app_context():
        yield


def test_an_address_is_one_officer_however_it_is_written() -> None:
    officers.add_officer("Ann@Council.example", "Ann Lee", [Role.AUDITOR], **ONE)
    with pytest.raises(OfficerExists):
        officers.add_officer(" ann@council.EXAMPLE ", "Ann Lee", [Role.AUDITOR], **ONE)
    ann = officer_by_email("ann@council.example")
    assert ann is not None and ann.public_name == "Ann"


@pytest.mark.parametrize(
    ("email", "name", "roles", "password"),
    [
        ("nonsense", "Ann Lee", [Role.AUDITOR], "three random words"),
        ("ann@council.example", " ", [Role.AUDITOR], "three random words"),
        ("ann@council.example", "Ann Lee", [], "three random words"),
        ("ann@council.example", "Ann Lee", [Role.AUDITOR], "short"),
        ("ann@council.example", "Ann Lee", [Role.ADVOCATE, Role.COMPLAINTS_OFFICER], "three random words"),
    ],
)
def test_what_cannot_make_an_officer_is_refused(email: str, name: str, roles: list[Role], password: str) -> None:
    with pytest.raises(NotAnOfficer):
        officers.add_officer(email, name, roles, password=password)


def test_locking_ends_the_sessions_and_unlocking_does_not_bring_them_back() -> None:
    officer = make.officer()
    key = staying_signed_in.remember(None, {"_user_id": officer.fs_uniquifier}, officer.id, anew=True)
    officers.lock_officer(officer.email)
    assert staying_signed_in.remembered(key) is None
    officers.unlock_officer(officer.email)
    assert staying_signed_in.remembered(key) is None
    again = officer_by_email(officer.email)
    assert again is not None and again.active


def test_starting_afresh_asks_for_a_phone_again() -> None:
    officer = make.officer()
    officers.keep_sign_in(officer.id, {"tf_totp_secret": "x", "tf_primary_method": "authenticator"})
    officers.start_afresh(officer.email, "another long password")
    again = officer_by_email(officer.email)
    assert again is not None and again.tf_totp_secret is None
    officers.HASHING.verify(again.password or "", "another long password")


def test_the_sign_in_itself_cannot_change_roles() -> None:
    officer = make.officer(Role.AUDITOR)
    officers.keep_sign_in(officer.id, {"roles": ["team_manager"], "active": False})
    again = officer_by_email(officer.email)
    assert again is not None and again.roles == ["auditor"] and again.active


def test_nobody_unknown_is_locked() -> None:
    with pytest.raises(NoSuchOfficer):
        officers.lock_officer("nobody@council.example")

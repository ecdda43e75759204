"""A password is changed by whoever knows the old one, and other places are signed out."""

from __future__ import annotations

from flask import Flask

from portal.services import officers
from tests import makers as make
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


def test_a_changed_password_signs_out_everywhere_else(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(name="Lee Wren")
    with app.app_context():
        number = next(one.id for one in officers.all_officers() if one.name == "Lee Wren")
    elsewhere = Visitor(app)
    make.signed_in(app, number, elsewhere.client)
    assert elsewhere.open("/staff/").heading == "Inbox"
    new = "four quite random words"
    officer.open("/staff/password").fill({"password": make.PASSWORD, "new_password": new, "new_password_confirm": new})
    assert officer.heading == "My account"
    assert elsewhere.open("/staff/").heading == "Sign in"


def test_a_short_new_password_is_refused_with_a_reason(sign_in: SignIn) -> None:
    officer = sign_in()
    officer.open("/staff/password").fill(
        {"password": make.PASSWORD, "new_password": "short", "new_password_confirm": "short"}
    )
    assert "at least 12" in officer.error_at("new_password")

"""Signing in: password, phone, recovery codes; one answer to every failure; sessions that end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from passlib.totp import TOTP

from portal.domain.access import Role
from portal.extensions import db
from portal.records.officers import Officer, StaffSession
from portal.services import officers
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

WRONG = "We could not sign you in. Check your e-mail address and password."


@pytest.fixture
def robin(app: Flask) -> Officer:
    with app.app_context():
        return make.officer(email="robin@council.example", name="Robin Kestrel")


@pytest.fixture
def browser(app: Flask) -> Visitor:
    return Visitor(app)


def _password(browser: Visitor, email: str = "robin@council.example", password: str = make.PASSWORD) -> Visitor:
    return browser.open("/staff/sign-in").fill({"email": email, "password": password})


def _phone(browser: Visitor) -> TOTP:
    """Scan the picture: here, type the key."""
    key = browser.page.select_one("main bdi")
    assert key, browser.text
    return TOTP(key.get_text(strip=True).replace("-", ""), format="base32")


def _first_time(browser: Visitor) -> TOTP:
    _password(browser)
    assert browser.heading == "One more step: your phone"
    browser.fill()
    phone = _phone(browser)
    browser.fill({"code": phone.generate().token})
    return phone


def test_the_first_sign_in_asks_for_a_phone_and_gives_recovery_codes_once(browser: Visitor, robin: Officer) -> None:
    _first_time(browser)
    assert browser.heading == "Recovery codes"
    browser.fill()
    codes = [li.get_text(strip=True) for li in browser.page.select(".receipt li")]
    assert len(codes) == 8
    browser.open("/staff/recovery-codes?show_codes=1")
    assert not browser.page.select(".receipt li")
    browser.open("/staff/")
    assert browser.heading == "Inbox"


def test_nobody_gets_past_the_recovery_codes_without_seeing_them(browser: Visitor, robin: Officer) -> None:
    _first_time(browser)
    browser.open("/staff/")
    assert browser.heading == "Recovery codes"


def test_the_next_sign_in_asks_for_the_code_of_the_phone(app: Flask, browser: Visitor, robin: Officer, at) -> None:
    at(NOON)
    phone = _first_time(browser)
    browser.fill()
    at(NOON + timedelta(minutes=1))
    again = Visitor(app)
    _password(again)
    assert again.heading == "Code from your phone"
    again.fill({"code": "000000"})
    assert "not right" in again.error_at("code")
    again.fill({"code": phone.generate().token})
    assert again.heading == "Inbox"


def test_the_same_six_digits_are_taken_once(app: Flask, browser: Visitor, robin: Officer, at) -> None:
    at(NOON)
    phone = _first_time(browser)
    browser.fill()
    at(NOON + timedelta(minutes=1))
    digits, over_the_shoulder = phone.generate().token, Visitor(app)
    _password(Visitor(app)).fill({"code": digits})
    _password(over_the_shoulder).fill({"code": digits})
    assert "not right" in over_the_shoulder.error_at("code")
    at(NOON + timedelta(seconds=30))
    earlier = phone.generate().token
    at(NOON + timedelta(minutes=1))
    over_the_shoulder.fill({"code": earlier})
    assert "not right" in over_the_shoulder.error_at("code")
    at(NOON + timedelta(minutes=2))
    over_the_shoulder.fill({"code": phone.generate().token})
    assert over_the_shoulder.heading == "Inbox"


def test_two_browsers_at_the_same_moment_cannot_both_use_a_code(app: Flask, robin: Officer) -> None:
    with app.app_context():
        assert officers.take_code(robin.id, 1000)
        assert not officers.take_code(robin.id, 1000) and not officers.take_code(robin.id, 999)
        assert officers.take_code(robin.id, 1001)


def test_a_recovery_code_opens_the_door_once(app: Flask, browser: Visitor, robin: Officer) -> None:
    _first_time(browser)
    browser.fill()
    code = browser.page.select_one(".receipt li").get_text(strip=True)
    for heading in ("Inbox", "Recovery code"):
        again = Visitor(app)
        _password(again).open("/staff/recovery").fill({"code": code})
        assert again.heading == heading


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("robin@council.example", "not the password"),
        ("nobody@council.example", make.PASSWORD),
        ("locked@council.example", make.PASSWORD),
        ("not an address", "typed too fast"),
    ],
)
def test_every_failure_gets_the_same_answer(
    app: Flask, browser: Visitor, robin: Officer, email: str, password: str
) -> None:
    with app.app_context():
        make.officer(email="locked@council.example")
        officers.lock_officer("locked@council.example")
    _password(browser, email, password)
    assert browser.answer.status_code == 200
    assert [link.get_text(strip=True) for link in browser.page.select(".govuk-error-summary a")] == [WRONG]
    assert password not in browser.answer.text


def test_the_password_is_kept_as_argon2_and_nothing_else(app: Flask, robin: Officer) -> None:
    assert robin.password is not None and robin.password.startswith("$argon2id$")


def test_guessing_is_stopped_but_a_colleague_elsewhere_still_gets_in(
    app: Flask, browser: Visitor, robin: Officer
) -> None:
    for _ in range(30):
        _password(browser, "nobody@council.example", "guess")
    _password(browser)
    assert browser.answer.status_code == 429
    elsewhere = Visitor(app)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    assert _password(elsewhere).heading == "One more step: your phone"


def test_the_six_digits_cannot_be_tried_through(app: Flask, browser: Visitor, robin: Officer) -> None:
    _first_time(browser)
    browser.fill()
    guesser = Visitor(app)
    _password(guesser)
    for attempt in range(10):
        guesser.client.environ_base["REMOTE_ADDR"] = f"203.0.113.{attempt}"
        guesser.open("/staff/code").fill({"code": "000000"})
    guesser.client.environ_base["REMOTE_ADDR"] = "203.0.113.99"
    guesser.open("/staff/code").fill({"code": "000000"})
    assert guesser.answer.status_code == 429


def test_signing_in_gives_a_new_key(browser: Visitor, robin: Officer) -> None:
    browser.open("/staff/sign-in")
    before = browser.client.get_cookie("staff")
    _first_time(browser)
    after = browser.client.get_cookie("staff")
    assert before and after and before.value != after.value


def test_signing_out_ends_the_session_and_takes_a_token(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in()
    officer.client.post("/staff/sign-out")
    assert officer.open("/staff/").heading == "Inbox"
    officer.page.select_one("form.who, .who form")
    token = officer.page.select_one(".who input[name=csrf_token]")["value"]
    officer.client.post("/staff/sign-out", data={"csrf_token": token})
    assert officer.open("/staff/").heading == "Sign in"
    with app.app_context():
        assert db.session.query(StaffSession).filter(StaffSession.officer_id.is_not(None)).count() == 0


def test_a_session_ends_after_thirty_idle_minutes(sign_in: SignIn, at) -> None:
    at(NOON)
    officer = sign_in()
    at(NOON + timedelta(minutes=29))
    assert officer.open("/staff/").heading == "Inbox"
    at(NOON + timedelta(minutes=58))
    assert officer.open("/staff/").heading == "Inbox"
    at(NOON + timedelta(minutes=89))
    assert officer.open("/staff/").heading == "Sign in"


def test_a_session_ends_after_ten_hours_whatever_is_done(sign_in: SignIn, at) -> None:
    at(NOON)
    officer = sign_in()
    for quarters in range(1, 41):
        at(NOON + timedelta(minutes=15 * quarters))
        assert officer.open("/staff/account").heading == "My account", quarters
    at(NOON + timedelta(hours=10, minutes=1))
    assert officer.open("/staff/account").heading == "Sign in"


def test_locking_an_officer_ends_their_session_at_once(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(Role.TEAM_MANAGER, name="Lee Wren")
    assert officer.open("/staff/").heading == "Inbox"
    with app.app_context():
        email = next(one.email for one in officers.all_officers() if one.name == "Lee Wren")
        officers.lock_officer(email)
    assert officer.open("/staff/").heading == "Sign in"


def test_what_matters_asks_for_the_password_again(app: Flask, sign_in: SignIn, at) -> None:
    at(NOON)
    officer = sign_in()
    with app.app_context():
        made = make.case()
    at(NOON + timedelta(minutes=20))
    officer.open(f"/staff/cases/{made.reference}/code")
    assert officer.heading == "Your password again"
    officer.fill({"password": "wrong"})
    assert officer.error_at("password")
    officer.fill({"password": make.PASSWORD})
    assert officer.heading == "Give a new secret code"


def test_public_pages_never_meet_the_sign_in_library(app: Flask, client) -> None:
    answer = client.get("/en/")
    assert answer.status_code == 200
    assert "staff" not in str(answer.headers.getlist("Set-Cookie"))

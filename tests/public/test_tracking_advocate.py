"""What the page says of an advocate is true: what is passed on, and who has to call whom."""

from __future__ import annotations

from flask import Flask

from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from tests import makers as make
from tests.public.case_holder import opened

CALL = "Call Example Advocacy on 08081 570100. It is free. You do not have to say your name."
IN_TOUCH = "An advocate should get in touch with you"


def test_whoever_gave_no_way_to_reach_them_is_told_to_call(app: Flask) -> None:
    with app.app_context():
        made = make.case(advocate="ask", name="Kit", contact_way="code_only")
    page = opened(app, made)
    assert CALL in page.text and IN_TOUCH not in page.text


def test_whoever_can_be_reached_is_told_until_when(app: Flask) -> None:
    with app.app_context():
        made = make.case(advocate="ask", name="Kit", contact_way="call", phone="07700 900982")
    page = opened(app, made)
    assert IN_TOUCH in page.text and CALL not in page.text


def test_what_is_passed_on_is_said_before_the_yes_and_who_calls_after_it(app: Flask) -> None:
    with app.app_context():
        made = make.case(name="Kit", contact_way="code_only", needs=["language"], language_talk="Tigrinya")
    page = opened(app, made)
    page.open("/en/t/case/side")
    assert "We also tell them what you need, and who they should not tell." in page.text
    page.fill()
    assert CALL in page.text and "get in touch with you" not in page.text
    with app.app_context():
        assert db.session.query(AdvocacyRequest).one().passed_on["language_talk"] == "Tigrinya"

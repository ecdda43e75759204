"""Whoever asked to be called can be rung with one press, however they typed their number."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.words import Audience
from portal.services import alerting
from tests import makers as make
from tests.visitor import Visitor


@pytest.mark.parametrize(
    ("typed", "rung"), [("٠٧٧٠٠ ٩٠٠٩٨٢", "tel:07700900982"), ("+44 7700-900982", "tel:+447700900982")]
)
def test_a_number_typed_in_other_digits_can_be_rung(app: Flask, typed: str, rung: str) -> None:
    with app.app_context():
        alerting.ask_for_call(None, phone=typed, safe="no", audience=Audience.CHILD, language="ar")
        officer = make.officer().id
    desk = Visitor(app)
    desk.client = make.signed_in(app, officer)
    link = desk.open("/staff/").page.select_one(f'a[href="{rung}"]')
    assert link is not None and link.get_text() == typed

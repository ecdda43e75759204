"""Whoever has a case sees which people of the team opened it, and on which days; first names alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import Flask

from portal.domain.access import Action
from portal.services import looking
from tests import makers as make
from tests.public.case_holder import opened

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


def test_it_says_who_and_when_and_how_often(app: Flask, at: Callable[..., None]) -> None:
    at(MONDAY)
    with app.app_context():
        made, other = make.case(), make.case()
        sam, ash = make.officer(name="Sam Reed").id, make.officer(name="Ash Field").id
        looking.saw(Action.READ_CASE, sam, made.id)
        looking.saw(Action.READ_CASE, ash, other.id)
        at(MONDAY + timedelta(days=1))
        looking.saw(Action.READ_CASE, sam, made.id)
        looking.saw(Action.READ_CASE, sam, made.id)
    child = opened(app, made).open("/en/t/case/opened")
    rows = [(row.dt.get_text(), row.dd.get_text()) for row in child.page.select("main dl > div")]
    assert rows == [("Tuesday 1 December", "Sam (2 times)"), ("Monday 30 November", "Sam (once)")]
    assert "Reed" not in child.text and "Ash" not in child.text


def test_nobody_yet_is_said_too_and_nobody_else_sees_it(app: Flask) -> None:
    with app.app_context():
        made = make.case()
    child = opened(app, made)
    assert child.page.select_one('main a[href="/en/t/case/opened"]') is not None
    assert "Nobody in our team has opened it yet." in child.open("/en/t/case/opened").text
    child.client.delete_cookie("s")
    assert child.open("/en/t/case/opened").address.startswith("/en/t?")

"""Leaving fast: what was typed is gone, the case is closed, another site opens, and Back brings nothing up."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy import func, select
from werkzeug.wrappers import Request, Response

from portal.extensions import db
from portal.records.drafts import Draft
from portal.records.visits import CaseVisit
from portal.services import drafting
from tests import makers as make
from tests.visitor import Visitor

SECRET = "a secret story"


def test_leaving_wipes_the_draft_and_closes_the_case(app: Flask) -> None:
    with app.app_context():
        made = make.case()
    visitor = Visitor(app)
    visitor.open("/en/y/2").fill({"story": SECRET})
    visitor.open("/en/t").fill({"number": made.reference, "code": made.code})
    answer = visitor.client.post("/x")
    assert answer.headers["Refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "s=;" in answer.headers["Set-Cookie"]
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Draft)) == 0
        assert db.session.scalar(select(func.count()).select_from(CaseVisit)) == 0


def test_the_page_in_between_says_nothing_about_us(app: Flask) -> None:
    page = app.test_client().post("/x").get_data(as_text=True)
    for telling in ("Example Council", "Have your say", "complain"):
        assert telling not in page
    assert 'href="https://www.bbc.co.uk/weather"' in page


def test_leaving_needs_no_visit_no_token_and_no_database(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client = app.test_client()
    assert client.post("/x").status_code == 200
    client.set_cookie("s", "a key of long ago")
    with app.app_context():
        db.session.execute(db.text("ALTER TABLE drafts RENAME TO drafts_away"))
        db.session.commit()
    assert client.post("/x").headers["Refresh"].endswith("weather")


def test_a_form_saved_under_a_code_stays(app: Flask) -> None:
    with app.app_context():
        writer = drafting.Writer(b"v" * 32, "young_person")
        drafting.keep(writer, {"story": SECRET})
        code = drafting.put_away(writer)
        drafting.wipe(writer.visitor)
        assert drafting.take_up(code, b"w" * 32, "en").journey == "young_person"


def test_somebody_who_opens_the_address_finds_the_button(visitor: Visitor) -> None:
    assert visitor.open("/x").heading == "Leave this site fast"
    assert visitor.form["action"] == "/x"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_back_never_shows_what_was_typed(
    app: Flask,
    serve: Callable[[object], str],
    browser_that_remembers: Browser,
    monkeypatch: pytest.MonkeyPatch,
    scripts: bool,
) -> None:
    """The way out leads over a second site, as real ones do: Chromium would stop an ordinary redirect there."""
    weather = serve(Request.application(lambda _: Response("<title>Weather</title>sunny", content_type="text/html")))
    hop = serve(Request.application(lambda _: Response("", 302, headers={"Location": weather + "/today"})))
    council = app.extensions["portal.authority"]
    away = dataclasses.replace(council, contacts=dataclasses.replace(council.contacts, exit_url=hop + "/"))
    monkeypatch.setitem(app.extensions, "portal.authority", away)
    ours = serve(app)
    context = browser_that_remembers.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(ours + "/en/y/2")
    page.fill("textarea", SECRET)
    page.click(".leave__button")
    page.wait_for_url(weather + "/**", timeout=5000)
    assert context.cookies() == []
    for _ in range(4):
        page.go_back()
        page.wait_for_timeout(100)
        assert "/x" not in page.url
        assert SECRET not in page.content()
        if scripts and page.url.startswith(ours):
            assert SECRET not in page.locator("textarea").evaluate_all("boxes => boxes.map(box => box.value)")
    context.close()

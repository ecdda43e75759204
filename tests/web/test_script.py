"""The small script in a browser, under a strict policy: leaving fast, double presses, the time a draft has left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from playwright.sync_api import Page, expect

from tests.web.rendering import failed, page_source

STATIC = Path(__file__).resolve().parents[2] / "static"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"
)
KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
STORY = """<h1>What happened?</h1><form id="q" method="post" action="/answer">
{{ page.csrf() }}{{ fields.textarea(form.story) }}{{ page.buttons() }}</form>"""

Visit = Callable[..., Page]
Serve = Callable[[WSGIApplication], str]


class Site:
    """A page with a question on it, where leaving leads to, and every POST that arrived."""

    def __init__(self, form: Any = None, **context: Any) -> None:
        self.html = page_source("public", STORY, form=form, **context).encode()
        self.posts: list[str] = []

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        headers = [("Content-Security-Policy", POLICY)]
        if environ["REQUEST_METHOD"] == "POST":
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            self.posts.append(path)
            if path == "/alive":
                start("204 No Content", headers)
                return []
            start("303 See Other", [*headers, ("Location", "/weather" if path == "/x" else "/next")])
            return []
        if path.startswith("/static/"):
            start("200 OK", [*headers, ("Content-Type", KINDS[path.rpartition(".")[2]])])
            return [(STATIC / path.removeprefix("/static/")).read_bytes()]
        start("200 OK", [*headers, ("Content-Type", "text/html; charset=utf-8")])
        return [self.html if path == "/" else b"<!doctype html><title>Elsewhere</title><p>Sunny"]


@pytest.mark.browser
def test_shift_three_times_leaves_and_takes_the_words_along(visit: Visit, serve: Serve) -> None:
    site = Site()
    page = visit(serve(site))
    page.get_by_label("What happened?").fill("a secret story")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/weather")
    assert site.posts == ["/x"]
    page.go_back()
    expect(page.get_by_role("button", name="Leave this site fast")).to_be_visible()
    expect(page.locator("textarea")).not_to_have_value("a secret story")


@pytest.mark.browser
def test_capital_letters_do_not_leave(visit: Visit, serve: Serve) -> None:
    site = Site()
    page = visit(serve(site))
    page.get_by_label("What happened?").focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.locator("textarea")).to_have_value(re.compile("^ABCD"))
    assert site.posts == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_the_button_leaves_with_and_without_script(visit: Visit, serve: Serve, script: bool) -> None:
    site = Site()
    page = visit(serve(site), java_script_enabled=script)
    page.get_by_role("button", name="Leave this site fast").click()
    page.wait_for_url("**/weather")
    assert site.posts == ["/x"]


@pytest.mark.browser
def test_pressing_twice_sends_once(visit: Visit, serve: Serve) -> None:
    site = Site()
    page = visit(serve(site))
    page.evaluate("() => { const b = document.querySelector('#q button'); b.click(); b.click(); b.click(); }")
    page.wait_for_url("**/next")
    assert site.posts == ["/answer"]


@pytest.mark.browser
def test_what_went_wrong_has_the_focus(visit: Visit, serve: Serve) -> None:
    page = visit(serve(Site(form=failed())))
    expect(page.locator(".govuk-error-summary")).to_be_focused()


@pytest.mark.browser
def test_more_time_is_offered_after_25_minutes_as_often_as_needed(visit: Visit, serve: Serve) -> None:
    site = Site(keep_alive_url="/alive")
    address = serve(site)
    page = visit()
    page.clock.install()
    page.goto(address)
    status = page.get_by_role("status")
    expect(status).to_be_empty()
    for times in (1, 2):
        page.clock.fast_forward("25:01")
        expect(status).to_contain_text("In 5 minutes we will clear what you wrote")
        page.get_by_role("button", name="I need more time").click()
        expect(status).to_contain_text("You have 30 more minutes.")
        assert site.posts == ["/alive"] * times
        page.clock.fast_forward("00:09")
        expect(status).to_be_empty()


@pytest.mark.browser
def test_coming_back_to_a_remembered_page_asks_the_server_again(browser_that_remembers: Any, serve: Serve) -> None:
    site = Site()
    context = browser_that_remembers.new_context()
    page = context.new_page()
    page.goto(serve(site))
    page.evaluate("() => { window.before = true; }")
    page.get_by_role("link", name="Need help now?").click()
    page.go_back()
    expect(page.get_by_role("heading", name="What happened?")).to_be_visible()
    assert page.evaluate("() => window.before") is None
    context.close()

"""The machinery that gives tests a browser and a server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.chromium import Watch

pytestmark = pytest.mark.browser


def _app(body: str) -> Flask:
    app = Flask("tests", static_folder=None)
    page = f'<!doctype html><html lang="en"><title>Hello</title><link rel="icon" href="data:,"><h1>Hello</h1>{body}'
    app.add_url_rule("/", "page", lambda: page)
    return app


def test_a_page_is_served_and_seen(serve: Callable[[Any], str], visit: Callable[..., Page]) -> None:
    page = visit(serve(_app("")))
    assert page.get_by_role("heading").inner_text() == "Hello"


def test_javascript_can_be_off(serve: Callable[[Any], str], visit: Callable[..., Page]) -> None:
    address = serve(_app("<p id=p>off</p><script>p.textContent = 'on'</script>"))
    assert visit(address).locator("p").inner_text() == "on"
    assert visit(address, java_script_enabled=False).locator("p").inner_text() == "off"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img alt="" src="http://pictures.example/a.png">', "asked another host: http://pictures.example/a.png"),
        ("<script>throw new Error('broken')</script>", "script failed: broken"),
        ("<script>console.error('refused')</script>", "console: refused"),
    ],
)
def test_what_no_page_may_do_is_noticed(
    serve: Callable[[Any], str], browser: Browser, body: str, complaint: str
) -> None:
    context = browser.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(serve(_app(body)), wait_until="networkidle")
    context.close()
    assert any(seen.startswith(complaint) for seen in watch.complaints), watch.complaints

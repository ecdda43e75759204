"""The pages about the looks: every part in every look, for developers alone, and true to the stylesheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal.app import create_app
from portal.web import palettes
from portal.web.showcase import COLOURS, LOOKS, PAGES
from tests.application import settings
from tests.gates.rules import broken_rules
from tests.visitor import check_page
from tests.web.rendering import CALLS

STATIC = Path(__file__).resolve().parents[2] / "static"
EVERYWHERE = ["/dev/style", *(f"/dev/style/{name}" for name in PAGES)]
NOT_SHOWN = {"page.back", "page.buttons", "page.csrf", "fields.error_summary", "cards.hero"}
"""Furniture of whole pages, and what another part is made of."""


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_look_has_its_page(app: Flask, address: str) -> None:
    answer = app.test_client().get(address)
    assert answer.status_code == 200
    check_page(answer.get_data(as_text=True), address)


def test_the_letters_lead_to_the_looks_and_back(app: Flask) -> None:
    client = app.test_client()
    assert 'href="/dev/style"' in client.get("/dev/letters").text
    page = client.get("/dev/style").text
    assert 'href="/dev/letters"' in page
    assert all(f'href="/dev/style/{name}"' in page for name in PAGES)


def test_every_part_is_shown_somewhere() -> None:
    folder = STATIC.parent / "templates/developer"
    shown = (folder / "parts.html").read_text(encoding="utf-8")
    known = {call.partition("(")[0] for call in CALLS} - NOT_SHOWN
    assert [name for name in sorted(known) if f"{name.partition('.')[2]}(" not in shown] == []


def test_every_colour_has_its_use_and_its_measured_contrast(app: Flask) -> None:
    page = check_page(app.test_client().get("/dev/style").text, "/dev/style")
    colours = palettes.palette((STATIC / "staff.css").read_text(encoding="utf-8"), "staff", "dark")
    assert set(colours) <= set(COLOURS)
    rows = [[cell.get_text(strip=True) for cell in row(["th", "td"])] for row in page.select("tbody tr")]
    cells = {name: rest for name, *rest in rows}
    assert cells["link"][-1] == colours["link"]
    assert cells["muted on page"] == ["7", *(f"{ratio:.1f}" for ratio in _muted_on_page())]
    assert "Too faint" not in page.get_text()


def _muted_on_page() -> list[float]:
    return [
        palettes.contrast(found["muted"], found["page"])
        for theme in LOOKS
        if theme != "easy"
        for scheme in palettes.SCHEMES
        for found in [palettes.palette((STATIC / palettes.SHEETS[theme]).read_text(encoding="utf-8"), theme, scheme)]
    ]


def test_the_stylesheet_of_a_scheme_does_not_ask_the_device(app: Flask) -> None:
    client = app.test_client()
    for name, (theme, scheme) in PAGES.items():
        answer = client.get(f"/dev/style/{name}.css")
        assert answer.mimetype == "text/css" and "prefers-color-scheme" not in answer.text
        page = palettes.palette(answer.text, theme, "light")["page"]
        assert (palettes.luminance(page) < 0.5) == (scheme == "dark")
    assert client.get("/dev/style/nobody-light").status_code == 404


def test_nobody_on_another_machine_sees_them(app: Flask) -> None:
    for address in EVERYWHERE:
        assert app.test_client().get(address, environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 404


def test_there_are_none_in_production(tmp_path: Path) -> None:
    site = create_app(
        settings(
            tmp_path,
            PORTAL_ENVIRONMENT="production",
            PORTAL_PUBLIC_URL="https://portal.test",
            PORTAL_MAIL_URL="smtp://127.0.0.1:9",
        )
    )
    assert [rule.rule for rule in site.url_map.iter_rules() if rule.rule.startswith("/dev")] == []


@pytest.mark.browser
def test_they_keep_the_rules_themselves(app: Flask, visit: Callable[..., Page], serve: Callable[..., str]) -> None:
    page = visit(bypass_csp=True, viewport={"width": 1280, "height": 900})
    home, found = serve(app), []
    for address in EVERYWHERE:
        page.goto(home + address)
        found += [f"{address}: {wrong}" for wrong in broken_rules(page)]
        page.set_viewport_size({"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{address}: the page scrolls sideways")
        page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []

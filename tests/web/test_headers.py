"""What every answer carries, errors and files included, and the one cookie there is, which ends with the browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.app import create_app
from portal.web.doors import Door, door
from tests.application import settings
from tests.gates.site import Site
from tests.people.table import Held
from tests.visitor import Visitor

NEEDED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_PAGES = {("Cross-Origin-Opener-Policy", "same-origin")}
NOTHING = ["'none'"]
CLOSED = ("default-src", "base-uri", "frame-ancestors")
OWN = ("script-src", "style-src", "connect-src", "form-action")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ASKS_NOTHING = ("/", "/en/", "/en/y", "/en/a", "/en/how", "/en/languages", "/en/help-now", "/en/nothing-here")


def policy(answer: TestResponse) -> dict[str, list[str]]:
    """The content security policy: directive -> sources."""
    parts = [part.split() for part in answer.headers.get("Content-Security-Policy", "").split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def faults(answer: TestResponse) -> list[str]:
    """What is missing or wrong in the headers of a page."""
    rules, kept = policy(answer), answer.headers.get("Cache-Control", "")
    wrong = common_faults(answer, NEEDED.items())
    if "geolocation=()" not in answer.headers.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy leaves doors open")
    wrong += [f"{rule} is {rules.get(rule)}" for rule in CLOSED if rules.get(rule) != NOTHING]
    wrong += [f"{rule} is {rules.get(rule)}" for rule in OWN if rules.get(rule) != ["'self'"]]
    if kept != "no-store":
        wrong.append(f"Cache-Control is {kept}")
    return wrong + cookie_faults(answer)


def common_faults(answer: TestResponse, needed: Iterable[tuple[str, str]]) -> list[str]:
    """What is missing or wrong in the headers that pages and files share."""
    wrong = [f"{name} is {answer.headers.get(name)}" for name, value in needed if answer.headers.get(name) != value]
    allowed = {source for sources in policy(answer).values() for source in sources}
    return wrong + [f"the policy allows {source}" for source in allowed if "unsafe" in source or "*" in source]


def cookie_faults(answer: TestResponse) -> list[str]:
    """The one cookie ends with the browser, is out of reach of scripts, and is not sent from other sites."""
    wrong = []
    for line in answer.headers.getlist("Set-Cookie"):
        if line.partition("=")[0] not in {"s", "staff"}:
            wrong.append(f"a cookie called {line.partition('=')[0]}")
        if "Max-Age=0" not in line and ("Max-Age" in line or "Expires" in line):
            wrong.append(f"a cookie that lasts: {line}")
        if "HttpOnly" not in line or "SameSite=Lax" not in line or "Path=/" not in line:
            wrong.append(f"a loose cookie: {line}")
    return wrong


def addresses(app: Flask) -> list[str]:
    """One address for every route but the files'."""
    adapter = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "assets.served"]
    return sorted(
        {adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, 1) | _lang(rule.arguments)) for rule in rules}
    )


def _lang(arguments: set[str]) -> dict[str, object]:
    return {"lang": "en"} if "lang" in arguments else {}


def test_every_answer_carries_the_headers(site: Site, held: Held) -> None:
    found, looked, client = [], 0, site.app.test_client()
    for address in [*addresses(site.app), "/nothing", "/xx/", "/en/y/99", "/staff/nothing", "/static/nothing.css"]:
        for method in METHODS:
            answer = client.open(address, method=method)
            looked += 1
            pictures = policy(answer).get("img-src")  # the sign-in library draws its code as a picture in the page
            assert pictures == ["'self'"] or (address.startswith("/staff") and pictures == ["'self'", "data:"]), address
            found += [f"{method} {address} ({answer.status_code}): {fault}" for fault in faults(answer)]
    held.nothing_wrong("headers", found, answers=looked)


@pytest.mark.parametrize("method", ["br", "gzip", "identity"])
def test_files_are_kept_for_ever_under_a_name_that_changes_with_them(site: Site, method: str) -> None:
    assets = site.app.extensions["portal.assets"].by_address
    assert {one.name for one in assets.values()} >= {"public.css", "public.js", "staff.css", "icon.svg"}
    for address in assets:
        answer = site.app.test_client().get(f"/static/{address}", headers={"Accept-Encoding": method})
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers.get("Content-Encoding", "identity") == method
        assert policy(answer) == {"default-src": NOTHING, "frame-ancestors": NOTHING}
        assert common_faults(answer, NEEDED.items() - FOR_PAGES) == [] and "Set-Cookie" not in answer.headers
    assert site.app.test_client().get("/static/public.css").status_code == 404


@pytest.fixture
def breaking(tmp_path: Path) -> Flask:
    """An application over HTTPS with a view that fails."""
    app = create_app(settings(tmp_path, PORTAL_PUBLIC_URL="https://portal.example"))

    @app.get("/fails")
    @door(Door.ANYONE)
    def fails() -> str:
        raise RuntimeError("something a child typed")

    return app


def test_a_failure_is_told_kindly_and_tells_nothing(breaking: Flask) -> None:
    answer = breaking.test_client().get("/fails")
    assert answer.status_code == 500
    assert faults(answer) == []
    assert "RuntimeError" not in answer.text and "a child typed" not in answer.text


def test_over_https_the_cookie_belongs_to_this_host_alone(breaking: Flask) -> None:
    answer = breaking.test_client().get("/en/y/1", base_url="https://portal.example")
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-s=") and "Secure" in cookie
    assert "Domain" not in cookie and "Max-Age" not in cookie


def test_a_request_too_large_is_refused_with_every_header(site: Site) -> None:
    answer = site.app.test_client().post("/en/y/2", data={"story": "x" * 3_000_000})
    assert answer.status_code == 413
    assert faults(answer) == []


def test_there_is_one_cookie_with_a_key_and_no_age(site: Site, held: Held) -> None:
    visitor = Visitor(site.app)
    for stop in site.stops:
        if not stop.answers and not stop.press:
            visitor.client.get(site.url(stop, "en").removeprefix(site.address))
    (cookie,) = visitor.client._cookies.values()
    held("headers", cookies=len(visitor.client._cookies))
    assert cookie.key == "s" and len(cookie.value) < 60
    assert cookie.max_age is None and cookie.expires is None


@pytest.mark.parametrize("address", ASKS_NOTHING)
def test_pages_that_ask_nothing_set_no_cookie(site: Site, address: str) -> None:
    assert "Set-Cookie" not in site.app.test_client().get(address).headers


def test_bad_headers_are_found(site: Site) -> None:
    answer = site.app.test_client().get("/en/")
    answer.headers["Content-Security-Policy"] = "default-src *; script-src 'unsafe-inline'; form-action *"
    answer.headers["Cache-Control"] = "public"
    del answer.headers["X-Content-Type-Options"], answer.headers["Permissions-Policy"]
    answer.headers.add("Set-Cookie", "tracker=1; Max-Age=3600")
    found = " ".join(faults(answer))
    for what in (
        "X-Content-Type-Options",
        "Permissions-Policy",
        "default-src",
        "base-uri",
        "script-src",
        "form-action",
    ):
        assert what in found
    assert "allows *" in found and "allows 'unsafe-inline'" in found and "Cache-Control" in found
    assert "called tracker" in found and "lasts" in found and "loose" in found

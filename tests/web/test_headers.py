"""Security headers on every answer, one cookie, nothing kept where the next person at the phone could find it."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.visitor import Visitor

EVERYWHERE = ("/en/", "/ar/y", "/en/y/2", "/en/t", "/en/privacy", "/en/nothing-here", "/x", "/staff/", "/staff/sign-in")


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_carries_the_headers(app: Flask, address: str) -> None:
    answer = app.test_client().get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]


def test_a_refused_method_and_a_request_too_large_carry_them_too(app: Flask) -> None:
    client = app.test_client()
    for answer in (client.put("/en/y/2"), client.post("/en/y/2", data={"story": "x" * 3_000_000})):
        assert answer.status_code in {405, 413}
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_hashed_files_are_kept_for_ever_and_nothing_else_is(app: Flask) -> None:
    with app.app_context():
        address = app.extensions["portal.assets"].url("public.css")
    answer = app.test_client().get(address, headers={"Accept-Encoding": "gzip"})
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"
    assert app.test_client().get("/static/public.css").status_code == 404


def test_there_is_one_cookie_with_a_key_and_no_age(visitor: Visitor) -> None:
    visitor.open("/en/y/2")
    (cookie,) = visitor.client._cookies.values()
    assert cookie.key == "s"
    assert cookie.http_only and cookie.same_site == "Lax" and cookie.path == "/"
    assert cookie.max_age is None and cookie.expires is None


def test_pages_that_ask_nothing_set_no_cookie(app: Flask) -> None:
    for address in ("/", "/en/", "/en/y", "/en/a", "/en/how", "/en/languages", "/en/help-now", "/en/nothing-here"):
        assert "Set-Cookie" not in app.test_client().get(address).headers, address

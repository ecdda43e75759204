"""Whatever is sent to a form, nothing breaks and nothing typed comes back as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Field, Journey, Page
from portal.domain.journeys.validation import CHILD_PARTS, OTHER
from tests.visitor import check_page

CANARY = "<kanarek \"onx='1'&amp;>"
RAW = re.compile(r"<kanarek")
CORPUS: dict[str, bytes] = {
    "markup": quote(CANARY).encode(),
    "script": quote("</textarea><script>kanarek()</script><img src=x onerror=kanarek()>").encode(),
    "control characters": b"%00%01%07%0b%1b%7f",
    "bad UTF-8": b"%ff%fe%c3%28%ed%a0%80",
    "right-to-left override": quote("\u202eabc\u2066\u200b\ufeff").encode(),
    "a million letters": b"a" * 1_000_000,
    "a thousand lines": b"x%0d%0a" * 1_000,
    "formula": quote('=HYPERLINK("http://x","y")\t+cmd|\' /C calc\'!A0').encode(),
    "template": quote("{{ config }}{% for x in y %}%(phone)s %s %n ${7*7}").encode(),
    "database": quote("'; DROP TABLE cases; --").encode(),
    "digits of other scripts": quote("٣٤٥ ९९९ 𝟗𝟗 ²³").encode(),
    "nothing": b"",
    "spaces": b"%20%20%09%0a",
    "emoji": quote("👩‍👧‍👦" * 50).encode(),
}


def names_on(page: Page) -> Iterator[str]:
    """The name of every control of a page, as a browser would send it."""
    for question in page.questions:
        if question.field is Field.CHILDREN:
            yield from (f"{question.key}-{row}-{part}" for row in (0, 3) for part in CHILD_PARTS)
        else:
            yield question.key
        if question.anything_else:
            yield question.key + OTHER
    yield from ("do", "again", "w", "v", "c")


def pages_of(journey: Journey) -> tuple[Page, ...]:
    return (*journey.pages, *journey.extra_pages)


def token_of(client: FlaskClient, address: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).get_data(as_text=True))
    assert found, f"{address} has no form"
    return found[1]


def send(client: FlaskClient, address: str, body: bytes) -> tuple[int, str]:
    answer = client.post(address, data=body, content_type="application/x-www-form-urlencoded")
    return answer.status_code, answer.get_data(as_text=True)


def judge(status: int, html: str, what: str) -> None:
    assert status < 500, f"{what}: {status}"
    assert not RAW.search(html), f"{what}: came back as markup"
    if html and not 300 <= status < 400 and what != "/x":  # the way out is no page, only a door
        check_page(html, what)


def every_day(kind: str, journey: str) -> bool:
    """Whether a journey meets a kind of input every day: each kind has two journeys, and each journey its turn."""
    return (list(JOURNEYS).index(journey) - 2 * list(CORPUS).index(kind)) % len(JOURNEYS) < 2


@pytest.mark.parametrize(
    ("kind", "journey"),
    [
        pytest.param(kind, journey, id=f"{kind}-{name}", marks=() if every_day(kind, name) else pytest.mark.slow)
        for kind in CORPUS
        for name, journey in JOURNEYS.items()
    ],
)
def test_every_field_survives_it(app: Flask, journey: Journey, kind: str) -> None:
    client = app.test_client()
    token = token_of(client, f"/en/{journey.path}/{pages_of(journey)[0].slug}").encode()
    for page in pages_of(journey):
        address = f"/en/{journey.path}/{page.slug}"
        for name in names_on(page):
            body = b"csrf_token=%b&%b=%b" % (token, name.encode(), CORPUS[kind])
            judge(*send(client, address, body), f"{address} {name}: {kind}")
    answer = client.get(f"/en/{journey.path}/check")
    judge(answer.status_code, answer.get_data(as_text=True), f"check after {kind}")


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=list(JOURNEYS))
def test_wrong_and_repeated_fields_are_passed_over(app: Flask, journey: Journey) -> None:
    client = app.test_client()
    token = token_of(client, f"/en/{journey.path}/{pages_of(journey)[0].slug}").encode()
    for page in pages_of(journey):
        address = f"/en/{journey.path}/{page.slug}"
        fields = b"&".join(
            b"%b=%b" % (name.encode(), value) for name in names_on(page) for value in (b"a", b"b", b"%00")
        )
        strangers = b"&nobody=asked&__class__=x&story%5B%5D=1&children-9999-first_name=x&children-x-age=1&case_id=1"
        judge(*send(client, address, b"csrf_token=%b&%b%b" % (token, fields, strangers)), address)


@pytest.mark.parametrize("address", ["/en/y/2", "/en/a/6", "/en/t", "/en/back", "/en/y/check", "/en/a/check", "/x"])
@pytest.mark.parametrize("token", ["", "csrf_token=", "csrf_token=wrong", "csrf_token=%ff%00&csrf_token=2"])
def test_without_a_good_token_what_was_typed_is_kept_and_kindly_asked_for_again(
    app: Flask, address: str, token: str
) -> None:
    client = app.test_client()
    client.get(address if address != "/x" else "/en/")
    status, html = send(client, address, f"{token}&story=It+is+cold&code=x&number=y".encode())
    judge(status, html, address)
    if address.endswith(("y/2", "a/6")):
        assert "It is cold" in html


def test_the_whole_request_may_be_too_large_and_is_told_so(app: Flask) -> None:
    status, html = send(app.test_client(), "/en/y/2", b"story=" + b"a" * 3_000_000)
    assert status == 413
    check_page(html, "too large")


def multipart(*parts: bytes, end: bytes = b"--end--\r\n") -> bytes:
    """A form of these parts, each with its own head."""
    return b"".join(b"--end\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + end


STORY = b'name="story"\r\n\r\nIt is cold'
BROKEN_FORMS = {
    "a file that is a word": multipart(STORY, b'name="files"\r\n\r\n../../etc/passwd'),
    "a file under another question": multipart(STORY, b'name="story"; filename="a.jpg"\r\n\r\n\xff\xd8\xff'),
    "no name, no end": multipart(STORY, b'filename="a.jpg"\r\n\r\nx', end=b""),
    "control characters": multipart(STORY, b'name="files"; filename="\x00\x1b/..\\<kanarek>.jpg"\r\n\r\n<svg>'),
    "a name without end": multipart(STORY, b'name="files"; filename="' + b"a" * 9_000 + b'.jpg"\r\n\r\nx'),
    "nothing at all": b"",
    "a lie about what it is": multipart(
        STORY, b'name="files"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n<html><kanarek>'
    ),
    "two thousand parts": multipart(*[b'name="files"; filename="a"\r\n\r\n'] * 2_000),
    "a story of three million letters": multipart(b'name="story"\r\n\r\n' + b"a" * 3_000_000),
}


@pytest.mark.parametrize("kind", BROKEN_FORMS)
@pytest.mark.parametrize("address", ["/en/y/2", "/en/a/6"])
def test_a_form_with_files_that_no_browser_sends_is_survived(app: Flask, kind: str, address: str) -> None:
    client = app.test_client()
    token = token_of(client, address).encode()
    body = multipart(b'name="csrf_token"\r\n\r\n' + token, end=b"") + BROKEN_FORMS[kind]
    answer = client.post(address, data=body, content_type="multipart/form-data; boundary=end")
    judge(answer.status_code, answer.get_data(as_text=True), f"{address}: {kind}")


@pytest.mark.parametrize("cookie", ["", "x" * 5000, "\x00\xff", "../../etc/passwd", "{{7*7}}", "a;b=c"])
def test_a_made_up_cookie_is_nobody(app: Flask, cookie: str) -> None:
    for address in ("/en/y/2", "/en/y/check", "/en/y/done", "/en/t/case", "/en/"):
        answer = app.test_client().get(
            address, headers={"Cookie": f"s={cookie}".encode("latin-1", "replace").decode("latin-1")}
        )
        assert answer.status_code < 500, address


@pytest.mark.parametrize(
    "query", ["w=nowhere", "v=%00", "c=<kanarek>", "w=more", "w=%ff&w=quick", "said=99999999999", "n=x"]
)
def test_made_up_ways_and_marks_in_the_address_change_nothing(app: Flask, query: str) -> None:
    for address in ("/en/y/2", "/en/a/6", "/en/y/check", "/en/t", "/en/y", "/en/languages"):
        answer = app.test_client().get(f"{address}?{query}")
        judge(answer.status_code, answer.get_data(as_text=True), f"{address}?{query}")


@pytest.mark.parametrize(
    "path",
    ["/en/y/../../x", "/en/y/%00", "/en/y/<kanarek>", "/xx/", "/en/y/1/2", "/en/%ff", "//", "/en/y/" + "9" * 3000],
)
def test_made_up_addresses_are_answered_kindly(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    judge(answer.status_code, answer.get_data(as_text=True), path)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_break_nothing(app: Flask, method: str) -> None:
    for address in ("/", "/en/", "/en/y/2", "/en/t/case", "/x", "/static/nothing.css", "/staff/"):
        assert app.test_client().open(address, method=method).status_code < 500, f"{method} {address}"


def test_the_check_notices_markup_that_comes_back() -> None:
    with pytest.raises(AssertionError, match="came back as markup"):
        judge(200, f"<p>{CANARY}", "proof")

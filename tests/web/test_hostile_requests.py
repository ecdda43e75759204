"""Every form that is on any page, public or staff, and every header a browser sends, against hostile input."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_from_bytes

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.gates.lens import nothing_wrong
from tests.gates.site import Site
from tests.web.test_axe_staff import officer_at, pages
from tests.web.test_hostile_input import CANARY, CORPUS, RAW

#: What each field gets; the journeys' own fields get the whole corpus in `test_hostile_input.py`.
CHOSEN = ("markup", "control characters", "bad UTF-8", "template", "database", "digits of other scripts", "nothing")
LONG = b"a" * 400_000


def forms(html: str, address: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Where each form of a page is sent, and what it would send as it stands."""
    for form in BeautifulSoup(html, "html5lib").select("main form[method=post]"):
        controls = form.select("input[name], textarea[name], select[name], button[name]")
        yield str(form.get("action") or address), [(str(c["name"]), str(c.get("value", ""))) for c in controls]


def encoded(fields: list[tuple[str, str]], name: str, value: bytes) -> bytes:
    """The form with one field made hostile; `value` is encoded already."""
    parts = [
        f"{one}=".encode() + (value if one == name else quote_from_bytes(given.encode()).encode())
        for one, given in fields
    ]
    return b"&".join(parts)


def judged(client: FlaskClient, address: str, body: bytes, what: str) -> list[str]:
    """What is wrong with the answer to a hostile form."""
    answer = client.post(address, data=body, content_type="application/x-www-form-urlencoded")
    wrong = [f"{what}: {answer.status_code}"] if answer.status_code >= 500 else []
    return wrong + ([f"{what}: came back as markup"] if RAW.search(answer.get_data(as_text=True)) else [])


def attacked(client: FlaskClient, address: str) -> list[str]:
    """Send every form of a page with each of its fields made hostile in turn."""
    found = []
    for action, fields in forms(client.get(address).get_data(as_text=True), address):
        names = sorted({name for name, _ in fields})
        for name in names:
            for kind in CHOSEN:
                found += judged(client, action, encoded(fields, name, CORPUS[kind]), f"{action} {name}: {kind}")
            repeated = encoded(fields, name, b"a") + b"&%b=b&%b[]=c" % (name.encode(), name.encode())
            found += judged(client, action, repeated, f"{action} {name}: repeated")
        longest = encoded(fields, names[-1] if names else "", LONG)
        found += judged(client, action, longest, f"{action}: long")
    return found


@pytest.mark.timeout(300)
def test_every_form_of_the_public_site_survives(site: Site) -> None:
    found, seen = [], 0
    for stop in site.stops:
        if stop.press or stop.name.startswith("y/6b (") or (stop.journey and not stop.holder and not stop.sent):
            continue  # the journeys' pages have a test of their own
        client = site.app.test_client()
        client.set_cookie("s", site.prime(stop) or "")
        seen += 1
        found += attacked(client, site.url(stop, "en").removeprefix(site.address))
    assert seen > 20
    nothing_wrong(found)


@pytest.mark.timeout(300)
def test_every_form_of_the_staff_site_survives(site: Site) -> None:
    client = officer_at(site)
    found = [wrong for address in list(pages(site.app, client)) for wrong in attacked(client, address)]
    nothing_wrong(found)


OWN = [f"http://localhost/en/y?{name}=x" for name in ("endpoint", "_scheme", "_external", "_method", "lang", "self")]
HEADERS = {
    "Referer": ["http://[", "http://[::1", "//", "javascript:alert(1)", *OWN, "http://x/en/y?" + "a=" * 3000, CANARY],
    "Accept-Language": ["*", "xx-", ";q=", "en;q=a", "ar" * 3000, CANARY],
    "Accept-Encoding": ["br;q=nothing", "*;q=0", "zstd", ","],
    "Cookie": ["s=", "s=" + "a" * 9000, "s=\xff\xfe", "s=1; s=2", "staff=../../x", "=;;=", CANARY],
    "Content-Type": ["application/json", "multipart/form-data", "multipart/form-data; boundary=", "x", "text/plain"],
    "Host": ["", "[", "a b", "evil.example", "x:99999"],
    "Range": ["bytes=-1", "bytes=9-1", "lines=1-2"],
    "If-Modified-Since": ["yesterday", "\xff"],
    "X-Forwarded-For": ["1.2.3", "::::", "a" * 3000],
    "X-CSRFToken": ["\xff", CANARY],
    "Content-Length": ["-1", "abc"],
}
QUERIES = ("endpoint=x", "_scheme=x", "_external=1", "lang=xx", "self=1", "w=1&w=2", "v[]=1", "c=%ff", "said=%00")
ADDRESSES = ("/", "/en/", "/en/languages", "/en/y/2", "/en/y/check", "/en/t", "/en/t/case", "/en/back", "/x", "/staff/")


@pytest.mark.parametrize("name", HEADERS)
def test_no_header_breaks_anything(site: Site, name: str) -> None:
    found = []
    for address in ADDRESSES:
        for value in HEADERS[name]:
            for method in ("GET", "POST"):
                answer = site.app.test_client().open(
                    address, method=method, headers={name: value}, data=b"{\xff" if method == "POST" else None
                )
                if answer.status_code >= 500 or b"<kanarek" in answer.get_data():
                    found.append(f"{method} {address} with {name}: {value[:40]!r}: {answer.status_code}")
    nothing_wrong(found)


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_breaks_anything(site: Site, query: str) -> None:
    answers = {address: site.app.test_client().get(f"{address}?{query}").status_code for address in ADDRESSES}
    assert {address: status for address, status in answers.items() if status >= 500} == {}


def test_a_form_that_breaks_and_an_echo_are_found(site: Site) -> None:
    class Careless:
        """Answers as a careless site would."""

        status_code = 500

        def post(self, *_: object, data: bytes, **__: object) -> Careless:
            return self

        def get_data(self, *, as_text: bool) -> str:
            return f"<p>{CANARY}"

    found = judged(Careless(), "/", b"", "broken")  # type: ignore[arg-type]
    assert found == ["broken: 500", "broken: came back as markup"]
    page = '<main><form method="post" action="/to"><input name="a" value="1 2"><button name="do"></main>'
    ((action, fields),) = forms(page, "/here")
    assert action == "/to" and encoded(fields, "do", b"%00") == b"a=1%202&do=%00"

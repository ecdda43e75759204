"""Every staff page in Chromium: accessibility, targets, no sideways scrolling; an officer's day without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from flask import Flask
from passlib.totp import TOTP
from playwright.sync_api import Page

from portal.domain.access import Role
from portal.domain.words import Audience
from portal.services import alerting, handling
from portal.staff.record import KINDS
from tests import makers as make
from tests.gates.hands import follow
from tests.gates.lens import MEASURES, WIDE, ZOOMED, nothing_wrong
from tests.gates.rules import broken_rules
from tests.gates.site import EVERY
from tests.services import outsiders
from tests.staff.time_over import some_of_each

pytestmark = pytest.mark.browser

PAPERS = (
    *("/steps", "/steps/to_statutory", "/triage", "/triage/turn-away", "/triage/send-on", "/triage/merge"),
    *("/concerns", "/concerns/new", "/statement", "/teams", "/link"),
    *("/remedies", "/remedies/new", "/remedies/payment", "/remedies/cost"),
    *("/learning", "/learning/new", "/learning/also", "/learning/corrective"),
    *("/children", "/children/new", "/children/who", "/advocate", "/consent"),
)
ABOUT_A_CASE = (
    "",
    "/acknowledge",
    "/reply",
    "/answer",
    "/letters",
    "/letters/1",
    "/files",
    *PAPERS,
    *("/kept", "/keep"),
    "/alone",
    "/note",
    "/method",
    "/assign",
    "/code",
)
PLAIN = (
    "/staff/",
    "/staff/?heap=due",
    "/staff/?heap=all&language=ar",
    "/staff/record",
    *(f"/staff/record/{kind.path}" for kind in KINDS),
    "/staff/letters-to-print",
    *("/staff/reports", "/staff/reports?year=2026-27&edition=public&seen=1", "/staff/rows"),
    *("/staff/report-words/2026-27", "/staff/report-words/2026-27/summary/0", "/staff/report-words/2026-27/quotes"),
    *("/staff/report-words/2026-27/summary/versions", "/staff/time-limits"),
    *("/staff/kept-reports", "/staff/kept-reports/new?year=2026-27&edition=public"),
    *("/staff/learning", "/staff/board/list"),
    *(f"/staff/registers{page}" for page in ("", "/ombudsman", "/member", "/ombudsman/new", "/member/new")),
    *("/staff/independents", "/staff/independents/new", "/staff/independents/1"),
    *("/staff/kept-and-let-go", "/staff/kept-and-let-go/2/agree", "/staff/kept-and-let-go/2/keep"),
    *("/staff/kept-and-let-go/hold", "/staff/certificates", "/staff/certificates/1", "/staff/certificates/find"),
    "/staff/account",
    "/staff/audit",
    "/staff/password",
    "/staff/phone",
    "/staff/recovery-codes",
    "/staff/nowhere",
)
OUTSIDERS = (
    *("", "/people/new/2", "/people/new/3", "/people/2/agree", "/people/2/pay", "/people/2/end", "/people/2/prolong"),
    *("/report/2", "/report/3", "/reports/1", "/recommendation/2", "/recommendation/2/1", "/recommendation/2/2/answer"),
    *("/panel", "/panel/papers"),
)
"""The papers of Stage 2 and Stage 3, of a case that has them all."""
SPOKEN = ("", "/speaker", "/speaker/agreement", "/code")
"""Of a case that somebody sent for a child."""
MODES = {"light": ("light", WIDE), "dark": ("dark", WIDE), "zoomed": ("light", ZOOMED)}


def seen_in(mode: str, addresses: Sequence[str]) -> Sequence[str]:
    """With `make gates` every page in every mode; every day each page in one of them, neighbours in different ones."""
    return addresses if EVERY else addresses[list(MODES).index(mode) :: len(MODES)]


@pytest.fixture
def filled(app: Flask) -> tuple[int, list[str]]:
    """A manager, and the addresses of everything they can look at."""
    with app.app_context():
        manager = make.officer(Role.TEAM_MANAGER, Role.COMPLAINTS_MANAGER, name="Amara Osei").id
        made = make.case(
            contact_way="call",
            phone="07700 900982",
            code_word="Donaudampfschifffahrtsgesellsch",
            do_not_tell="My stepdad",
            safe="no",
            held=True,
            story="x" * 60 + "\n\nلم يخبرني أحد.",
        )
        handling.acknowledge(made.id, manager, "We have it: https://example.org/a/rather/long/address/to/read")
        make.case(language="ar")
        alerting.ask_for_call(None, phone="07700 900123", safe="no", audience=Audience.CHILD, language="en")
        spoken = make.case("for_child", speaker_name="Jo", permitted=["worker"], own_view="I saw it.").reference
        some_of_each(manager)
        papers = outsiders.papers(manager, date(2027, 1, 11)).reference
    pages = [*PLAIN, *(f"/staff/cases/{spoken}{page}" for page in SPOKEN)]
    pages += [*(f"/staff/cases/{papers}/papers{page}" for page in OUTSIDERS)]
    return manager, [*pages, *(f"/staff/cases/{made.reference}{page}" for page in ABOUT_A_CASE)]


@pytest.mark.parametrize("mode", MODES)
def test_every_staff_page_keeps_the_rules_in_every_mode(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], filled: tuple[int, list[str]], mode: str
) -> None:
    scheme, size = MODES[mode]
    home = serve(app)
    page = visit(f"{home}/staff/sign-in", color_scheme=scheme, viewport=size, bypass_csp=True)
    found = [f"sign-in: {wrong}" for wrong in _wrong(page)]
    page.context.add_cookies([{"name": "staff", "value": _key(app, filled[0]), "url": home}])
    for address in seen_in(mode, filled[1]):
        page.goto(home + address)
        found += [f"{address}: {wrong}" for wrong in _wrong(page)]
    nothing_wrong(found)


def test_pages_with_errors_keep_the_rules_too(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], filled: tuple[int, list[str]]
) -> None:
    home = serve(app)
    page = visit(bypass_csp=True)
    page.context.add_cookies([{"name": "staff", "value": _key(app, filled[0]), "url": home}])
    found = []
    for address in ("/staff/record/adult", filled[1][-4]):
        page.goto(home + address)
        follow(page.locator("main form[method=post] button[type=submit]").last)
        assert page.title().startswith("Error:"), address
        found += [f"{address}: {wrong}" for wrong in _wrong(page)]
    nothing_wrong(found)


def test_a_page_too_wide_is_noticed(app: Flask, visit: Callable[..., Page], serve: Callable[..., str]) -> None:
    page = visit(f"{serve(app)}/staff/sign-in", viewport=ZOOMED, bypass_csp=True)
    page.evaluate("document.querySelector('h1').textContent = 'x'.repeat(9); document.body.style.minWidth = '500px'")
    assert _wrong(page)


def test_an_officer_signs_in_and_answers_without_javascript(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str]
) -> None:
    with app.app_context():
        make.officer(email="robin@council.example")
        made = make.case(story="Nobody told me.")
    page = visit(f"{serve(app)}/staff/", java_script_enabled=False)
    page.get_by_label("E-mail address").fill("robin@council.example")
    page.get_by_label("Password").fill(make.PASSWORD)
    follow(page.get_by_role("button", name="Sign in"))
    follow(page.get_by_role("button", name="Show me the picture to scan"))
    assert page.locator("img[src^='data:image/svg']").evaluate("picture => picture.naturalWidth") > 0
    key = page.locator("main strong bdi").inner_text()
    page.get_by_label("Six digits").fill(TOTP(key.replace("-", ""), format="base32").generate().token)
    follow(page.get_by_role("button", name="Connect"))
    follow(page.get_by_role("button", name="Show me my codes"))
    follow(page.get_by_role("button", name="I have kept them"))
    follow(page.get_by_role("link", name=f"{made.reference[:4]}-{made.reference[4:]}"))
    assert page.locator("blockquote").inner_text() == "Nobody told me."
    for entry in ("Acknowledge it", "Send the answer"):
        follow(page.locator("aside").get_by_text(entry, exact=True))
        page.get_by_label("What we say").fill("We agree with you.")
        follow(page.get_by_role("button", name="Look at the letter"))
        follow(page.get_by_role("button", name="Send it"))
    assert "Answered" in page.locator("h1").inner_text()
    follow(page.get_by_role("button", name="Sign out"))
    assert page.locator("h1").inner_text() == "Sign in"


def _key(app: Flask, officer_id: int) -> str:
    cookie = make.signed_in(app, officer_id).get_cookie("staff")
    assert cookie is not None
    return str(cookie.value)


def wrong_in_mode(
    app: Flask, visit: Callable[..., Page], home: str, filled: tuple[int, list[str]], mode: str
) -> list[str]:
    """What is wrong on each of these pages, all of which must be there for this officer."""
    scheme, size = MODES[mode]
    page = visit(f"{home}/staff/sign-in", color_scheme=scheme, viewport=size, bypass_csp=True)
    page.context.add_cookies([{"name": "staff", "value": _key(app, filled[0]), "url": home}])
    found = []
    for address in seen_in(mode, filled[1]):
        answer = page.goto(home + address)
        assert answer and answer.status == 200, address
        found += [f"{address}: {wrong}" for wrong in _wrong(page)]
    return found


def _wrong(page: Page) -> list[str]:
    rules = broken_rules(page)  # first: measuring moves the focus
    # A table of data may scroll in a box of its own (WCAG 1.4.10); the page itself may not.
    root = "document.documentElement"
    sideways = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    small: list[str] = page.evaluate(f"({MEASURES.rstrip()}).targets(44)")
    return [*rules, *small, *([f"the page scrolls sideways by {sideways}"] if sideways > 0 else [])]

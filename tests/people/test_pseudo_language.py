"""In the pseudo-language nothing is left in English: pages, mistakes, errors, what libraries say, and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

from portal.domain.journeys.pages import Answer
from tests.gates.site import SHARES, Site, spread
from tests.gates.stops import Stop
from tests.gates.stray import stray
from tests.people.table import Held
from tests.people.test_mistakes import at, typed_on

SOURCES = Path(__file__).resolve().parents[2] / "static" / "source"
SENTENCE = re.compile(r"""["'`]([A-Za-z][^"'`<>{}=]*[a-z] [a-z][^"'`<>{}=]*)["'`]""")
"""A string in a script that reads like one."""
ERRORS = ("/eo/nothing-here", "/eo/y/99", "/eo/y/done", "/eo/t/case", "/eo/t/case/paper/1")


def texts(answer: Answer) -> Iterator[str]:
    """What somebody typed, which is shown as it was."""
    if isinstance(answer, str):
        yield answer
    for one in answer if isinstance(answer, list) else ():
        yield from one.values() if isinstance(one, dict) else (one,)


def known(app: Flask, stop: Stop) -> list[str]:
    """Names of the council and of those who help, and what was typed."""
    names = [str(value) for value in app.extensions["portal.values"].values()]
    return [*names, "Kit http eo", *(text for answer in stop.answers.values() for text in texts(answer))]


def left(site: Site, stop: Stop) -> tuple[list[str], int]:
    """English on one page, and on the same after a mistake; and how many pages that was."""
    visitor = at(site, stop, "eo")
    pages = [visitor.page]
    if stop.form and visitor.page.select("main form[method=post]"):
        pages.append(visitor.fill(typed_on(visitor, stop)).page)
    return [f"{stop}: {found}" for page in pages for found in stray(page, known(site.app, stop))], len(pages)


@spread
def test_no_page_is_left_in_english(site: Site, held: Held, share: int) -> None:
    stops = [stop for stop in site.stops[share::SHARES] if not stop.path.startswith("!") and not stop.press]
    looked = [left(site, stop) for stop in stops]
    held.nothing_wrong("pseudo", [wrong for found, _ in looked for wrong in found], views=sum(n for _, n in looked))


def test_no_refusal_is_left_in_english(site: Site, held: Held) -> None:
    client = site.app.test_client()
    answers = [client.get(address) for address in ERRORS]
    answers.append(client.post("/eo/y/2", data={"story": "x" * 3_000_000}))  # too large
    answers.append(client.post("/eo/y/2", data={"csrf_token": "stale", "story": "It"}))  # too old
    answers.append(client.post("/eo/how"))  # takes no answers
    found = [f"{answer.request.path}: {wrong}" for answer in answers for wrong in words_of(site, answer)]
    held.nothing_wrong("pseudo", found, views=len(answers))


def words_of(site: Site, answer: TestResponse) -> list[str]:
    return stray(BeautifulSoup(answer.get_data(as_text=True), "html5lib"), [*known(site.app, Stop("", "")), "It x"])


def test_scripts_take_their_words_from_the_page() -> None:
    code = {path.name: re.sub(r"//.*", "", path.read_text(encoding="utf-8")) for path in SOURCES.glob("*.js")}
    assert len(code) >= 3
    found = {name: [text for text in SENTENCE.findall(script) if looks_said(text)] for name, script in code.items()}
    assert {name: said for name, said in found.items() if said} == {}


def looks_said(text: str) -> bool:
    """Words, not selectors or names of classes."""
    return not re.search(r"[\[\]():#.>_*]|--", text.rstrip(".?!"))


def test_english_in_a_text_a_label_a_title_and_a_script_is_found() -> None:
    html = (
        '<html lang="eo"><title>A page</title><p>Tell us</p><p>Téll üš</p><p lang="en">Childline is free</p>'
        '<input placeholder="Your name" aria-label="Ñåmé"><img alt="A door"><button data-warn="Time is up">Öñ</button>'
    )
    found = stray(BeautifulSoup(html, "html5lib"), ["Door"])
    assert [one.partition(" (")[0] for one in found] == [
        "<title> page", "<p> Tell us", "<input> Your name", "<button> Time is up",
    ]  # fmt: skip
    assert SENTENCE.findall('line.textContent = "We could not hear you";') == ["We could not hear you"]
    assert looks_said("We could not hear you.") and not looks_said("main button[type=submit] .files__one")

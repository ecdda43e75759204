"""A case is hidden everywhere from whom it may be about: every page is walked for words that stand only in it."""

from __future__ import annotations

import base64
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from click.testing import CliRunner
from flask import Flask

from portal.domain.access import Role
from portal.extensions import db
from portal.records.letters import Letter
from portal.services import reminding
from portal.services.officers import all_officers
from tests import makers as make
from tests.application import NOON
from tests.staff.canaries import MARK, Canary, every_page
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

KELLY = "Kelly Ashworth"
NAME = "portal.sqlite3"
TEAM = tuple(role for role in Role if role is not Role.ADVOCATE)
"""Every role that one person may hold; the provider's desk has no page of a case."""
LATER = NOON.replace(month=12, day=29)


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


@pytest.fixture
def kelly(sign_in: SignIn) -> Visitor:
    """Somebody with every role of the team, so that only the conflict can keep anything from them."""
    return sign_in(*TEAM, name=KELLY)


@pytest.fixture
def canary(app: Flask, kelly: Visitor) -> Canary:
    """A case about Kelly that lies, by mistake, on Kelly's own desk."""
    with app.app_context():
        number = next(one.id for one in all_officers() if one.name == KELLY)
        return Canary(KELLY, make.officer(name="Sam Reed").id, number, make.case(story="Nothing to hide."))


def walk(app: Flask, officer: Visitor, canary: Canary, reference: str) -> dict[str, set[str]]:
    """The canaries on each page that has any."""
    pages = {address: canary.found_in(text) for address, text in every_page(app, officer.client, reference)}
    assert len(pages) > 60
    return {address: found for address, found in pages.items() if found}


def test_whoever_it_is_about_finds_no_trace_of_it_on_any_page(app: Flask, kelly: Visitor, canary: Canary) -> None:
    assert walk(app, kelly, canary, canary.reference) == {}


def test_nor_on_the_pages_of_a_case_that_is_linked_with_it(app: Flask, kelly: Visitor, canary: Canary) -> None:
    assert walk(app, kelly, canary, canary.neighbour.reference) == {}


def test_the_same_walk_by_somebody_else_finds_every_word(app: Flask, sign_in: SignIn, canary: Canary) -> None:
    other = sign_in(*TEAM, name="Robin Teal")
    found = set().union(*walk(app, other, canary, canary.reference).values())
    assert canary.words | {canary.reference} <= found


@pytest.mark.parametrize("typed", ["{0}", "qznamezq", "qzmailboxzq@home.example"])
def test_no_search_finds_it(kelly: Visitor, canary: Canary, typed: str) -> None:
    kelly.open("/staff/").fill({"text": typed.format(canary.reference)})
    assert canary.found_in(kelly.answer.text.replace(typed.format(canary.reference), "")) == set()
    assert not kelly.page.select("tbody tr")


def test_no_count_moves_because_of_it(app: Flask, kelly: Visitor) -> None:
    def counts() -> list[str]:
        pages = ("/staff/", "/staff/board", "/staff/learning", "/staff/registers")
        return [
            " ".join(one.get_text(" ").split()) for page in pages for one in kelly.open(page).page.select(".figures")
        ]

    with app.app_context():
        neighbour = make.case(story="Nothing to hide.")
    before = counts()
    with app.app_context():
        number = next(one.id for one in all_officers() if one.name == KELLY)
        Canary(KELLY, make.officer(name="Sam Reed").id, number, neighbour)
    assert counts() == before and len(before) >= 2


def test_no_letter_and_no_digest_about_it_goes_to_them(app: Flask, canary: Canary, at) -> None:
    with app.app_context():
        at(LATER)
        reminding.remind()
        address = next(one.email for one in all_officers() if one.name == KELLY)
        letters = db.session.query(Letter).all()
        assert any(letter.case_id == canary.made.id for letter in letters)
        assert [letter.kind for letter in letters if letter.content["to"] == address] == []
        to_the_team = [letter for letter in letters if letter.kind.startswith("team")]
        assert to_the_team and all(not MARK.search(str(letter.content["text"])) for letter in to_the_team)


def test_no_command_and_no_export_says_what_is_in_it(
    app: Flask, canary: Canary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from portal.commands import auditing, checking, datasets, keys, officers, portal, posting, reminding

    for module in (auditing, checking, datasets, keys, officers, posting, reminding):
        module.add_to(portal)
    settings = app.config["PORTAL"]
    with closing(connect(settings.instance / NAME)) as live, closing(connect(tmp_path / NAME)) as copy:
        live.backup(copy)  # the commands open a database of their own, which nobody replaces under them
    monkeypatch.setenv("PORTAL_INSTANCE", str(tmp_path))
    monkeypatch.setenv("PORTAL_SECRET_KEY", settings.secret_key)
    monkeypatch.setenv("PORTAL_CODE_PEPPER", settings.code_pepper)
    monkeypatch.setenv("PORTAL_DATA_KEYS", "1:" + base64.b64encode(settings.data_keys[1]).decode())
    out = tmp_path / "out"
    asked = (["remind"], ["post"], ["check"], ["officer", "list"], ["audit", "verify"], ["keys", "renew"])
    for words in (*asked, ["export", str(out)]):
        result = CliRunner().invoke(portal, words)
        assert result.exception is None or isinstance(result.exception, SystemExit), words
        assert not MARK.search(result.output), words
    exported = {path.name: path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()}
    assert len(exported) > 3 and any(len(text.splitlines()) > 1 for text in exported.values())
    told = {word for text in exported.values() for word in MARK.findall(text)}
    assert told <= {"qzissuezq", "qzlessonzq", "qzactionzq"}, "only what reports print as learning"

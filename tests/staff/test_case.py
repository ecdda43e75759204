"""The page of one case: safe contact, the person's words, and what was opened by whom."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.access import GRANTS, Role
from portal.domain.words import Audience
from portal.services import alerting, handling
from portal.services.officers import all_officers
from tests import makers as make
from tests.application import NOON
from tests.staff.conftest import SignIn
from tests.visitor import Visitor

PAGES = ("", "/acknowledge", "/reply", "/answer", "/note", "/method", "/assign", "/code")


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def banner(officer: Visitor) -> str:
    return " ".join(officer.page.select_one(".safe-contact").get_text(" ").split())


@pytest.mark.parametrize("page", PAGES)
def test_the_way_to_reach_somebody_safely_stands_on_every_page_about_them(
    app: Flask, officer: Visitor, page: str
) -> None:
    with app.app_context():
        made = make.case(
            contact_way="call",
            phone="07700 900982",
            may_say_who="no",
            good_times=["after_school"],
            code_word="penguin",
            unsafe_note="Not after six",
            do_not_tell="My stepdad",
        )
    said = banner(officer.open(f"/staff/cases/{made.reference}{page}"))
    for words in ("By phone", "07700 900982", "not the council", "never", "after school", "penguin", "six", "stepdad"):
        assert words in said, words


def test_a_way_nobody_chose_is_not_put_into_the_banner(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case("adult", name="Ann Lee", contact_way="code_only")
    assert "Do not ring, write or e-mail" in banner(officer.open(f"/staff/cases/{made.reference}"))


def test_the_persons_words_come_first_in_their_own_language_and_direction(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(story="لم يخبرني أحد.", wanted=["sorry"], wanted_other="A ball", language="ar")
    officer.open(f"/staff/cases/{made.reference}")
    words = officer.page.select_one("blockquote")
    assert (words.get_text(), words["lang"], words["dir"]) == ("لم يخبرني أحد.", "ar", "auto")
    assert "Someone says sorry A ball" in officer.text and "Wrote in Arabic" in officer.text


def test_what_a_child_typed_cannot_become_part_of_the_page(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(story="<script>alert(1)</script>", name="<b>Jay</b>")
    officer.open(f"/staff/cases/{made.reference}")
    assert "<script>alert" not in officer.answer.text and "<b>Jay" not in officer.answer.text


def test_the_dates_say_how_they_were_counted(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(received=date(2026, 11, 29))
    officer.open(f"/staff/cases/{made.reference}")
    assert "counted from Monday 30 November" in officer.text
    assert "Answer by Mon 14 Dec 10 working days from Mon 30 Nov" in officer.text


@pytest.mark.parametrize(
    ("happened", "button"),
    [(None, "Acknowledge it"), ("acknowledge", "Look at it: who, about what, and where it goes"), ("answer", "")],
)
def test_the_next_right_thing_to_do_is_the_button(
    app: Flask, sign_in: SignIn, happened: str | None, button: str
) -> None:
    officer = sign_in(name="Lee Wren")
    with app.app_context():
        made = make.case()
        if happened:
            lee = next(one for one in all_officers() if one.name == "Lee Wren")
            getattr(handling, happened)(made.id, lee.id, "Words.")
    officer.open(f"/staff/cases/{made.reference}")
    assert [link.get_text(strip=True) for link in officer.page.select("a.govuk-button")] == [button] * bool(button)


def test_a_held_case_is_released_by_a_button(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        made = make.case(held=True)
    officer.open(f"/staff/cases/{made.reference}").fill(press="Release from the held list")
    assert "Released" in officer.text and "Acknowledge it" in officer.text


def test_every_opening_is_kept_for_those_who_watch_over_privacy(app: Flask, sign_in: SignIn) -> None:
    officer = sign_in(name="Lee Wren")
    with app.app_context():
        made = make.case()
    officer.open(f"/staff/cases/{made.reference}")
    watcher = sign_in(Role.DATA_PROTECTION_OFFICER).open("/staff/audit")
    assert "Thu 3 Dec, 12:00" in watcher.text and "Lee Wren" in watcher.text
    assert f"{made.reference[:4]}-{made.reference[4:]}" in watcher.text


def test_without_the_right_to_it_nobody_reads_who_is_complained_about_or_must_not_know(
    app: Flask, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    grants = {action: how for action, how in GRANTS[Role.INVESTIGATING_OFFICER].items() if action != "read_sensitive"}
    monkeypatch.setattr("portal.domain.access.GRANTS", {**GRANTS, Role.INVESTIGATING_OFFICER: grants})
    reader = sign_in(Role.INVESTIGATING_OFFICER, name="Ola Swift")
    with app.app_context():
        made = make.case(about=["worker"], named_person="Kelly", do_not_tell="My stepdad", worker="Kim")
        ola = next(one for one in all_officers() if one.name == "Ola Swift")
        handling.assign(made.id, make.officer().id, ola.id)
    reader.open(f"/staff/cases/{made.reference}")
    assert reader.answer.status_code == 200
    for name in ("Kelly", "stepdad", "Kim"):
        assert name not in reader.text


def test_an_alert_leads_to_its_case(app: Flask, officer: Visitor) -> None:
    with app.app_context():
        alerting.ask_for_call(None, phone="07700 900982", safe="", audience=Audience.CHILD, language="en")
    assert "this number is all we have" in officer.open("/staff/").text

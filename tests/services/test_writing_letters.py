"""Who gets a letter, and what stands in it: never the story, and only by the way people chose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.words import ContactWay
from portal.extensions import db
from portal.records.cases import Case
from portal.records.letters import Letter
from portal.services.outbox import FLOOD
from portal.services.transactions import writing
from portal.services.writing_letters import (
    ChannelNotAllowed,
    write_person_letter,
    write_provider_letter,
    write_team_letter,
)
from tests import makers as make
from tests.house.source import ROOT

STORY = "They shouted at me in the kitchen on Tuesday."
COMPLAINTS, DUTY, RIGHTS = (f"{box}@example-council.example" for box in ("complaints", "duty", "rights"))


def letters(kind: str = "") -> list[dict[str, str]]:
    query = db.session.query(Letter).order_by(Letter.id)
    found = query.filter_by(kind=kind) if kind else query
    return [{"kind": letter.kind, "language": letter.language, **letter.content} for letter in found]


def told(kind: str = "") -> set[str]:
    return {letter["to"] for letter in letters(kind)}


def kinds(to: str) -> list[str]:
    return [path.stem for path in (ROOT / "templates/letters").glob(f"{to}_*.txt")]


@pytest.fixture(autouse=True)
def inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def test_the_team_and_the_childrens_rights_officer_hear_of_a_childs_complaint() -> None:
    make.case(story=STORY)
    assert told("team_new_case") == told() == {COMPLAINTS, RIGHTS}


def test_a_child_who_is_not_safe_is_told_to_the_duty_team_as_urgent() -> None:
    made = make.case(story=STORY, safe="no")
    assert told("team_urgent") == {COMPLAINTS, DUTY, RIGHTS}
    assert letters("team_urgent")[0]["subject"] == f"Urgent: {made.reference[:4]}-{made.reference[4:]}"


def test_a_letter_to_the_team_leads_to_the_case_and_says_nothing_of_it() -> None:
    made = make.case(
        story=STORY, contact_way="call", phone="07700 900982", name="Kit", named_person="Jo Heron", about=["worker"]
    )
    for letter in letters():
        everything = letter["subject"] + letter["text"]
        assert f"/staff/cases/{made.reference}" in everything
        for secret in ("shouted", "kitchen", "900982", "Kit", "Heron", made.code.split()[0]):
            assert secret not in everything


@pytest.mark.parametrize("kind", sorted(set(kinds("team")) - {"team_digest", "team_call_today"}))
def test_every_kind_of_team_letter_keeps_the_story_to_itself(kind: str) -> None:
    made = make.case(story=STORY, name="Kit")
    with make.doctored():
        assert write_team_letter(made.case, kind)
    letter = letters(kind)[-1]
    assert "shouted" not in letter["text"] and "Kit" not in letter["text"] and "\n" not in letter["subject"]
    assert "Why you are told: " in letter["text"]


def read_by(app: Flask, monkeypatch: pytest.MonkeyPatch, name: str, *boxes: str) -> None:
    """Let somebody of this name read these letter boxes."""
    council = app.extensions["portal.authority"]
    changed = {code: replace(council.mailboxes[code], people=(name,)) for code in boxes}
    council = replace(council, mailboxes={**council.mailboxes, **changed})
    monkeypatch.setitem(app.extensions, "portal.authority", council)


@pytest.mark.parametrize("answer", ["named_person", "worker", "do_not_tell"])
def test_somebody_who_is_complained_about_is_never_among_those_told(
    app: Flask, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    read_by(app, monkeypatch, "Robin Ashdown", "childrens_rights")
    make.case(story=STORY, about=["worker"], **{answer: "It is robin"})
    assert told() == {COMPLAINTS}
    make.case(story=STORY, about=["worker"], **{answer: "Somebody else"})
    assert told() == {COMPLAINTS, RIGHTS}


def test_when_everybody_may_be_meant_somebody_outside_the_service_is_told(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_by(app, monkeypatch, "Robin Ashdown", "childrens_rights", "complaints")
    make.case(story=STORY, about=["worker"], named_person="Robin")
    assert told() == {"monitoring.officer@example-council.example"}


def test_somebody_who_asks_for_an_advocate_is_told_to_the_advocacy_provider_too() -> None:
    make.case(story=STORY, advocate="ask")
    assert told("provider_request") == {"referrals@advocacy.example"}
    assert told("team_advocate") == set(), "the letter that it has come is enough"
    (letter,) = letters("provider_request")
    for secret in ("shouted", "Kit", "7KQM", "cases"):
        assert secret not in letter["text"]


@pytest.mark.parametrize("way", [way for way in ContactWay if way is not ContactWay.EMAIL])
def test_nobody_is_written_to_by_a_way_they_did_not_choose(way: ContactWay) -> None:
    made = make.case(story=STORY, contact_way=way.value, phone="07700 900982", name="Kit")
    details = {**made.case.contact.details, "email": "kit@home.example"}
    with make.doctored():
        made.case.contact.details = details  # even if an address was found out in some other way
    for kind in kinds("person"):
        with make.doctored():
            assert write_person_letter(made.case, kind) is False
        with pytest.raises(ChannelNotAllowed), writing():
            write_person_letter(made.case, kind, force=True)
    assert "kit@home.example" not in told()


def test_a_letter_to_a_child_says_only_that_there_is_news() -> None:
    made = make.case(story=STORY, contact_way="email", email="kit@home.example", name="Kit")
    (letter,) = letters("person_received")
    assert letter["to"] == "kit@home.example"
    assert letter["subject"] == "There is news"
    assert letter["text"] == "There is news. Look when it is safe.\n\nYou can use your number and your code.\n"
    assert made.reference[:4] not in letter["text"]


def test_a_child_who_lets_us_say_who_we_are_still_gets_no_number() -> None:
    made = make.case(story=STORY, contact_way="email", email="kit@home.example", may_say_who="yes")
    text = letters("person_received")[0]["text"]
    assert "Example Council" in text and "We have what you sent us." in text
    assert made.reference[:4] not in text
    assert "complain" not in text.lower() and "shouted" not in text


def test_an_adult_who_lets_us_say_who_we_are_gets_their_number() -> None:
    made = make.case("adult", story=STORY, name="Ann", contact_way="email", email="ann@home.example", may_say_who="yes")
    assert f"{made.reference[:4]}-{made.reference[4:]}" in letters("person_received")[0]["text"]


def test_an_adult_who_does_not_gets_neither_number_nor_council_nor_address() -> None:
    make.case("adult", story=STORY, name="Ann", contact_way="email", email="ann@home.example")
    text = letters("person_received")[0]["text"]
    assert "Example" not in text and "http" not in text and not re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", text)


@pytest.mark.parametrize("language", ["pl", "ar"])
def test_a_letter_in_another_language_has_the_english_beneath(language: str) -> None:
    make.case(story=STORY, language=language, contact_way="email", email="kit@home.example")
    (letter,) = letters("person_received")
    assert letter["language"] == language
    assert "There is news. Look when it is safe." in letter["text"]


def test_a_flood_of_new_cases_fills_no_mailbox_but_urgent_ones_always_get_through() -> None:
    case = make.case(story=STORY).case
    urgent = make.case(story=STORY, safe="no").case
    with make.doctored():
        for _ in range(FLOOD * 2):
            write_team_letter(case, "team_message")
    assert len([one for one in letters() if one["to"] == COMPLAINTS and one["kind"] == "team_message"]) <= FLOOD
    assert [one["to"] for one in letters("team_digest")].count(COMPLAINTS) == 1
    before = len(letters("team_urgent"))
    with make.doctored():
        write_team_letter(urgent, "team_urgent")
    assert len(letters("team_urgent")) == before + 3


def test_a_letter_is_undone_together_with_what_it_tells_of() -> None:
    case = make.case(story=STORY).case
    before = len(letters())
    with pytest.raises(PowerCut):
        write_and_fail(case)
    assert len(letters()) == before


class PowerCut(Exception):
    """The machine stops."""


def write_and_fail(case: Case) -> None:
    with make.doctored():
        write_team_letter(case, "team_message")
        raise PowerCut


def test_somebody_who_asks_for_an_advocate_later_is_told_to_team_and_provider() -> None:
    case = make.case(story=STORY).case
    with make.doctored():
        write_team_letter(case, "team_advocate")
        write_provider_letter(case, "provider_request")
    assert told("team_advocate") == {COMPLAINTS, RIGHTS}
    assert told("provider_request") == {"referrals@advocacy.example"}


def test_letters_written_at_the_same_moment_do_not_get_into_each_others_way(
    either_app: Flask,
) -> None:
    with either_app.app_context():
        case_id = make.case(story=STORY).id

    def work(_: int) -> int:
        with either_app.app_context(), writing():
            return len(write_team_letter(db.session.get_one(Case, case_id), "team_message"))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(12))) == [2] * 12
    with either_app.app_context():
        numbers = [letter.number for letter in db.session.query(Letter).filter_by(kind="team_message")]
        assert sorted(numbers) == list(range(1, 25))


def test_two_deeds_in_one_case_at_once_never_wait_for_each_other_for_ever(either_app: Flask) -> None:
    with either_app.app_context():
        case_id = make.case(story=STORY).id

    def work(lock_first: int) -> int:
        with either_app.app_context(), writing():
            query = select(Case).where(Case.id == case_id)
            case = db.session.scalars(query.with_for_update() if lock_first % 2 else query).one()
            return len(write_team_letter(case, "team_message"))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(24))) == [2] * 24


def test_what_letters_link_to_is_there(app: Flask) -> None:
    made = make.case(story=STORY, contact_way="email", email="kit@home.example", may_say_who="yes")
    pages = app.url_map.bind("127.0.0.1:5000")
    for letter in letters():
        (link,) = re.findall(r"http://127\.0\.0\.1:5000(/\S+)", letter["text"])
        endpoint, values = pages.match(link)
        assert endpoint == ("tracking.look" if letter["kind"].startswith("person") else "staff_case.case"), link
        assert values in ({"lang": "en"}, {"reference": made.reference})

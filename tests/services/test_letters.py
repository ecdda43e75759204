"""Letters made from real cases: in every language, with dates from the clocks, without gaps, and kept as sent."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from portal.domain.findings import Outcome
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.registry import LETTERS
from portal.domain.letters.shape import GAPS, Setting, gap, gaps
from portal.domain.words import Audience, ContactWay, Happening
from portal.extensions import db
from portal.records.documents import Document, documents_of, printings_of, to_print
from portal.records.letters import Letter
from portal.records.timeline import messages_of, timeline_of
from portal.services import handling, tracking, tracking_deeds
from portal.services.case_writing import NotLikeThis
from portal.services.concerns import Head, add
from portal.services.deciding import decide
from portal.services.letter_beginning import answer_kind, begun, begun_by
from portal.services.letter_composing import composed
from portal.services.letter_papers import for_the_post, note_only, whole
from portal.services.stage_facts import Given
from portal.services.stepping import possible, take
from portal.services.telling import printed, would_tell
from portal.services.typesetting import pdf_of
from tests import makers as make
from tests.services.desk import MONDAY, READ, Desk

Set = Callable[[datetime], None]
STORY = "They moved my meeting."


@pytest.fixture(autouse=True)
def _on_a_monday(at: Set) -> None:
    at(MONDAY)


@pytest.fixture
def desk(app: Flask) -> Desk:
    with app.app_context():
        return Desk(name="Kit")


def settings_of(kind: LetterKind) -> list[Setting]:
    """The places at which a kind of letter says something of its own."""
    special = {one for letter in (LETTERS[kind].child, LETTERS[kind].adult) for part in letter for one in part.at}
    return sorted(special)


@pytest.mark.parametrize("audience", list(Audience))
def test_what_the_portal_sends_by_itself_has_no_gaps(app: Flask, audience: Audience) -> None:
    with app.app_context():
        made = make.case("adult" if audience is Audience.ADULT else "young_person", name="Kit")
        for kind in LETTERS:
            for setting in settings_of(kind):
                assert not gaps(composed(made.case, kind, by_officer=False, setting=setting)), kind


def test_a_letter_names_the_day_the_clock_says_once_the_step_is_taken(app: Flask, desk: Desk) -> None:
    with app.app_context():
        step = next(one.step for one in possible(desk.made.case, desk.officer) if one.step.event == "to_corporate")
        letter = begun_by(desk.made.id, desk.officer, "Robin", step).words
        assert letter.startswith("Hello Kit,")
        assert "We will write our answer by Monday 14 December." in letter, "ten working days from the acknowledgement"
        assert "There can be two steps." in letter
        assert gaps(letter) == (GAPS["manager"], GAPS["concerns"])
        assert desk.where[:2] == ("intake", "triage"), "it was only tried"
        assert not messages_of(desk.made.id)


def test_gaps_close_by_themselves_when_their_day_is_known_and_stop_the_letter_when_not(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        more = Given(reason="Two teams.", words=f"The new date is {gap('new_day')}.", until=date(2026, 12, 18))
        take(desk.made.id, desk.manager, "extend", more)
        assert messages_of(desk.made.id)[-1].text["words"] == "The new date is Friday 18 December."
        before = len(messages_of(desk.made.id))
        with pytest.raises(NotLikeThis, match="Still to be written, where the double brackets stand: the reason"):
            take(desk.made.id, desk.manager, "extend", Given("x", f"Because {gap('why')}.", date(2026, 12, 22)))
        assert len(messages_of(desk.made.id)) == before


def test_an_answer_names_each_point_and_the_last_day_to_ask_for_the_next_stage(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        draft = begun(desk.made.case, answer_kind(desk.made.case), "Robin").words
        assert f"1. {STORY}" in draft and gap("finding") in draft and gap("actions") in draft and gap("ask_by") in draft
        words = draft.replace(gap("finding"), "It was moved.").replace(gap("actions"), "We call you.")
        decide(desk.made.id, desk.senior, 1, {1: Outcome.UPHELD})
        take(desk.made.id, desk.team, "draft", Given(words=words))
        desk.do(desk.manager, "check")
        desk.do(desk.senior, "sign")
        desk.do(desk.team, "send")
        (answer,) = [one.text["words"] for one in messages_of(desk.made.id) if one.kind is Happening.ANSWERED]
        assert "Ask by Wednesday 30 December." in answer and not gaps(answer)


def test_nobody_checks_or_signs_an_answer_with_gaps(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        take(desk.made.id, desk.team, "draft", Given(words=f"We found {gap('finding')}."))
        with pytest.raises(NotLikeThis, match="Still to be written"):
            desk.do(desk.manager, "check")


def test_who_asks_for_the_next_stage_or_takes_it_back_gets_a_letter_at_once(app: Flask, desk: Desk) -> None:
    with app.app_context():
        desk.taken_on()
        desk.answered()
        desk.person("ask_next")
        told = documents_of(desk.made.id)[0]
        assert told.kind is LetterKind.NEXT_STAGE and told.officer_id is None
        assert "Two new people will look into it." in told.content["words"]
        assert "We will write our answer by Thursday 7 January." in told.content["words"]
        desk.person("withdraw")
        told = documents_of(desk.made.id)[0]
        assert told.kind is LetterKind.WITHDRAWAL and "You can start again at any time." in told.content["words"]


def test_a_letter_is_kept_as_it_was_sent_whatever_the_case_says_later(app: Flask, desk: Desk) -> None:
    with app.app_context():
        take(desk.made.id, desk.officer, "to_statutory", READ)
        (kept,) = documents_of(desk.made.id)
        assert (kept.kind, kept.language, kept.audience, kept.way) == ("taken_on", "en", "child", ContactWay.CODE_ONLY)
        assert kept.content["words"] == READ.words == messages_of(desk.made.id)[0].text["words"]
        assert kept.message_id == messages_of(desk.made.id)[0].id
        kept.way = ContactWay.EMAIL
        with pytest.raises(DBAPIError):
            db.session.commit()
        db.session.rollback()


def test_trying_a_letter_out_leaves_nothing_behind(either_app: Flask) -> None:
    with either_app.app_context():
        desk = Desk(name="Kit")
        (told,) = would_tell(lambda: take(desk.made.id, desk.officer, "to_statutory", READ))
        assert (told.kind, told.words, told.language) == (LetterKind.TAKEN_ON, READ.words, "en")
        assert desk.where[:2] == ("intake", "triage")
        assert not documents_of(desk.made.id) and not messages_of(desk.made.id)
        assert not db.session.scalars(select(Letter).where(Letter.kind == "person_news")).all()


@pytest.mark.parametrize("way", [way for way in ContactWay if way is not ContactWay.EMAIL])
def test_a_way_that_was_not_chosen_is_never_used(app: Flask, way: ContactWay) -> None:
    with app.app_context():
        made = make.case(contact_way=way.value, email="kit@home.example", phone="07700 900982", address="2 Low Road")
        handling.reply(made.id, make.officer().id, "We wrote to you.")
        assert not [one.kind for one in db.session.scalars(select(Letter)) if one.kind.startswith("person")]
        assert [one.id for one in to_print(10)] == [one.id for one in documents_of(made.id) if way is ContactWay.LETTER]


def posted(app: Flask, journey: str = "adult", **answers: str) -> Document:
    made = make.case(journey, name="Ann Lee", contact_way="letter", address="2 Low Road\nExampleton", **answers)
    handling.reply(made.id, make.officer(name="Robin Kestrel").id, "We found your file.")
    return documents_of(made.id)[0]


def test_the_post_carries_the_letter_only_if_we_may_say_who_we_are(app: Flask) -> None:
    with app.app_context():
        closed = posted(app)
        assert note_only(closed)
        note = for_the_post(closed)
        assert note.from_ == () and note.number == "" and note.paragraphs == [["There is news. Look when it is safe."]]
        assert note.to == ("Ann Lee", "2 Low Road", "Exampleton")
        assert "Example Council" not in repr(note) and "file" not in repr(note)
        open_ = posted(app, may_say_who="yes")
        paper = for_the_post(open_)
        assert paper.from_[0] == "Example Council" and "Our number for this: " in paper.number
        assert paper.paragraphs == [["We found your file."]]


def test_a_child_is_sent_no_number(app: Flask) -> None:
    with app.app_context():
        assert for_the_post(posted(app, "young_person", may_say_who="yes")).number == ""


def test_a_letter_waits_for_the_printer_until_somebody_says_it_is_printed(app: Flask) -> None:
    with app.app_context():
        waits = posted(app)
        officer = make.officer().id
        assert [one.id for one in to_print(10)] == [waits.id]
        printed(waits.id, officer)
        assert to_print(10) == [] and set(printings_of(waits.case_id)) == {waits.id}
        assert timeline_of(waits.case_id)[-1].happening is Happening.LETTER_PRINTED


@pytest.mark.parametrize("language", ["en", "ar", "pl"])
def test_a_pdf_is_tagged_and_knows_its_language(app: Flask, language: str) -> None:
    with app.app_context():
        made = make.case(language=language, name="Kit")
        handling.reply(made.id, make.officer().id, "#let x = 1 *not* markup $ @ \\")
        made_pdf = pdf_of(whole(documents_of(made.id)[0]))
        assert made_pdf.startswith(b"%PDF-1.")
        assert b"/MarkInfo" in made_pdf and b"pdfuaid" in made_pdf
        assert re.search(rb"/Lang ?\(" + language.encode() + rb"\)", made_pdf)


def test_taking_it_back_after_an_answer_is_confirmed_too(app: Flask, desk: Desk) -> None:
    visitor = b"v" * 32
    with app.app_context():
        handling.answer(desk.made.id, desk.officer, "Our answer.")
        tracking.open_visit(visitor, desk.made.id, None)
        tracking_deeds.take_back(visitor, "", "")
        assert documents_of(desk.made.id)[0].kind is LetterKind.WITHDRAWAL


def test_a_web_worker_starts_without_the_typesetter() -> None:
    code = "import sys, portal.staff.letters; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_words_in_another_language_keep_their_order_in_an_arabic_letter(app: Flask) -> None:
    with app.app_context():
        desk = Desk(language="ar")
        add(desk.made.id, desk.officer, Head(STORY, "communication"))
        assert f"\u20681. {STORY}\u2069" in composed(desk.made.case, LetterKind.TAKEN_ON)

"""The page between writing and sending a letter, letters as sent, on paper, and those that wait for the post."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.access import Role
from portal.domain.findings import Outcome
from portal.records.documents import documents_of
from portal.records.timeline import messages_of
from portal.services import handling
from portal.services.deciding import decide
from portal.services.stage_facts import Given
from portal.services.stepping import take
from tests import makers as make
from tests.application import NOON
from tests.services.desk import Desk
from tests.staff.conftest import SignIn
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def case(app: Flask, journey: str = "young_person", **answers: str) -> make.Made:
    with app.app_context():
        return make.case(journey, **{"name": "Kit", **answers})


def posted(app: Flask, words: str = "We found your file.", **answers: str) -> tuple[make.Made, int]:
    made = case(app, contact_way="letter", address="2 Low Road\nExampleton", **answers)
    with app.app_context():
        handling.reply(made.id, make.officer(name="Robin Kestrel").id, words)
        return made, documents_of(made.id)[0].id


def write(officer: Visitor, made: make.Made, words: str = "We rang your school.") -> Visitor:
    return officer.open(f"/staff/cases/{made.reference}/reply").fill({"words": words})


def test_nothing_is_sent_before_it_was_read_once_more(app: Flask, officer: Visitor) -> None:
    made = case(app)
    write(officer, made)
    assert officer.heading == "Read it once more" and "Nothing is sent yet." in officer.text
    assert officer.page.select_one("article.letter").get_text(strip=True) == "We rang your school."
    assert "We rang" not in officer.address
    with app.app_context():
        assert not messages_of(made.id)
    officer.fill(press="send")
    assert "Sent. They can read it with their code." in officer.text
    with app.app_context():
        assert len(messages_of(made.id)) == 1


def test_changing_it_loses_nothing_that_was_typed(officer: Visitor, app: Flask) -> None:
    made = case(app)
    words = 'First line.\n\nA "second" <b>line</b> & more.'
    write(officer, made, words).fill(press="change")
    assert officer.heading == "Write a message"
    assert officer.page.select_one("textarea").get_text().strip().replace("\r\n", "\n") == words
    assert "Error" not in officer.page.title.get_text()


def test_a_step_keeps_everything_through_the_preview_and_says_the_new_day(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        desk = Desk(name="Kit")
        desk.taken_on()
        made = desk.made
    manager = sign_in(Role.COMPLAINTS_MANAGER)
    page = f"/staff/cases/{made.reference}/steps/extend"
    start = manager.open(page).page.select_one("textarea[name=words]").get_text()
    assert "The new date is [[the new date]]." in start
    words = start.replace("[[the reason]]", "we wait for a report")
    manager.fill({"until": "2026-12-22", "reason": "The report.", "words": words})
    assert "The new date is Tuesday 22 December." in manager.page.select_one("article.letter").get_text()
    manager.fill(press="change")
    assert manager.form.select_one("[name=until]")["value"] == "2026-12-22"
    assert "The report." in manager.form.select_one("[name=reason]").get_text()
    manager.fill().fill(press="send")
    assert "Done: Take more time." in manager.text
    with app.app_context():
        assert "The new date is Tuesday 22 December." in messages_of(made.id)[-1].text["words"]
        assert made.case.extended


def test_the_letter_names_the_manager_who_was_picked(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        desk, kim = Desk(name="Kit"), make.officer(Role.TEAM_MANAGER, name="Kim Brook").id
        made = desk.made
    officer = sign_in()
    page = f"/staff/cases/{made.reference}/steps/to_statutory"
    start = officer.open(page).page.select_one("textarea[name=words]").get_text()
    words = start.replace("[[what the complaint is about, point by point]]", "1. Your meeting.")
    officer.fill({"handler": str(kim), "words": words})
    assert "It will be looked into by Kim." in officer.page.select_one("article.letter").get_text()
    officer.fill(press="send")
    with app.app_context():
        assert made.case.handler_id == kim


def test_an_answer_is_shown_with_its_last_day_before_it_goes(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        desk = Desk(name="Kit")
        desk.taken_on()
        made = desk.made
        decide(made.id, desk.senior, 1, {1: Outcome.UPHELD})
        words = "Here is our answer. Ask by [[the last day to ask for the next stage]]."
        take(made.id, desk.team, "draft", Given(words=words))
        desk.do(desk.manager, "check")
        desk.do(desk.senior, "sign")
    manager = sign_in(Role.TEAM_MANAGER)
    manager.open(f"/staff/cases/{made.reference}/steps/send").fill()
    assert manager.heading == "Read it once more"
    assert "Ask by Tuesday 5 January." in manager.page.select_one("article.letter").get_text()
    manager.fill(press="send")
    with app.app_context():
        assert made.case.step == "S1_responded"
        assert messages_of(made.id)[-1].text["words"] == "Here is our answer. Ask by Tuesday 5 January."


def test_what_went_wrong_meanwhile_is_told_and_nothing_typed_is_lost(app: Flask, officer: Visitor) -> None:
    made = case(app)
    officer.open(f"/staff/cases/{made.reference}/answer").fill({"words": "We agree with you."})
    with app.app_context():
        handling.answer(made.id, make.officer().id, "Somebody was quicker.")
    officer.fill(press="send")
    assert "Look at the case as it stands now" in officer.text
    with app.app_context():
        assert len(messages_of(made.id)) == 1


def test_gaps_are_told_at_the_letter_and_nothing_goes(app: Flask, officer: Visitor) -> None:
    made = case(app, "adult")
    officer.open(f"/staff/cases/{made.reference}/acknowledge").fill()
    assert "Still to be written" in officer.error_at("words")
    assert "what the complaint is about, point by point" in officer.error_at("words")
    with app.app_context():
        assert not messages_of(made.id)


@pytest.mark.parametrize(
    ("answers", "said", "closed"),
    [
        ({"contact_way": "code_only"}, "It waits for them on this site", "text message, phone, e-mail, post"),
        (
            {"contact_way": "email", "email": "kit@home.example"},
            "goes to kit@home.example",
            "text message, phone, post",
        ),
        (
            {"contact_way": "call", "phone": "07700 900982"},
            "there is news, not who you are",
            "text message, e-mail, post",
        ),
        ({"contact_way": "none"}, "asked us not to get back to them", "text message, phone, e-mail, post"),
        (
            {"contact_way": "letter", "address": "2 Low Road"},
            "It says only that there is news",
            "text message, phone, e-mail",
        ),
    ],
)
def test_the_preview_names_who_gets_it_and_the_ways_that_are_closed(
    app: Flask, officer: Visitor, answers: dict[str, str], said: str, closed: str
) -> None:
    write(officer, case(app, **answers))
    assert said in officer.text
    assert f"Not by {closed}" in officer.text and "they did not choose that." in officer.text


def test_the_letter_of_an_arabic_case_reads_from_the_right_and_has_english_beside_it(
    app: Flask, officer: Visitor
) -> None:
    made = case(app, language="ar")
    officer.open(f"/staff/cases/{made.reference}/acknowledge")
    assert "My name is Robin." in officer.page.select_one("details .letter__words").get_text()
    officer.fill()
    letter = officer.page.select_one("article.letter")
    assert (letter["lang"], letter["dir"]) == ("ar", "rtl")
    assert "مرحباً Kit" in letter.get_text()


def test_a_letter_stays_as_it_was_sent_and_comes_as_a_pdf(app: Flask, officer: Visitor) -> None:
    made, number = posted(app, may_say_who="yes")
    officer.open(f"/staff/cases/{made.reference}/letters")
    assert "We found your file." in officer.text and "Waits to be printed for the post" in officer.text
    officer.open(f"/staff/cases/{made.reference}/letters/{number}")
    assert "Example Council" in officer.text and "2 Low Road" in officer.text and "We found your file." in officer.text
    answer = officer.client.get(f"/staff/cases/{made.reference}/letters/{number}.pdf")
    assert answer.mimetype == "application/pdf" and answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=letter-{number}.pdf"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_envelope_of_who_did_not_let_us_say_who_we_are_holds_a_note(app: Flask, officer: Visitor) -> None:
    made, number = posted(app)
    page = f"/staff/cases/{made.reference}/letters/{number}"
    letter = officer.open(page).page.select_one("article.letter").get_text()
    assert "There is news. Look when it is safe." in letter
    assert "file" not in letter and "Council" not in letter
    assert "hand it over in person" in officer.open(f"{page}?whole=1").text
    assert "We found your file." in officer.page.select_one("article.letter").get_text()


def test_letters_for_the_post_are_listed_until_they_are_printed(app: Flask, officer: Visitor) -> None:
    made, number = posted(app, may_say_who="yes")
    assert "A message" in officer.open("/staff/letters-to-print").text
    officer.open(f"/staff/cases/{made.reference}/letters/{number}").fill()
    assert "Printed for the post" in officer.text
    assert "Nothing waits to be printed." in officer.open("/staff/letters-to-print").text


def test_a_letter_of_another_case_is_not_found_under_this_one(app: Flask, officer: Visitor) -> None:
    _, number = posted(app)
    other = case(app)
    assert officer.open(f"/staff/cases/{other.reference}/letters/{number}").answer.status_code == 404


def test_who_may_be_meant_sees_no_letter_of_it(app: Flask, sign_in: SignIn) -> None:
    made, number = posted(app, do_not_tell="Pat Wren")
    pat = sign_in(Role.COMPLAINTS_OFFICER, name="Pat Wren")
    assert "A message" not in pat.open("/staff/letters-to-print").text
    for page in ("letters", f"letters/{number}", f"letters/{number}.pdf"):
        assert pat.client.get(f"/staff/cases/{made.reference}/{page}").status_code == 404

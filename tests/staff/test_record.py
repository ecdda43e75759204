"""Writing down what came by phone, on paper or in person."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.journeys import JOURNEYS
from portal.extensions import db
from portal.records.cases import Case
from portal.records.equality import EqualityOffer
from portal.records.timeline import timeline_of
from tests.application import NOON
from tests.visitor import Visitor

KINDS = {
    "young-person": "young_person",
    "care-leaver": "young_person",
    "pictures": "easy",
    "adult": "adult",
    "for-child": "for_child",
    "kind-words": "kind_words",
}


@pytest.fixture(autouse=True)
def _on_a_thursday(at) -> None:
    at(NOON)


def only_case(app: Flask) -> Case:
    return db.session.scalars(select(Case)).one()


def post(officer: Visitor, kind: str, **typed: str) -> Visitor:
    page = f"/staff/record/{kind}"
    officer.open(page)
    came = {"method": "letter", "point": "mp", "received_on": "2026-11-30", "written_in": "en", "do": "keep"}
    return officer._see(officer.client.post(page, data=dict(officer.filled()) | came | typed), page)


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_of_the_journey_is_on_the_form_once_and_only_the_story_is_needed(
    app: Flask, officer: Visitor, kind: str
) -> None:
    officer.open(f"/staff/record/{kind}")
    help_only = {q.key for page in JOURNEYS[KINDS[kind]].pages if page.layout == "help" for q in page.questions}
    extra = {q.key for page in JOURNEYS[KINDS[kind]].extra_pages for q in page.questions}
    asked = {q.key for page in JOURNEYS[KINDS[kind]].pages for q in page.questions} - help_only
    names = {str(control["name"]).partition("-")[0] for control in officer.form.select("[name]")}
    assert asked <= names and not (extra - asked) & names
    assert "equality" not in officer.text.lower()
    post(officer, kind, story="She rang and told us.")
    assert officer.heading.startswith("Recorded as")
    with app.app_context():
        case = only_case(app)
        assert (case.method.value, case.point.value, case.received_on.isoformat()) == ("letter", "mp", "2026-11-30")
        assert case.ack_due_on.isoformat() == "2026-12-02"
        assert case.code_hash is None and case.contact.way.value == "code_only"
        line = timeline_of(case.id)[0]
        assert line.side.value == "team" and line.effective_on.isoformat() == "2026-11-30"


def test_a_story_has_to_be_there_and_everything_else_typed_stays(app: Flask, officer: Visitor) -> None:
    post(officer, "adult", story=" ", name="Ann Lee", written_in="pl")
    assert "Write what happened" in officer.error_at("story")
    assert officer.page.select_one("#name")["value"] == "Ann Lee"
    assert officer.page.select_one("#written_in option[selected]")["value"] == "pl"


def test_a_child_who_pointed_at_a_picture_has_told_enough(app: Flask, officer: Visitor) -> None:
    post(officer, "pictures")
    assert "Write what happened" in officer.error_at("story")
    assert officer.page.select("svg.picture") == [], "the words are enough for staff"
    post(officer, "pictures", feelings="scared", helper="carer", contact_way="teacher", trusted_name="Mrs Khan")
    assert officer.heading.startswith("Recorded as")
    with app.app_context():
        case = only_case(app)
        assert case.hear_alone and case.contact.way.value == "trusted"


@pytest.mark.parametrize("day", ["2026-12-04", "2014-12-31", "yesterday", "", "0001-01-01"])
def test_a_day_on_which_nothing_can_have_come_is_refused(app: Flask, officer: Visitor, day: str) -> None:
    post(officer, "adult", story="Something.", received_on=day)
    assert "cannot lie ahead" in officer.error_at("received_on")


@pytest.mark.parametrize(("field", "typed"), [("email", "nonsense"), ("phone", "12"), ("method", "pigeon")])
def test_what_cannot_be_read_is_told_at_its_field(app: Flask, officer: Visitor, field: str, typed: str) -> None:
    post(officer, "adult", story="Something.", **{field: typed})
    assert officer.page.select_one(f".govuk-error-summary a[href='#{field}']") is not None


def test_nothing_an_officer_typed_is_dropped(app: Flask, officer: Visitor) -> None:
    post(officer, "young-person", story="Words.", named_person="Kelly", email="jay@home.example", code_word="penguin")
    with app.app_context():
        case = only_case(app)
        assert case.told.answers["named_person"] == "Kelly"
        assert case.contact.details["email"] == "jay@home.example" and case.contact.way.value == "code_only"


def test_a_number_and_code_are_made_to_hand_over_if_asked_for(app: Flask, officer: Visitor) -> None:
    post(officer, "care-leaver", story="Words.", with_code="y")
    assert len(officer.page.select(".receipt__words li")) == 5
    with app.app_context():
        assert only_case(app).code_hash is not None


def test_what_goes_on_paper_is_in_their_language(app: Flask, officer: Visitor) -> None:
    post(officer, "young-person", story="Words.", with_code="y", written_in="pl")
    paper = officer.page.select_one("div[lang=pl]")
    assert paper and "Twój numer" in paper.get_text() and "Your number" not in officer.text
    assert "/pl/f" in officer.text and "Print this and hand it over" in officer.text


@pytest.mark.parametrize(("kind", "path"), [("young-person", "/en/f"), ("adult", "/en/fa")])
def test_their_paper_invites_them_to_the_questions_about_themselves(
    app: Flask, officer: Visitor, kind: str, path: str
) -> None:
    post(officer, kind, story="Words.", with_code="y")
    assert path in officer.text and officer.page.select("svg.square")
    said = officer.text.partition("The code for these questions: ")[2].split()[0]
    child = Visitor(app).open(f"{path}?k={said}")
    assert child.fill().heading == "How old are you?"
    with app.app_context():
        assert [one.receipts for one in db.session.scalars(select(EqualityOffer))] == [1]


def test_who_gets_no_paper_or_speaks_for_another_is_not_invited(app: Flask, officer: Visitor) -> None:
    post(officer, "young-person", story="Words.")
    assert "The code for these questions" not in officer.text
    post(officer, "for-child", story="Words.", with_code="y")
    assert "The code for these questions" not in officer.text
    with app.app_context():
        assert db.session.scalars(select(EqualityOffer)).all() == []


def test_another_child_is_added_without_losing_what_was_typed(app: Flask, officer: Visitor) -> None:
    post(officer, "adult", do="add", story="Words.")
    assert officer.page.select_one("#children-1-first_name") is not None
    assert "Words." in officer.page.select_one("#story").get_text()
    with app.app_context():
        assert db.session.scalars(select(Case)).first() is None


def test_the_forms_are_offered_by_who_complained(officer: Visitor) -> None:
    officer.open("/staff/record")
    links = [link["href"] for link in officer.page.select("main a")]
    assert links == [f"/staff/record/{kind}" for kind in KINDS]
    assert officer.open("/staff/record/nobody").answer.status_code == 404


def test_it_is_sent_in_the_language_they_used(app: Flask, officer: Visitor) -> None:
    post(officer, "young-person", story="Słowa.", written_in="pl")
    with app.app_context():
        assert only_case(app).language == "pl"

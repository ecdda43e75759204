"""Questions about whoever answers: counted as offered, kept once and apart from the case, printed in the report."""

from __future__ import annotations

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from portal.domain.tables.report import report
from portal.domain.words import Audience
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.cases import Case
from portal.records.drafts import Draft, draft_of
from portal.records.equality import EqualityAnswer
from portal.records.facts import Kept
from portal.services import drafting
from portal.services.answering_about_oneself import answer, count_offer, language_named, receipt_for
from portal.services.submitting import submit
from portal.services.transactions import writing
from tests.services.desk import MONDAY
from tests.services.test_accounting import kept

VISITOR = b"v" * 32
SAID = {
    "age_band": "10_14", "sex": "another", "disabled": "yes", "impairments": ["vision", "hearing"],
    "ethnic_group": "white", "ethnicity_white": "white_roma", "religion": "prefer_not_to_say",
    "main_language": "polski",
}  # fmt: skip


def sent(journey: str = "young_person", visitor: bytes = VISITOR) -> Draft:
    """A complaint this visitor has just sent."""
    told = {"story": "They moved it.", "contact_way": "code_only", "name": "Sam"}
    drafting.keep(drafting.Writer(visitor, journey), told)
    found = draft_of(visitor, journey)
    assert found is not None
    submit(found.id, "network")
    return found


def said(journey: str = "about_a_child", visitor: bytes = VISITOR, **answers: object) -> int:
    """The answers of this visitor, ready to send."""
    return drafting.keep(drafting.Writer(visitor, journey), {**SAID, **answers}).id  # type: ignore[dict-item]


def test_answers_are_kept_without_case_day_or_visitor_and_only_once(either_app: Flask) -> None:
    with either_app.app_context(), time_machine.travel(MONDAY, tick=False):
        sent()
        assert answer(said()) and draft_of(VISITOR, "about_a_child") is None
        (row,) = kept("monitoring")
        assert {name: value for name, value in row.items() if name != "number"} == {
            "year": "2026-27", "quarter": 3, "audience": "child", "language": "en", "age_band": "10_14",
            "sex": "not_recorded", "gender_same_as_registered": "not_asked", "ethnicity": "white_roma",
            "religion": "prefer_not_to_say", "disabled": "yes", "impairments": ("hearing", "vision"),
            "orientation": "not_asked", "main_language": "Polish", "reference": None,
        }  # fmt: skip
        assert not answer(said(age_band="18_over")), "a receipt is good for one answer"
        assert len(kept("monitoring")) == 1
        assert receipt_for(VISITOR, "about_a_child") is None


def test_the_complaint_is_named_only_where_the_person_ticked_that_it_may_be(app: Flask) -> None:
    with app.app_context():
        sent("adult")
        answer(said("about_an_adult", link=["yes"], orientation="bisexual"))
        (row,) = kept("monitoring")
        assert row["reference"] == db.session.scalar(select(Case.reference))
        assert (row["audience"], row["orientation"], row["gender_same_as_registered"]) == (
            "adult", "bisexual", "not_recorded",
        )  # fmt: skip


@pytest.mark.parametrize(("journey", "asked"), [("", "about_a_child"), ("young_person", "about_an_adult")])
def test_nothing_is_kept_where_no_receipt_came_before(app: Flask, journey: str, asked: str) -> None:
    with app.app_context():
        if journey:
            sent(journey)
        assert not answer(said(asked))
        assert db.session.scalar(select(func.count()).select_from(EqualityAnswer)) == 0


def test_blanks_are_not_recorded_and_are_neither_refusals_nor_unasked(app: Flask) -> None:
    with app.app_context():
        sent()
        blank = dict.fromkeys(("age_band", "sex", "disabled", "ethnic_group", "religion", "main_language"), "")
        answer(said(**blank))
        (row,) = kept("monitoring")
        assert {row[name] for name in ("age_band", "sex", "disabled", "ethnicity", "religion")} == {"not_recorded"}
        assert (row["impairments"], row["main_language"]) == (None, None)


def test_the_report_says_how_many_were_offered_and_answered(app: Flask) -> None:
    with app.app_context(), time_machine.travel(MONDAY, tick=False):
        for number in range(3):
            sent(visitor=bytes([number]) * 32)
        answer(said(visitor=bytes([1]) * 32))
        kept("monitoring")
        made = report(app.extensions["portal.authority"], Kept(), ReportingYear(2026), MONDAY.date())
        tables = {table.id: table for table in made.tables}
        assert [(row.code, row.values[0]) for row in tables["monitoring-responses"].rows] == [
            ("offered", 3), ("answered", 1),
        ]  # fmt: skip
        assert [row.values for row in tables["monitoring-language"].rows if row.label == "Polish"] == [(1, 0)]


def test_offers_of_a_year_are_counted_by_quarter_and_audience(app: Flask) -> None:
    with app.app_context():
        for day in ("2026-04-01", "2026-06-30", "2027-03-31", "2027-04-01"):
            with time_machine.travel(day, tick=False), writing():
                count_offer(Audience.CHILD)
        assert [(row["year"], row["value"]) for row in kept("activity")] == [("2026-27", 3), ("2027-28", 1)]


@pytest.mark.parametrize(
    ("typed", "page", "name"),
    [
        ("Polish", "en", "Polish"), (" polski ", "en", "Polish"), ("الإنجليزية", "ar", "English"),
        ("English", "pl", "English"), ("Sam Jones, 4 High Street", "en", "other"), ("", "en", None),
    ],
)  # fmt: skip
def test_a_language_is_known_by_any_of_its_names_and_nothing_else_is_kept(
    typed: str, page: str, name: str | None
) -> None:
    assert language_named(typed, page) == name

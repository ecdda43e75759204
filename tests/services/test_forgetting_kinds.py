"""Whatever kind of case it is, and however far it went, all of it goes at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.access import Role
from portal.domain.children import CareStatus, Relationship
from portal.domain.compliments import PraiseFor, Source
from portal.domain.dataset.files import FILES
from portal.domain.words import Audience, Kind, State
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.advocacy import AdvocacyRequest
from portal.records.compliments import Compliment
from portal.records.dataset import rows_in
from portal.records.reports import Report
from portal.records.retention import Disposal
from portal.records.speakers import Speaker
from portal.services import (
    alerting,
    case_files,
    forgetting,
    praising,
    retaining,
    speaking_for,
    tracking,
    writing_report,
)
from portal.services.accounting import bring_up_to_date
from portal.services.children_in_case import Child, same_child, write_child
from portal.services.keeping_files import InMemory
from portal.services.printing import FORMATS
from portal.services.reporting import make_report
from tests import makers as make
from tests import samples
from tests.services import outsiders
from tests.services.test_forgetting import STAYS, _naming_cases, _rows

Set = Callable[[datetime], None]
THEN = datetime(2026, 12, 3, 10, tzinfo=UTC)
LATER = datetime(2052, 12, 4, 2, tzinfo=UTC)
YEAR = ReportingYear(2026)


def papers(officer: int) -> make.Made:
    """A complaint that went to a panel."""
    made = outsiders.papers(officer, date(2027, 1, 11))
    assert db.session.scalars(select(Report).where(Report.case_id == made.id)).all()
    return made


def spoken(officer: int) -> make.Made:
    """A complaint that somebody sent for a child, with an agreement and a file beside a message."""
    made = make.case("for_child", speaker_name="Jo", permitted=["worker"], own_view="I saw it.")
    assert db.session.scalars(select(Speaker)).all()
    assert case_files.add_papers(made.id, officer, [InMemory("photo.jpg", samples.jpeg())]) == []
    tracking.open_visit(secrets.token_bytes(32), made.id, None)
    return made


def advocate(officer: int) -> make.Made:
    """A case whose person asked for an advocate and for a call."""
    made = make.case()
    speaking_for.ask_provider(made.id, officer)
    alert = alerting.ask_for_call(None, phone="07700 900982", safe="", audience=Audience.CHILD, language="en")
    with make.doctored():
        db.session.get_one(type(alert), alert.id).case_id = made.id
        db.session.execute(update(AdvocacyRequest).values(over_on=THEN.date()))
    return made


def praise(officer: int) -> make.Made:
    """Kind words that stand in a report."""
    made = make.case("kind_words", kind=Kind.COMPLIMENT, story="Jo was kind.", name="Ann Lee")
    described = praising.Praise(Source.PARENT_CARER, [PraiseFor.CHILD_FOCUS], "fostering", "Jo Fox", "So kind.", True)
    praising.describe(made.id, officer, described)
    number = db.session.scalars(select(Compliment.id)).one()
    writing_report.choose_quotes(YEAR, officer, {number}, {number})
    return made


def printed() -> list[object]:
    """The report as data and as a page, with the words that stand in it."""
    return [FORMATS[form][0](make_report(YEAR)) for form in ("json", "html")]


@pytest.mark.parametrize("kind", [papers, spoken, advocate, praise])
def test_all_of_it_goes_and_the_report_prints_as_it_did(
    either_app: Flask, at: Set, kind: Callable[[int], make.Made]
) -> None:
    at(THEN)
    with either_app.app_context():
        people = [make.officer(role).id for role in (Role.COMPLAINTS_MANAGER, Role.DATA_PROTECTION_OFFICER)]
        made = kind(people[0])
        with make.doctored():
            made.case.state, made.case.withdrawn_on = State.WITHDRAWN, THEN.date()
        bring_up_to_date()
        at(LATER)
        before = printed()
        retaining.propose(LATER.date())
        number = db.session.scalars(select(Disposal.id)).one()
        for officer in people:
            retaining.agree(number, officer)
        assert forgetting.let_go_agreed(LATER.date()) == [number]
        assert printed() == before
        left = {table.name for table, column in _naming_cases() if _rows(table, column, made.id)}
        assert left <= STAYS | ({"compliments"} if kind is praise else set())
        if kind is praise:
            assert db.session.scalars(select(Compliment)).one().texts == {"worker": "", "quote": "So kind."}
            assert "So kind." in str(before)


def keys() -> set[str]:
    """The keys of the children in the dataset."""
    bring_up_to_date()
    return {str(row["child"]) for row in rows_in(FILES["children"])}


def test_a_child_in_two_cases_stays_one_and_is_somebody_else_when_both_are_gone(either_app: Flask, at: Set) -> None:
    at(THEN)
    with either_app.app_context():
        people = [make.officer(role).id for role in (Role.COMPLAINTS_MANAGER, Role.DATA_PROTECTION_OFFICER)]
        first, second = make.case(), make.case()
        child = Child(next(iter(Relationship)), next(iter(CareStatus)), names={"first_name": "Ann"}, age=17)
        for made in (first, second):
            write_child(made.id, people[0], child)
        same_child(second.id, people[0], 1, first.case, 1)
        (key,) = keys()
        for made, same in ((first, True), (second, False)):
            at(THEN)
            with make.doctored():
                made.case.state, made.case.withdrawn_on = State.WITHDRAWN, THEN.date()
            at(LATER)
            retaining.propose(LATER.date())
            number = db.session.scalars(select(Disposal.id).where(Disposal.done_at.is_(None))).one()
            for officer in people:
                retaining.agree(number, officer)
            assert forgetting.let_go_agreed(LATER.date()) == [number]
            (left,) = keys()
            assert (left == key) is same, "while the other case is here it has to be one child"

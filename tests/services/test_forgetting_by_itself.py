"""What nobody decides about goes on its day and not before, and never where somebody said that it must be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from flask import Flask
from sqlalchemy import func, select, update

from portal.domain.access import Role
from portal.domain.files import Scan
from portal.domain.words import Kind, State
from portal.extensions import db
from portal.records.equality import EqualityAnswer
from portal.records.files import File, FilePiece
from portal.services import case_files, retaining
from portal.services.accounting import bring_up_to_date
from portal.services.forgetting_by_itself import Gone, forget_by_itself
from portal.services.keeping_files import InMemory
from tests import makers as make
from tests import samples

Set = Callable[[datetime], None]
NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)


def went(now: datetime) -> tuple[int, int, int]:
    gone: Gone = forget_by_itself(now)
    return gone.files, gone.names, gone.links


def pieces() -> int:
    return db.session.scalar(select(func.count()).select_from(FilePiece)) or 0


def test_a_file_with_a_virus_loses_its_content_after_a_week_and_is_still_told_of(either_app: Flask, at: Set) -> None:
    at(NOON)
    with either_app.app_context():
        officer, made, kept = make.officer(Role.COMPLAINTS_MANAGER).id, make.case(), make.case()
        for one in (made, kept):
            case_files.add_papers(one.id, officer, [InMemory("photo.jpg", samples.jpeg())])
        retaining.hold(kept.id, officer, "The police look at it.")
        with make.doctored():
            db.session.execute(update(File).values(scan=Scan.INFECTED))
        assert went(NOON + timedelta(days=6, hours=23)) == (0, 0, 0) and pieces() == 2
        assert went(NOON + timedelta(days=7, minutes=1)) == (1, 0, 0) and pieces() == 1
        assert went(NOON + timedelta(days=8)) == (0, 0, 0)
        assert [file.own_name() for file in db.session.scalars(select(File))] == ["photo.jpg", "photo.jpg"]


def test_names_in_kind_words_go_a_year_after_they_were_passed_on_and_the_words_stay(either_app: Flask, at: Set) -> None:
    at(NOON)
    with either_app.app_context():
        officer = make.officer(Role.COMPLAINTS_MANAGER).id
        made = make.case("kind_words", kind=Kind.COMPLIMENT, story="Thank you.", name="Ann Lee", worker="Jo Fox")
        complaint = make.case(name="Bo Lee")
        with make.doctored():
            for one in (made, complaint):
                one.case.state, one.case.withdrawn_on = State.WITHDRAWN, NOON.date()
        assert made.case.contact.details["name"] == "Ann Lee"
        assert went(datetime(2027, 12, 2, 12, tzinfo=UTC)) == (0, 0, 0)
        retaining.hold(made.id, officer, "A court asked for it.")
        assert went(datetime(2027, 12, 3, 12, tzinfo=UTC)) == (0, 0, 0)
        retaining.lift(made.id, officer)
        assert went(datetime(2027, 12, 3, 12, tzinfo=UTC)) == (0, 1, 0)
        assert went(datetime(2027, 12, 3, 13, tzinfo=UTC)) == (0, 0, 0), "once is enough"
        assert (made.case.contact.details, made.case.contact.name_index) == ({}, None)
        assert made.case.told.answers["story"] == "Thank you."
        assert complaint.case.contact.details["name"] == "Bo Lee", "a complaint keeps its names"


def test_answers_about_oneself_no_longer_point_at_a_complaint_a_year_after_it_was_over(
    either_app: Flask, at: Set
) -> None:
    at(NOON)
    with either_app.app_context():
        made = make.case()
        with make.doctored():
            made.case.state, made.case.withdrawn_on = State.WITHDRAWN, date(2026, 12, 3)
            code = "prefer_not_to_say"
            names = ("age_band", "sex", "gender_same_as_registered", "ethnicity", "religion", "disabled", "orientation")
            answer = EqualityAnswer(year=2026, quarter=3, audience="child", language="en", reference=made.reference)
            for name in names:
                setattr(answer, name, code)
            db.session.add(answer)
        bring_up_to_date()
        assert went(datetime(2027, 12, 2, 12, tzinfo=UTC)) == (0, 0, 0)
        assert went(datetime(2027, 12, 3, 12, tzinfo=UTC)) == (0, 0, 1)
        kept = db.session.scalars(select(EqualityAnswer)).one()
        assert (kept.reference, kept.sex) == (None, code)

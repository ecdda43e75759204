"""Which cases are proposed and why, and that nothing goes while anybody says that it has to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.access import Role
from portal.domain.children import CareStatus, Relationship
from portal.domain.register_words import OmbudsmanService
from portal.domain.words import State
from portal.extensions import db
from portal.records.cases import Contact
from portal.records.registers import OmbudsmanEnquiry
from portal.records.retention import Disposal, LegalHold
from portal.services import forgetting, handling, retaining
from portal.services.case_writing import NotThere
from portal.services.children_in_case import Child, write_child
from portal.services.registering import FromOmbudsman, enter_ombudsman
from portal.services.retention_due import kept_of
from tests import makers as make
from tests.services.desk import READ, Desk

Set = Callable[[datetime], None]
THEN = datetime(2026, 12, 3, 10, tzinfo=UTC)
LATER = datetime(2036, 12, 4, 2, tzinfo=UTC)
TODAY = LATER.date()


@pytest.fixture
def people(either_app: Flask, at: Set) -> Iterator[tuple[int, int]]:
    """Two people who may let a case go, on the day on which it was made."""
    at(THEN)
    with either_app.app_context():
        yield make.officer(Role.COMPLAINTS_MANAGER).id, make.officer(Role.DATA_PROTECTION_OFFICER).id


def agreed(people: tuple[int, int]) -> int:
    """What is proposed today, once both people agreed to it."""
    retaining.propose(TODAY)
    number = db.session.scalars(select(Disposal.id)).one()
    for officer in people:
        retaining.agree(number, officer)
    return number


@pytest.fixture
def made(people: tuple[int, int]) -> make.Made:
    """What somebody of seventeen who complained about Kelly Ashworth was answered."""
    one = make.case(age="17", worker="Kelly Ashworth")
    handling.answer(one.id, people[0], "We agree.")
    return one


def test_what_has_to_be_kept_is_kept_whoever_agreed(made: make.Made, people: tuple[int, int], at: Set) -> None:
    at(LATER)
    agreed(people)
    retaining.hold(made.id, people[0], "The court asked for it.")
    assert forgetting.let_go_agreed(TODAY) == [] and retaining.propose(TODAY) == []
    retaining.lift(made.id, people[1])
    with pytest.raises(NotThere):
        retaining.lift(made.id, people[1])
    assert retaining.propose(TODAY) == [made.id], "its time has come, so it is proposed anew"
    assert forgetting.let_go_agreed(TODAY) == [], "both have to agree anew"


def test_a_hold_that_was_there_when_they_agreed_counts_all_the_same(
    people: tuple[int, int], made: make.Made, at: Set
) -> None:
    at(LATER)
    agreed(people)
    with make.doctored():
        row = LegalHold(case_id=made.id, since=LATER, officer_id=people[0])
        row.why = "The police."
        db.session.add(row)
    assert forgetting.let_go_agreed(TODAY) == []


def test_what_somebody_opened_again_is_taken_from_the_list(made: make.Made, people: tuple[int, int], at: Set) -> None:
    at(LATER)
    agreed(people)
    with make.doctored():
        made.case.state = State.ACCEPTED
    assert forgetting.let_go_agreed(TODAY) == []
    assert retaining.sweep(TODAY) == 1 and db.session.scalars(select(Disposal)).all() == []


def test_an_agreement_can_be_taken_back(made: make.Made, people: tuple[int, int], at: Set) -> None:
    at(LATER)
    number = agreed(people)
    retaining.take_back(number, people[0])
    row = db.session.get_one(Disposal, number)
    assert (row.first_by, row.second_by) == (people[1], None)
    assert forgetting.let_go_agreed(TODAY) == []


def test_whom_it_may_be_about_can_neither_let_it_go_nor_keep_it(
    made: make.Made, people: tuple[int, int], at: Set
) -> None:
    kelly = make.officer(Role.COMPLAINTS_MANAGER, name="Kelly Ashworth").id
    at(LATER)
    retaining.propose(TODAY)
    number = db.session.scalars(select(Disposal.id)).one()
    with pytest.raises(NotThere):
        retaining.agree(number, kelly)
    with pytest.raises(NotThere):
        retaining.hold(made.id, kelly, "I want it to stay.")


def test_nothing_is_proposed_a_day_too_early_nor_while_it_is_open(people: tuple[int, int], at: Set) -> None:
    made = make.case(age="17")
    handling.answer(made.id, people[0], "We agree.")
    still_open = make.case(age="17")
    at(datetime(2036, 12, 2, 12, tzinfo=UTC))
    assert retaining.propose(date(2036, 12, 2)) == []
    assert retaining.propose(date(2036, 12, 3)) == [made.id]
    assert "Nobody closed it" in db.session.scalars(select(Disposal.why)).one()
    assert still_open.case.state is State.RECEIVED


def until(made: make.Made) -> date:
    due = kept_of(made.case)
    assert due is not None
    return due.kept.until


def test_the_youngest_child_that_was_written_down_counts_and_one_of_unknown_age_most(
    people: tuple[int, int], made: make.Made
) -> None:
    for age, expected in ((16, date(2036, 12, 3)), (9, date(2042, 12, 3)), (None, date(2051, 12, 3))):
        write_child(made.id, people[0], Child(next(iter(Relationship)), next(iter(CareStatus)), age=age))
        assert until(made) == expected


def test_an_age_that_cannot_be_read_any_more_keeps_it_longest_and_stops_nothing(made: make.Made) -> None:
    assert until(made) == date(2036, 12, 3)
    with make.doctored():
        db.session.execute(update(Contact).values(body=b"lost"))
    assert until(made) == date(2051, 12, 3)


def test_what_the_ombudsman_looks_at_waits_for_its_end_and_ten_years_more(
    people: tuple[int, int], made: make.Made, at: Set
) -> None:
    found = FromOmbudsman(THEN.date(), date(2027, 1, 4), next(iter(OmbudsmanService)), {"about": "It."})
    enter_ombudsman(people[0], found, made.id)
    assert kept_of(made.case) is None, "it is still open"
    with make.doctored():
        db.session.execute(update(OmbudsmanEnquiry).values(open=False, decided_on=date(2028, 2, 1)))
    assert until(made) == date(2038, 2, 1)


def test_what_was_closed_counts_from_the_day_it_was_closed(app: Flask, at: Set) -> None:
    at(THEN)
    with app.app_context():
        desk = Desk(age="17")
        desk.taken_on()
        desk.answered()
        at(datetime(2027, 2, 1, 12, tzinfo=UTC))
        desk.do(desk.officer, "close", READ.reason)
        due = kept_of(desk.made.case)
        assert due is not None and due.kept.until == date(2037, 2, 1)
        assert due.kept.why == "Statutory complaint: kept for 10 years after it was closed on 1 February 2027."

"""Cases whose time is over: one that waits for somebody to agree, one that has to be kept, one that is gone."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from portal import clock
from portal.domain.access import Role
from portal.domain.words import State
from portal.extensions import db
from portal.records.retention import Disposal
from portal.services import forgetting, retaining
from portal.services.accounting import bring_up_to_date
from tests import makers as make

WHEN = date(2015, 5, 1)


def over(**answers: str) -> make.Made:
    """A complaint of 2015 from somebody of seventeen, who took it back."""
    made = make.case(received=WHEN, age="17", **answers)
    with make.doctored():
        made.case.state, made.case.withdrawn_on = State.WITHDRAWN, WHEN
    return made


def some_of_each(officer_id: int) -> tuple[make.Made, make.Made, make.Made]:
    """One that waits, one that has to be kept, and one that is gone, with the certificate of the number 1."""
    gone = over(story="My key was lost.")
    bring_up_to_date()
    retaining.propose(clock.today())
    number = db.session.scalars(select(Disposal.id)).one()
    for one in (officer_id, make.officer(Role.DATA_PROTECTION_OFFICER).id):
        retaining.agree(number, one)
    assert forgetting.let_go_agreed(clock.today()) == [number]
    waiting, kept = over(story="It was cold."), over(story="I was moved.")
    retaining.hold(kept.id, officer_id, "A court asked for it.")
    retaining.propose(clock.today())
    return waiting, kept, gone

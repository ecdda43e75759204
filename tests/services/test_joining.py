"""Putting a case together with another one of the same person, and never of anybody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from flask import Flask

from portal.domain.words import Happening, State
from portal.records.concerns import links_of
from portal.records.timeline import messages_of, timeline_of
from portal.services.case_writing import NotLikeThis
from portal.services.joining import join, may_be_same
from portal.services.stepping import take
from tests import makers as make
from tests.services.desk import MONDAY, READ, Desk


@pytest.fixture
def desk(app: Flask, at: Callable[[datetime], None]) -> Iterator[Desk]:
    at(MONDAY)
    with app.app_context():
        yield Desk()


def test_two_cases_of_the_same_person_are_put_together_and_the_number_is_told(desk: Desk) -> None:
    kept, again = (make.case(name="Ann", contact_way="email", email="ann@home.example") for _ in range(2))
    number = f"{kept.reference[:4]}-{kept.reference[4:]}"
    with pytest.raises(NotLikeThis, match=f"Tell them which number to use from now on: {number}"):
        join(again.id, desk.manager, kept.id, "The same visit.", "We put the two together.")
    join(again.id, desk.manager, kept.id, "The same visit.", f"From now on use {number}.")
    assert again.case.step == "merged" and again.case.state is State.CLOSED
    assert len(links_of(kept.id)) == 1
    assert number in messages_of(again.id)[-1].text["words"]
    assert timeline_of(kept.id)[-1].happening is Happening.CASES_LINKED


def test_cases_of_different_people_are_never_put_together(desk: Desk) -> None:
    ann, ben = make.case(name="Ann"), make.case(name="Ben")
    assert may_be_same(ann.case, ben.case) is False
    with pytest.raises(NotLikeThis, match="came from different people"):
        join(ann.id, desk.manager, ben.id, "The same visit.", "Use the other number.")
    with pytest.raises(NotLikeThis, match="this case itself"):
        join(ann.id, desk.manager, ann.id, "The same visit.", "Use the other number.")


def test_nothing_is_put_into_a_case_that_is_over(desk: Desk) -> None:
    gone, new, third = make.case(), make.case(), make.case()
    take(gone.id, desk.officer, "withdraw", READ)
    with pytest.raises(NotLikeThis, match="was taken back"):
        join(new.id, desk.manager, gone.id, "The same visit.", "Use the other number.")
    join(new.id, desk.manager, third.id, "Same.", f"Use {third.reference[:4]}-{third.reference[4:]}.")
    with pytest.raises(NotLikeThis, match="itself put together"):
        join(third.id, desk.manager, new.id, "Same.", "Use the other number.")

"""Somebody who has a case, and what became of it: fixtures for the tests of the tracking pages."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.words import Happening, State
from portal.extensions import db
from portal.records.letters import Letter
from portal.records.timeline import TimelineLine
from tests import makers as make
from tests.visitor import Visitor

STORY = "The secret thing that happened to me."
NO_MATCH = "That number and code do not match."


@pytest.fixture
def made(app: Flask) -> make.Made:
    with app.app_context():
        return make.case(story=STORY, do_not_tell="Uncle Bob")


@pytest.fixture
def officer_id(app: Flask) -> int:
    with app.app_context():
        return make.officer(name="Robin Kestrel").id


@pytest.fixture
def inside(app: Flask, made: make.Made) -> Visitor:
    """Somebody who has opened their case."""
    return opened(app, made)


def opened(app: Flask, made: make.Made) -> Visitor:
    return Visitor(app).open("/en/t").fill({"number": made.reference, "code": made.code})


def letters(app: Flask, made: make.Made) -> list[str]:
    with app.app_context():
        kinds = db.session.scalars(select(Letter.kind).where(Letter.case_id == made.id).order_by(Letter.id))
        return list(dict.fromkeys(kinds))  # one line for each kind, however many read it


def happened(app: Flask, made: make.Made) -> list[Happening]:
    with app.app_context():
        lines = select(TimelineLine.happening).where(TimelineLine.case_id == made.id).order_by(TimelineLine.id)
        return list(db.session.scalars(lines))


def state(app: Flask, made: make.Made) -> State:
    with app.app_context():
        return made.case.state

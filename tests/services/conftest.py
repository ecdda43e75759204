"""Fixtures for what services do."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.services.desk import MONDAY, Desk, Set
from tests.services.post_office import PostOffice
from tests.services.two_keys import filled


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    """A mail server that takes everything until it is told otherwise."""
    with PostOffice().open() as office:
        yield office


@pytest.fixture
def desk(app: Flask, at: Set) -> Desk:
    """A desk on a Monday morning, with a complaint that has just come."""
    at(MONDAY)
    with app.app_context():
        return Desk()


@pytest.fixture
def kept(either_app: Flask) -> Iterator[Flask]:
    """An application on each engine in turn, in which the first key made something of every sort."""
    yield from filled(either_app)

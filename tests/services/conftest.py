"""Fixtures for what services do."""

from collections.abc import Iterator

import pytest

from tests.services.post_office import PostOffice


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    """A mail server that takes everything until it is told otherwise."""
    with PostOffice().open() as office:
        yield office

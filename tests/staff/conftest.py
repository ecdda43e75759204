"""A browser in which an officer has signed in, and a visitor who uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.access import Role
from tests import makers as make
from tests.visitor import Visitor

SignIn = Callable[..., Visitor]


@pytest.fixture
def sign_in(app: Flask) -> SignIn:
    """`sign_in(Role.TEAM_MANAGER, name="Jo Smith")`: an officer with these roles, signed in, every page checked."""

    def signed_in(*roles: Role, name: str = "") -> Visitor:
        with app.app_context():
            officer_id = make.officer(*roles, name=name).id
        officer = Visitor(app)
        make.signed_in(app, officer_id, officer.client)
        return officer

    return signed_in


@pytest.fixture
def officer(sign_in: SignIn) -> Visitor:
    """A complaints officer who has signed in."""
    return sign_in()


@pytest.fixture
def manager(sign_in: SignIn) -> Visitor:
    """A complaints manager who has signed in."""
    return sign_in(Role.COMPLAINTS_MANAGER, name="Amara Osei")

"""Every route says who may use it, and no address of the public site can carry a secret."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal import config
from portal.app import create_app
from portal.web.doors import Door, RouteWithoutDoor, check_doors, door, door_of

#: What an address of the public site may be filled with: none of it tells whose complaint it is.
HARMLESS = {"lang", "slug", "address", "token", "number"}
"""The language, a page of a form, a static file, and two that are no page: a photo beside a form, a paper to save."""
STAFF = "/staff"


@pytest.fixture
def whole(tmp_path: Path) -> Flask:
    """The application with both sites, as a developer runs it."""
    return create_app(config.read({"PORTAL_INSTANCE": str(tmp_path)}))


def _rules(app: Flask) -> list[Rule]:
    return list(app.url_map.iter_rules())


def test_every_route_has_a_door(whole: Flask) -> None:
    assert [rule.rule for rule in _rules(whole) if door_of(whole, rule.endpoint) is None] == []
    assert len(_rules(whole)) > 20


def test_the_portal_does_not_start_with_a_route_without_a_door(whole: Flask) -> None:
    whole.add_url_rule("/open", "open", lambda: "")
    with pytest.raises(RouteWithoutDoor, match="/open"):
        check_doors(whole)


def test_the_staff_site_opens_no_door_of_the_public_site(whole: Flask) -> None:
    public = {Door.ANYONE, Door.WRITER, Door.CODE_HOLDER}
    open_ones = [
        rule.rule for rule in _rules(whole) if rule.rule.startswith(STAFF) and door_of(whole, rule.endpoint) in public
    ]
    assert open_ones == []


def test_the_public_site_asks_for_nothing_but_its_own_doors(whole: Flask) -> None:
    asked = {door_of(whole, rule.endpoint) for rule in _rules(whole) if not rule.rule.startswith(STAFF)}
    assert asked <= set(Door)


def test_no_public_address_carries_a_number_or_a_code(whole: Flask) -> None:
    filled = {name for rule in _rules(whole) if not rule.rule.startswith(STAFF) for name in rule.arguments}
    assert filled - HARMLESS == set()


@pytest.mark.parametrize("site", ["public", "staff"])
def test_a_process_serves_only_the_site_it_is_told_to(site: str, tmp_path: Path) -> None:
    app = create_app(config.read({"PORTAL_INSTANCE": str(tmp_path), "PORTAL_SITES": site}))
    of_staff = [rule.rule.startswith(STAFF) for rule in _rules(app)]
    assert any(of_staff) is (site == "staff")


def test_a_door_does_not_change_what_a_view_answers() -> None:
    view: Callable[[], str] = door(Door.ANYONE)(lambda: "answer")
    assert view() == "answer"

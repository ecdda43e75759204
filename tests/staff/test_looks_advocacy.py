"""The advocacy provider's desk in Chromium: every page with a request that waits, one that is late and one in touch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal import clock
from portal.domain.access import Role
from portal.domain.advocates import Cannot, Tried
from portal.records.advocacy import open_request_of
from portal.services import advocating
from portal.services.advocating import Try
from tests import makers as make
from tests.gates.lens import nothing_wrong
from tests.staff.test_looks import MODES, wrong_in_mode

pytestmark = pytest.mark.browser

TOLD = {
    "help_with": ["meeting"], "before": "27 March", "name": "Donaudampfschifffahrtsgesellsch", "age": "14",
    "contact_way": "call", "phone": "07700 900982", "needs": ["no_tell"], "do_not_tell": "x" * 60,
}  # fmt: skip


@pytest.fixture
def filled(app: Flask) -> tuple[int, list[str]]:
    """An advocate, and the addresses of everything they can look at."""
    with app.app_context():
        advocate = make.officer(Role.ADVOCATE, name="Ola Swift").id
        with clock.pretend(clock.now() - timedelta(days=9)):
            late, over, touch = (_request() for _ in range(3))
            advocating.take_on(late, advocate, "Fern")
            advocating.note_try(late, advocate, Try(Tried.CALL, clock.today(), False, "Rang twice. " * 20))
        new = _request()
        advocating.turn_down(over, advocate, Cannot.NOBODY_FREE)
        advocating.take_on(touch, advocate)
        advocating.note_try(touch, advocate, Try(Tried.VISIT, clock.today(), True))
    pages = [f"/{number}" for number in (late, over, touch, new)]
    deeds = (f"/{late}/advocate", f"/{late}/try", f"/{late}/turn-down", f"/{new}/take-on")
    return advocate, ["/staff/account", *(f"/staff/advocacy{page}" for page in ("", *pages, *deeds))]


def _request() -> int:
    found = open_request_of(make.case("advocacy", **TOLD).id)
    assert found is not None
    return found.id


@pytest.mark.parametrize("mode", MODES)
def test_every_page_of_the_desk_keeps_the_rules_in_every_mode(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], filled: tuple[int, list[str]], mode: str
) -> None:
    nothing_wrong(wrong_in_mode(app, visit, serve(app), filled, mode))

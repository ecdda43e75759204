"""The pages beside the complaint in Chromium: safety, the registers and their entries, kind words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Page

from portal.domain.access import Role
from portal.domain.compliments import PraiseFor, Source
from portal.domain.register_words import AskedBy, MemberConsent, OmbudsmanService
from portal.domain.words import Kind
from portal.services.praising import Praise, describe
from portal.services.registering import FromMember, FromOmbudsman, enter_member, enter_ombudsman, keep_reported
from tests import makers as make
from tests.gates.lens import nothing_wrong
from tests.staff.test_looks import MODES, wrong_in_mode

pytestmark = pytest.mark.browser

ENTRIES = ("/staff/registers/member/1", "/staff/registers/ombudsman/1")
MEMBER_STEPS = ("", "/correct", "/ask_consent", "/allocate", "/escalate")
OMBUDSMAN_STEPS = ("", "/correct", "/asked", "/too_early", "/provisional", "/decided")


@pytest.fixture
def filled(app: Flask) -> tuple[int, list[str]]:
    """A complaints manager, and the addresses of the pages."""
    with app.app_context():
        manager = make.officer(Role.COMPLAINTS_MANAGER, name="Amara Osei").id
        worried = make.case(safe="no", story="x" * 60).reference
        praised = make.case(kind=Kind.COMPLIMENT)
        describe(praised.id, manager, Praise(Source.OTHER, [PraiseFor.COMMUNICATION], worker="A worker"))
        texts = {"member": "Councillor " + "A" * 40, "about": "Why was it moved? " * 8}
        enter_member(manager, FromMember(AskedBy.MP, date(2026, 11, 2), MemberConsent.NOT_CHECKED, texts))
        letter = {"their_reference": "26 001 234", "about": "A delay"}
        found = FromOmbudsman(date(2026, 11, 2), date(2026, 11, 9), OmbudsmanService.EDUCATION, letter)
        enter_ombudsman(manager, found)
        keep_reported(manager, 2025, 0)
    return manager, [
        *("/staff/safety", f"/staff/cases/{worried}/safety", f"/staff/cases/{worried}/safety/screen"),
        *(f"{ENTRIES[0]}{page}" for page in MEMBER_STEPS),
        *(f"{ENTRIES[1]}{page}" for page in OMBUDSMAN_STEPS),
        *("/staff/registers/member", "/staff/registers/ombudsman", "/staff/registers/letters"),
        *(
            f"/staff/cases/{praised.reference}{page}"
            for page in ("/compliment", "/compliment/describe", "/steps/share")
        ),
    ]


@pytest.mark.parametrize("mode", MODES)
def test_every_page_beside_the_complaint_keeps_the_rules_in_every_mode(
    app: Flask, visit: Callable[..., Page], serve: Callable[..., str], filled: tuple[int, list[str]], mode: str
) -> None:
    nothing_wrong(wrong_in_mode(app, visit, serve(app), filled, mode))

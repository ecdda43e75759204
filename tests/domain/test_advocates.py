"""What the advocacy provider learns of somebody, what the council keeps of it, and where a request stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from portal.domain.advocates import PASSED_ON, Standing, kept_of, least, reached_by, standing
from portal.domain.journeys import JOURNEYS
from portal.domain.submissions import SafeContact, freeze
from portal.domain.words import ContactWay, Method, Point

DAY = date(2026, 12, 3)
CONTACT = SafeContact(ContactWay.CALL, True, False, {"name": "Kit", "phone": "07700 900982", "worker": "Kelly"})


def test_the_provider_learns_how_to_reach_somebody_and_never_what_happened() -> None:
    told = {
        "story": "They moved it.",
        "about": ["worker"],
        "named_person": "Kelly",
        "needs": ["more_time"],
        "email": "",
    }
    assert least(told, CONTACT) == {
        "name": "Kit", "contact_way": "call", "phone": "07700 900982", "may_say_who": "yes",
        "may_leave_message": "no", "needs": ["more_time"],
    }  # fmt: skip
    assert list(least(told, CONTACT)) == [key for key in PASSED_ON if key in least(told, CONTACT)]


def test_what_the_team_changed_since_counts_and_silence_is_kept() -> None:
    now = replace(CONTACT, way=ContactWay.TEXT, may_say_who=False, may_leave_message=True)
    found = least({"phone": "0000", "contact_way": "email"}, now)
    assert (found["phone"], found["contact_way"]) == ("07700 900982", "text")
    assert (found["may_say_who"], found["may_leave_message"]) == ("no", "yes")


def test_what_was_passed_on_says_how_to_reach_them_through_whom_they_trust_too() -> None:
    found = reached_by({"contact_way": "trusted", "trusted_who": "carer", "trusted_name": "Gran", "may_say_who": "yes"})
    assert (found.way, found.may_say_who, found.may_leave_message) == (ContactWay.TRUSTED, True, False)
    assert found.details == {"trusted_who": "carer", "trusted_name": "Gran"}
    assert "trusted_who" not in reached_by({"contact_way": "call", "phone": "07700 900982"}).details


def test_of_a_request_the_council_keeps_that_it_came_and_of_a_complaint_everything() -> None:
    for journey, keeps in (("advocacy", False), ("young_person", True)):
        sent = freeze(
            JOURNEYS[journey], {"name": "Kit", "contact_way": "call", "phone": "07700 900982", "story": "Words."},
            way="full", variant="", language="ar", received_at=datetime(2026, 12, 3, 9, tzinfo=UTC), received_on=DAY,
            method=Method.ONLINE_FORM, point=Point.COMPLAINTS_TEAM,
        )  # fmt: skip
        kept = kept_of(sent)
        assert (kept == sent) is keeps
        assert (kept.language, kept.received_on, kept.journey) == ("ar", DAY, journey)
        if not keeps:
            assert kept.answers == {}
            assert kept.contact == SafeContact(ContactWay.CODE_ONLY, False, False, {})


@pytest.mark.parametrize(
    ("accepted", "in_touch", "over", "where"),
    [
        (None, None, None, Standing.WAITING), (DAY, None, None, Standing.TAKEN_ON), (DAY, DAY, None, Standing.IN_TOUCH),
        (DAY, DAY, DAY, Standing.OVER), (None, None, DAY, Standing.OVER),
    ],
)  # fmt: skip
def test_a_request_stands_where_its_last_day_says(
    accepted: date | None, in_touch: date | None, over: date | None, where: Standing
) -> None:
    assert standing(accepted, in_touch, over) is where

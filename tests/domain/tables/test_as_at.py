"""What reports count of a case as it stood on an earlier day: nothing that came later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.domain.tables.facts import Bundle, facts_of
from tests.domain.tables.test_facts import RECEIVED, case, facts, first, later, stage, whole


def test_a_case_is_as_it_was_on_the_day() -> None:
    answered = RECEIVED + timedelta(20)
    bundle = case(first(20, outcome="upheld", corrective_action="yes"), later(2, None), concerns=(
        {"outcome_1": "upheld"},), withdrawn_on=RECEIVED + timedelta(70))  # fmt: skip
    assert list(facts_of(bundle, RECEIVED - timedelta(1))) == []
    assert whole(bundle, RECEIVED)["overall"] == "open"
    day_before = answered - timedelta(1)
    assert (stage(bundle, 1, day_before)["found"], stage(bundle, 1, day_before)["corrective"]) == ("open", "not_stated")
    assert facts(bundle, "concerns", day_before)[0]["final"] == "open"
    assert facts(bundle, "concerns", answered)[0]["final"] == "upheld"
    assert (whole(bundle, answered)["overall"], whole(bundle, answered)["second"]) == ("upheld", "no")
    assert whole(bundle, RECEIVED + timedelta(60))["second"] == "taken"
    assert whole(bundle, RECEIVED + timedelta(69))["withdrawn"] is False
    assert whole(bundle, RECEIVED + timedelta(70))["overall"] == "withdrawn"


@pytest.mark.parametrize(
    ("bundle", "day", "expected"),
    [
        (case(first(20), outcome="upheld"), 19, "open"),
        (case(first(20), outcome="upheld"), 20, "upheld"),
        (case(first(20, outcome="not_upheld"), later(2, 100), outcome="upheld"), 99, "not_upheld"),
        (case(first(20), outcome="adr", closed_on=RECEIVED + timedelta(60)), 20, "adr"),
        (case(outcome="adr", closed_on=RECEIVED + timedelta(60)), 59, "open"),
        (case(outcome="withdrawn", withdrawn_on=RECEIVED + timedelta(60)), 59, "open"),
        (case(first(20), later(2, 40, declined=True), outcome="upheld"), 30, "upheld"),
    ],
)
def test_what_was_typed_for_the_whole_is_not_known_before_it_ended(bundle: Bundle, day: int, expected: str) -> None:
    assert whole(bundle, RECEIVED + timedelta(day))["overall"] == expected


def test_stage_2_was_asked_for_from_the_day_of_the_request_though_it_started_later() -> None:
    bundle = case(first(), later(2, 120, started_on=RECEIVED + timedelta(90)))
    between = whole(bundle, RECEIVED + timedelta(75))
    assert (between["second"], between["reached"]) == ("taken", 2)
    assert whole(bundle, RECEIVED + timedelta(59))["second"] == "no"

"""What the Ombudsman found stands before an officer who is about to do it again."""

from __future__ import annotations

import re

import pytest

from portal.domain.ombudsman_warnings import DECISIONS, Danger, danger_of, read_first
from portal.domain.procedures.statutory import STATUTORY
from portal.domain.stage_words import Fact


def test_every_danger_has_a_decision_with_a_council_and_a_reference() -> None:
    assert set(DECISIONS) == set(Danger)
    for decision in (one for some in DECISIONS.values() for one in some):
        assert re.fullmatch(r"\d\d \d{3} \d{3}", decision.reference)
        assert decision.sentence.startswith(f"{decision.council} ({decision.reference}): ")


def test_every_step_that_needs_the_warning_read_has_one() -> None:
    for step in STATUTORY.steps:
        if Fact.REFUSAL_WARNING_READ in step.needs:
            assert all(danger_of(step.event, state, suggested="") for state in step.start), step.label


@pytest.mark.parametrize(
    ("event", "state", "suggested", "danger"),
    [
        ("decline_next", "S2_requested", "", Danger.REFUSING_STAGE_2),
        ("decline_next", "S3_requested", "", Danger.REFUSING_STAGE_3),
        ("extend", "S2_investigating", "", Danger.DELAYING_STAGE_2),
        ("extend", "S1_open", "", None),
        ("hold", "S1_open", "", Danger.WAITING_FOR_COURT),
        ("to_corporate", "triage", "to_statutory", Danger.NOT_STATUTORY),
        ("to_ineligible", "triage", "to_statutory", Danger.NOT_STATUTORY),
        ("to_statutory", "triage", "to_statutory", None),
        ("to_corporate", "triage", "to_corporate", None),
        ("merge", "triage", "to_statutory", None),
    ],
)
def test_a_warning_belongs_to_what_is_about_to_be_done(
    event: str, state: str, suggested: str, danger: Danger | None
) -> None:
    assert danger_of(event, state, suggested=suggested) is danger


def test_stage_2_is_refused_only_after_reading_both_decisions() -> None:
    first, second = read_first(Danger.REFUSING_STAGE_2)
    assert "Manchester (22 008 976)" in first and "nothing to add" in first
    assert "Redbridge (24 010 962)" in second

"""Where each kind of representation begins, and what is promised from the day of receipt."""

from __future__ import annotations

import pytest

from portal.domain.clock_rules import ClockId
from portal.domain.procedures import TABLES, Procedure
from portal.domain.procedures.beginnings import BEGINNINGS, KIND_IN
from portal.domain.stages import start
from portal.domain.words import Kind

ACK = ClockId.ACKNOWLEDGEMENT


@pytest.mark.parametrize(
    ("kind", "procedure", "step", "clocks"),
    [
        (Kind.COMPLAINT, Procedure.INTAKE, "triage", (ACK, ClockId.ELIGIBILITY, ClockId.STAGE_1)),
        (Kind.COMMENT, Procedure.COMMENT, "received", (ACK,)),
        (Kind.COMPLIMENT, Procedure.COMPLIMENT, "received", (ACK,)),
        (Kind.ENQUIRY, Procedure.ENQUIRY, "open", (ACK, ClockId.ENQUIRY)),
        (Kind.ADVOCACY_REQUEST, Procedure.ADVOCACY, "requested", (ACK, ClockId.ADVOCACY_OFFER)),
        (Kind.MEMBER_ENQUIRY, Procedure.MEMBER, "received", (ACK, ClockId.MEMBER_ENQUIRY)),
        (Kind.SERVICE_REQUEST, Procedure.SERVICE_REQUEST, "logged", (ACK,)),
    ],
)
def test_a_kind_begins_in_its_procedure_with_its_clocks_from_the_day_of_receipt(
    kind: Kind, procedure: Procedure, step: str, clocks: tuple[ClockId, ...]
) -> None:
    found = BEGINNINGS[kind]
    assert (found.procedure, found.step) == (procedure, step)
    assert [(effect.clock, effect.from_receipt) for effect in found.clocks] == [(clock, True) for clock in clocks]
    assert found.clocks == start(*clocks, from_receipt=True)


def test_every_kind_begins_somewhere_that_exists() -> None:
    assert set(BEGINNINGS) == set(Kind)
    assert all(found.step in TABLES[found.procedure].places for found in BEGINNINGS.values())
    assert set(KIND_IN) <= set(Procedure)

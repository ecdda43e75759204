"""Where each kind of representation begins on the day it arrives, and which clocks run from that day."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portal.domain.clock_rules import ClockId
from portal.domain.procedures import Procedure
from portal.domain.stages import Effect, start
from portal.domain.words import Kind

SHARE_WITHIN = 5
"""Working days in which kind words and ideas reach the service: advice of our own, no clock (domain notes, 2.5)."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The procedure and the place in it, and the clocks that start with the day of receipt."""

    procedure: Procedure
    step: str
    clocks: tuple[Effect, ...]


def _begin(procedure: Procedure, step: str, *clocks: ClockId) -> Beginning:
    return Beginning(procedure, step, start(*clocks, from_receipt=True))


_ACK = ClockId.ACKNOWLEDGEMENT

BEGINNINGS: Mapping[Kind, Beginning] = MappingProxyType(
    {
        Kind.COMPLAINT: _begin(Procedure.INTAKE, "triage", _ACK, ClockId.ELIGIBILITY, ClockId.STAGE_1),
        Kind.COMMENT: _begin(Procedure.COMMENT, "received", _ACK),
        Kind.COMPLIMENT: _begin(Procedure.COMPLIMENT, "received", _ACK),
        Kind.ENQUIRY: _begin(Procedure.ENQUIRY, "open", _ACK, ClockId.ENQUIRY),
        Kind.ADVOCACY_REQUEST: _begin(Procedure.ADVOCACY, "requested", _ACK, ClockId.ADVOCACY_OFFER),
        Kind.MEMBER_ENQUIRY: _begin(Procedure.MEMBER, "received", _ACK, ClockId.MEMBER_ENQUIRY),
        Kind.SERVICE_REQUEST: _begin(Procedure.SERVICE_REQUEST, "logged", _ACK),
    }
)
"""Every kind lies in the inbox as new, with the day by which we say that we have it."""

KIND_IN: Mapping[Procedure, Kind] = MappingProxyType(
    {
        Procedure.STATUTORY: Kind.COMPLAINT,
        Procedure.CORPORATE: Kind.COMPLAINT,
        Procedure.INFORMAL: Kind.COMPLAINT,
        Procedure.ENQUIRY: Kind.ENQUIRY,
        Procedure.COMMENT: Kind.COMMENT,
        Procedure.COMPLIMENT: Kind.COMPLIMENT,
        Procedure.ADVOCACY: Kind.ADVOCACY_REQUEST,
        Procedure.MEMBER: Kind.MEMBER_ENQUIRY,
        Procedure.SERVICE_REQUEST: Kind.SERVICE_REQUEST,
    }
)
"""What a representation is once the desk has said how it is dealt with; elsewhere it stays what it came as."""

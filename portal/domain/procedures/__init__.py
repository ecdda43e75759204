"""Every kind of representation and what may happen to it: a transition table each (domain notes, section 2)."""

from collections.abc import Mapping
from types import MappingProxyType

from portal.domain.procedures.aside import ADVOCACY, ALTERNATIVE_ROUTE, INELIGIBLE, SAFEGUARDING
from portal.domain.procedures.corporate import CORPORATE
from portal.domain.procedures.intake import INTAKE
from portal.domain.procedures.lighter import COMMENT, COMPLIMENT, ENQUIRY, INFORMAL, SERVICE_REQUEST
from portal.domain.procedures.registers import MEMBER, OMBUDSMAN
from portal.domain.procedures.statutory import STATUTORY
from portal.domain.stages import Table
from portal.domain.words import Worded


class Procedure(Worded):
    """How a representation is dealt with."""

    INTAKE = "intake", INTAKE.label
    STATUTORY = "statutory", STATUTORY.label
    CORPORATE = "corporate", CORPORATE.label
    INFORMAL = "informal", INFORMAL.label
    ENQUIRY = "enquiry", ENQUIRY.label
    COMMENT = "comment", COMMENT.label
    COMPLIMENT = "compliment", COMPLIMENT.label
    ADVOCACY = "advocacy", ADVOCACY.label
    SAFEGUARDING = "safeguarding", SAFEGUARDING.label
    INELIGIBLE = "ineligible", INELIGIBLE.label
    ALTERNATIVE_ROUTE = "alternative_route", ALTERNATIVE_ROUTE.label
    MEMBER = "member", MEMBER.label
    OMBUDSMAN = "ombudsman", OMBUDSMAN.label
    SERVICE_REQUEST = "service_request", SERVICE_REQUEST.label


TABLES: Mapping[Procedure, Table] = MappingProxyType(
    {
        Procedure(table.code): table
        for table in (
            INTAKE, STATUTORY, CORPORATE, INFORMAL, ENQUIRY, COMMENT, COMPLIMENT, ADVOCACY, SAFEGUARDING, INELIGIBLE,
            ALTERNATIVE_ROUTE, MEMBER, OMBUDSMAN, SERVICE_REQUEST,
        )
    }
)  # fmt: skip
"""The table of each procedure."""

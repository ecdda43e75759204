"""What the roles of the staff site are to a procedure."""

from collections.abc import Mapping

from portal.domain.access import Role, roles_of
from portal.domain.independence import Capacity
from portal.domain.stage_words import Who
from portal.extensions import db
from portal.records.officers import Officer

DUTIES: Mapping[Role, frozenset[Who]] = {
    Role.COMPLAINTS_OFFICER: frozenset({Who.TRIAGE, Who.PANEL_ADMIN}),
    Role.COMPLAINTS_MANAGER: frozenset({Who.TRIAGE, Who.COMPLAINTS_MANAGER, Who.PANEL_ADMIN, Who.SAFEGUARDING}),
    Role.TEAM_MANAGER: frozenset({Who.SERVICE_MANAGER}),
    Role.SENIOR_MANAGER: frozenset({Who.SENIOR_MANAGER}),
    Role.DIRECTOR: frozenset({Who.DIRECTOR}),
    Role.INVESTIGATING_OFFICER: frozenset({Who.INVESTIGATOR}),
    Role.INDEPENDENT_PERSON: frozenset({Who.INDEPENDENT_PERSON}),
    Role.ADVOCATE: frozenset({Who.ADVOCACY}),
    Role.SAFEGUARDING_DUTY: frozenset({Who.SAFEGUARDING}),
}
"""Those that are not here take no steps."""

PARTS: Mapping[Capacity, Who] = {
    Capacity.INVESTIGATOR: Who.INVESTIGATOR,
    Capacity.INDEPENDENT_PERSON: Who.INDEPENDENT_PERSON,
    Capacity.PANELLIST: Who.PANEL,
    Capacity.CHAIR: Who.PANEL,
}
"""What somebody who was named for a case is to it, whatever their role is."""


def duties_by_role(officer_id: int) -> frozenset[Who]:
    """What an officer is to anything that is nobody's in particular."""
    officer = db.session.get_one(Officer, officer_id)
    return frozenset(who for role in roles_of(officer.roles) for who in DUTIES.get(role, ()))

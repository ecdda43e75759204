"""Adding a line to a case's timeline, and to the audit, inside the transaction of the verb that made it happen."""

from datetime import date, datetime

from portal.clock import in_london
from portal.domain.audit_words import By, Deed
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.timeline import TimelineLine
from portal.services.auditing import note as note_for_audit


def record(
    case: Case,
    happening: Happening,
    at: datetime,
    *,
    side: Side = Side.PERSON,
    officer_id: int | None = None,
    reason: str | None = None,
    note: str | None = None,
    effective_on: date | None = None,
) -> TimelineLine:
    """Add one line; the day it counts for is the day it happened in London unless another is given."""
    line = TimelineLine(
        case_id=case.id,
        happening=happening,
        at=at,
        effective_on=effective_on or in_london(at).date(),
        side=side,
        officer_id=officer_id,
        reason=reason,
    )
    if note is not None:
        line.note = note
    db.session.add(line)
    case.counted = False
    by = By.OFFICER if officer_id is not None else By.PORTAL if side is Side.TEAM else By.PERSON
    note_for_audit(Deed.CHANGED, happening, by=by, officer_id=officer_id, case_id=case.id)
    return line

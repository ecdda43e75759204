"""Clearing what nobody needs any more: forms left lying, visits that ended, old counts; the post worker does it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import CursorResult, Delete, delete, or_

from portal.clock import in_london
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.limits import forget_counts
from portal.records.officers import StaffSession
from portal.records.visits import CaseVisit
from portal.services import staying_signed_in
from portal.services.drafting import clear_idle
from portal.services.inviting_about_oneself import forget_old_invitations
from portal.services.tracking import STILL_TAKEN
from portal.services.transactions import writing


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was cleared away."""

    drafts: int
    visits: int
    staff_sessions: int


def tidy(now: datetime) -> Tidied:
    """Delete idle drafts, ended visits and staff sessions, and counts of hours gone by."""
    drafts = clear_idle(now)
    with writing():
        visits = _deleted(delete(CaseVisit).where(CaseVisit.touched_at < now - STILL_TAKEN))
        over = or_(
            StaffSession.touched_at < now - staying_signed_in.IDLE,
            StaffSession.begun_at < now - staying_signed_in.LONGEST,
        )
        sessions = _deleted(delete(StaffSession).where(over))
        forget_counts(now)
        forget_old_invitations(ReportingYear.of(in_london(now).date()).starts)
    return Tidied(drafts, visits, sessions)


def _deleted(what: Delete) -> int:
    done = db.session.execute(what)
    return done.rowcount if isinstance(done, CursorResult) else 0

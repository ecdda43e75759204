"""What nobody needs any more is cleared away, and what somebody slow may still need is not."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import Flask

from portal.extensions import db
from portal.records.invitations import EqualityInvitation
from portal.records.limits import RateCount
from portal.records.officers import StaffSession
from portal.records.visits import CaseVisit
from portal.services import staying_signed_in, throttling, tracking
from portal.services.inviting_about_oneself import invite
from portal.services.tidying import Tidied, tidy
from portal.services.transactions import writing
from tests import makers as make

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


def test_visits_sessions_and_counts_go_once_they_have_ended(app: Flask, at: Callable[[datetime], None]) -> None:
    with app.app_context():
        at(NOON)
        tracking.open_visit(secrets.token_bytes(32), make.case().id, None)
        staying_signed_in.remember(None, {}, make.officer().id, anew=True)
        throttling.count("look", "192.0.2.1")
        with writing():
            invite("young_person")
        assert tidy(NOON + timedelta(minutes=29)) == Tidied(drafts=0, visits=0, staff_sessions=0)
        assert tidy(NOON + timedelta(minutes=31)) == Tidied(drafts=0, visits=0, staff_sessions=1)
        assert db.session.query(CaseVisit).count() == 1, "somebody who writes slowly may still send their words"
        assert tidy(NOON + timedelta(hours=2, minutes=1)) == Tidied(drafts=0, visits=1, staff_sessions=0)
        tidy(datetime(2028, 3, 31, tzinfo=UTC))
        assert db.session.query(EqualityInvitation).count() == 1, "the year after, somebody may still use it"
        tidy(datetime(2028, 4, 1, tzinfo=UTC))
        assert db.session.query(EqualityInvitation).count() == 0
        assert db.session.query(RateCount).count() == db.session.query(StaffSession).count() == 0

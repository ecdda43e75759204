"""Keeping a line for every case that an officer opens."""

from portal import clock
from portal.extensions import db
from portal.records.views import View
from portal.services.transactions import writing


def opened(case_id: int, officer_id: int) -> None:
    """Keep that this officer opened this case now."""
    with writing():
        db.session.add(View(case_id=case_id, officer_id=officer_id, at=clock.now()))

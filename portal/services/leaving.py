"""Leaving: what a visitor was writing is wiped and their view of a case is closed, whatever else goes wrong."""

import logging

from sqlalchemy.exc import SQLAlchemyError

from portal.services import drafting, tracking

log = logging.getLogger(__name__)


def leave(visitor: bytes | None) -> None:
    """Forget this visitor. A draft saved under a code stays. A database that is down must not keep anybody here."""
    if visitor is None:
        return
    try:
        drafting.wipe(visitor)
        tracking.close(visitor)
    except SQLAlchemyError:
        log.exception("A visitor left, but what they were writing could not be wiped; it will be after its idle time.")

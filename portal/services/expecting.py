"""Whether a report will take so long that whoever asked for it should be told what is going on."""

from datetime import date

from sqlalchemy import select

from portal.extensions import db
from portal.records.cases import Case
from portal.services.reporting import PUBLIC

MANY = 500
"""So many changed cases are counted anew in about the time a person waits without wondering."""


def takes_long(edition: str, as_at: date | None = None) -> bool:
    """Small numbers take seconds to keep back, an earlier day is counted anew; so is what changed, if it is a lot."""
    if edition == PUBLIC or as_at is not None:
        return True
    changed = select(Case.id).where(Case.counted.is_(False)).limit(MANY)
    return len(db.session.scalars(changed).all()) == MANY

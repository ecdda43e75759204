"""Whether a report will take so long that whoever asked for it should be told what is going on."""

from sqlalchemy import select

from portal.extensions import db
from portal.records.cases import Case
from portal.services.reporting import PUBLIC

MANY = 500
"""So many changed cases are counted anew in about the time a person waits without wondering."""


def takes_long(edition: str) -> bool:
    """Small numbers take seconds to keep back; so does counting what changed where that is a lot."""
    if edition == PUBLIC:
        return True
    changed = select(Case.id).where(Case.counted.is_(False)).limit(MANY)
    return len(db.session.scalars(changed).all()) == MANY

"""Inviting whoever told us by phone or on paper to the questions about themselves: a code on their paper, used once.

The code stands on the paper and nowhere else, so nobody can see whose invitation was used.
"""

from sqlalchemy import delete

from portal import clock
from portal.domain.journeys.equality import FOLLOWS, INVITED
from portal.domain.references import new_reference
from portal.domain.words import Audience
from portal.domain.years import ReportingYear
from portal.extensions import db
from portal.records.invitations import EqualityInvitation, invitation
from portal.services.answering_about_oneself import count_offer
from portal.services.codes import known_by
from portal.services.drafting import Writer, keep
from portal.services.throttling import count

MOST_TRIES = 30
"""Codes that one network may try in an hour."""


class TooManyTries(Exception):
    """This network has tried many codes in this hour."""


class NotInvited(LookupError):
    """No paper has this code for these questions, or it was used."""


def invite(journey: str) -> str:
    """A code for the questions that come after this journey, or "" where none do; in the caller's transaction."""
    if journey not in FOLLOWS:
        return ""
    code, audience = new_reference(), Audience(FOLLOWS[journey].audience)
    year = ReportingYear.of(clock.today()).starts
    db.session.add(EqualityInvitation(fingerprint=_fingerprint(code), audience=audience, year=year))
    count_offer(audience)
    return code


def accept(code: str, audience: Audience, writer: Writer, network: str) -> None:
    """Begin the questions for whoever typed this code. Raises `NotInvited` or `TooManyTries`."""
    if count("invitation", network) > MOST_TRIES:
        raise TooManyTries
    found = invitation(_fingerprint(code))
    if found is None or found.audience != audience:
        raise NotInvited
    keep(writer, {INVITED: found.fingerprint})


def forget_old_invitations(year: int) -> None:
    """Delete invitations from before this reporting year and the one before it; the caller commits."""
    db.session.execute(delete(EqualityInvitation).where(EqualityInvitation.year < year - 1))


def _fingerprint(code: str) -> str:
    return known_by("invitation", code).hex()

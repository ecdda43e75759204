"""The child and whoever spoke for them part: what the other could still open, hear or rely on ends at once."""

from datetime import datetime

from sqlalchemy import delete, select

from portal import clock
from portal.domain.children import THEIR_WORD
from portal.domain.speaking import Holder
from portal.domain.words import Happening, LetterState
from portal.extensions import db
from portal.records.cases import Case
from portal.records.children import consents_of
from portal.records.letters import Letter
from portal.records.speakers import Speaker, speaker_of
from portal.records.visits import CaseVisit
from portal.services.case_writing import by_team


def rests_on(case: Case, consent_id: int) -> Speaker | None:
    """Whoever speaks for the child by this very consent, so that it ends with it; None where nobody does."""
    speaker = speaker_of(case)
    return speaker if speaker and not speaker.cut and speaker.consent_id == consent_id else None


def part(case: Case, speaker: Speaker, now: datetime) -> None:
    """End it in the caller's transaction: their views, the agreement, and every e-mail that still waits for them."""
    if not speaker.cut:
        speaker.cut_at = now
    theirs = (CaseVisit.case_id == case.id, CaseVisit.holder == Holder.SPEAKER)
    db.session.execute(delete(CaseVisit).where(*theirs))
    for row in consents_of(case.id):
        if (row.id == speaker.consent_id or row.how in THEIR_WORD) and row.revoked_on is None:
            row.revoked_on = clock.today()
    unsent = (Letter.case_id == case.id, Letter.kind.startswith("person_"), Letter.state != LetterState.SENT)
    address = str(speaker.details.get("email", "")).strip()
    for letter in db.session.scalars(select(Letter).where(*unsent)).all():
        if letter.content["to"] == address:
            db.session.delete(letter)


def part_by_team(case: Case, speaker: Speaker, officer_id: int, now: datetime) -> None:
    """The same where the team hears of it: the child's own code opens nothing either, for the other saw the card."""
    part(case, speaker, now)
    case.code_hash, case.code_changed_at = None, now
    db.session.execute(delete(CaseVisit).where(CaseVisit.case_id == case.id))
    by_team(case, Happening.LINK_CUT, officer_id)

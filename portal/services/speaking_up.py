"""What a child says about whoever speaks for them: that they agree to it, and that they want to go on alone."""

from datetime import date, datetime

from sqlalchemy import delete

from portal import clock
from portal.domain.children import THEIR_WORD, ConsentHow
from portal.domain.references import SecretCode, new_code
from portal.domain.speaking import CHILD, THROUGH, Holder
from portal.domain.words import Happening, Side
from portal.extensions import db
from portal.records.cases import Case
from portal.records.speakers import Speaker, consent_of, speaker_of
from portal.records.timeline import timeline_of
from portal.records.visits import CaseVisit
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.codes import hash_code
from portal.services.parting import part, part_by_team
from portal.services.recording import record
from portal.services.speakers_received import agreed
from portal.services.telling import no_longer_waits
from portal.services.tracking import NotOpen, held
from portal.services.transactions import writing
from portal.services.writing_letters import write_team_letter


def record_agreement(case_id: int, officer_id: int, how: ConsentHow, on: date) -> None:
    """The child said to the team that they agree. Raises `NotThere` or `NotLikeThis`."""
    if on > clock.today():
        raise NotLikeThis("This day cannot lie ahead.")
    with changing(case_id) as case:
        speaker = _waiting(case)
        agreed(case, speaker, how, on)
        by_team(case, Happening.CHILD_AGREED, officer_id, how.label)


def agree(visitor: bytes | None) -> None:
    """The child says on their own page that it is what they want, and that we may talk to them. Raises `NotOpen`."""
    with writing():
        now = clock.now()
        _, case, speaker = _opened_by_child(visitor, now)
        if speaker.agreed or speaker.cut:
            return
        agreed(case, speaker, _how(case), clock.today())
        speaker.permitted = sorted({*speaker.permitted, CHILD})
        record(case, Happening.CHILD_AGREED, now)
        write_team_letter(case, "team_message")


def cut_link(visitor: bytes | None) -> tuple[str, SecretCode]:
    """The child goes on alone: the other code opens nothing any more, and the child's own is new. Raises `NotOpen`.

    Whoever spoke for the child may have seen the card with the child's first code.
    """
    code = new_code()
    hashed = hash_code(code.canonical)
    with writing():
        now = clock.now()
        visit, case, speaker = _opened_by_child(visitor, now)
        part(case, speaker, now)
        case.code_hash, case.code_changed_at = hashed, now
        visit.opened_at, visit.touched_at, visit.fresh_code = now, now, code.canonical
        db.session.execute(delete(CaseVisit).where(CaseVisit.case_id == case.id, CaseVisit.id != visit.id))
        record(case, Happening.LINK_CUT, now)
        case.waiting_for_us = True
        write_team_letter(case, "team_message")
        return case.reference, code


def cut_for_child(case_id: int, officer_id: int) -> None:
    """The child told the team that they want to go on alone. Raises `NotThere`."""
    with changing(case_id) as case:
        part_by_team(case, _speaking(case), officer_id, clock.now())


def check_speaker(case_id: int, officer_id: int) -> None:
    """Somebody of the team knows who speaks for the child, and that they may act. Raises `NotThere`."""
    with changing(case_id) as case:
        speaker = _speaking(case)
        if speaker.checked_on is None:
            speaker.checked_on = clock.today()
            by_team(case, Happening.SPEAKER_CHECKED, officer_id, str(speaker.details.get("name", "")))


def read_out(case_id: int, officer_id: int) -> None:
    """What we wrote, which nobody could open here, was read out to whom it is for. Raises `NotThere`."""
    with changing(case_id) as case:
        _speaking(case)
        no_longer_waits(case)
        by_team(case, Happening.NOTE, officer_id, "Our words were read out to them")


def talk_to_child(case_id: int, officer_id: int) -> None:
    """The child told the team that we may talk to them ourselves, and not only through the other. Raises `NotThere`."""
    with changing(case_id) as case:
        speaker = _speaking(case)
        speaker.permitted = sorted({*speaker.permitted, CHILD} - {THROUGH})
        by_team(case, Happening.CHILD_AGREED, officer_id, "We may talk to them ourselves")


def _opened_by_child(visitor: bytes | None, now: datetime) -> tuple[CaseVisit, Case, Speaker]:
    visit, case = held(visitor, now)
    speaker = speaker_of(case)
    if visit.holder is not Holder.PERSON or speaker is None:
        raise NotOpen
    return visit, case, speaker


def heard(speaker: Speaker) -> bool:
    """Whether somebody of the team heard or saw from the child that they agree."""
    consent = consent_of(speaker)
    return consent is not None and consent.how not in THEIR_WORD


def _how(case: Case) -> ConsentHow:
    """How the child said it on their page: whoever speaks for them saw the first card, and not one that we gave."""
    given = (line for line in timeline_of(case.id) if line.happening is Happening.CODE_RENEWED)
    ours = any(line.side is Side.TEAM and line.note is None for line in given)
    return ConsentHow.ONLINE if ours else ConsentHow.WITH_CARD


def _speaking(case: Case) -> Speaker:
    speaker = speaker_of(case)
    if speaker is None or speaker.cut:
        raise NotThere("somebody who speaks for the child")
    return speaker


def _waiting(case: Case) -> Speaker:
    speaker = speaker_of(case)
    if speaker is None or speaker.cut or heard(speaker):
        raise NotThere("an agreement that we wait for")
    return speaker

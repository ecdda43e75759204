"""Whom the team may talk to where somebody speaks for a child, and for whom its words are; every letter asks this."""

from dataclasses import dataclass

from portal.domain.letter_kinds import LetterKind
from portal.domain.speaking import BOTH, Holder, may_reach_child, readers
from portal.domain.words import Audience, ContactWay
from portal.records.cases import Case
from portal.records.speakers import Speaker, speaker_of

THEIRS_ALONE = frozenset({LetterKind.ADVOCATE_COMING, LetterKind.NO_ADVOCATE})
"""What came of a child's own wish for an advocate: they alone read it, whatever they have agreed to."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter speaks: in whose words, under which name, and by which way it may reach them."""

    audience: Audience
    name: str
    way: ContactWay
    address: str


def readers_of(speaker: Speaker | None) -> frozenset[Holder]:
    """Whom the team may talk to; where nobody else speaks that is the person."""
    return readers(agreed=speaker.agreed, cut=speaker.cut) if speaker else frozenset({Holder.PERSON})


def only_reader(case: Case) -> Holder | None:
    """For whom alone the team's words are now; None where there is no need to say, or where they are for both."""
    speaker = speaker_of(case)
    found = readers_of(speaker)
    return None if speaker is None or found == BOTH else next(iter(found))


def person_may_be_reached(speaker: Speaker | None) -> bool:
    """Whether we may write to, ring or see the person themselves."""
    return speaker is None or may_reach_child(agreed=speaker.agreed, cut=speaker.cut, permitted=speaker.permitted)


def unchecked(speaker: Speaker | None) -> bool:
    """Whether our words would go to somebody who speaks for a child and whom nobody of the team has checked."""
    return speaker is not None and speaker.checked_on is None and Holder.SPEAKER in readers_of(speaker)


def could_read(case: Case) -> bool:
    """Whether anybody for whom the team's words are now has a code to read them with on this site."""
    speaker = speaker_of(case)
    codes = {Holder.PERSON: case.code_hash, Holder.SPEAKER: speaker.code_hash if speaker else None}
    return any(codes[reader] for reader in readers_of(speaker))


def speaker_email(speaker: Speaker | None) -> str:
    """The address at which whoever speaks for the child may be told that there is news, or ""."""
    if speaker is None or Holder.SPEAKER not in readers_of(speaker):
        return ""
    return str(speaker.details.get("email", "")).strip()


def addressee(case: Case, kind: LetterKind | None = None) -> Addressee:
    """To whom a letter of this kind about this case speaks today."""
    speaker, contact = speaker_of(case), case.contact
    if speaker and kind not in THEIRS_ALONE and Holder.PERSON not in readers_of(speaker):
        return Addressee(Audience.ADULT, str(speaker.details.get("name", "")), ContactWay.CODE_ONLY, "")
    name = str(contact.details.get("name", ""))
    if not person_may_be_reached(speaker):
        return Addressee(case.audience, name, ContactWay.CODE_ONLY, "")
    posted = str(contact.details.get("address", "")) if contact.way is ContactWay.LETTER else ""
    return Addressee(case.audience, name, contact.way, posted)

"""What stands in the safe-contact banner where somebody speaks for a child: who, what was agreed, whom to talk to."""

from dataclasses import dataclass

from portal.domain.children import THEIR_WORD, ConsentHow
from portal.domain.journeys.for_child_choices import PERMITTED
from portal.domain.speaking import Holder
from portal.records.cases import Case
from portal.records.speakers import Speaker, consent_of, speaker_of
from portal.services.spoken_for import person_may_be_reached, readers_of
from portal.staff.due import short

ONLY_SPEAKER = "only with whoever speaks for the child, until the child’s own agreement is written down"
ONLY_CHILD = "only with the child, who wants to go on alone"
BOTH = "with the child, and with whoever speaks for them"
ENDED = (
    "Ended. No code opens it now: whoever spoke for the child may have seen the child’s own. Give the child a new one."
)
THROUGH = "through whoever speaks for the child: the child has not agreed that we talk to them ourselves"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the banner; `strong` for what could put somebody at risk."""

    label: str
    value: str
    strong: bool = False


def spoken(speaker: Speaker) -> list[Fact]:
    """Who speaks for the child, what the child agreed to, and with whom alone the team may talk."""
    talk = [Fact("Talk", _talk(speaker), strong=True)]
    if speaker.cut:
        return talk
    details = speaker.details
    name = ", ".join(str(details[key]) for key in ("name", "organisation") if details.get(key))
    reach = ", ".join(str(details[key]) for key in ("email", "phone") if details.get(key))
    labels = {option.code: option.label for option in PERMITTED}
    allowed = "; ".join(labels[code] for code in speaker.permitted if code in labels)
    return [
        *talk,
        Fact("Speaks for the child", name or "no name given"),
        *([Fact("Reach them at", reach)] if reach else []),
        Fact("Checked", _checked(speaker), strong=speaker.checked_on is None),
        Fact("Agreement", _agreement(speaker)),
        Fact("The child agreed to", allowed or "nothing was ticked, so nothing is agreed"),
    ]


def _checked(speaker: Speaker) -> str:
    if speaker.checked_on is None:
        return "nobody has checked yet who this is, and that they may act for the child"
    return f"who they are and that they may act, {short(speaker.checked_on)}"


def _agreement(speaker: Speaker) -> str:
    """What is known of the child's agreement, and from whom: the word of whoever speaks is never the child's."""
    consent = consent_of(speaker)
    if consent is None:
        return speaker.agreement.label
    if consent.how == ConsentHow.CLAIMED:
        return f"Their word, on the form: {speaker.agreement.label.lower()}. Nobody has heard it from the child yet"
    return f"The child’s agreement is written down: {ConsentHow(consent.how).label}, {short(consent.given_on)}"


def _talk(speaker: Speaker) -> str:
    if speaker.cut:
        return ONLY_CHILD
    if Holder.PERSON not in readers_of(speaker):
        return ONLY_SPEAKER
    return BOTH if person_may_be_reached(speaker) else THROUGH


def spoken_for(case: Case) -> bool:
    """Whether somebody speaks for the child now, who may have a code of their own."""
    speaker = speaker_of(case)
    return speaker is not None and not speaker.cut


def badges(case: Case) -> list[tuple[str, str]]:
    """What stands beside the number of such a case."""
    speaker = speaker_of(case)
    if speaker is None:
        return []
    if speaker.cut:
        return [("The child goes on alone", "grey")]
    if not speaker.agreed:
        return [(f"Spoken for: {speaker.agreement.label}", "yellow")]
    consent = consent_of(speaker)
    claimed = consent is not None and consent.how in THEIR_WORD
    return [("Spoken for: the child’s agreement is not checked", "yellow")] if claimed else [("Spoken for", "grey")]

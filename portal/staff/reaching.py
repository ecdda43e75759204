"""Who gets a letter and by which way, and which ways it never takes: the safe-contact check before it goes out."""

from portal.domain.speaking import Holder
from portal.domain.words import Audience, ContactWay
from portal.records.cases import Case
from portal.records.speakers import Speaker, speaker_of
from portal.services.handling import AnotherWay
from portal.services.spoken_for import could_read, person_may_be_reached, readers_of, speaker_email
from portal.services.writing_letters import allowed_address

BY_HAND = {
    ContactWay.CALL: "They asked for a phone call. Ring them yourself and say that there is news{who}.",
    ContactWay.TEXT: "They asked for a text message. Send one yourself: only that there is news{who}.",
    ContactWay.IN_PERSON: "They asked to be seen. Take the letter with you and go through it with them.",
    ContactWay.TRUSTED: "They asked us to go through somebody they trust. Tell that person only that there is news.",
    ContactWay.NONE: "They asked us not to get back to them. The letter waits, and goes nowhere.",
}
OTHERS = {
    ContactWay.TEXT: "text message",
    ContactWay.CALL: "phone",
    ContactWay.EMAIL: "e-mail",
    ContactWay.LETTER: "post",
}


def ways(case: Case, another: AnotherWay | None = None) -> list[str]:
    """The ways this letter takes, in sentences for the officer who sends it."""
    contact, named, speaker = case.contact, _names(case), speaker_of(case)
    found = _to_speaker(speaker) if speaker else []
    if speaker and not person_may_be_reached(speaker):
        child = Holder.PERSON in readers_of(speaker) and case.code_hash
        return [*found, *(["The child can read it on this site. It goes to them by no other way."] if child else [])]
    found.append("It waits for them on this site, under their number and code.")
    if case.code_hash is None:
        found[-1:] = ["They have no code yet, so they cannot read it on this site: give them one, or print the letter."]
    if another:
        found.append(f"Against their choice: an e-mail to {another.address} that says only that there is news.")
    elif address := allowed_address(contact):
        found.append(f"An e-mail without these words goes to {address}. It says that there is news, and {named}.")
    elif contact.way is ContactWay.LETTER:
        found.append(_by_post(case))
    elif contact.way in BY_HAND:
        who = "" if contact.may_say_who else ", not who you are"
        found.append(BY_HAND[contact.way].format(who=who))
    return found


def _to_speaker(speaker: Speaker) -> list[str]:
    """How whoever speaks for the child learns of it."""
    if Holder.SPEAKER not in readers_of(speaker):
        return []
    found = []
    if address := speaker_email(speaker):
        found.append(f"An e-mail without these words goes to whoever speaks for the child, {address}.")
    elif speaker.details.get("phone"):
        found.append(f"Ring whoever speaks for the child, {speaker.details['phone']}, and say that there is news.")
    if speaker.code_hash is None:
        found.append(
            "They have no code of their own, so they cannot read it on this site: give them one, or read it out."
        )
    else:
        found.append("It waits for them on this site, under their number and their own code.")
    return found


def readable(case: Case) -> str:
    """What is true once something for them was sent: whether they can read it on this site."""
    if could_read(case):
        return "They can read it with their code."
    if speaker_of(case):
        return "Nobody it is for has a code: it waits for us until we read it out to them or give them one."
    return "They have no code: see that it reaches them by the way they chose."


def never(case: Case, another: AnotherWay | None = None) -> str:
    """The ways that are closed, because the person did not choose them."""
    reached = {case.contact.way} if person_may_be_reached(speaker_of(case)) else set()
    chosen = reached | ({ContactWay.EMAIL} if another else set())
    return ", ".join(words for way, words in OTHERS.items() if way not in chosen)


def _by_post(case: Case) -> str:
    where = str(case.contact.details.get("address", "")).replace("\n", ", ")
    if case.contact.may_say_who:
        return f"It goes to the letters to print, for {where}. Use a plain envelope."
    return (
        f"A note goes to the letters to print, for {where}. It says only that there is news: they did not allow us to "
        "say who we are, and somebody else may open it."
    )


def _names(case: Case) -> str:
    if not case.contact.may_say_who:
        return "nothing else: not the council, no link"
    return "the council" + (", their number" if case.audience is Audience.ADULT else "") + " and where to look"

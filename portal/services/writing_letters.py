"""Which letters a case writes: to the team by the council's routing, to the person if they allowed it."""

from collections.abc import Iterable, Mapping

from flask import current_app

from portal.domain.authority import Authority
from portal.domain.references import format_reference
from portal.domain.routing import Recipient, RoutingFacts, route
from portal.domain.submissions import Submission, topics_of
from portal.domain.words import Audience, ContactWay, Kind
from portal.records.cases import Case, Contact
from portal.records.concerns import teams_of
from portal.records.speakers import Speaker, speaker_of
from portal.services.outbox import enqueue, in_flood, next_number, staff_link
from portal.services.spoken_for import person_may_be_reached, speaker_email

NAMING = ("named_person", "worker", "do_not_tell")
"""Answers that may name somebody who must not be told."""

NEVER_IN_A_DIGEST = {"team_urgent", "team_call_today", "team_felt_pressed"}


_TEAMS = {Kind.ADVOCACY_REQUEST: Kind.COMPLAINT}
"""The mailbox of the kind on the left is the provider's: what the team is told of it goes where complaints go."""


class ChannelNotAllowed(PermissionError):
    """A letter would use a way of reaching the person that they did not choose."""


def write_letters_for_new_case(case: Case, submission: Submission, authority: Authority) -> None:
    """Tell the team that a case has come, and the person that we have it, in the caller's transaction."""
    write_team_letter(case, "team_urgent" if submission.urgent else "team_new_case", authority, number=1)
    write_person_letter(case, "person_received", number=1)


def write_team_letter(
    case: Case, kind: str, authority: Authority | None = None, *, number: int | None = None
) -> tuple[Recipient, ...]:
    """Write one letter of this kind to everyone the council's rules name, and return them.

    No letter says what happened or who is meant, and none goes to somebody the complaint may be about.
    """
    council: Authority = authority or current_app.extensions["portal.authority"]
    recipients = route(council, _facts(case, _TEAMS.get(case.kind, case.kind))).recipients
    _write_to_team(case, kind, recipients, number)
    return recipients


def write_provider_letter(case: Case, kind: str) -> None:
    """Tell the advocacy provider that something waits at its desk: no number, no name, nothing of the case."""
    council: Authority = current_app.extensions["portal.authority"]
    about, number = f"case:{case.id}", next_number(f"case:{case.id}", kind, case.id)
    found = route(council, _facts(case, Kind.ADVOCACY_REQUEST)).recipients
    for recipient in sorted(found, key=lambda one: one.address):
        if not in_flood(recipient.mailbox, recipient.address):
            link = f"{staff_link()}advocacy"
            enqueue(about, kind, recipient.address, language="en", case_id=case.id, number=number, link=link)
            number += 1


def write_person_letter(case: Case, kind: str, *, force: bool = False, number: int | None = None) -> bool:
    """Write to the person by e-mail, if that is the way they chose; return whether a letter was written.

    With `force` a way that was not chosen raises `ChannelNotAllowed` instead of being passed over in silence.
    """
    letters = [(address, words) for address, words in _letters_for(case) if address]
    if not letters and force:
        raise ChannelNotAllowed(f"E-mail is not how this person asked to be reached ({case.contact.way.value}).")
    for place, (address, words) in enumerate(letters):
        number = number if place == 0 else None
        enqueue(f"case:{case.id}", kind, address, language=case.language, case_id=case.id, number=number, **words)
    return bool(letters)


def _letters_for(case: Case) -> list[tuple[str, dict[str, object]]]:
    """Where an e-mail may go and what it may say: to the person, and to whoever speaks for a child."""
    speaker = speaker_of(case)
    found = [(allowed_address(case.contact), _for_person(case))] if person_may_be_reached(speaker) else []
    return [*found, (speaker_email(speaker), _for_speaker(case, speaker))]


def allowed_address(contact: Contact) -> str:
    """The e-mail address the person wants letters at, or "": only when e-mail is the way they chose."""
    if contact.way is not ContactWay.EMAIL:
        return ""
    address = contact.details.get("email", "")
    return address.strip() if isinstance(address, str) else ""


def named_in(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Whatever was typed about somebody who must not be told, in the person's own words."""
    return tuple(typed for key in NAMING if isinstance(typed := answers.get(key), str) and typed.strip())


def _write_to_team(case: Case, kind: str, recipients: Iterable[Recipient], number: int | None) -> None:
    about = f"case:{case.id}"
    number = number or next_number(about, kind, case.id)  # locks the case before mailboxes are counted
    always = kind in NEVER_IN_A_DIGEST and not case.held
    in_one_order = sorted(recipients, key=lambda one: one.address)  # so that no two transactions wait for each other
    for recipient in in_one_order:
        if not always and in_flood(recipient.mailbox, recipient.address):
            continue
        enqueue(
            about,
            kind,
            recipient.address,
            language="en",
            case_id=case.id,
            number=number,
            what=f"{case.kind.label}, {case.audience.label.lower()}",
            urgent=case.urgent,
            reference=format_reference(case.reference),
            link=staff_link(case.reference),
            why=recipient.why,
        )
        number += 1


def _facts(case: Case, kind: Kind) -> RoutingFacts:
    return RoutingFacts(
        kind=kind.value,
        audience=case.audience.value,
        team=next((row.team for row in teams_of(case.id)), ""),  # the team that counts it stands first
        topics=topics_of(case.told.answers),
        urgent=case.urgent,
        named_people=named_in(case.contact.details),
        journey=case.journey,
    )


def _for_speaker(case: Case, speaker: Speaker | None) -> dict[str, object]:
    """Somebody who speaks for a child gets it at work: who we are, the number, and where to look or whom to ring."""
    council: Authority = current_app.extensions["portal.authority"]
    link = f"{current_app.config['PORTAL'].public_url}/{case.language}/t"
    found = {"council": council.name, "link": link, "reference": format_reference(case.reference)}
    no_code = speaker is not None and speaker.code_hash is None
    return {**found, "no_code": no_code, "phone": council.contacts.phone}


def _for_person(case: Case) -> dict[str, object]:
    """What a letter may say: who we are and where to look only if they allowed it, and to a child no number."""
    contact = case.contact
    council: Authority = current_app.extensions["portal.authority"]
    open_ = contact.may_say_who
    return {
        "council": council.name if open_ else "",
        "link": f"{current_app.config['PORTAL'].public_url}/{case.language}/t" if open_ else "",
        "reference": format_reference(case.reference) if open_ and case.audience is Audience.ADULT else "",
    }

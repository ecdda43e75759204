"""Who speaks for somebody in a case: advocates offered, and what the person agreed that others may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.domain.advocates import Origin
from portal.domain.children import THEIR_WORD, AdvocacyKind, ConsentHow, ConsentScope, consent_stands
from portal.domain.words import Happening
from portal.extensions import db
from portal.records.advocacy import open_request_of
from portal.records.children import AdvocateOffer, Consent, advocate_offers_of, consents_of
from portal.services.asking_advocates import ask, with_us
from portal.services.case_writing import NotLikeThis, NotThere, by_team, changing
from portal.services.parting import part_by_team, rests_on


@dataclass(frozen=True, slots=True)
class Agreement:
    """What somebody agreed to: who may act, how it was said, what they may do, and until when (None: no end)."""

    by: str
    to: str
    how: ConsentHow
    scope: Sequence[ConsentScope]
    given_on: date
    ends_on: date | None = None


def offer_advocate(case_id: int, officer_id: int, kind: AdvocacyKind, provider: str, on: date) -> None:
    """An advocate was offered on this day. Raises `NotLikeThis`."""
    if not provider:
        raise NotLikeThis("Write who the advocate comes from.")
    _not_ahead(on)
    with changing(case_id) as case:
        db.session.add(AdvocateOffer(case_id=case.id, kind=kind.value, provider=provider, offered_on=on))
        by_team(case, Happening.ADVOCATE_OFFERED, officer_id, provider)


def ask_provider(case_id: int, officer_id: int) -> None:
    """They said yes to us: the provider learns how to reach them and nothing of what happened. Raises `NotLikeThis`."""
    with changing(case_id) as case:
        found = open_request_of(case.id)
        if found and with_us(found):
            raise NotLikeThis("The provider has their request already.")
        by_team(case, Happening.ADVOCATE_ASKED, officer_id)
        ask(case, Origin.THROUGH_TEAM, officer_id=officer_id)


def answer_offer(case_id: int, officer_id: int, offer_id: int, on: date, *, accepted: bool) -> None:
    """The offer was taken up or declined on this day. Raises `NotThere` or `NotLikeThis`."""
    _not_ahead(on)
    with changing(case_id) as case:
        row = next((one for one in advocate_offers_of(case.id) if one.id == offer_id), None)
        if row is None or row.accepted_on or row.declined_on:
            raise NotThere("an offer without an answer")
        if on < row.offered_on:
            raise NotLikeThis("The answer cannot come before the offer.")
        row.accepted_on, row.declined_on = (on, None) if accepted else (None, on)
        by_team(
            case, Happening.ADVOCATE_OFFERED, officer_id, f"{row.provider}: {'taken up' if accepted else 'declined'}"
        )


def record_consent(case_id: int, officer_id: int, agreement: Agreement) -> None:
    """Keep what somebody agreed to. Raises `NotLikeThis`."""
    if not (agreement.by and agreement.to and agreement.scope):
        raise NotLikeThis("Write who agreed, who may act, and pick what they may do.")
    _not_ahead(agreement.given_on)
    if agreement.ends_on and agreement.ends_on < agreement.given_on:
        raise NotLikeThis("It cannot end before it was given.")
    with changing(case_id) as case:
        row = Consent(case_id=case.id, how=agreement.how.value, scope=[one.value for one in agreement.scope])
        row.given_on, row.ends_on, row.people = (
            agreement.given_on,
            agreement.ends_on,
            {"by": agreement.by, "to": agreement.to},
        )
        db.session.add(row)
        by_team(case, Happening.CONSENT_RECORDED, officer_id, ", ".join(one.label for one in agreement.scope))


def revoke_consent(case_id: int, officer_id: int, consent_id: int) -> None:
    """The consent is taken back and counts no more from today; who spoke by it speaks no more. Raises `NotThere`."""
    with changing(case_id) as case:
        row = next((one for one in consents_of(case.id) if one.id == consent_id and not one.revoked_on), None)
        if row is None:
            raise NotThere("a consent that stands")
        row.revoked_on = clock.today()
        by_team(case, Happening.CONSENT_REVOKED, officer_id)
        if speaker := rests_on(case, row.id):
            part_by_team(case, speaker, officer_id, clock.now())


def allowed(case_id: int, scope: ConsentScope, today: date) -> list[str]:
    """Who may do this today, as far as somebody of the team has heard or seen it from whoever agreed."""
    return [
        str(row.people["to"])
        for row in consents_of(case_id)
        if row.how not in THEIR_WORD
        and scope.value in row.scope
        and consent_stands(today, row.given_on, row.ends_on, row.revoked_on)
    ]


def _not_ahead(day: date) -> None:
    if day > clock.today():
        raise NotLikeThis("This day cannot lie ahead.")

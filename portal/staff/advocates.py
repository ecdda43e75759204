"""What the team sees of an advocate: offered, wanted, passed on, taken on, in touch; never what was passed on."""

from datetime import date

from portal.domain.journeys import JOURNEYS
from portal.domain.words import Audience, Kind, Method
from portal.records.advocacy import AdvocacyRequest, advocacy_requests_of
from portal.records.cases import Case
from portal.records.children import AdvocateOffer, advocate_offers_of
from portal.records.speakers import speaker_of
from portal.services.asking_advocates import with_us
from portal.staff.due import distance, short

SAID = {
    "ask": "they said yes",
    "have": "they have an advocate already",
    "not_now": "they said not now",
}
"""What somebody answered when the form offered an advocate."""

AGAIN = "Ask whether they still want an advocate, and then ask the provider again."


def offer_and_answer(case: Case, today: date) -> list[str]:
    """Every offer and what became of it, oldest first; nothing for an adult's case that has none."""
    requests, offers = advocacy_requests_of(case.id), advocate_offers_of(case.id)
    if case.audience is not Audience.CHILD and not requests and not offers:
        return []
    lines = [_in_the_form(case), *(_offer(row) for row in offers)]
    for row in requests:
        lines += [_asked(row), *_since(row, today)]
    return [line for line in lines if line]


def passed_on(case: Case, today: date) -> list[tuple[str, list[str]]]:
    """Each request that went to the provider, and how far it is."""
    return [(_asked(row), _since(row, today)) for row in advocacy_requests_of(case.id)]


def _in_the_form(case: Case) -> str:
    speaker = speaker_of(case)
    if speaker and speaker.role == "advocacy":
        return "An advocacy service speaks for them."
    if case.kind is Kind.ADVOCACY_REQUEST:
        return "They asked for an advocate themselves." if JOURNEYS[case.journey].sends.passed_on else ""
    answer = case.told.answers.get("advocate")
    if isinstance(answer, str) and answer in SAID:
        where = "in the form" if case.method is Method.ONLINE_FORM else "before it was written down"
        return f"Offered {where} {short(case.received_on)}: {SAID[answer]}."
    if case.method is not Method.ONLINE_FORM:
        return "Nobody wrote down whether one was offered."
    route = JOURNEYS[case.journey].route(case.told.way, case.told.answers)
    if any(question.key == "advocate" for page in route for question in page.questions):
        return f"Offered in the form {short(case.received_on)}: no answer."
    return "Not offered in the form."


def _offer(row: AdvocateOffer) -> str:
    answered = row.accepted_on or row.declined_on
    said = "no answer yet" if answered is None else f"{'taken up' if row.accepted_on else 'declined'} {short(answered)}"
    return f"{row.provider} offered {short(row.offered_on)}: {said}."


def _asked(row: AdvocacyRequest) -> str:
    to = row.provider or "the advocacy provider"
    return f"Passed on to {to} {short(row.asked_on)}: {row.origin.label[0].lower()}{row.origin.label[1:]}."


def _since(row: AdvocacyRequest, today: date) -> list[str]:
    lines = [f"Taken on {short(row.accepted_on)}."] if row.accepted_on else []
    if row.in_touch_on:
        lines.append(f"In touch since {short(row.in_touch_on)}.")
    elif row.over_on is None:
        lines.append(f"First contact by {short(row.contact_by)}: {distance(row.contact_by, today)}.")
    if row.over_on is None and not with_us(row):
        lines.append(f"{row.provider} is not our provider any more: nobody there can see it here. {AGAIN}")
    if row.over_on:
        why = f" ({row.reason.label})" if row.reason else ""
        lines.append(f"Over {short(row.over_on)}: {row.ending.label if row.ending else ''}{why}.")
    return lines

"""Writing down what came by telephone, on paper or in person: the same questions, with the true way and day it came."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from portal import clock
from portal.domain.bank_holidays import FIRST_SURE_DAY
from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answer, Answers
from portal.domain.references import SecretCode, new_code
from portal.domain.submissions import Submission, freeze, safe_contact
from portal.domain.words import Kind, Method, Point
from portal.services.codes import hash_code
from portal.services.inviting_about_oneself import invite
from portal.services.submitting import open_case
from portal.services.transactions import writing


class NotADayItCame(ValueError):
    """Nothing can have come on this day: it lies ahead, or further back than we can count working days."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How, where, when and in which language something reached the authority, and what it is."""

    method: Method
    point: Point
    received_on: date
    language: str
    kind: Kind = Kind.COMPLAINT


@dataclass(frozen=True, slots=True)
class Recorded:
    """The new case, and what was asked for to hand over: the secret code, and one for the questions about oneself."""

    case_id: int
    reference: str
    code: SecretCode | None
    invitation: str = ""


def record_submission(
    journey: str, variant: str, answers: Answers, arrival: Arrival, officer_id: int, *, with_code: bool
) -> Recorded:
    """Make the case of what an officer was told or sent. Raises `NotADayItCame`."""
    refuse_day(arrival.received_on)
    submission = _submission(journey, variant, answers, arrival)
    code = new_code() if with_code else None
    code_hash = hash_code(code.canonical) if code else None
    with writing():
        case = open_case(submission, code_hash=code_hash, officer_id=officer_id)
        return Recorded(case.id, case.reference, code, invite(journey) if code else "")


def refuse_day(day: date) -> None:
    """Raise `NotADayItCame` for a day on which nothing can have come."""
    if not FIRST_SURE_DAY <= day <= clock.today():
        raise NotADayItCame(day)


def _submission(journey: str, variant: str, answers: Answers, arrival: Arrival) -> Submission:
    """Unlike a form filled in by the person, everything an officer typed is kept, whatever it depended on."""
    kept: dict[str, Answer] = {key: value for key, value in answers.items() if value}
    submission = freeze(
        JOURNEYS[journey],
        kept,
        way="full",
        variant=variant,
        language=arrival.language,
        received_at=_moment(arrival.received_on),
        received_on=arrival.received_on,
        method=arrival.method,
        point=arrival.point,
        kind=arrival.kind,
    )
    return replace(submission, answers=kept, contact=safe_contact(kept))


def _moment(day: date) -> datetime:
    """Now, if it came today; noon of an earlier day, because nobody wrote down the hour."""
    return clock.now() if day == clock.today() else datetime.combine(day, time(12), clock.LONDON)

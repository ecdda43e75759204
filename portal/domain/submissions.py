"""What somebody told us, before anyone decides what it is: the border between a form and the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from portal.domain.journeys import meant
from portal.domain.journeys.pages import Answer, Answers, Journey
from portal.domain.journeys.validation import OTHER
from portal.domain.words import Audience, ContactWay, Kind, Method, Point

SAFE_CONTACT_KEYS = (
    "name", "phone", "email", "address", "meet_where", "trusted_name", "trusted_reach",
    "good_times", "code_word", "unsafe_note", "do_not_tell", "named_person", "worker", "age",
)  # fmt: skip
"""Answers kept apart from the story, because rules and letters read them."""

NOT_SAFE = {("safe", "no"), ("safe", "unsure"), ("danger", "yes"), ("danger", "worried"), ("call_me", "call")}
"""Answers that mark a case urgent. None of them stops a submission."""

HEAR_WITHOUT = frozenset({"worker", "carer"})
"""Helpers who look after the child or decide about them: the team speaks with the child without them too."""


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How a person may be reached; everything left blank is the cautious answer (people 2.h)."""

    way: ContactWay
    may_say_who: bool
    may_leave_message: bool
    details: Mapping[str, Answer]

    def detail(self, key: str) -> str:
        """One detail as text, or ""."""
        found = self.details.get(key)
        return found if isinstance(found, str) else ""

    def may_email(self) -> str:
        """The address a letter may go to, or "": only when e-mail was chosen."""
        return self.detail("email") if self.way is ContactWay.EMAIL else ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One finished form, frozen: whoever filled it in, however it arrived."""

    journey: str
    way: str
    variant: str
    audience: Audience
    language: str
    kind: Kind
    method: Method
    point: Point
    received_at: datetime  # the moment, aware
    received_on: date  # the day any officer first received it, in London
    answers: Answers
    contact: SafeContact

    @property
    def urgent(self) -> bool:
        return any(self.answers.get(key) == code for key, code in NOT_SAFE)

    @property
    def hear_alone(self) -> bool:
        """Whether the helper could be the one the child cannot speak before."""
        return self.answers.get("helper") in HEAR_WITHOUT

    @property
    def topics(self) -> frozenset[str]:
        return topics_of(self.answers)

    @property
    def wants_advocate(self) -> bool:
        return self.answers.get("advocate") == "ask"

    @property
    def named_people(self) -> tuple[str, ...]:
        """Whoever the person named as the one it is about, in their own words: never to be among those who are told."""
        return tuple(name for key in ("named_person",) if (name := self.contact.detail(key)))


def topics_of(answers: Answers) -> frozenset[str]:
    """What was ticked as the thing it is about, in the codes that rules know."""
    picked = answers.get("about")
    codes = picked if isinstance(picked, list) else []
    return frozenset(meant("about", code) for code in codes if isinstance(code, str))


def asked_answers(journey: Journey, way: str, answers: Answers) -> dict[str, Answer]:
    """The answers to questions this person was really asked: what belongs to a branch they left again is dropped."""
    kept: dict[str, Answer] = {}
    for page in journey.route(way, answers):
        for question in page.questions:
            if not question.asked(answers):
                continue
            for key in (question.key, question.key + OTHER):
                if answers.get(key):
                    kept[key] = answers[key]
    return kept


def said(journey: Journey, way: str, answers: Answers) -> dict[str, Answer]:
    """What was answered on this way, and what the way itself says."""
    return {**journey.sends.given.get(way, {}), **asked_answers(journey, way, answers)}


def safe_contact(answers: Answers) -> SafeContact:
    """Read the safe-contact answers; a way that was not chosen is not allowed, and silence means the code alone."""
    chosen = answers.get("contact_way")
    known = meant("contact_way", chosen) if isinstance(chosen, str) else ""
    if known in {way.value for way in ContactWay}:
        way = ContactWay(known)
    else:
        way = ContactWay.CALL if answers.get("phone") else ContactWay.CODE_ONLY
    who = {"trusted_who": str(chosen)} if way is ContactWay.TRUSTED and known != chosen else {}
    return SafeContact(
        way=way,
        may_say_who=answers.get("may_say_who") == "yes",
        may_leave_message=answers.get("may_leave_message") == "yes",
        details={**who, **{key: answers[key] for key in SAFE_CONTACT_KEYS if answers.get(key)}},
    )


def freeze(
    journey: Journey,
    answers: Answers,
    *,
    way: str,
    variant: str,
    language: str,
    received_at: datetime,
    received_on: date,
    method: Method = Method.ONLINE_FORM,
    point: Point = Point.COMPLAINTS_TEAM,
    kind: Kind | None = None,
) -> Submission:
    """Make the submission of what was answered on this way through the journey; `kind` where an officer says it."""
    asked = said(journey, way, answers)
    contact = safe_contact(asked)
    if not journey.sends.spoken and not journey.sends.coded(asked):  # they want to hear nothing, and cannot come back
        contact = replace(contact, way=ContactWay.NONE)
    return Submission(
        journey=journey.code,
        way=way,
        variant=variant,
        audience=journey.sends.whose(journey.audience, asked),
        language=language,
        kind=kind or journey.sends.kind_of(asked),
        method=method,
        point=point,
        received_at=received_at,
        received_on=received_on,
        answers=asked,
        contact=contact,
    )

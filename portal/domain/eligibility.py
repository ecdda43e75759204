"""The questions of triage in their order, as data: what is asked next follows from the answers so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from portal.domain.eligibility_words import (
    Before,
    Body,
    ChildView,
    Complainant,
    Consent,
    Decided,
    Elsewhere,
    Matter,
    Prejudice,
    Safety,
    Wants,
    When,
)
from portal.domain.words import Worded


@dataclass(frozen=True, slots=True)
class Answers:
    """What triage found out so far; None is a question without an answer."""

    safety: Safety | None = None
    wants: Wants | None = None
    matter: Matter | None = None
    body: Body | None = None
    complainant: Complainant | None = None
    interest: Decided | None = None
    child_view: ChildView | None = None
    when: When | None = None
    could_not_earlier: Decided | None = None
    still_fair: Decided | None = None
    take_on_late: Decided | None = None
    elsewhere: Elsewhere | None = None
    prejudice: Prejudice | None = None
    before: Before | None = None
    consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; it is asked when one of `only`'s answers was given to each of the questions named there."""

    key: str
    words: str
    options: type[Worded]
    hint: str = ""
    only: Mapping[str, frozenset[Worded]] = field(default_factory=dict)

    def asked(self, answers: Answers) -> bool:
        """Whether it is asked, given the answers so far."""
        return all(getattr(answers, key) in wanted for key, wanted in self.only.items())


ON_THE_LIST = frozenset(Complainant) - {Complainant.FOR_CHILD, Complainant.INTERESTED, Complainant.ANONYMOUS}
"""Whoever complains in their own right (section 26(3) and section 24D); they need no child's consent."""
STATUTORY = frozenset(
    {
        Matter.SUPPORT, Matter.CARE_AND_PROTECTION, Matter.ADOPTION, Matter.SPECIAL_GUARDIANSHIP, Matter.LEAVING_CARE,
    }
)  # fmt: skip
"""Functions that the statutory procedure is for."""
OURS = STATUTORY | {Matter.OTHER_SERVICE}
"""What can be a complaint to us at all."""
RUNNING = frozenset(Elsewhere) - {Elsewhere.NOTHING, Elsewhere.NOT_KNOWN}

_COMPLAINT: Mapping[str, frozenset[Worded]] = {"wants": frozenset({Wants.ANSWER, Wants.QUICK})}
_TAKEN: Mapping[str, frozenset[Worded]] = {**_COMPLAINT, "matter": frozenset[Worded](OURS)}
_BY_LAW: Mapping[str, frozenset[Worded]] = {**_COMPLAINT, "matter": frozenset[Worded](STATUTORY)}
_INTERESTED: Mapping[str, frozenset[Worded]] = {**_BY_LAW, "complainant": frozenset({Complainant.INTERESTED})}
_LATE: Mapping[str, frozenset[Worded]] = {**_TAKEN, "when": frozenset({When.OLDER})}

QUESTIONS: tuple[Question, ...] = (
    Question("safety", "Is everybody safe?", Safety,
             "What they wrote counts as much as what they ticked. If not, ring the duty team now: that comes first."),
    Question("wants", "What do they want from us?", Wants,
             "They need not use the word complaint. When in doubt, something is wrong and they want it looked at."),
    Question("matter", "What is it about?", Matter,
             "If it is about several things, pick the first on this list; each is looked at on its merits.",
             _COMPLAINT),
    Question("body", "Whose is it?", Body, "", {**_COMPLAINT, "matter": frozenset({Matter.OTHER_BODY})}),
    Question("complainant", "Who is complaining?", Complainant,
             "Whoever it really comes from, not who filled in the form.", _TAKEN),
    Question("interest", "Have they sufficient interest in the child's welfare?", Decided,
             "Decide as soon as you can (regulation 12). Somebody who knows the child well usually has it.",
             _INTERESTED),
    Question("child_view", "What does the child think of it?", ChildView,
             "Where it is right to ask them.", _INTERESTED),
    Question("when", "When did it happen?", When, "If it still goes on, it is within the year.", _TAKEN),
    Question("could_not_earlier", "Would it be unreasonable to expect them to have complained earlier?", Decided,
             "Being a child at the time, being afraid or not knowing how are reasons (regulation 9).", _LATE),
    Question("still_fair", "Can it still be looked at properly and fairly?", Decided,
             "Records may be enough, even when people have left (regulation 9).", _LATE),
    Question("take_on_late", "Do you take it on all the same?", Decided,
             "Nothing is turned away for its age alone: somebody decides, and says why below.", _LATE),
    Question("elsewhere", "Does anything else look at the same thing?", Elsewhere, "", _TAKEN),
    Question("prejudice", "Would looking into it now get in the way of that?", Prejudice,
             "What would not can go on (regulation 8).", {**_TAKEN, "elsewhere": frozenset[Worded](RUNNING)}),
    Question("before", "Have we had the same thing before?", Before, "", _TAKEN),
    Question("consent", "Has the child agreed to be spoken for?", Consent,
             "Whoever complains in their own right needs no consent.",
             {**_TAKEN, "complainant": frozenset({Complainant.FOR_CHILD})}),
    Question("consent", "Has the person agreed that we answer for them?", Consent,
             "Nothing about a child goes to a councillor or an MP before this.",
             {"wants": frozenset({Wants.MEMBER})}),
)  # fmt: skip
"""In the order of the domain notes (2.3): safety stands before everything that could turn somebody away."""


def asked(answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked, given these answers."""
    return tuple(one for one in QUESTIONS if one.asked(answers))


def next_question(answers: Answers) -> Question | None:
    """The first question that is asked and has no answer yet; None when there is none left."""
    return next((one for one in asked(answers) if getattr(answers, one.key) is None), None)


def only_asked(answers: Answers) -> Answers:
    """The same without answers to questions that these answers no longer ask."""
    while (kept := _once(answers)) != answers:
        answers = kept
    return answers


def as_codes(answers: Answers) -> dict[str, str]:
    """Plain codes, to be kept."""
    return {part.name: one.value for part in fields(answers) if (one := getattr(answers, part.name)) is not None}


def from_codes(codes: Mapping[str, str]) -> Answers:
    """The answers behind kept codes; a code that no list knows any more is no answer."""
    known = {one.key: one.options for one in QUESTIONS}
    found = {key: known[key](code) for key, code in codes.items() if key in known and code in set(known[key])}
    return Answers(**found)  # type: ignore[arg-type]  # each is of its own list


def _once(answers: Answers) -> Answers:
    keys = {one.key for one in asked(answers)}
    return Answers(**{part.name: getattr(answers, part.name) for part in fields(answers) if part.name in keys})

"""What the answers of triage point to, and why: a suggestion for the officer, who decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from portal.domain.eligibility import ON_THE_LIST, RUNNING, STATUTORY, Answers, next_question, only_asked
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
    Reason,
    Route,
    Safety,
    Wants,
    When,
)
from portal.domain.procedures import Procedure


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One step and why; whoever is turned away gets a coded reason and somewhere else to go."""

    event: str  # of the intake table
    procedure: Procedure
    why: tuple[str, ...]
    reason: Reason | None = None
    route: Route | None = None
    warnings: tuple[str, ...] = ()

    @property
    def turns_away(self) -> bool:
        """Whether they would be told that we do not look into it."""
        return self.procedure in (Procedure.INELIGIBLE, Procedure.ALTERNATIVE_ROUTE)


Rule = Callable[[Answers], Suggestion | None]

EVENTS: Mapping[Procedure, str] = {
    one: f"to_{'alternative' if one is Procedure.ALTERNATIVE_ROUTE else one.value}"
    for one in Procedure
    if one is not Procedure.INTAKE
}
"""The step of the intake table that leads into each procedure."""

_WISHES: Mapping[Wants | None, tuple[Procedure, str]] = {
    Wants.NO_ANSWER: (Procedure.COMMENT, "They want us to know something and want no answer."),
    Wants.PRAISE: (Procedure.COMPLIMENT, "They say thank you."),
    Wants.QUESTION: (Procedure.ENQUIRY, "They ask something and are not unhappy with us."),
    Wants.SERVICE: (Procedure.SERVICE_REQUEST, "They ask for a service; unhappy with the answer, they can complain."),
    Wants.ADVOCATE: (Procedure.ADVOCACY, "They want an advocate first. A complaint can follow at any time."),
    Wants.MEMBER: (Procedure.MEMBER, "A councillor or an MP asks; their enquiries have a register of their own."),
    Wants.OMBUDSMAN: (Procedure.OMBUDSMAN, "The Ombudsman asks; their enquiries have a register of their own."),
}
_MATTERS: Mapping[Matter | None, tuple[Procedure, Reason, Route, str]] = {
    Matter.COURT_DECISION: (
        Procedure.INELIGIBLE, Reason.COURT_PROCEEDINGS, Route.COURT,
        "A complaint cannot change what a court decided or what was written for it.",
    ),
    Matter.CONFERENCE: (
        Procedure.ALTERNATIVE_ROUTE, Reason.CONFERENCE_DECISION, Route.CONFERENCE_APPEAL,
        "The decision of a conference has an appeal of its own; how people were treated there is still a complaint.",
    ),
    Matter.SUITABILITY: (
        Procedure.INELIGIBLE, Reason.SUITABILITY, Route.INDEPENDENT_REVIEW,
        "Whether somebody is suitable to foster or adopt has a review of its own.",
    ),
    Matter.SPECIAL_NEEDS_PLAN: (
        Procedure.ALTERNATIVE_ROUTE, Reason.SEND_TRIBUNAL, Route.SEND_TRIBUNAL,
        "The tribunal decides about plans and school places.",
    ),
    Matter.STAFF: (
        Procedure.INELIGIBLE, Reason.STAFF_MATTER, Route.STAFF_PROCEDURE,
        "A worker's own employment has a procedure of its own.",
    ),
    Matter.INSURANCE: (
        Procedure.ALTERNATIVE_ROUTE, Reason.INSURANCE_CLAIM, Route.INSURANCE, "A claim goes to the insurance team.",
    ),
    Matter.DATA: (
        Procedure.ALTERNATIVE_ROUTE, Reason.DATA_PROTECTION, Route.RECORDS,
        "Records and data have a law of their own, with the Information Commissioner at its end.",
    ),
}  # fmt: skip
_BODIES: Mapping[Body | None, Route] = {
    Body.SCHOOL: Route.SCHOOL,
    Body.HEALTH: Route.HEALTH,
    Body.POLICE: Route.POLICE,
    Body.OFSTED: Route.OFSTED,
    Body.OTHER_COUNCIL: Route.OTHER_COUNCIL,
    None: Route.OMBUDSMAN,
}
_SAFE_FIRST = "Nobody is told that we do not look into it before we know that everybody is safe."


def suggest(given: Answers) -> Suggestion:
    """Return the step that these answers point to; every set of answers points somewhere.

    The first rule that fits decides, in the order of the questions (domain notes, 2.3). Nothing is refused here: age
    alone, and a question without an answer, never lead to a refusal.
    """
    answers = only_asked(given)
    found = next(found for rule in RULES if (found := rule(answers)) is not None)
    if found.turns_away and answers.safety is not Safety.SAFE:
        found = _to(Procedure.SAFEGUARDING, _SAFE_FIRST, "Let the duty team look, then answer the questions again.")
    return replace(found, warnings=_warnings(answers))


def _to(procedure: Procedure, *why: str, reason: Reason | None = None, route: Route | None = None) -> Suggestion:
    return Suggestion(EVENTS[procedure], procedure, why, reason, route)


def _danger(answers: Answers) -> Suggestion | None:
    if answers.safety is Safety.IN_DANGER:
        return _to(Procedure.SAFEGUARDING, "Somebody may be hurt. That comes before everything else.",
                   "The complaint is not lost: it comes back with the date on which we received it.")  # fmt: skip
    if answers.matter is Matter.HARM:
        return _to(Procedure.SAFEGUARDING, "A worry that a child is being hurt is for the people who keep them safe.")
    return None


def _wish(answers: Answers) -> Suggestion | None:
    found = _WISHES.get(answers.wants)
    return _to(*found) if found else None


def _matter(answers: Answers) -> Suggestion | None:
    if answers.matter is Matter.OTHER_BODY:
        why = "Another organisation is responsible. We pass it on and make sure that they have it."
        return _to(Procedure.ALTERNATIVE_ROUTE, why, reason=Reason.OTHER_BODY, route=_BODIES[answers.body])
    found = _MATTERS.get(answers.matter)
    return _to(found[0], found[3], reason=found[1], route=found[2]) if found else None


def _who(answers: Answers) -> Suggestion | None:
    if answers.interest is Decided.NO:
        why = "They are not on the list of the law, and it was decided that they have no sufficient interest."
        own = "How they were treated themselves can still be a corporate complaint. Tell the child if right."
        return _turned_away(Reason.NO_PR_OR_INVOLVEMENT, why, own)
    if answers.consent is Consent.REFUSED:
        why = "They speak for the child only, and the child said no."
        return _turned_away(Reason.NO_PR_OR_INVOLVEMENT, why, "The child can come to us at any time, alone.")
    return None


def _late(answers: Answers) -> Suggestion | None:
    limbs = (answers.could_not_earlier, answers.still_fair)
    if answers.take_on_late is Decided.NO and Decided.NO in limbs:
        why = "It is more than a year old, and you decided not to take it on all the same (regulation 9)."
        return _turned_away(Reason.OUT_OF_TIME, why)
    return None


def _proceedings(answers: Answers) -> Suggestion | None:
    if answers.prejudice is not Prejudice.ALL:
        return None
    route = Route.COURT if answers.elsewhere in (Elsewhere.COURT, Elsewhere.CRIMINAL) else Route.OMBUDSMAN
    why = "Looking into any of it now would get in the way of the other proceedings (regulation 8)."
    again = "They may send it again within a year after those have ended. Say so, and name them."
    return _to(Procedure.INELIGIBLE, why, again, reason=Reason.COURT_PROCEEDINGS, route=route)


def _before(answers: Answers) -> Suggestion | None:
    if answers.before is Before.EXHAUSTED:
        return _turned_away(Reason.ALREADY_CONSIDERED, "It went through every stage; the Ombudsman is next.")
    if answers.before is Before.WAITING:
        return Suggestion("merge", Procedure.INTAKE, ("We have this already. Put it together with that complaint.",))
    if answers.before is Before.ANSWERED:
        why = "It was answered, and they do not agree: that is a request for the next stage of that complaint."
        return Suggestion("merge", Procedure.INTAKE, (why, "Put it together with that one and ask for the next stage."))
    return None


def _complaint(answers: Answers) -> Suggestion:
    if answers.wants is Wants.QUICK:
        return _to(Procedure.INFORMAL, "It can be put right by the end of the next working day.",
                   "If that does not work, it becomes a complaint with the date on which we received it.")  # fmt: skip
    if answers.complainant is Complainant.ANONYMOUS:
        return _to(Procedure.CORPORATE, "Nobody knows who complains, so the statutory procedure has nobody to answer.")
    if answers.matter is Matter.OTHER_SERVICE:
        return _to(Procedure.CORPORATE, "It is about none of the functions that the statutory procedure is for.")
    return _to(Procedure.STATUTORY, *_by_law(answers))


def _by_law(answers: Answers) -> tuple[str, ...]:
    about = f"{answers.matter.label}: the law gives this the statutory procedure." if answers.matter else ""
    if answers.complainant and answers.complainant in ON_THE_LIST:
        who = f"{answers.complainant.label} may complain in their own right."
    elif answers.complainant is Complainant.FOR_CHILD:
        who = "It is the child's complaint, whoever speaks for them."
    elif answers.interest is Decided.YES:
        who = "You decided that they have sufficient interest in the child's welfare."
    else:
        who = ""
    taken = answers.take_on_late is Decided.YES
    late = "It is more than a year old, and you decided to take it on all the same." if taken else ""
    return tuple(one for one in (about, who, late) if one) or ("In doubt, the statutory procedure.",)


def _turned_away(reason: Reason, *why: str) -> Suggestion:
    return _to(Procedure.INELIGIBLE, *why, reason=reason, route=Route.OMBUDSMAN)


RULES: tuple[Rule, ...] = (_danger, _wish, _matter, _who, _late, _proceedings, _before, _complaint)
"""In the order in which they are asked; the last one always answers."""

_WARNINGS: tuple[tuple[Callable[[Answers], bool], str], ...] = (
    (lambda one: one.safety is Safety.UNSURE, "Find out today whether everybody is safe. Ask the duty team."),
    (lambda one: one.interest is Decided.OPEN, "Decide soon whether they have sufficient interest, and tell them."),
    (lambda one: one.child_view is ChildView.NOT_ASKED, "Ask the child what they think, where that is right."),
    (lambda one: one.child_view is ChildView.AGAINST, "The child does not want this. Say how you weighed that."),
    (lambda one: one.when is When.OLDER and one.take_on_late in (None, Decided.OPEN),
     "It is more than a year old. Decide whether to take it on, and record both answers. Do not refuse it for that."),
    (lambda one: one.take_on_late is Decided.NO and Decided.NO not in (one.could_not_earlier, one.still_fair),
     "Neither answer speaks against taking it on, so a refusal for its age would not stand up."),
    (lambda one: one.elsewhere is Elsewhere.NOT_KNOWN, "Find out whether a court or anybody else looks at it."),
    (lambda one: one.elsewhere in RUNNING and one.prejudice in (None, Prejudice.OPEN),
     "Decide whether looking into it would get in the way. Until then it goes on."),
    (lambda one: one.prejudice is Prejudice.PART, "Say in the letter which part has to wait, for what, and how long."),
    (lambda one: one.consent in (Consent.AWAITED, Consent.NOT_ASKED),
     "Write only to whoever speaks for them until consent is here. The dates run on."),
    (lambda one: one.complainant is Complainant.ANONYMOUS and one.matter in STATUTORY,
     "Look for the child it is about: they may complain in their own right, with an advocate."),
    (lambda one: one.matter is Matter.OTHER_BODY and one.body is None, "Find out whose it is, and pass it on."),
)  # fmt: skip


def _warnings(answers: Answers) -> tuple[str, ...]:
    found = tuple(words for fits, words in _WARNINGS if fits(answers))
    left = next_question(answers)
    return (*found, f"Not answered yet: {left.words}") if left else found

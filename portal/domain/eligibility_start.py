"""The answers of triage as far as they follow from what somebody told us; the officer looks at each of them."""

from collections.abc import Mapping

from portal.domain.children import ComplaintOf, SubmittedBy
from portal.domain.eligibility import Answers
from portal.domain.eligibility_words import (
    Before,
    ChildView,
    Complainant,
    Consent,
    Elsewhere,
    Matter,
    Safety,
    Wants,
)
from portal.domain.journeys.pages import Answer
from portal.domain.speaking import Agreement
from portal.domain.words import Audience, Kind

_DANGER: Mapping[tuple[str, str], Safety] = {
    ("safe", "no"): Safety.IN_DANGER,
    ("danger", "yes"): Safety.IN_DANGER,
    ("safe", "unsure"): Safety.UNSURE,
    ("safe", "no_say"): Safety.UNSURE,
    ("danger", "worried"): Safety.UNSURE,
    ("call_me", "call"): Safety.UNSURE,
    ("safe", "yes"): Safety.SAFE,
    ("danger", "no"): Safety.SAFE,
}
"""The most worrying answer first: the first that was given counts."""
_WANTS: Mapping[Kind, Wants] = {
    Kind.COMPLAINT: Wants.ANSWER,
    Kind.COMMENT: Wants.NO_ANSWER,
    Kind.COMPLIMENT: Wants.PRAISE,
    Kind.ENQUIRY: Wants.QUESTION,
    Kind.ADVOCACY_REQUEST: Wants.ADVOCATE,
    Kind.MEMBER_ENQUIRY: Wants.MEMBER,
    Kind.SERVICE_REQUEST: Wants.SERVICE,
}
_WHO: Mapping[str | None, Complainant] = {
    "parent": Complainant.PARENT,
    "foster_carer": Complainant.FOSTER_CARER,
    "special_guardian": Complainant.SPECIAL_GUARDIAN,
    "adopter": Complainant.ADOPTION,
    "care_leaver": Complainant.CARE_LEAVER,
    "relative": Complainant.INTERESTED,
    "professional": Complainant.INTERESTED,
    "other": Complainant.INTERESTED,
}
_OF: Mapping[ComplaintOf, Complainant] = {
    ComplaintOf.CHILD_LOOKED_AFTER: Complainant.CHILD,
    ComplaintOf.CHILD_IN_NEED: Complainant.CHILD,
    ComplaintOf.CHILD_DISABLED: Complainant.CHILD,
    ComplaintOf.CHILD_PROTECTION_PLAN: Complainant.CHILD,
    ComplaintOf.CARE_LEAVER: Complainant.CARE_LEAVER,
    ComplaintOf.PARENT: Complainant.PARENT,
    ComplaintOf.PERSON_WITH_PR: Complainant.RESPONSIBLE,
    ComplaintOf.LA_FOSTER_CARER: Complainant.FOSTER_CARER,
    ComplaintOf.IFA_FOSTER_CARER: Complainant.INTERESTED,
    ComplaintOf.FOSTER_PARENT_OTHER: Complainant.INTERESTED,
    ComplaintOf.SUFFICIENT_INTEREST: Complainant.INTERESTED,
    ComplaintOf.SPECIAL_GUARDIAN: Complainant.SPECIAL_GUARDIAN,
    ComplaintOf.SG_CHILD: Complainant.SPECIAL_GUARDIAN,
    ComplaintOf.SG_APPLICANT: Complainant.SPECIAL_GUARDIAN,
    ComplaintOf.PROSPECTIVE_ADOPTER: Complainant.ADOPTION,
    ComplaintOf.ADOPTIVE_PARENT: Complainant.ADOPTION,
    ComplaintOf.ADOPTED_PERSON: Complainant.ADOPTION,
    ComplaintOf.BIRTH_RELATIVE: Complainant.ADOPTION,
    ComplaintOf.ADVOCATE: Complainant.FOR_CHILD,
    ComplaintOf.ANONYMOUS: Complainant.ANONYMOUS,
}
_FOR_CHILD = frozenset({SubmittedBy.ADVOCATE_FOR_CHILD, SubmittedBy.OTHER_FOR_CHILD})
_MATTERS: Mapping[Complainant | None, Matter] = {
    Complainant.CHILD: Matter.SUPPORT,
    Complainant.CARE_LEAVER: Matter.LEAVING_CARE,
    Complainant.SPECIAL_GUARDIAN: Matter.SPECIAL_GUARDIANSHIP,
    Complainant.ADOPTION: Matter.ADOPTION,
}
_VIEWS: Mapping[str | None, ChildView] = {
    "wants": ChildView.AGREES,
    "knows": ChildView.KNOWS,
    "does_not_know": ChildView.NOT_ASKED,
    "cannot_say": ChildView.CANNOT_SAY,
    "unsure": ChildView.NOT_ASKED,
    Agreement.NOT_YET: ChildView.NOT_ASKED,
}
_COURT: Mapping[str | None, Elsewhere] = {
    "yes": Elsewhere.COURT,
    "no": Elsewhere.NOTHING,
    "unsure": Elsewhere.NOT_KNOWN,
}


def beginning(
    kind: Kind, audience: Audience, variant: str, told: Mapping[str, Answer], *, agreed: bool,
    of: ComplaintOf | None = None, by: SubmittedBy | None = None,
) -> Answers:  # fmt: skip
    """What can be filled in before anybody has looked; `agreed` when a consent is kept that stands today.

    Whose complaint it is (`of`) and who handed it in (`by`) count before what the form says, where staff recorded them.

    Whether it happened within the year is never guessed from free words, and silence about safety is no answer.
    """
    said = {key: value for key, value in told.items() if isinstance(value, str)}
    recorded = Complainant.FOR_CHILD if by in _FOR_CHILD else _OF.get(of) if of else None
    who = recorded or _complainant(audience, variant, said)
    return Answers(
        safety=next((found for (key, code), found in _DANGER.items() if said.get(key) == code), None),
        wants=_WANTS.get(kind),
        matter=_MATTERS.get(who),
        complainant=who,
        child_view=_VIEWS.get(said.get("child_view") or said.get("agreement")),
        elsewhere=_COURT.get(said.get("court")),
        before=Before.NEW if said.get("told_before") == "no" else None,
        consent=Consent.GIVEN if agreed else None,
    )


def _complainant(audience: Audience, variant: str, said: Mapping[str, str]) -> Complainant | None:
    if audience is Audience.CHILD:
        return Complainant.CARE_LEAVER if variant == "leaver" else Complainant.CHILD
    return _WHO.get(said.get("relationship"))

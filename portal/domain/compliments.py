"""Where thanks and ideas come from, and what they praise (data dictionary 3.8)."""

import re
from collections.abc import Iterable

from portal.domain.words import Worded


class Source(Worded):
    """Who sent a compliment or a comment."""

    PARENT_CARER = "parent_carer", "Parent or carer"
    PROFESSIONAL = "professional", "Professional"
    POLICE_JUDGE_LEGAL = "police_judge_legal", "Police, judge or lawyer"
    YOUNG_PERSON_CHILD = "young_person_child", "Child or young person"
    FOSTER_CARER = "foster_carer", "Foster carer"
    SCHOOL_EDUCATION = "school_education", "School"
    ADOPTER = "adopter", "Adopter"
    FAMILY_MEMBER = "family_member", "Family member"
    PARTNER_ORGANISATION = "partner_organisation", "Partner organisation"
    STAFF = "staff", "Staff"
    OTHER = "other", "Somebody else"


class PraiseFor(Worded):
    """What is praised; several may be."""

    STANDARD_OF_SERVICE = "standard_of_service", "Standard of service"
    STANDARD_OF_PRACTICE = "standard_of_practice_social_work", "Standard of social work practice"
    PARTNERSHIP_WORKING = "partnership_working", "Working in partnership"
    CHILD_FOCUS = "child_focus", "Focus on the child"
    COMMUNICATION = "communication", "Communication"


def names_left(words: str, names: Iterable[str]) -> frozenset[str]:
    """Parts of these names, of two letters or more, that stand in the words as words of their own."""
    written = _parts(words)
    return frozenset(part for name in names for part in _parts(name) if len(part) > 1 and part in written)


def _parts(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))

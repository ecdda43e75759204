"""How the children a case is about are described, and who speaks for them (data dictionary 3.4, 3.11 and 3.12)."""

from datetime import date

from portal.domain.words import Worded


class Missing(Worded):
    """Why a monitoring answer is not there: three different things that reports print in three rows."""

    PREFER_NOT_TO_SAY = "prefer_not_to_say", "They prefer not to say"
    NOT_ASKED = "not_asked", "Nobody asked"
    NOT_RECORDED = "not_recorded", "Not recorded"


class Sex(Worded):
    """The answer to "What is your sex?"."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"


class Ethnicity(Worded):
    """The groups of the 2021 list, Roma included."""

    WHITE_BRITISH = "white_british", "White: English, Welsh, Scottish, Northern Irish or British"
    WHITE_IRISH = "white_irish", "White: Irish"
    WHITE_GYPSY_TRAVELLER = "white_gypsy_traveller", "White: Gypsy or Irish Traveller"
    WHITE_ROMA = "white_roma", "White: Roma"
    WHITE_OTHER = "white_other", "White: any other"
    MIXED_WHITE_BLACK_CARIBBEAN = "mixed_white_black_caribbean", "Mixed: White and Black Caribbean"
    MIXED_WHITE_BLACK_AFRICAN = "mixed_white_black_african", "Mixed: White and Black African"
    MIXED_WHITE_ASIAN = "mixed_white_asian", "Mixed: White and Asian"
    MIXED_OTHER = "mixed_other", "Mixed: any other"
    ASIAN_INDIAN = "asian_indian", "Asian: Indian"
    ASIAN_PAKISTANI = "asian_pakistani", "Asian: Pakistani"
    ASIAN_BANGLADESHI = "asian_bangladeshi", "Asian: Bangladeshi"
    ASIAN_CHINESE = "asian_chinese", "Asian: Chinese"
    ASIAN_OTHER = "asian_other", "Asian: any other"
    BLACK_CARIBBEAN = "black_caribbean", "Black: Caribbean"
    BLACK_AFRICAN = "black_african", "Black: African"
    BLACK_OTHER = "black_other", "Black: any other"
    ARAB = "arab", "Arab"
    OTHER = "other", "Any other group"


class Religion(Worded):
    """No religion is an answer, and not the same as no answer."""

    NO_RELIGION = "no_religion", "No religion"
    CHRISTIAN = "christian", "Christian"
    BUDDHIST = "buddhist", "Buddhist"
    HINDU = "hindu", "Hindu"
    JEWISH = "jewish", "Jewish"
    MUSLIM = "muslim", "Muslim"
    SIKH = "sikh", "Sikh"
    OTHER = "other", "Any other religion"


class YesNo(Worded):
    """A plain answer."""

    YES = "yes", "Yes"
    NO = "no", "No"


class Impairment(Worded):
    """One child may have several, so reports count children and impairments in two tables."""

    VISION = "vision", "Vision"
    HEARING = "hearing", "Hearing"
    SPEECH = "speech", "Speech or communication"
    MOBILITY = "mobility", "Mobility"
    DEXTERITY = "dexterity", "Dexterity"
    LEARNING = "learning", "Learning, understanding or concentrating"
    MEMORY = "memory", "Memory"
    MENTAL_HEALTH = "mental_health", "Mental health"
    STAMINA = "stamina", "Stamina, breathing or fatigue"
    SOCIAL = "social", "Social or behavioural, such as autism or ADHD"
    OTHER = "other", "Other"


class AnswerFrom(Worded):
    """Who gave the monitoring answers."""

    SELF = "self", "The child"
    PARENT = "parent", "A parent or carer"
    STAFF = "staff", "A worker"
    CASE_SYSTEM = "case_system", "The case system"


class CareStatus(Worded):
    """What a child is to children's services."""

    LOOKED_AFTER_S20 = "looked_after_s20", "Looked after, section 20"
    LOOKED_AFTER_S31 = "looked_after_s31", "Looked after, care order"
    LOOKED_AFTER_OTHER = "looked_after_other", "Looked after, another way"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    CHILD_PROTECTION_PLAN = "child_protection_plan", "Child protection plan"
    CARE_LEAVER = "care_leaver", "Care leaver"
    ADOPTED = "adopted", "Adopted"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship"
    DISABLED_CHILD_SERVICES = "disabled_child_services", "Services for disabled children"
    NO_CURRENT_SERVICE = "no_current_service", "No service at present"
    UNBORN = "unborn", "Not born yet"
    NOT_KNOWN = "not_known", "Not known"


class Uasc(Worded):
    """Whether a child came to this country alone and asks for asylum."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_RECORDED = "not_recorded", "Not recorded"


class Relationship(Worded):
    """What whoever complains is to the child."""

    SELF = "self", "It is the child's own complaint"
    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    OTHER_PARENT = "other_parent", "Another parent"
    CARER = "carer", "Foster carer"
    GUARDIAN = "guardian", "Special guardian"
    RELATIVE = "relative", "Relative"
    FRIEND = "friend", "Friend"
    PROFESSIONAL = "professional", "Professional"
    OTHER = "other", "Somebody else"


class ComplaintOf(Worded):
    """Whose complaint it is."""

    CHILD_LOOKED_AFTER = "child_looked_after", "Child who is looked after"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    CHILD_DISABLED = "child_disabled", "Disabled child"
    CHILD_PROTECTION_PLAN = "child_protection_plan", "Child with a protection plan"
    CARE_LEAVER = "care_leaver", "Care leaver"
    PARENT = "parent", "Parent"
    PERSON_WITH_PR = "person_with_pr", "Somebody with parental responsibility"
    LA_FOSTER_CARER = "la_foster_carer", "Foster carer of the council"
    IFA_FOSTER_CARER = "ifa_foster_carer", "Foster carer of an agency"
    SPECIAL_GUARDIAN = "special_guardian", "Special guardian"
    SG_CHILD = "sg_child", "Child with a special guardian"
    SG_APPLICANT = "sg_applicant", "Somebody applying to be special guardian"
    PROSPECTIVE_ADOPTER = "prospective_adopter", "Prospective adopter"
    ADOPTIVE_PARENT = "adoptive_parent", "Adoptive parent"
    ADOPTED_PERSON = "adopted_person", "Adopted person"
    BIRTH_RELATIVE = "birth_relative", "Birth relative"
    SUFFICIENT_INTEREST = "sufficient_interest", "Somebody with sufficient interest"
    ADVOCATE = "advocate", "Advocate"
    FOSTER_PARENT_OTHER = "foster_parent_other", "Another foster parent"
    MEMBER = "member", "Councillor"
    MP = "mp", "Member of Parliament"
    SOLICITOR = "solicitor", "Solicitor"
    OTHER = "other", "Somebody else"
    ANONYMOUS = "anonymous", "Somebody who gave no name"


class SubmittedBy(Worded):
    """Who handed it in."""

    SELF = "self", "The person themselves"
    CHILD_ALONE = "child_alone", "A child alone"
    CHILD_WITH_ADVOCATE = "child_with_advocate", "A child with an advocate"
    ADVOCATE_FOR_CHILD = "advocate_for_child", "An advocate for a child"
    OTHER_FOR_CHILD = "other_for_child", "Somebody else for a child"


class AdvocacyKind(Worded):
    """How an advocate works."""

    INSTRUCTED = "instructed", "Says what the child wants said"
    NON_INSTRUCTED = "non_instructed", "For a child who cannot say what they want"
    OWN_CHOICE = "own_choice", "Somebody the child chose"


class ConsentHow(Worded):
    """How somebody said that they agree."""

    SPOKEN = "spoken", "Said it"
    WRITTEN = "written", "Wrote it"
    ONLINE = "online", "Ticked it on this site"
    THROUGH_ADVOCATE = "through_advocate", "Said it to their advocate"
    CLAIMED = "claimed", "Whoever speaks for them says so"
    WITH_CARD = "with_card", "Said on this site, with a code that whoever speaks for them had too"


THEIR_WORD = frozenset({ConsentHow.CLAIMED, ConsentHow.WITH_CARD})
"""Nobody of the team has heard or seen it from the child: it may be the adult's word alone."""
HEARD = tuple(how for how in ConsentHow if how not in THEIR_WORD)
"""What the team can write down."""


class ConsentScope(Worded):
    """What somebody else may do."""

    SPEAK_FOR_ME = "speak_for_me", "Speak for them"
    RECEIVE_REPLY = "receive_reply", "Receive our answer"
    SEE_MY_RECORDS = "see_my_records", "See their records"


def consent_stands(today: date, given: date, ends: date | None, revoked: date | None) -> bool:
    """Whether a consent counts today: its end date is the last day, a revocation works from its own day on."""
    return given <= today and (ends is None or today <= ends) and (revoked is None or today < revoked)

"""The answers to the questions of triage, the reasons for not taking something on, and where else it can go."""

from portal.domain.words import Worded


class Safety(Worded):
    """Whether the child, or whoever writes, is safe."""

    SAFE = "safe", "Yes, nothing says otherwise"
    UNSURE = "unsure", "Nobody can tell yet"
    IN_DANGER = "in_danger", "No, somebody may be hurt"


class Wants(Worded):
    """What they want of us."""

    ANSWER = "answer", "Something is wrong and they want it looked at"
    QUICK = "quick", "Something small that can be put right by the end of the next working day"
    NO_ANSWER = "no_answer", "To tell us what they think, without an answer"
    PRAISE = "praise", "To say thank you"
    QUESTION = "question", "To know something"
    SERVICE = "service", "A service, or a change to one, without being unhappy with us"
    ADVOCATE = "advocate", "An advocate, and nothing else yet"
    MEMBER = "member", "An answer to a councillor or an MP who wrote for them"
    OMBUDSMAN = "ombudsman", "An answer to the Ombudsman"


class Matter(Worded):
    """What it relates to: the functions open to the statutory procedure first (SI 2006/1738, regulations 3 to 5)."""

    SUPPORT = "support", "Help, care or accommodation for a child (Part 3)"
    CARE_AND_PROTECTION = "care_and_protection", "Care, contact, supervision or emergency protection (Parts 4 and 5)"
    ADOPTION = "adoption", "Adoption: support, placement, removal"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship support"
    LEAVING_CARE = "leaving_care", "Leaving care (section 24D)"
    OTHER_SERVICE = "other_service", "Anything else that the council does"
    HARM = "harm", "A worry that a child is being hurt"
    COURT_DECISION = "court_decision", "What a court decided, or a report written for a court"
    CONFERENCE = "conference", "The decision of a child protection conference itself"
    SUITABILITY = "suitability", "Whether somebody is suitable to foster or adopt"
    SPECIAL_NEEDS_PLAN = "special_needs_plan", "Special educational needs, a plan or a place at a school"
    OTHER_BODY = "other_body", "A school, the health service, the police, Ofsted or another council"
    STAFF = "staff", "A worker's own employment"
    INSURANCE = "insurance", "A claim for damage or injury"
    DATA = "data", "Seeing their records, or a breach of their data"


class Body(Worded):
    """Whose it is, if it is not ours."""

    SCHOOL = "school", "A school"
    HEALTH = "health", "The health service"
    POLICE = "police", "The police"
    OFSTED = "ofsted", "Ofsted"
    OTHER_COUNCIL = "other_council", "Another council"


class Complainant(Worded):
    """Who complains: the list of section 26(3), everybody else who cares for the child, and those without a tie."""

    CHILD = "child", "A child who is looked after or in need"
    CARE_LEAVER = "care_leaver", "A care leaver"
    PARENT = "parent", "A parent"
    RESPONSIBLE = "responsible", "Somebody else with parental responsibility"
    FOSTER_CARER = "foster_carer", "A foster carer of this council"
    SPECIAL_GUARDIAN = "special_guardian", "A special guardian, or their child"
    ADOPTION = "adoption", "Somebody who adopts, wants to adopt or was adopted, or a birth relative"
    FOR_CHILD = "for_child", "An advocate or another adult who speaks for the child"
    INTERESTED = "interested", "A relative, a friend, a professional or another carer"
    ANONYMOUS = "anonymous", "Nobody knows"


class Decided(Worded):
    """An answer that somebody has to decide."""

    YES = "yes", "Yes"
    NO = "no", "No"
    OPEN = "open", "Not decided yet"


class ChildView(Worded):
    """What the child thinks of it."""

    AGREES = "agrees", "They want it, or agree to it"
    KNOWS = "knows", "They know of it and do not mind"
    AGAINST = "against", "They do not want it"
    CANNOT_SAY = "cannot_say", "They are too young, or cannot tell us"
    NOT_ASKED = "not_asked", "Nobody has asked them yet"


class When(Worded):
    """How long ago it happened; regulation 9 draws the line at a year."""

    WITHIN = "within", "Within the last year, or it still goes on"
    OLDER = "older", "More than a year ago"
    NOT_KNOWN = "not_known", "They have not said"


class Elsewhere(Worded):
    """What else looks at the same thing (regulation 8)."""

    NOTHING = "nothing", "Nothing"
    COURT = "court", "A court"
    TRIBUNAL = "tribunal", "A tribunal"
    DISCIPLINARY = "disciplinary", "A disciplinary case against a worker"
    CRIMINAL = "criminal", "The police, or a criminal court"
    NOT_KNOWN = "not_known", "Nobody knows yet"


class Prejudice(Worded):
    """How far looking into it now would get in the way of that."""

    NONE = "none", "It would not"
    PART = "part", "Parts of it would"
    ALL = "all", "All of it would"
    OPEN = "open", "Not decided yet"


class Before(Worded):
    """Whether we had the same thing before."""

    NEW = "new", "No, it is new"
    WAITING = "waiting", "Yes, and that complaint is still open"
    ANSWERED = "answered", "Yes, it was answered and they are not happy with the answer"
    EXHAUSTED = "exhausted", "Yes, it went through every stage"


class Consent(Worded):
    """Whether whoever is spoken for has agreed."""

    GIVEN = "given", "Yes, and we have seen it or heard it"
    CANNOT = "cannot", "They cannot; somebody acts in their best interests"
    AWAITED = "awaited", "Not yet, we have asked"
    NOT_ASKED = "not_asked", "Nobody has asked yet"
    REFUSED = "refused", "They said no"


SETTLED_CONSENT = frozenset({Consent.GIVEN, Consent.CANNOT})
"""With these, somebody may be told or may act."""


class Reason(Worded):
    """Why something is not taken on (domain notes, 2.3; the first two are named in a published report)."""

    COURT_PROCEEDINGS = "court_proceedings", "A court or other proceedings deal with it"
    NO_PR_OR_INVOLVEMENT = "no_pr_or_involvement", "No parental responsibility and no sufficient interest"
    OUT_OF_TIME = "out_of_time", "More than a year ago, and decided not to look at it"
    ALREADY_CONSIDERED = "already_considered", "It went through every stage before"
    OTHER_BODY = "other_body", "Another organisation is responsible"
    STAFF_MATTER = "staff_matter", "A worker's own employment"
    SUITABILITY = "fostering_adoption_suitability", "Whether somebody is suitable to foster or adopt"
    CONFERENCE_DECISION = "conference_decision", "The decision of a child protection conference"
    INSURANCE_CLAIM = "insurance_claim", "A claim for damage or injury"
    DATA_PROTECTION = "data_protection", "Records or data protection"
    SEND_TRIBUNAL = "send_tribunal", "For the tribunal on special educational needs"
    VEXATIOUS = "vexatious", "Vexatious"


TWO_MANAGERS = frozenset({Reason.VEXATIOUS})
"""Reasons that a senior manager has to confirm as well; the rules never suggest them."""


class Route(Worded):
    """Where it can go instead (domain notes, 2.5)."""

    SAFEGUARDING = "safeguarding", "The people who keep children safe"
    CONFERENCE_APPEAL = "conference_appeal", "The appeal against a conference decision"
    SEND_TRIBUNAL = "send_tribunal", "The tribunal on special educational needs"
    REVIEWING_OFFICER = "iro", "The child's independent reviewing officer"
    COURT = "court", "The court, through their solicitor"
    SCHOOL = "school", "The school and its governors"
    HEALTH = "health", "The health service's complaints team"
    POLICE = "police", "The police"
    RECORDS = "sar", "The data protection team, then the Information Commissioner"
    INSURANCE = "insurance", "The council's insurance team"
    OFSTED = "ofsted", "Ofsted"
    OTHER_COUNCIL = "other_council", "The other council"
    INDEPENDENT_REVIEW = "independent_review", "The independent review of suitability decisions"
    STAFF_PROCEDURE = "staff_procedure", "The council's procedure for its own staff"
    OMBUDSMAN = "ombudsman", "The Local Government and Social Care Ombudsman"

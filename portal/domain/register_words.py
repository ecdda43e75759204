"""The vocabularies of the registers of Ombudsman and member enquiries (data dictionary 3.9; states 2.5)."""

from portal.domain.words import Worded


class OmbudsmanState(Worded):
    """Where a case before the Ombudsman stands."""

    NOTIFIED = "notified", "They told us"
    PREMATURE_RETURNED = "premature_returned", "Sent back to us as too early"
    ENQUIRIES = "enquiries", "They asked questions"
    PROVISIONAL = "provisional", "They sent a draft decision"
    DECIDED = "decided", "They decided"
    REMEDY_DUE = "remedy_due", "We have to put it right"
    REMEDIED = "remedied", "We put it right"
    CLOSED = "closed", "Closed"


class OmbudsmanOutcome(Worded):
    """What the Ombudsman decided, in today's words and in those of earlier years."""

    ONGOING = "ongoing", "Ongoing"
    UPHELD_INJUSTICE = "upheld_injustice", "Upheld: fault and injustice"
    UPHELD_NO_INJUSTICE = "upheld_no_injustice", "Upheld: fault, no injustice"
    UPHELD_ALREADY_REMEDIED = "upheld_already_remedied", "Upheld: already put right"
    NOT_UPHELD = "not_upheld", "Not upheld"
    CLOSED_NO_FURTHER_ACTION = "closed_no_further_action", "Closed after first enquiries: no further action"
    CLOSED_OUTSIDE_JURISDICTION = "closed_outside_jurisdiction", "Closed after first enquiries: outside jurisdiction"
    REFERRED_BACK = "referred_back", "Sent back for us to answer first"
    INCOMPLETE_INVALID = "incomplete_invalid", "Incomplete or invalid"
    ADVICE_GIVEN = "advice_given", "Advice given"
    REPORT_ISSUED = "report_issued", "Public report"
    MALADMINISTRATION_NO_INJUSTICE = "maladministration_no_injustice", "Maladministration, no injustice (old words)"
    MALADMINISTRATION_INJUSTICE = "maladministration_injustice", "Maladministration and injustice (old words)"
    NO_MALADMINISTRATION = "no_maladministration", "No maladministration (old words)"
    OMBUDSMAN_DISCRETION = "ombudsman_discretion", "Ombudsman's discretion (old words)"
    LOCAL_SETTLEMENT = "local_settlement", "Local settlement (old words)"
    OUTSIDE_JURISDICTION = "outside_jurisdiction", "Outside jurisdiction (old words)"
    DISCONTINUED = "discontinued", "Investigation discontinued (old words)"
    PREMATURE_INFORMAL = "premature_informal", "Premature or informal enquiry (old words)"


class OmbudsmanService(Worded):
    """What the enquiry is about, because their letters do not keep children's services apart from schools."""

    CHILDRENS_SOCIAL_CARE = "childrens_social_care", "Children's social care"
    EDUCATION = "education", "Education"
    OTHER = "other", "Something else"


class MemberState(Worded):
    """Where a member enquiry stands."""

    RECEIVED = "received", "Received"
    CONSENT_CHECK = "consent_check", "Waiting for consent"
    ALLOCATED = "allocated", "With a team"
    REPLIED = "replied", "Answered"
    CLOSED = "closed", "Closed"


class AskedBy(Worded):
    """Who asks."""

    ELECTED_MEMBER = "elected_member", "Councillor"
    MP = "mp", "Member of Parliament"


class MemberConsent(Worded):
    """Whether the person the member speaks for agreed that we tell the member about a child."""

    NOT_CHECKED = "not_checked", "Not checked yet"
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused: answer without personal details"
    NOT_NEEDED = "not_needed", "Not needed: no personal details"


MAY_BE_ANSWERED = frozenset({MemberConsent.GIVEN, MemberConsent.REFUSED, MemberConsent.NOT_NEEDED})
"""A reply needs an answer to the question of consent first, whatever that answer is."""

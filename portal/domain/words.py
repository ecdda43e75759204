"""Every closed vocabulary that cases are described with, and the words staff read for each code."""

from enum import StrEnum


class Worded(StrEnum):
    """A code with a label in the English of the desk: `Method.EMAIL.label` is "E-mail"."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Worded":
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Audience(Worded):
    """Whose words and whose pages: a child's or an adult's."""

    CHILD = "child", "Child or young person"
    ADULT = "adult", "Adult"


class Kind(Worded):
    """What a representation is (data dictionary 3.1; dataset contract `kind`)."""

    COMPLAINT = "complaint", "Complaint"
    COMMENT = "comment", "Comment"
    COMPLIMENT = "compliment", "Compliment"
    ENQUIRY = "enquiry", "Enquiry"
    ADVOCACY_REQUEST = "advocacy_request", "Advocacy request"
    MEMBER_ENQUIRY = "member_enquiry", "Member enquiry"
    SERVICE_REQUEST = "service_request", "Service request"  # recorded and watched, and counted in no table


class Method(Worded):
    """How a representation reached the authority (3.2); not the same as where, or through whom."""

    EMAIL = "email", "E-mail"
    ONLINE_FORM = "online_form", "Online form"
    PAPER_FORM = "paper_form", "Paper form"
    LETTER = "letter", "Letter"
    TELEPHONE = "telephone", "Telephone"
    IN_PERSON = "in_person", "In person"
    SOCIAL_MEDIA = "social_media", "Social media"
    TEXT_MESSAGE = "text_message", "Text message"
    APP = "app", "App"
    SURGERY_SESSION = "surgery_session", "Surgery session"
    STAFF_RECORDED = "staff_recorded", "Recorded by staff"
    NOT_KNOWN = "not_known", "Not known"


class Point(Worded):
    """Where a representation first arrived in the authority (3.3)."""

    COMPLAINTS_TEAM = "complaints_team", "Complaints team"
    SERVICE_AREA = "service_area", "Service area"
    CONTACT_CENTRE = "contact_centre", "Contact centre"
    DIRECTOR = "director", "Director"
    CHIEF_EXECUTIVE = "chief_executive", "Chief Executive"
    ELECTED_MEMBER = "elected_member", "Elected member"
    MP = "mp", "Member of Parliament"
    OMBUDSMAN = "ombudsman", "Ombudsman (referred back)"
    SENIOR_MANAGER = "senior_manager", "Senior manager"
    CHILDRENS_RIGHTS_SERVICE = "childrens_rights_service", "Children's rights service"
    ADVOCACY_PROVIDER = "advocacy_provider", "Advocacy provider"
    DIRECTOR_SURGERY = "director_surgery", "Director's surgery"
    OTHER = "other", "Other"


class State(Worded):
    """Where a case stands, in the words of the desk; the words for the person are in `public.tracking`."""

    RECEIVED = "received", "New"
    ACCEPTED = "accepted", "Acknowledged"
    ANSWERED = "answered", "Answered"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CLOSED = "closed", "Closed"


class Happening(Worded):
    """What a line of a case's timeline records; the timeline is only ever added to."""

    RECEIVED = "received", "We received it"
    ACKNOWLEDGED = "acknowledged", "We said we have it"
    MESSAGE_FROM_PERSON = "message_from_person", "Message from the person"
    MESSAGE_FROM_TEAM = "message_from_team", "Message from the team"
    ANSWERED = "answered", "We sent our answer"
    ADDED = "added", "More was added"
    NEXT_STEP_ASKED = "next_step_asked", "Not happy with the answer"
    WITHDRAWN = "withdrawn", "Taken back"
    ADVOCATE_ASKED = "advocate_asked", "An advocate was asked for"
    RATED = "rated", "Said how we did"
    OPENED_BY_PERSON = "opened_by_person", "The person looked"
    NOTE = "note", "Note by staff"
    ASSIGNED = "assigned", "Given to an officer"
    METHOD_CHANGED = "method_changed", "Method of receipt changed"
    CALL_ASKED = "call_asked", "A call today was asked for"
    CODE_RENEWED = "code_renewed", "A new secret code was given"
    RELEASED = "released", "Released from the held list"
    CONTACT_OVERRIDDEN = "contact_overridden", "Contacted by another way than chosen"
    CONCERN_RECORDED = "concern_recorded", "A concern was written down"
    CONCERN_CHANGED = "concern_changed", "A concern was changed"
    CONCERN_SPLIT = "concern_split", "A concern was split"
    CONCERNS_MERGED = "concerns_merged", "Concerns were put together"
    STATEMENT_WRITTEN = "statement_written", "The statement of complaint was written"
    STATEMENT_AGREED = "statement_agreed", "The person agreed the statement"
    OUTCOME_RECORDED = "outcome_recorded", "An outcome was recorded"
    OVERALL_SET = "overall_set", "The overall outcome was set"
    TEAMS_SET = "teams_set", "The teams were set"
    CASES_LINKED = "cases_linked", "Linked with another case"
    RESOLUTION_RECORDED = "resolution_recorded", "Something to put it right was agreed"
    PAYMENT_RECORDED = "payment_recorded", "A payment was recorded"
    EXPENSE_RECORDED = "expense_recorded", "A cost was recorded"
    LEARNING_RECORDED = "learning_recorded", "Something to learn was written down"
    LEARNING_REVIEWED = "learning_reviewed", "A learning action was looked at"
    CORRECTIVE_RECORDED = "corrective_recorded", "Whether the answer put something right was recorded"
    CHANGE_TOLD = "change_told", "Told what changed because of them"
    CHILD_RECORDED = "child_recorded", "A child was written down"
    MONITORING_RECORDED = "monitoring_recorded", "Monitoring answers were kept apart"
    WHO_RECORDED = "who_recorded", "Whose complaint it is was recorded"
    ADVOCATE_OFFERED = "advocate_offered", "An advocate was offered"
    CONSENT_RECORDED = "consent_recorded", "Consent was recorded"
    CONSENT_REVOKED = "consent_revoked", "Consent was taken back"
    COMPLIMENT_RECORDED = "compliment_recorded", "Where it comes from was recorded"
    SHARED_WITH_SERVICE = "shared_with_service", "Passed to the worker and the managers"
    REGISTER_LINKED = "register_linked", "Entered in a register"
    EXTENDED = "extended", "We took more time"
    CLOCK_PAUSED = "clock_paused", "The clock stands still"
    CLOCK_RESUMED = "clock_resumed", "The clock runs again"
    CLOCK_UNDONE = "clock_undone", "An entry of the clock was a mistake"
    LAPSED = "lapsed", "The longest time passed without an answer"
    STEP_TAKEN = "step_taken", "The next step was taken"
    APPOINTED = "appointed", "Somebody was named to look into it"
    APPOINTMENT_ENDED = "appointment_ended", "Somebody no longer looks into it"
    FEE_AGREED = "fee_agreed", "A fee was agreed"
    REPORT_RECEIVED = "report_received", "A report came"
    RECOMMENDATION_RECORDED = "recommendation_recorded", "A recommendation was written down"
    RECOMMENDATION_ANSWERED = "recommendation_answered", "A recommendation was answered"
    PANEL_SET = "panel_set", "The panel was set up"
    SCREENED = "screened", "Looked at: who, about what, and when"
    LETTER_PRINTED = "letter_printed", "A letter was printed for the post"
    SAFETY_RAISED = "safety_raised", "Somebody may not be safe"
    SAFETY_LOOKED_AT = "safety_looked_at", "The people on safeguarding duty looked at it"
    ADVOCATE_PASSED_ON = "advocate_passed_on", "Passed on to the advocacy provider"
    ADVOCATE_TAKEN_ON = "advocate_taken_on", "The advocacy provider took it on"
    ADVOCATE_NAMED = "advocate_named", "An advocate is found"
    ADVOCATE_TRIED = "advocate_tried", "An advocate tried to get in touch"
    ADVOCATE_IN_TOUCH = "advocate_in_touch", "The advocate is in touch"
    ADVOCATE_CANNOT = "advocate_cannot", "The advocacy provider cannot"
    ADVOCATE_ENDED = "advocate_ended", "The advocate’s help came to its end"
    PAPER_ADDED = "paper_added", "A paper was added"
    PAPER_SHARED = "paper_shared", "The person may read a paper"
    PAPER_WITHDRAWN = "paper_withdrawn", "A paper is not for the person any more"
    FILE_INFECTED = "file_infected", "A virus was found in a file, which nobody can open now"
    HEARD_ALONE = "heard_alone", "Somebody checked with the child alone"
    CHILD_AGREED = "child_agreed", "The child’s agreement was recorded"
    SPEAKER_CHECKED = "speaker_checked", "Checked who speaks for the child, and that they may act"
    HELD_FROM_GOING = "held_from_going", "It has to be kept, whatever its dates say"
    MAY_GO = "may_go", "It may be let go when its time comes"
    LINK_CUT = "link_cut", "The child wants to go on without whoever spoke for them"


PUBLIC_HAPPENINGS = frozenset(
    {
        Happening.RECEIVED,
        Happening.ACKNOWLEDGED,
        Happening.MESSAGE_FROM_PERSON,
        Happening.MESSAGE_FROM_TEAM,
        Happening.ANSWERED,
        Happening.ADDED,
        Happening.NEXT_STEP_ASKED,
        Happening.WITHDRAWN,
        Happening.ADVOCATE_ASKED,
        Happening.CHANGE_TOLD,
        Happening.LINK_CUT,
        Happening.PAPER_SHARED,
        Happening.ADVOCATE_PASSED_ON,
        Happening.ADVOCATE_TAKEN_ON,
        Happening.ADVOCATE_IN_TOUCH,
        Happening.ADVOCATE_CANNOT,
        Happening.ADVOCATE_ENDED,
    }
)
"""What the person sees of their timeline: never notes, assignments or anything about other people."""


class ContactWay(Worded):
    """How a person said they may be reached (people 2.h); anything not chosen is not allowed."""

    CODE_ONLY = "code_only", "Looks here with the code"
    TEXT = "text", "Text message"
    CALL = "call", "Phone call"
    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    IN_PERSON = "in_person", "In person"
    TRUSTED = "trusted", "Through someone they trust"
    NONE = "none", "Do not get back to them"


class Side(Worded):
    """Who wrote a message."""

    PERSON = "person", "The person"
    TEAM = "team", "The team"
    SPEAKER = "speaker", "Whoever speaks for the child"


class LetterState(Worded):
    """Where a letter in the outbox stands."""

    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    DEAD = "dead", "Could not be sent"

"""Every closed vocabulary that cases are described with, and the words staff read for each code."""

from enum import StrEnum

from portal.domain.wording import N_


class Worded(StrEnum):
    """A code with a label: `Method.EMAIL.label` is "E-mail"."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Worded":
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Audience(Worded):
    """Whose words and whose pages: a child's or an adult's."""

    CHILD = "child", N_("Child or young person")
    ADULT = "adult", N_("Adult")


class Kind(Worded):
    """What a representation is (data dictionary 3.1; dataset contract `kind`)."""

    COMPLAINT = "complaint", N_("Complaint")
    COMMENT = "comment", N_("Comment")
    COMPLIMENT = "compliment", N_("Compliment")
    ENQUIRY = "enquiry", N_("Enquiry")
    ADVOCACY_REQUEST = "advocacy_request", N_("Advocacy request")
    MEMBER_ENQUIRY = "member_enquiry", N_("Member enquiry")


class Method(Worded):
    """How a representation reached the authority (3.2); not the same as where, or through whom."""

    EMAIL = "email", N_("E-mail")
    ONLINE_FORM = "online_form", N_("Online form")
    PAPER_FORM = "paper_form", N_("Paper form")
    LETTER = "letter", N_("Letter")
    TELEPHONE = "telephone", N_("Telephone")
    IN_PERSON = "in_person", N_("In person")
    SOCIAL_MEDIA = "social_media", N_("Social media")
    TEXT_MESSAGE = "text_message", N_("Text message")
    APP = "app", N_("App")
    SURGERY_SESSION = "surgery_session", N_("Surgery session")
    STAFF_RECORDED = "staff_recorded", N_("Recorded by staff")
    NOT_KNOWN = "not_known", N_("Not known")


class Point(Worded):
    """Where a representation first arrived in the authority (3.3)."""

    COMPLAINTS_TEAM = "complaints_team", N_("Complaints team")
    SERVICE_AREA = "service_area", N_("Service area")
    CONTACT_CENTRE = "contact_centre", N_("Contact centre")
    DIRECTOR = "director", N_("Director")
    CHIEF_EXECUTIVE = "chief_executive", N_("Chief Executive")
    ELECTED_MEMBER = "elected_member", N_("Elected member")
    MP = "mp", N_("Member of Parliament")
    OMBUDSMAN = "ombudsman", N_("Ombudsman (referred back)")
    SENIOR_MANAGER = "senior_manager", N_("Senior manager")
    CHILDRENS_RIGHTS_SERVICE = "childrens_rights_service", N_("Children's rights service")
    ADVOCACY_PROVIDER = "advocacy_provider", N_("Advocacy provider")
    DIRECTOR_SURGERY = "director_surgery", N_("Director's surgery")
    OTHER = "other", N_("Other")


class State(Worded):
    """Where a case stands, in the words of the desk; the words for the person are in `public.tracking`."""

    RECEIVED = "received", N_("New")
    ACCEPTED = "accepted", N_("Acknowledged")
    ANSWERED = "answered", N_("Answered")
    WITHDRAWN = "withdrawn", N_("Withdrawn")
    CLOSED = "closed", N_("Closed")


class Happening(Worded):
    """What a line of a case's timeline records; the timeline is only ever added to."""

    RECEIVED = "received", N_("We received it")
    ACKNOWLEDGED = "acknowledged", N_("We said we have it")
    MESSAGE_FROM_PERSON = "message_from_person", N_("Message from the person")
    MESSAGE_FROM_TEAM = "message_from_team", N_("Message from the team")
    ANSWERED = "answered", N_("We sent our answer")
    ADDED = "added", N_("More was added")
    NEXT_STEP_ASKED = "next_step_asked", N_("Not happy with the answer")
    WITHDRAWN = "withdrawn", N_("Taken back")
    ADVOCATE_ASKED = "advocate_asked", N_("An advocate was asked for")
    RATED = "rated", N_("Said how we did")
    OPENED_BY_PERSON = "opened_by_person", N_("The person looked")
    NOTE = "note", N_("Note by staff")
    ASSIGNED = "assigned", N_("Given to an officer")
    METHOD_CHANGED = "method_changed", N_("Method of receipt changed")
    CALL_ASKED = "call_asked", N_("A call today was asked for")
    CODE_RENEWED = "code_renewed", N_("A new secret code was given")
    RELEASED = "released", N_("Released from the held list")
    CONTACT_OVERRIDDEN = "contact_overridden", N_("Contacted by another way than chosen")


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
    }
)
"""What the person sees of their timeline: never notes, assignments or anything about other people."""


class ContactWay(Worded):
    """How a person said they may be reached (people 2.h); anything not chosen is not allowed."""

    CODE_ONLY = "code_only", N_("Looks here with the code")
    TEXT = "text", N_("Text message")
    CALL = "call", N_("Phone call")
    EMAIL = "email", N_("E-mail")
    LETTER = "letter", N_("Letter")
    IN_PERSON = "in_person", N_("In person")
    TRUSTED = "trusted", N_("Through someone they trust")
    NONE = "none", N_("Do not get back to them")


class Side(Worded):
    """Who wrote a message."""

    PERSON = "person", N_("The person")
    TEAM = "team", N_("The team")


class LetterState(Worded):
    """Where a letter in the outbox stands."""

    WAITING = "waiting", N_("Waiting")
    SENT = "sent", N_("Sent")
    DEAD = "dead", N_("Could not be sent")

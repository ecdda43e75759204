"""The words of the audit: what kind of deed a line keeps, who did it, and why something was refused."""

from portal.domain.words import Worded


class Deed(Worded):
    """What kind of thing somebody did, or tried to do."""

    SAW = "saw", "Saw"
    CHANGED = "changed", "Changed"
    EXPORTED = "exported", "Exported"
    LET_GO = "let_go", "Let go of"
    REFUSED = "refused", "Was refused"
    SAID_WHY = "said_why", "Said why"
    SIGNED_IN = "signed_in", "Signed in"
    SIGNED_OUT = "signed_out", "Signed out"
    VOUCHED = "vouched", "Vouched for the lines before"


class By(Worded):
    """Who did it."""

    OFFICER = "officer", "An officer"
    PERSON = "person", "The person"
    PORTAL = "portal", "The portal itself"
    NOBODY_KNOWN = "nobody_known", "Somebody who is not signed in"
    UNNAMED = "unnamed", "Not written down"  # a change whose verb forgot to say who made it, found all the same


class Refusal(Worded):
    """Why somebody was not let in."""

    CONFLICT = "conflict", "it may be about them"
    NOT_THEIRS = "not_theirs", "not given to them"
    ROLE = "role", "not for their role"
    NO_SUCH_CASE = "no_such_case", "no such case"
    PASSWORD_AGAIN = "password_again", "asked for the password again"
    WRONG_SIGN_IN = "wrong_sign_in", "wrong password or code"
    WRONG_CODE = "wrong_code", "wrong number or secret code"

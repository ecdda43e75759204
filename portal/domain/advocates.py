"""A request for an advocate as the advocacy provider sees it: what is passed on, where it stands, what may follow."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from unicodedata import category

from portal.domain.journeys import JOURNEYS
from portal.domain.journeys.pages import Answer, Answers
from portal.domain.submissions import SafeContact, Submission, safe_contact
from portal.domain.wording import N_
from portal.domain.words import ContactWay, Worded


class Origin(Worded):
    """Where somebody said yes to an advocate."""

    ASKED_HERE = "asked_here", "Asked for on its own page"
    IN_FORM = "in_form", "Said yes in the form"
    ON_THEIR_PAGE = "on_their_page", "Asked on the page where they see how it goes"
    THROUGH_TEAM = "through_team", "Said yes to the complaints team"


class Standing(Worded):
    """Where a request stands with the provider."""

    WAITING = "waiting", "Not taken on yet"
    TAKEN_ON = "taken_on", "Taken on, not in touch yet"
    IN_TOUCH = "in_touch", "In touch"
    OVER = "over", "Over"


class Ending(Worded):
    """How a request came to its end."""

    FINISHED = "finished", "The advocate’s help came to its end"
    CANNOT = "cannot", "The provider could not take it on"
    NOT_WANTED = "not_wanted", "They do not want an advocate any more"


class Cannot(Worded):
    """Why an advocacy provider does not take a request on."""

    NOBODY_FREE = "nobody_free", "No advocate is free in time"
    OTHER_SIDE = "other_side", "We already help somebody else in this"
    NOT_OURS = "not_ours", "It is outside what we can take on"
    NOT_REACHED = "not_reached", "We tried, and could not reach them"
    NOT_WANTED = "not_wanted", "They do not want an advocate any more"


class Tried(Worded):
    """How an advocate tried to make contact."""

    CALL = "call", "Phone call"
    TEXT = "text", "Text message"
    EMAIL = "email", "E-mail"
    VISIT = "visit", "Visit"
    THROUGH_OTHER = "through_other", "Through the person they named"


WHY_NOT: Mapping[Cannot, str] = MappingProxyType(
    {
        Cannot.NOBODY_FREE: N_("They have nobody free at the moment."),
        Cannot.OTHER_SIDE: N_("They already help someone else in this. An advocate can be on one side only."),
        Cannot.NOT_OURS: N_("They help with other things. They cannot help with this."),
        Cannot.NOT_REACHED: N_("They tried to reach you, and could not."),
        Cannot.NOT_WANTED: N_("You said that you do not want an advocate now."),
    }
)
"""What the person is told, in plain words."""
WHO_IT_IS = N_("Your advocate is called %(advocate)s.")
COMING = N_("They will get in touch in the safe way you chose.")
ANOTHER_WAY = N_("We will look for someone else to be on your side. Send us a message if you know who you would like.")
ASK_AGAIN = N_("You can ask for an advocate again at any time.")

LONGEST_NAME = 20
"""Signs of an advocate's first name."""
BETWEEN_LETTERS = frozenset(" -.'’\u200c\u200d")
"""What stands in names beside letters; the last two join and part the letters of some alphabets."""

PASSED_ON = (
    "name", "contact_way", "phone", "email", "address", "meet_where", "trusted_who", "trusted_name", "trusted_reach",
    "may_say_who", "may_leave_message", "good_times", "code_word", "unsafe_note", "do_not_tell", "needs", "needs_other",
    "language_talk", "language_read", "interpreter_gender",
)  # fmt: skip
"""Of a complaint the provider learns how to reach somebody safely and what they need: never what happened."""


def least(told: Answers, contact: SafeContact) -> dict[str, Answer]:
    """What is passed on of a case; how to reach them is taken from where the team keeps it up to date."""
    known: dict[str, Answer] = {**told, **contact.details, "contact_way": contact.way.value}
    known["may_say_who"] = "yes" if contact.may_say_who else "no"
    known["may_leave_message"] = "yes" if contact.may_leave_message else "no"
    return {key: known[key] for key in PASSED_ON if known.get(key)}


def reached_by(passed_on: Answers) -> SafeContact:
    """How they may be reached, as it was passed on."""
    found, who = safe_contact(passed_on), passed_on.get("trusted_who")
    return replace(found, details={"trusted_who": who, **found.details}) if who else found


def no_way_to(passed_on: Answers) -> bool:
    """Whether nobody may be called, written to or seen: they look with their code, or call the provider."""
    return not passed_on.get("speaker_name") and reached_by(passed_on).way in {ContactWay.CODE_ONLY, ContactWay.NONE}


def kept_of(submission: Submission) -> Submission:
    """What the council keeps: of what is for the provider alone only that it was sent, when, and in which language."""
    if not JOURNEYS[submission.journey].sends.passed_on:
        return submission
    return replace(submission, answers={}, contact=SafeContact(ContactWay.CODE_ONLY, False, False, {}))


def is_first_name(typed: str) -> bool:
    """Whether this is a name alone, in any alphabet: a child is told it, so it is no link, number or sentence."""
    letters = [sign for sign in typed if category(sign)[0] in "LM"]
    between = [sign for sign in typed if sign in BETWEEN_LETTERS]
    return bool(letters) and len(letters) + len(between) == len(typed) <= LONGEST_NAME


def standing(accepted_on: date | None, in_touch_on: date | None, over_on: date | None) -> Standing:
    """Where a request stands, from its dates."""
    if over_on:
        return Standing.OVER
    if in_touch_on:
        return Standing.IN_TOUCH
    return Standing.TAKEN_ON if accepted_on else Standing.WAITING

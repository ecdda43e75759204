"""Who can follow what was sent for a child: two secrets, and how the child can be reached safely, if at all."""

from dataclasses import replace

from portal.domain.journeys import for_child_choices, safe_contact
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, when
from portal.domain.journeys.young_person_contact import UNSAFE_NOTE
from portal.domain.wording import N_

REACHED = ("text", "call", "email", "letter", "in_person")

CODES = Page(
    slug="9",
    heading=N_("Who should get the code to follow this?"),
    title=N_("Who can follow it"),
    text=(Line(N_("The child can have their own code. It opens a page with words for a young person."), safety=True),),
    questions=(
        Question(
            key="code_for",
            label=N_("Who should get the code to follow this?"),
            field=Field.CHOICE,
            why=N_("Each of you has your own code. The child can stop yours at any time."),
            readers=(Reader.TEAM, Reader.SYSTEM),
            options=for_child_choices.CODE_FOR,
            required=True,
            error=N_("Pick who should get a code."),
            error_again=N_(
                "Pick one to go on. If you are not sure, pick “Only me”. We can give the child a code later."
            ),
            safety=True,
        ),
    ),
)

REACH = Page(
    slug="9b",
    heading=N_("How can we reach the child safely?"),
    title=N_("How to reach them"),
    only=(when("code_for", "both", "child"),),
    text=(
        Line(
            N_("Leave this blank if there is no safe way. We give you a card with the child’s own code."), safety=True
        ),
        safe_contact.PLAIN_ENVELOPE,
    ),
    questions=(
        Question(
            key="contact_way",
            label=N_("How does the child want to hear from us?"),
            field=Field.CHOICE,
            why=N_("We only use the way the child picks."),
            readers=safe_contact.DESK,
            options=for_child_choices.CHILD_CONTACT_WAYS,
            safety=True,
        ),
        replace(
            safe_contact.PHONE,
            label=N_("Their phone number"),
            why=N_("The child asked us to use it."),
            autocomplete="off",
        ),
        replace(
            safe_contact.EMAIL,
            label=N_("Their email address"),
            why=N_("The child asked us to use it."),
            autocomplete="off",
        ),
        replace(safe_contact.ADDRESS, why=N_("The child asked us to use it."), autocomplete="off"),
        replace(safe_contact.MEET_WHERE, why=N_("The child knows which places feel right.")),
        replace(safe_contact.MAY_SAY_WHO, only=(when("contact_way", *REACHED),)),
        safe_contact.MAY_LEAVE_MESSAGE,
        replace(safe_contact.CODE_WORD, only=(when("contact_way", *REACHED),)),
        UNSAFE_NOTE,
    ),
)

CODE_PAGES = (CODES, REACH)

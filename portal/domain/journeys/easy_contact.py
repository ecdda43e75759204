"""The second half of the journey in pictures: is the child safe, do they want a helper, and whom may we talk to."""

from dataclasses import replace

from portal.domain.journeys import easy_choices as tiles
from portal.domain.journeys import safe_contact
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, Sooner, when
from portal.domain.wording import N_

IF_SCARED = Sooner("2", (when("feelings", "scared"),))

SAFE = Page(
    slug="5",
    heading=N_("Do you feel safe?"),
    title=N_("One more thing"),
    sooner=IF_SCARED,
    questions=(
        Question(
            key="safe",
            label=N_("Do you feel safe?"),
            field=Field.CHOICE,
            why=N_("If you are not safe, we want you to get help now."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            options=tiles.SAFE,
            safety=True,
        ),
    ),
)

HELP_NOW = Page(
    slug="5b",
    heading=N_("Get help now"),
    title=N_("Phone numbers"),
    layout="help",
    only=(when("safe", "no", "unsure"),),
    sooner=IF_SCARED,
    text=(
        Line(N_("Tell a grown-up you trust."), safety=True),
        Line(N_("Call Childline. It is free."), safety=True, call="0800 1111"),
        Line(N_("If you are in danger, call 999."), safety=True, call="999"),
        Line(N_("Or call our team on %(duty_phone)s."), safety=True, call="%(duty_phone)s"),
    ),
    questions=(
        replace(safe_contact.CALL_ME, options=tiles.CALL_ME, why=N_("So that help can start now.")),
        safe_contact.CALL_PHONE,
    ),
    note=safe_contact.WILL_CALL,
    note_when=safe_contact.WILL_CALL.only,
    button=N_("Carry on"),
)

ADVOCATE = Page(
    slug="6",
    heading=N_("Do you want a helper?"),
    title=N_("Someone with you"),
    text=(
        Line(N_("An advocate helps you say what you want. It is free."), picture="advocate"),
        Line(N_("You can say yes. Then we tell them your name and how to find you."), safety=True),
    ),
    questions=(
        Question(
            key="advocate",
            label=N_("Do you want a helper?"),
            field=Field.CHOICE,
            why=N_("You can have someone on your side."),
            readers=(Reader.TEAM, Reader.ADVOCATE, Reader.REPORT, Reader.SYSTEM),
            options=tiles.ADVOCATE,
            safety=True,
        ),
    ),
)

CONTACT_WAY = Page(
    slug="7",
    heading=N_("Who can we talk to?"),
    questions=(
        Question(
            key="contact_way",
            label=N_("Who can we talk to?"),
            field=Field.CHOICE,
            why=N_("We only use the way you pick."),
            readers=safe_contact.DESK,
            options=tiles.CONTACT_WAYS,
            hint=N_("Pick one"),
            required=True,
            error=N_("Pick one. You can pick the last one."),
            error_again=N_("Pick one to go on. If you are not sure, pick the last one. Then we will not call you."),
            safety=True,
        ),
    ),
)

THEIR_NAME = Question(
    key="trusted_name",
    label=N_("What is their name?"),
    field=Field.SHORT_TEXT,
    why=N_("You asked us to talk to them."),
    readers=safe_contact.DESK,
    required=True,
    error=N_("Write their name, like Gran or Mr Khan."),
    error_again=N_("We need a name so we talk to the right person. Or go back and pick again."),
    only=(when("contact_way", "carer", "teacher", "advocate"),),
    autocomplete="off",
    safety=True,
)

REACH = Page(
    slug="7b",
    heading=N_("How do we find you?"),
    title=N_("How we find you"),
    only=(when("contact_way", "in_person", "call", "carer", "teacher", "advocate", "letter"),),
    text=(Line(N_("We use this only for what you told us."), safety=True),),
    questions=(
        replace(safe_contact.PHONE, only=(when("contact_way", "call"),)),
        replace(
            safe_contact.ADDRESS,
            label=N_("Where do we write to you?"),
            error=N_("Write the house, street and town. Or go back and pick again."),
            error_again=N_("We need the house, the street and the town. Or go back and pick again."),
        ),
        replace(
            safe_contact.MEET_WHERE,
            label=N_("Where can we see you?"),
            hint=N_("Like at school. You can leave this blank"),
        ),
        THEIR_NAME,
    ),
)

ABOUT_YOU = Page(
    slug="8",
    heading=N_("Your name and age"),
    text=(Line(N_("You can leave this blank.")),),
    questions=(
        Question(
            key="name",
            label=N_("My name"),
            field=Field.SHORT_TEXT,
            why=N_("So we can talk to you by name."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.ADVOCATE),
            autocomplete="given-name",
        ),
        Question(
            key="age",
            label=N_("My age"),
            field=Field.AGE,
            why=N_("So we use the right words."),
            readers=(Reader.TEAM, Reader.REPORT),
            error=N_("Write your age as a number, like 8. Or leave it blank."),
            error_again=N_("We could not read your age. Use only numbers, like 8. You can leave it blank."),
            autocomplete="off",
        ),
    ),
)

CONTACT_PAGES = (SAFE, HELP_NOW, ADVOCATE, CONTACT_WAY, REACH, ABOUT_YOU)

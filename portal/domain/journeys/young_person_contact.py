"""The second half of the young person's journey: how to get back to them, who they are, and what they need."""

from portal.domain.journeys import choices
from portal.domain.journeys.pages import Field, Line, Over, Page, Question, Reader, when
from portal.domain.journeys.safe_contact import (
    ADDRESS,
    CODE_WORD,
    DESK,
    EMAIL,
    GOOD_TIMES,
    MAY_LEAVE_MESSAGE,
    MAY_SAY_WHO,
    MEET_WHERE,
    PHONE,
    PLAIN_ENVELOPE,
)
from portal.domain.wording import N_

CONTACT_WAY = Page(
    slug="6",
    heading=N_("How should we get back to you?"),
    text=(PLAIN_ENVELOPE,),
    questions=(
        Question(
            key="contact_way",
            label=N_("How should we get back to you?"),
            field=Field.CHOICE,
            why=N_("We only use the way you pick."),
            readers=DESK,
            options=choices.YOUNG_CONTACT_WAYS,
            hint=N_("Pick the one that feels safe"),
            required=True,
            error=N_("Pick how we should get back to you. You can pick “I will look here with my code”."),
            error_again=N_(
                "Pick one to go on. If you are not sure, pick “I will look here with my code”. "
                "Then we will not call or write to you."
            ),
            safety=True,
        ),
    ),
)

TRUSTED_NAME = Question(
    key="trusted_name",
    label=N_("Who do you trust?"),
    field=Field.SHORT_TEXT,
    why=N_("You asked us to talk to them."),
    readers=DESK,
    hint=N_("What we should call them"),
    required=True,
    error=N_("Write who we can talk to, like Gran or Mr Khan."),
    error_again=N_("We need a name so we talk to the right person. Or go back and pick another way."),
    only=(when("contact_way", "trusted"),),
    autocomplete="off",
    safety=True,
)

TRUSTED_REACH = Question(
    key="trusted_reach",
    label=N_("How can we reach them?"),
    field=Field.SHORT_TEXT,
    why=N_("So we reach that person and no one else."),
    readers=DESK,
    hint=N_("A phone number, an email address or where they work"),
    required=True,
    error=N_("Write how we can reach them, like a phone number."),
    error_again=N_("We need one way to reach them. If you do not know one, go back and pick another way."),
    only=(when("contact_way", "trusted"),),
    autocomplete="off",
    safety=True,
)

UNSAFE_NOTE = Question(
    key="unsafe_note",
    label=N_("Is there a time or place that is not safe?"),
    field=Field.SHORT_TEXT,
    why=N_("So we stay away from it."),
    readers=DESK,
    hint=N_("You can leave this blank"),
    autocomplete="off",
    safety=True,
)

REACH = Page(
    slug="6b",
    heading=N_("How to reach you safely"),
    title=N_("How to reach you"),
    only=(when("contact_way", "text", "call", "email", "letter", "in_person", "trusted"),),
    text=(Line(N_("We use this only for your complaint."), safety=True),),
    questions=(
        PHONE,
        EMAIL,
        ADDRESS,
        MEET_WHERE,
        TRUSTED_NAME,
        TRUSTED_REACH,
        MAY_SAY_WHO,
        MAY_LEAVE_MESSAGE,
        GOOD_TIMES,
        CODE_WORD,
        UNSAFE_NOTE,
    ),
)

ABOUT_YOU = Page(
    slug="7",
    heading=N_("About you"),
    text=(Line(N_("Fill in the bits you want to. You can leave it all blank.")),),
    note=Line(N_("The adult form may fit you better. You can carry on here.")),
    note_when=(Over("age", 25),),
    note_to="adult",
    questions=(
        Question(
            key="name",
            label=N_("What should we call you?"),
            field=Field.SHORT_TEXT,
            why=N_("So we can talk to you by name."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.ADVOCATE),
            hint=N_("A first name or nickname is fine"),
            autocomplete="given-name",
        ),
        Question(
            key="age",
            label=N_("How old are you?"),
            field=Field.AGE,
            why=N_("So we use the right words. We also count how many people of each age we help."),
            readers=(Reader.TEAM, Reader.REPORT),
            error=N_("Write your age as a number, like 12. Or leave it blank."),
            error_again=N_(
                "We could not read your age. Use only numbers, like 12. You can leave it blank and carry on."
            ),
            autocomplete="off",
        ),
        Question(
            key="worker",
            label=N_("Who is your social worker or PA?"),
            field=Field.SHORT_TEXT,
            why=N_("So it goes to the right team, and not to the wrong person."),
            readers=(Reader.TEAM, Reader.SYSTEM),
            autocomplete="off",
        ),
    ),
)

DO_NOT_TELL = Page(
    slug="8",
    heading=N_("Is there anyone we should not tell?"),
    title=N_("Who we talk to"),
    text=(
        Line(
            N_("We may need to talk to people to put this right. We will ask you first, unless someone is in danger."),
            promise="ask_you_first",
            otherwise=N_("We may need to talk to people to put this right."),
            safety=True,
        ),
    ),
    questions=(
        Question(
            key="do_not_tell",
            label=N_("Is there anyone we should not tell?"),
            field=Field.SHORT_TEXT,
            why=N_("So we do not make things worse for you."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            hint=N_("Like a carer, a parent or a worker. You can leave this blank"),
            autocomplete="off",
            safety=True,
        ),
    ),
)

LANGUAGE_TALK = Question(
    key="language_talk",
    label=N_("What language do you want to talk in?"),
    field=Field.SHORT_TEXT,
    why=N_("So we find someone who speaks it."),
    readers=(Reader.TEAM, Reader.ADVOCATE),
    hint=N_("You can say where you speak it too, like Arabic from Sudan"),
    only=(when("needs", "language"),),
)

NEEDS = Page(
    slug="9",
    heading=N_("Do you need help from us?"),
    title=N_("What helps you"),
    questions=(
        Question(
            key="needs",
            label=N_("Do you need help from us?"),
            field=Field.TICKS,
            why=N_("You tell us once. Then we do it each time."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.ADVOCATE),
            options=choices.YOUNG_NEEDS,
            hint=N_("Pick as many as you like"),
            anything_else=True,
        ),
        LANGUAGE_TALK,
        Question(
            key="language_read",
            label=N_("What language do you want to read?"),
            field=Field.SHORT_TEXT,
            why=N_("So we can write to you in it."),
            readers=(Reader.TEAM, Reader.ADVOCATE),
            only=(when("needs", "language"),),
        ),
    ),
)

CONTACT_PAGES = (CONTACT_WAY, REACH, ABOUT_YOU, DO_NOT_TELL, NEEDS)

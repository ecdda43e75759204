"""The first part of speaking for a child: who speaks, for whom, and whether the child has agreed."""

from portal.domain.journeys import for_child_choices
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, when
from portal.domain.wording import N_

DESK = (Reader.TEAM, Reader.MANAGER, Reader.SYSTEM)

NAME = Question(
    key="speaker_name",
    label=N_("Your name"),
    field=Field.SHORT_TEXT,
    why=N_("So we know who we are talking to."),
    readers=DESK,
    required=True,
    error=N_("Write your name."),
    error_again=N_("We need a name to call you by. A first name is fine."),
    autocomplete="name",
)

ORGANISATION = Question(
    key="organisation",
    label=N_("The name of your service or school"),
    field=Field.SHORT_TEXT,
    why=N_("So we know who you work for."),
    readers=DESK,
    hint=N_("You can leave this blank"),
    autocomplete="organization",
)

EMAIL = Question(
    key="speaker_email",
    label=N_("Your work email"),
    field=Field.EMAIL,
    why=N_("So we can reach you."),
    readers=DESK,
    hint=N_("We need your email or your phone number"),
    required=True,
    error=N_("Add your work email or phone so we can reach you."),
    error_again=N_("We need one way to reach you. Add an email like name@example.com, or a phone number."),
    instead=("speaker_phone",),
    autocomplete="email",
    safety=True,
)

PHONE = Question(
    key="speaker_phone",
    label=N_("Your work phone number"),
    field=Field.PHONE,
    why=N_("So we can reach you."),
    readers=DESK,
    error=N_("Write a phone number we can use, like 07700 900982."),
    error_again=N_("We could not use that number. Type all of it, like 07700 900982. Or leave it blank."),
    autocomplete="tel",
    safety=True,
)

CHILD_NAME = Question(
    key="name",
    label=N_("Their name or nickname"),
    field=Field.SHORT_TEXT,
    why=N_("So we call the child what they want to be called."),
    readers=DESK,
    required=True,
    error=N_("Add a name or nickname. Initials are fine."),
    error_again=N_("We need something to call the child. The first letters of their name are fine."),
    autocomplete="off",
)

CHILD_AGE = Question(
    key="age",
    label=N_("How old are they?"),
    field=Field.AGE,
    why=N_("So we use the right words. We also count how many people of each age we help."),
    readers=(Reader.TEAM, Reader.REPORT),
    hint=N_("You can leave this blank"),
    error=N_("Write the age as a number, like 12. Or leave it blank."),
    error_again=N_("We could not read the age. Use only numbers, like 12. You can leave it blank and carry on."),
    autocomplete="off",
)

AGREED = Question(
    key="agreement",
    label=N_("Has the child agreed to this?"),
    field=Field.CHOICE,
    why=N_("It is the child’s complaint. What they want comes first."),
    readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT, Reader.SYSTEM),
    options=for_child_choices.AGREEMENTS,
    required=True,
    error=N_("Pick the answer that is true today. You can send it whichever you pick."),
    error_again=N_("Pick one to carry on. If you have not asked the child yet, pick “Not yet”. You can still send it."),
    safety=True,
)

SPEAKER = Page(
    slug="1",
    heading=N_("Your details"),
    title=N_("About you"),
    questions=(
        NAME,
        Question(
            key="role",
            label=N_("Where are you from?"),
            field=Field.CHOICE,
            why=N_("We count each year how many children an advocate spoke for."),
            readers=(Reader.TEAM, Reader.REPORT),
            options=for_child_choices.SPEAKERS,
        ),
        ORGANISATION,
        EMAIL,
        PHONE,
    ),
)

CHILD = Page(
    slug="2",
    heading=N_("Who are you speaking for?"),
    title=N_("Who it is about"),
    text=(Line(N_("Use the name the child wants us to use.")),),
    questions=(
        CHILD_NAME,
        CHILD_AGE,
        Question(
            key="worker",
            label=N_("Their social worker or team, if you know"),
            field=Field.SHORT_TEXT,
            why=N_("So it goes to the right team, and not to the wrong person."),
            readers=(Reader.TEAM, Reader.SYSTEM),
            autocomplete="off",
        ),
    ),
)

AGREEMENT = Page(
    slug="3",
    heading=N_("Has the child agreed to this?"),
    title=N_("What they said"),
    text=(
        Line(
            N_("You can send it whichever you pick. Until we know that the child agrees, we contact only you."),
            safety=True,
        ),
    ),
    questions=(
        AGREED,
        Question(
            key="best_interests",
            label=N_("Why do you think this is best for the child?"),
            field=Field.LONG_TEXT,
            why=N_("So we know why you speak for a child who cannot."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("You can leave this blank"),
            only=(when("agreement", "best_interests"),),
            autocomplete="off",
        ),
    ),
)

WHO_PAGES = (SPEAKER, CHILD, AGREEMENT)

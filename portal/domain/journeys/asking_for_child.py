"""An adult asks for an advocate for a child: who they are, for whom they ask, and whether the child agreed."""

from portal.domain.journeys.pages import Field, Line, Option, Page, Question, Reader
from portal.domain.wording import N_

PROVIDER = (Reader.ADVOCATE,)

ASKER = Page(
    slug="11",
    heading=N_("Who are you?"),
    title=N_("About you"),
    text=(Line(N_("The advocate will talk to you first. So we need a way to reach you.")),),
    questions=(
        Question(
            key="asker_name",
            label=N_("Your name"),
            field=Field.SHORT_TEXT,
            why=N_("So the advocate knows who asked."),
            readers=PROVIDER,
            required=True,
            error=N_("Write your name."),
            error_again=N_("The advocate needs a name to ask for. A first name is fine."),
            autocomplete="off",
        ),
        Question(
            key="asker_place",
            label=N_("Where you work, or who you are to the child"),
            field=Field.SHORT_TEXT,
            why=N_("So the advocate knows how you know the child."),
            readers=PROVIDER,
            hint=N_("You can leave this blank"),
            autocomplete="off",
        ),
        Question(
            key="asker_reach",
            label=N_("Your phone number or email"),
            field=Field.SHORT_TEXT,
            why=N_("So the advocate can talk to you first."),
            readers=PROVIDER,
            required=True,
            error=N_("Add a phone number or an email for you."),
            error_again=N_("The advocate needs one way to reach you, like 07700 900982 or name@example.com."),
            autocomplete="off",
        ),
    ),
)

CHILD = Page(
    slug="12",
    heading=N_("Who is it for?"),
    title=N_("Who it is for"),
    text=(Line(N_("Use the name they want us to use.")),),
    questions=(
        Question(
            key="child_name",
            label=N_("Their name or nickname"),
            field=Field.SHORT_TEXT,
            why=N_("So the advocate knows who to ask for."),
            readers=PROVIDER,
            required=True,
            error=N_("Add a name or nickname."),
            error_again=N_("The advocate needs something to call them. The first letters of a name are fine."),
            autocomplete="off",
        ),
        Question(
            key="child_age",
            label=N_("How old are they?"),
            field=Field.AGE,
            why=N_("So the right advocate comes."),
            readers=PROVIDER,
            hint=N_("You can leave this blank"),
            error=N_("Write the age as a number, like 12. Or leave it blank."),
            error_again=N_(
                "We could not read the age. Use only numbers, like 12. You can leave it blank and carry on."
            ),
            autocomplete="off",
        ),
    ),
)

AGREED = Page(
    slug="13",
    heading=N_("Have they agreed to this?"),
    title=N_("One more thing"),
    text=(
        Line(N_("You can send it whichever you pick. The advocate will ask them too.")),
        Line(N_("The next questions are in a child’s words. Answer them together if you can.")),
    ),
    questions=(
        Question(
            key="agreed",
            label=N_("Have they agreed to this?"),
            field=Field.CHOICE,
            why=N_("It is up to them if they want an advocate."),
            readers=PROVIDER,
            options=(
                Option("yes", N_("Yes, they asked me to do this")),
                Option("knows", N_("They know and they are fine with it")),
                Option("cannot", N_("They cannot say. I think it is best for them")),
                Option("not_yet", N_("Not yet")),
            ),
            required=True,
            error=N_("Pick the answer that is true today."),
            error_again=N_("Pick one to carry on. If you have not asked them, pick “Not yet”. You can still send it."),
        ),
    ),
)

FOR_CHILD = (ASKER, CHILD, AGREED)

"""Getting someone on your side: the least an advocate needs to make contact, read by the advocates and nobody else."""

from portal.domain.journeys.advocacy_contact import KNOW, REACH
from portal.domain.journeys.asking_for_child import FOR_CHILD, PROVIDER
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Option, Page, Question, Start
from portal.domain.journeys.sending import Sending
from portal.domain.wording import N_
from portal.domain.words import Kind

START = Start(
    heading=N_("Get someone on your side"),
    text=(
        Line(N_("An advocate listens to you. They help you say what you want. They help you know your rights.")),
        Line(N_("They do not work for us. It is free. It is up to you.")),
        Line(N_("%(advocacy_name)s gives this help here.")),
        Line(N_("You can call them now on %(advocacy_phone)s. It is free.")),
        Line(N_("There are 5 short questions.")),
        Line(N_("If you stop for 30 minutes, we clear what you wrote to keep it private. You can save it first.")),
    ),
    button=N_("Ask for an advocate"),
)

HELP_WITH = Page(
    slug="1",
    heading=N_("What do you want help with?"),
    questions=(
        Question(
            key="help_with",
            label=N_("What do you want help with?"),
            field=Field.TICKS,
            why=N_("So the right advocate comes."),
            readers=PROVIDER,
            options=(
                Option("complaint", N_("To make a complaint")),
                Option("meeting", N_("A meeting about me")),
                Option("home", N_("Where I live")),
                Option("family", N_("Seeing my family")),
                Option("choices", N_("Choices made about me")),
                Option("leaving_care", N_("Leaving care")),
                Option("rights", N_("I want to know my rights")),
                Option("other", N_("Something else")),
                Option("unsure", N_("I am not sure")),
            ),
            hint=N_("Pick as many as you like"),
        ),
    ),
)

BEFORE = Page(
    slug="2",
    heading=N_("Is there a date we should know?"),
    questions=(
        Question(
            key="before",
            label=N_("Is there a date we should know?"),
            field=Field.WHEN,
            why=N_("So the advocate can be there in time."),
            readers=PROVIDER,
            hint=N_("Like a meeting or a move. You can leave this blank"),
            error=N_("Write a day and month, like 27 March. Or leave it blank."),
            error_again=N_("We could not read that. Any words will do, like next Monday. Or leave it blank."),
            autocomplete="off",
        ),
    ),
)

NAME = Page(
    slug="3",
    heading=N_("What should they call you?"),
    text=(Line(N_("Only the advocates see your name.")),),
    questions=(
        Question(
            key="name",
            label=N_("Name"),
            field=Field.SHORT_TEXT,
            why=N_("So they know who to ask for."),
            readers=PROVIDER,
            hint=N_("A first name or nickname is fine"),
            required=True,
            error=N_("Write a name they can call you. A nickname is fine."),
            error_again=N_("They need something to call you. It does not have to be your real name."),
            autocomplete="given-name",
        ),
        Question(
            key="age",
            label=N_("How old are you?"),
            field=Field.AGE,
            why=N_("So the right advocate comes."),
            readers=PROVIDER,
            hint=N_("You can leave this blank"),
            error=N_("Write your age as a number, like 12. Or leave it blank."),
            error_again=N_(
                "We could not read your age. Use only numbers, like 12. You can leave it blank and carry on."
            ),
            autocomplete="off",
        ),
    ),
)

ADVOCACY = Journey(
    code="advocacy",
    path="h",
    audience="child",
    start=START,
    pages=(HELP_WITH, BEFORE, NAME, REACH, KNOW),
    check=Check(
        heading=N_("Check and send to %(advocates)s"),
        title=N_("Check what you wrote"),
        text=(
            Line(
                N_("If you send this, we pass it to %(advocates)s. We keep only the date and that you asked."),
                safety=True,
            ),
        ),
        button=N_("Yes, send it"),
    ),
    done=Done(
        heading=N_("We have asked for you"),
        title=N_("All done"),
        text=(
            Line(
                N_("You should hear from %(advocates)s by %(due)s."),
                promise="advocate_contact_days",
                otherwise=N_("They will get in touch in the way you picked."),
            ),
            Line(N_("If they do not, call them on %(advocacy_phone)s. It is free.")),
            Line(N_("You can use your number and your code to see how it is going.")),
        ),
    ),
    sends=Sending(kind=Kind.ADVOCACY_REQUEST, passed_on=True),
    ways={"for_child": ("11", "12", "13", "1", "2", "5")},
    extra_pages=FOR_CHILD,
)

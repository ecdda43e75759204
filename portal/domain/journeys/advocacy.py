"""Getting someone on your side: the least an advocate needs to make contact, read by the advocates and nobody else."""

from dataclasses import replace

from portal.domain.journeys import safe_contact
from portal.domain.journeys.asking_for_child import FOR_CHILD, PROVIDER
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Option, Page, Question, Start, when
from portal.domain.journeys.sending import Sending
from portal.domain.journeys.young_person_contact import TRUSTED_NAME, TRUSTED_REACH
from portal.domain.wording import N_
from portal.domain.words import Kind

WAYS = ("text", "call", "email", "in_person", "trusted")

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


def _theirs(question: Question, label: str = "", **more: object) -> Question:
    """A question about safe contact, asked for the advocates and read by nobody else."""
    return replace(question, readers=PROVIDER, label=label or question.label, **more)  # type: ignore[arg-type]


REACH = Page(
    slug="4",
    heading=N_("How can they reach you safely?"),
    title=N_("How to reach you"),
    layout="call",
    questions=(
        Question(
            key="contact_way",
            label=N_("Pick the one that feels safe"),
            field=Field.CHOICE,
            why=N_("They only use the way you pick."),
            readers=PROVIDER,
            options=(
                Option("text", N_("Text me")),
                Option("call", N_("Call me")),
                Option("email", N_("Email me")),
                Option("in_person", N_("See me")),
                Option("trusted", N_("Tell someone I trust")),
            ),
            required=True,
            error=N_("Pick a way to reach you and fill in the number, email or name."),
            error_again=N_("Pick one to carry on. If none of them is safe, you can call the advocates yourself."),
            safety=True,
        ),
        _theirs(safe_contact.PHONE),
        _theirs(safe_contact.EMAIL),
        _theirs(safe_contact.MEET_WHERE, hint=N_("You can leave this blank")),
        _theirs(TRUSTED_NAME, why=N_("You asked the advocates to talk to them."), hint=N_("What they are called")),
        _theirs(TRUSTED_REACH),
        _theirs(
            safe_contact.MAY_SAY_WHO,
            N_("Can they say who they are?"),
            hint=N_("If you leave this blank, they will not say"),
            only=(when("contact_way", *WAYS),),
        ),
        _theirs(
            safe_contact.MAY_LEAVE_MESSAGE,
            N_("Can they leave a voice message?"),
            hint=N_("If you leave this blank, they will not leave one"),
        ),
        _theirs(
            safe_contact.GOOD_TIMES,
            leaver_options=(),
            only=(when("contact_way", "text", "call", "in_person", "trusted"),),
        ),
        _theirs(
            safe_contact.CODE_WORD,
            N_("A code word, so you know it is them"),
            why=N_("Ask them for this word. If they know it, it is really them."),
            only=(when("contact_way", *WAYS),),
        ),
    ),
)

CALL_INSTEAD = (
    Line(N_("Is no way safe for them to reach you? You can reach them.")),
    Line(N_("Call %(advocates)s on %(advocacy_phone)s. It is free. You do not have to say your name."), safety=True),
    Line(N_("Nothing is sent yet.")),
)
"""Said to somebody who picked no way to be reached: a number to keep is more use than an error."""

KNOW = Page(
    slug="5",
    heading=N_("Is there anything they should know?"),
    title=N_("What helps you"),
    questions=(
        Question(
            key="needs",
            label=N_("Is there anything they should know?"),
            field=Field.TICKS,
            why=N_("You tell them once. Then they do it each time."),
            readers=PROVIDER,
            options=(
                Option("language", N_("I speak another language")),
                Option("sign", N_("I use sign language")),
                Option("woman", N_("I want a woman")),
                Option("man", N_("I want a man")),
                Option("pictures", N_("Short words and pictures")),
                Option("time", N_("More time")),
                Option("no_tell", N_("There is someone I do not want told")),
            ),
            hint=N_("Pick any that fit"),
            anything_else=True,
        ),
        Question(
            key="language_talk",
            label=N_("What language do you want to talk in?"),
            field=Field.SHORT_TEXT,
            why=N_("So we find someone who speaks it."),
            readers=PROVIDER,
            hint=N_("You can say where you speak it too, like Arabic from Sudan"),
            only=(when("needs", "language"),),
        ),
        Question(
            key="do_not_tell",
            label=N_("Who should they not tell?"),
            field=Field.SHORT_TEXT,
            why=N_("So they do not make things worse for you."),
            readers=PROVIDER,
            hint=N_("Like a carer, a parent or a worker. You can leave this blank"),
            only=(when("needs", "no_tell"),),
            autocomplete="off",
            safety=True,
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

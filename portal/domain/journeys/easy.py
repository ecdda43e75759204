"""Pictures and short words, for little ones and for whoever finds reading hard: the first half, up to what happened."""

from dataclasses import replace

from portal.domain.journeys import easy_choices as tiles
from portal.domain.journeys.easy_contact import CONTACT_PAGES
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Page, Question, Reader, Start, when
from portal.domain.journeys.safe_contact import WILL_ASK_ADVOCATE, WILL_CALL
from portal.domain.journeys.sending_along import FILES, FILES_KEY
from portal.domain.wording import N_

WRITE_WHAT_THEY_SAY = Line(N_("Grown-up: write what the child says. Do not change it."), picture="grown-up")

START = Start(
    heading=N_("Tell us what is wrong"),
    title=N_("Have your say in pictures"),
    text=(
        Line(N_("This is for you to tell us what is wrong.")),
        Line(N_("You will not get in trouble."), picture="shield"),
        Line(N_("You can skip a page. You can stop at any time."), picture="stop"),
        Line(
            N_("Our team will read it. They are not your social worker."),
            promise="not_your_social_worker",
            otherwise=N_("Our team will read it."),
            picture="read",
        ),
        Line(
            N_("If someone gets hurt, we may have to tell. We will try to talk to you first."),
            promise="talk_to_you_first",
            otherwise=N_("If someone gets hurt, we may have to tell."),
            safety=True,
            picture="together",
        ),
        Line(N_("If you stop for 30 minutes, we clear it. You can save it first."), picture="clock"),
    ),
    button=N_("Start"),
    asks=True,
)

WHO = Page(
    slug="1",
    heading=N_("Who is here?"),
    questions=(
        Question(
            key="who",
            label=N_("Who is here?"),
            field=Field.CHOICE,
            why=N_("So we know if a grown-up helps you."),
            readers=(Reader.TEAM, Reader.SYSTEM),
            options=tiles.WHO,
        ),
    ),
)

HELPER = Page(
    slug="1b",
    heading=N_("Who is helping you?"),
    only=(when("who", "grown_up"),),
    questions=(
        Question(
            key="helper",
            label=N_("Who is helping you?"),
            field=Field.CHOICE,
            why=N_("So we can hear from you too."),
            readers=(Reader.TEAM, Reader.SYSTEM),
            options=tiles.HELPERS,
        ),
    ),
)

FEELINGS = Page(
    slug="2",
    heading=N_("How do you feel?"),
    questions=(
        Question(
            key="feelings",
            label=N_("How do you feel?"),
            field=Field.TICKS,
            why=N_("So we know how it is for you."),
            readers=(Reader.TEAM, Reader.MANAGER),
            options=tiles.FEELINGS,
            hint=N_("Pick any"),
        ),
    ),
)

ABOUT = Page(
    slug="3",
    heading=N_("What is it about?"),
    questions=(
        Question(
            key="about",
            label=N_("What is it about?"),
            field=Field.TICKS,
            why=N_("So the right people read it."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT, Reader.SYSTEM),
            options=tiles.ABOUT,
            hint=N_("Pick any"),
        ),
    ),
)

STORY = Page(
    slug="4",
    heading=N_("Tell us more"),
    title=N_("In your words"),
    text=(Line(N_("You can write, draw or talk."), picture="pencil"),),
    questions=(
        Question(
            key="story",
            label=N_("Tell us more"),
            field=Field.LONG_TEXT,
            why=N_("Your own words are best."),
            readers=(Reader.TEAM, Reader.MANAGER),
            required=True,
            instead=(FILES_KEY, "feelings", "about"),
            error=N_("Pick a picture, or tell us one thing."),
            error_again=N_("Write one word, or go back and pick a picture."),
            autocomplete="off",
        ),
        replace(
            FILES, label=N_("Add a photo, a drawing or your voice"), why=N_("A picture can tell us a lot."), hint=""
        ),
    ),
)

CHECK = Check(
    heading=N_("Is this right?"),
    title=N_("Look at it again"),
    text=(Line(N_("This is what you told us.")), Line(N_("We do not have it yet."))),
    button=N_("Send it"),
)

DONE = Done(
    heading=N_("Thank you. We have got it."),
    title=N_("All done"),
    text=(
        Line(N_("Well done for telling us.")),
        WILL_CALL,
        WILL_ASK_ADVOCATE,
        Line(N_("A person will read it soon.")),
        Line(N_("By %(due)s we will write our answer.")),
        Line(N_("Keep these safe. Ask a grown-up you trust to help you.")),
    ),
)

EASY = Journey(
    code="easy",
    path="e",
    audience="child",
    start=START,
    pages=(WHO, HELPER, FEELINGS, ABOUT, STORY, *CONTACT_PAGES),
    check=CHECK,
    done=DONE,
    big=True,
    beside=WRITE_WHAT_THEY_SAY,
    beside_when=(when("who", "grown_up"),),
)

"""The young person's journey in words (7 to 17, and care leavers to 25): start, the story first, check and receipt."""

from portal.domain.journeys import choices
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Page, Question, Reader, Start, when
from portal.domain.journeys.safe_contact import CALL_ME, CALL_PHONE, WILL_ASK_ADVOCATE, WILL_CALL
from portal.domain.journeys.sending_along import FILES, FILES_KEY
from portal.domain.journeys.young_person_contact import CONTACT_PAGES
from portal.domain.wording import N_

START = Start(
    heading=N_("Tell us what is wrong"),
    title=N_("Have your say"),
    text=(
        Line(N_("You can tell us when you are not happy with the help you get. This is called a complaint.")),
        Line(N_("You will not get in trouble for it. It will not stop the help you get.")),
        Line(N_("There are about 9 short questions. You can skip most of them.")),
        Line(
            N_("A team that deals with complaints reads it. They are not your social worker."),
            promise="not_your_social_worker",
            otherwise=N_("A team that deals with complaints reads it."),
        ),
        Line(
            N_(
                "If someone is being hurt, we may have to tell a person who can help. We will try to talk to you first."
            ),
            promise="talk_to_you_first",
            otherwise=N_("If someone is being hurt, we may have to tell a person who can help."),
            safety=True,
        ),
        Line(N_("If you stop for 30 minutes, we clear what you wrote to keep it private. You can save it first.")),
    ),
    leaver_text=(Line(N_("You can use this until you are 25 if you have been in care.")),),
    button=N_("Start"),
)

ABOUT = Page(
    slug="1",
    heading=N_("What is it about?"),
    questions=(
        Question(
            key="about",
            label=N_("What is it about?"),
            field=Field.TICKS,
            why=N_("So the right people read it."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT, Reader.SYSTEM),
            options=choices.YOUNG_ABOUT,
            leaver_options=choices.LEAVER_ABOUT,
            hint=N_("Pick as many as you like"),
        ),
    ),
)

NAMED_PERSON = Page(
    slug="1b",
    heading=N_("Is it about one person?"),
    title=N_("A bit more"),
    only=(when("about", "worker", "treated"),),
    text=(Line(N_("That person will not be asked to check your complaint."), promise="not_asked_to_check"),),
    questions=(
        Question(
            key="named_person",
            label=N_("Is it about one person?"),
            field=Field.SHORT_TEXT,
            why=N_("So we do not send your complaint to that person."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            hint=N_("A name or a job is fine. You can leave this blank"),
            autocomplete="off",
        ),
    ),
)

STORY = Page(
    slug="2",
    heading=N_("What happened?"),
    title=N_("In your words"),
    text=(
        Line(N_("You can write a little or a lot. You can use any language.")),
        Line(N_("You can also add a photo, a drawing or a voice message.")),
        Line(N_("You can use the microphone on your keyboard to talk instead of type.")),
    ),
    questions=(
        Question(
            key="story",
            label=N_("What happened?"),
            field=Field.LONG_TEXT,
            why=N_("This is the one thing we need to know. Your own words are best."),
            readers=(Reader.TEAM, Reader.MANAGER),
            required=True,
            error=N_("Write something, or add a photo, drawing or voice message. A few words is fine."),
            error_again=N_(
                "We need a few words, a picture or your voice so that we can help. "
                "You could start with “I am not happy that …”."
            ),
            autocomplete="off",
            instead=(FILES_KEY,),
        ),
        FILES,
    ),
)

WANTED = Page(
    slug="3",
    heading=N_("What would make it better?"),
    title=N_("What you want"),
    questions=(
        Question(
            key="wanted",
            label=N_("What would make it better?"),
            field=Field.TICKS,
            why=N_("So we know what matters most to you."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT),
            options=choices.YOUNG_WANTED,
            hint=N_("Pick as many as you like"),
            anything_else=True,
        ),
    ),
)

SAFE = Page(
    slug="4",
    heading=N_("Are you safe right now?"),
    title=N_("One more thing"),
    text=(Line(N_("You can skip this. You can still send your complaint, whatever you pick."), safety=True),),
    questions=(
        Question(
            key="safe",
            label=N_("Are you safe right now?"),
            field=Field.CHOICE,
            why=N_("If you are not safe, we want you to get help now."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            options=choices.SAFE,
            safety=True,
        ),
    ),
)

HELP_NOW = Page(
    slug="4b",
    heading=N_("You can get help now"),
    title=N_("Phone numbers"),
    layout="help",
    only=(when("safe", "no", "unsure"),),
    text=(
        Line(
            N_("We do not read this form all day and all night. A phone call is the fastest way to get help."),
            safety=True,
        ),
        Line(N_("If you are in danger, call 999."), safety=True, call="999"),
        Line(N_("If you cannot talk, press 55 when you call from a mobile."), safety=True),
        Line(
            N_("Call Childline free on 0800 1111. They are there all day and all night."),
            safety=True,
            call="0800 1111",
        ),
        Line(
            N_("Call our team on %(duty_phone)s. They are there all day and all night."),
            promise="duty_line_day_and_night",
            otherwise=N_("Call our team on %(duty_phone)s."),
            safety=True,
            call="%(duty_phone)s",
        ),
        Line(
            N_("One of our team can call you today."),
            promise="call_today",
            otherwise=N_("One of our team can call you."),
            safety=True,
        ),
    ),
    questions=(CALL_ME, CALL_PHONE),
    note=WILL_CALL,
    note_when=WILL_CALL.only,
)

ADVOCATE = Page(
    slug="5",
    heading=N_("Do you want someone on your side?"),
    title=N_("Someone with you"),
    text=(
        Line(N_("An advocate helps you say what you want. They do not work for us. It is free.")),
        Line(N_("If you say yes, we tell them your name and how to reach you."), safety=True),
        Line(N_("We also tell them what you need, and who they should not tell."), safety=True),
    ),
    questions=(
        Question(
            key="advocate",
            label=N_("Do you want someone on your side?"),
            field=Field.CHOICE,
            why=N_("You have a right to have someone help you."),
            readers=(Reader.TEAM, Reader.ADVOCATE, Reader.REPORT, Reader.SYSTEM),
            options=choices.ADVOCATE,
            safety=True,
        ),
        Question(
            key="advocate_name",
            label=N_("What is your advocate’s name?"),
            field=Field.SHORT_TEXT,
            why=N_("So we know who speaks for you."),
            readers=(Reader.TEAM, Reader.ADVOCATE),
            hint=N_("If you have one. You can leave this blank"),
            only=(when("advocate", "have"),),
            autocomplete="off",
        ),
    ),
)

CHECK = Check(
    heading=N_("Check what you wrote"),
    text=(Line(N_("Nothing is sent yet. You can change any part.")),),
    button=N_("Send it"),
)

NOTHING_BACK = (when("contact_way", "none"),)

DONE = Done(
    heading=N_("We have got it. Thank you for telling us."),
    title=N_("All done"),
    beside_code=Line(N_("You need both to see your answer here.")),
    text=(
        WILL_CALL,
        Line(N_("We do not call or write to you, unless you ask us to."), only=NOTHING_BACK, unless=WILL_CALL.only),
        Line(N_("You can use your number and your code to see how it is going."), only=NOTHING_BACK),
        Line(N_("By %(ack)s we will tell you we are on it."), unless=NOTHING_BACK),
        Line(N_("By %(due)s we will write our answer. If we need more time we will tell you why.")),
        WILL_ASK_ADVOCATE,
        Line(N_("You can add more, ask for an advocate or take it back at any time.")),
    ),
)

YOUNG_PERSON = Journey(
    code="young_person",
    path="y",
    audience="child",
    start=START,
    pages=(ABOUT, NAMED_PERSON, STORY, WANTED, SAFE, HELP_NOW, ADVOCATE, *CONTACT_PAGES),
    check=CHECK,
    done=DONE,
    ways={
        "quick": ("2", "4", "4b", "6", "6b"),
        "more": ("1", "1b", "3", "5", "7", "8", "9"),
    },
)

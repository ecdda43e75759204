"""The middle of the adult's journey: what happened, when, about whom, what would put it right; is anyone in danger."""

from portal.domain.journeys import choices
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, when
from portal.domain.journeys.safe_contact import CALL_ME, CALL_PHONE, WILL_CALL
from portal.domain.journeys.sending_along import FILES_AND_PAPERS, FILES_KEY
from portal.domain.wording import N_

ABOUT = Page(
    slug="5",
    heading=N_("What is your complaint about?"),
    title=N_("What it is about"),
    questions=(
        Question(
            key="about",
            label=N_("What is your complaint about?"),
            field=Field.TICKS,
            why=N_("So it goes to the right team. We count these answers each year."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT, Reader.SYSTEM),
            options=choices.ADULT_ABOUT,
            hint=N_("Pick all that apply"),
        ),
    ),
)

STORY_QUESTION = Question(
    key="story",
    label=N_("What happened?"),
    field=Field.LONG_TEXT,
    why=N_("This is the heart of your complaint. We can only look into what you tell us."),
    readers=(Reader.TEAM, Reader.MANAGER),
    hint=N_("Your own words, in any language. Include dates if you can. Rough dates are fine"),
    required=True,
    error=N_("Tell us what happened, or add a file or voice message."),
    error_again=N_(
        "We need a few words, a file or your voice so that we can help. You could start with “I am unhappy that …”."
    ),
    autocomplete="off",
    instead=(FILES_KEY,),
)

STORY = Page(
    slug="6",
    heading=STORY_QUESTION.label,
    title=N_("In your own words"),
    text=(Line(N_("You can use the microphone on your keyboard to talk instead of type.")),),
    questions=(STORY_QUESTION, FILES_AND_PAPERS),
)

WHEN_IT_WAS = Page(
    slug="7",
    heading=N_("When did it happen?"),
    title=N_("Dates"),
    text=(Line(N_("We can usually look at things from the last 12 months. Tell us about older things too.")),),
    questions=(
        Question(
            key="when",
            label=N_("When did it happen?"),
            field=Field.WHEN,
            why=N_("So we can find the right records."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("For example, March 2026"),
            error=N_("Write a month and year, like March 2026. Or leave it blank."),
            error_again=N_("We could not read that. Any words will do, like last summer. Or leave it blank."),
            autocomplete="off",
        ),
        Question(
            key="why_later",
            label=N_("If it was over 12 months ago, why could you not tell us before?"),
            field=Field.LONG_TEXT,
            why=N_("With a good reason, we can look at older things."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("You can leave this blank"),
            autocomplete="off",
        ),
    ),
)

NAMED_PERSON = Page(
    slug="8",
    heading=N_("Which team or person is it about?"),
    title=N_("Team or person"),
    text=(Line(N_("We will not ask the person you name to look into it."), promise="not_asked_to_check"),),
    questions=(
        Question(
            key="named_person",
            label=N_("Which team or person is it about?"),
            field=Field.SHORT_TEXT,
            why=N_("So it goes to the right team, and not to that person."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            hint=N_("Leave blank if you do not know"),
            autocomplete="off",
        ),
    ),
)

WANTED = Page(
    slug="9",
    heading=N_("What would put things right?"),
    title=N_("What you would like"),
    questions=(
        Question(
            key="wanted",
            label=N_("What would put things right?"),
            field=Field.TICKS,
            why=N_("So we know what you hope for from the start."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT),
            options=choices.ADULT_WANTED,
            hint=N_("Pick all that apply"),
            anything_else=True,
        ),
    ),
)

TOLD_BEFORE = Page(
    slug="10",
    heading=N_("Have you already told us about this?"),
    title=N_("Before now"),
    questions=(
        Question(
            key="told_before",
            label=N_("Have you already told us about this?"),
            field=Field.CHOICE,
            why=N_("So we can find what you sent us and pick it up from there."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            options=choices.TOLD_BEFORE,
            hint=N_("Leave blank if not"),
        ),
        Question(
            key="told_before_who",
            label=N_("Who did you tell, and when?"),
            field=Field.SHORT_TEXT,
            why=N_("So we can find it."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("If you have told us. A rough date is fine"),
            only=(when("told_before", "not_sorted", "waiting"),),
            autocomplete="off",
        ),
    ),
)

DANGER = Page(
    slug="11",
    heading=N_("Is any child or adult in danger now?"),
    title=N_("One more thing"),
    text=(Line(N_("You can still send your complaint, whatever you pick."), safety=True),),
    questions=(
        Question(
            key="danger",
            label=N_("Is any child or adult in danger now?"),
            field=Field.CHOICE,
            why=N_("If someone is in danger, a phone call brings help faster than this form."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.SYSTEM),
            options=choices.DANGER,
            safety=True,
        ),
    ),
)

HELP_NOW = Page(
    slug="11b",
    heading=N_("You can get help now"),
    title=N_("Phone numbers"),
    layout="help",
    only=(when("danger", "yes", "worried"),),
    text=(
        Line(
            N_("We do not read this form all day and all night. A phone call is the fastest way to get help."),
            safety=True,
        ),
        Line(N_("If someone is in danger now, call 999."), safety=True, call="999"),
        Line(N_("If you cannot talk, press 55 when you call from a mobile."), safety=True),
        Line(
            N_(
                "If you are worried about a child, call our team on %(duty_phone)s. "
                "They are there all day and all night."
            ),
            promise="duty_line_day_and_night",
            otherwise=N_("If you are worried about a child, call our team on %(duty_phone)s."),
            safety=True,
            call="%(duty_phone)s",
        ),
        Line(N_("You can also call the NSPCC on 0808 800 5000."), safety=True, call="0808 800 5000"),
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

STORY_PAGES = (ABOUT, STORY, WHEN_IT_WAS, NAMED_PERSON, WANTED, TOLD_BEFORE, DANGER, HELP_NOW)

"""An advocate, or another adult whom a child asked to speak for them: the child's words apart from their own."""

from dataclasses import replace

from portal.domain.journeys import choices, for_child_choices
from portal.domain.journeys.adult_story import HELP_NOW as ADULT_HELP_NOW
from portal.domain.journeys.for_child_codes import CODE_PAGES
from portal.domain.journeys.for_child_who import WHO_PAGES
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Page, Question, Reader, Start, when
from portal.domain.journeys.sending import Sending
from portal.domain.journeys.sending_along import FILES_AND_PAPERS, FILES_KEY
from portal.domain.wording import N_

READ_BY = (Reader.TEAM, Reader.MANAGER)

START = Start(
    heading=N_("Send a complaint for a child or young person"),
    title=N_("Speak for someone"),
    text=(
        Line(
            N_("Use this form if you are an advocate, or another adult a child has asked to speak for them."),
        ),
        Line(N_("Keep the child’s own words apart from yours.")),
        Line(N_("There are about 10 questions. You do not need any papers with you.")),
        Line(N_("If a child is in danger now, call 999."), safety=True),
        Line(N_("If you are worried about a child, call %(duty_phone)s."), safety=True),
        Line(N_("This form is not read all day and all night."), safety=True),
        Line(N_("If you stop for 30 minutes we clear your answers to keep them private. You can save them first.")),
    ),
    button=N_("Start now"),
)

STORY = Page(
    slug="4",
    heading=N_("What happened, in the child’s words?"),
    title=N_("Their words"),
    questions=(
        Question(
            key="story",
            label=N_("What happened, in the child’s words?"),
            field=Field.LONG_TEXT,
            why=N_("We read the child’s own words first."),
            readers=READ_BY,
            hint=N_("Write what the child said. Do not change it. Any language is fine"),
            required=True,
            error=N_("Write what the child said, or add their drawing or voice message."),
            error_again=N_(
                "We need a few of the child’s words, a picture or their voice. "
                "You could start with “They told me that …”."
            ),
            autocomplete="off",
            instead=(FILES_KEY,),
        ),
        FILES_AND_PAPERS,
    ),
)

WISHES = Page(
    slug="5",
    heading=N_("What does the child want to happen?"),
    title=N_("Their wishes"),
    questions=(
        Question(
            key="wishes",
            label=N_("What does the child want to happen?"),
            field=Field.LONG_TEXT,
            why=N_("So we know what matters most to the child."),
            readers=READ_BY,
            hint=N_("In their words, as they said it. You can leave this blank"),
            autocomplete="off",
        ),
    ),
)

OWN_VIEW = Page(
    slug="6",
    heading=N_("Is there anything you want to add?"),
    title=N_("Your view"),
    text=(Line(N_("We keep this apart from the child’s words. The child’s page here does not show it."), safety=True),),
    questions=(
        Question(
            key="own_view",
            label=N_("Is there anything you want to add?"),
            field=Field.LONG_TEXT,
            why=N_("You may have seen things the child did not say."),
            readers=READ_BY,
            hint=N_("You can leave this blank"),
            autocomplete="off",
            safety=True,
        ),
    ),
)

PERMITTED = Page(
    slug="7",
    heading=N_("What has the child agreed we can do?"),
    title=N_("What we may do"),
    text=(Line(N_("If you do not tick a box, we take it that the child has not agreed to it."), safety=True),),
    questions=(
        Question(
            key="permitted",
            label=N_("What has the child agreed to?"),
            field=Field.TICKS,
            why=N_("We do only what the child agreed to, unless someone is in danger."),
            readers=(*READ_BY, Reader.SYSTEM),
            options=for_child_choices.PERMITTED,
            hint=N_("Pick all that apply"),
            anything_else=True,
            safety=True,
        ),
        Question(
            key="do_not_tell",
            label=N_("Is there anyone we should not tell?"),
            field=Field.SHORT_TEXT,
            why=N_("So we do not make things worse for the child."),
            readers=(*READ_BY, Reader.SYSTEM),
            hint=N_("You can leave this blank"),
            autocomplete="off",
            safety=True,
        ),
    ),
)

SAFE = Page(
    slug="8",
    heading=N_("Is the child safe now?"),
    title=N_("One more thing"),
    text=(Line(N_("You can send this complaint whatever you pick."), safety=True),),
    questions=(
        Question(
            key="safe",
            label=N_("Is the child safe now?"),
            field=Field.CHOICE,
            why=N_("If someone is in danger, a phone call brings help faster than this form."),
            readers=(*READ_BY, Reader.SYSTEM),
            options=choices.SAFE[:3],
            safety=True,
        ),
    ),
)

HELP_NOW = replace(ADULT_HELP_NOW, slug="8b", only=(when("safe", "no", "unsure"),))

NEEDS = Page(
    slug="10",
    heading=N_("What does the child need from us?"),
    title=N_("What helps them"),
    questions=(
        Question(
            key="needs",
            label=N_("What does the child need from us?"),
            field=Field.TICKS,
            why=N_("You tell us once. Then we do it each time."),
            readers=READ_BY,
            options=for_child_choices.CHILD_NEEDS,
            hint=N_("Pick all that apply"),
            anything_else=True,
        ),
        Question(
            key="language_talk",
            label=N_("What language do they want to talk in?"),
            field=Field.SHORT_TEXT,
            why=N_("So we find an interpreter they can talk with."),
            readers=(Reader.TEAM,),
            hint=N_("You can say where they speak it too, like Arabic from Sudan"),
            only=(when("needs", "interpreter"),),
        ),
    ),
)

FOR_CHILD = Journey(
    code="for_child",
    path="v",
    audience="adult",
    start=START,
    pages=(*WHO_PAGES, STORY, WISHES, OWN_VIEW, PERMITTED, SAFE, HELP_NOW, *CODE_PAGES, NEEDS),
    check=Check(
        heading=N_("Check before you send"),
        text=(Line(N_("Nothing has been sent yet.")),),
        button=N_("Send"),
    ),
    done=Done(
        heading=N_("We have received it"),
        title=N_("All done"),
        text=(
            Line(N_("By %(ack)s a named person will confirm how we will deal with it.")),
            Line(
                N_(
                    "By %(due)s you will have our answer. If it is complex we can take until %(due_max)s. "
                    "We will tell you why."
                )
            ),
        ),
    ),
    sends=Sending(
        child_when=(when("name"), when("story")),
        coded_when=(when("code_for", "both", "child"),),
        speaker_when=(when("code_for", "both", "me"),),
    ),
)

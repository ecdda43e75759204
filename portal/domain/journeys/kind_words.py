"""Saying thank you or sharing an idea: two words are enough, and without the wish for a reply nobody is asked who."""

from dataclasses import replace

from portal.domain.journeys import choices, safe_contact
from portal.domain.journeys.pages import Check, Done, Field, Journey, Line, Option, Page, Question, Reader, Start, when
from portal.domain.journeys.sending import Sending
from portal.domain.journeys.sending_along import FILES, FILES_KEY
from portal.domain.wording import N_
from portal.domain.words import Kind

WAYS = ("email", "call", "letter")

START = Start(
    heading=N_("Say thank you or share an idea"),
    title=N_("Thank you and ideas"),
    text=(),
    button=N_("Start"),
    asks=True,
)

WHICH = Page(
    slug="0",
    heading=N_("Say thank you or share an idea"),
    title=N_("Thanks or an idea"),
    text=(Line(N_("Tell us what went well, or what we could do better. This is not a complaint.")),),
    questions=(
        Question(
            key="kind",
            label=N_("Say thank you or share an idea"),
            field=Field.CHOICE,
            why=N_("So it gets to the right people. We count these each year."),
            readers=(Reader.TEAM, Reader.REPORT, Reader.SYSTEM),
            options=(
                Option("compliment", N_("Say thank you")),
                Option("comment", N_("Share an idea or say what you think")),
            ),
            required=True,
            error=N_("Pick one to carry on."),
            error_again=N_("Pick the first one for a thank you. Pick the second one for all the rest."),
        ),
    ),
)

FROM = Page(
    slug="1",
    heading=N_("Who are you?"),
    title=N_("About you"),
    questions=(
        Question(
            key="source",
            label=N_("Who are you?"),
            field=Field.CHOICE,
            why=N_("We count each year who says thank you to us."),
            readers=(Reader.TEAM, Reader.REPORT, Reader.SYSTEM),
            options=choices.PRAISED_BY,
            hint=N_("You can skip this"),
        ),
    ),
)

SAID = Question(
    key="story",
    label=N_("What do you want to say?"),
    field=Field.LONG_TEXT,
    why=N_("We pass it on. Your own words are best."),
    readers=(Reader.TEAM, Reader.MANAGER),
    hint=N_("You can name a person or a team"),
    required=True,
    error=N_("Write a few words, or add a picture."),
    error_again=N_("We need a few words or a picture to pass on. You could start with “Thank you for …”."),
    autocomplete="off",
    instead=(FILES_KEY,),
)
SAID_BY_CHILD = replace(
    SAID,
    key="kindness",
    label=N_("Who was kind or helped you? What did they do?"),
    why=N_("We tell them what you said."),
    hint=N_("A few words is fine"),
)

STORY = Page(slug="2", heading=SAID.label, title=N_("In your words"), questions=(SAID, FILES))
KINDNESS = Page(slug="2b", heading=SAID_BY_CHILD.label, title=N_("In a few words"), questions=(SAID_BY_CHILD, FILES))

SHARE = Page(
    slug="3",
    heading=N_("Can we share your words?"),
    title=N_("Who sees it"),
    text=(Line(N_("We always take names out before we share."), safety=True),),
    questions=(
        Question(
            key="share",
            label=N_("Can we share your words?"),
            field=Field.TICKS,
            why=N_("They are your words. If you do not tick a box, we do not do it."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT),
            options=choices.SHARING,
            hint=N_("Pick as many as you like"),
            safety=True,
        ),
    ),
)

REPLY = Page(
    slug="4",
    heading=N_("Do you want a reply?"),
    title=N_("A reply"),
    questions=(
        Question(
            key="contact_way",
            label=N_("How should we reply to you?"),
            field=Field.CHOICE,
            why=N_("We only reply if you ask. We only use the way you pick."),
            readers=safe_contact.DESK,
            options=choices.REPLY_WAYS,
            hint=N_("Leave blank if not"),
            safety=True,
        ),
        safe_contact.EMAIL,
        replace(safe_contact.PHONE, only=(when("contact_way", "call"),)),
        safe_contact.MAY_LEAVE_MESSAGE,
        safe_contact.ADDRESS,
        Question(
            key="name",
            label=N_("Your name"),
            field=Field.SHORT_TEXT,
            why=N_("So we know who we are talking to."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("If you want a reply. A first name is fine"),
            only=(when("contact_way", *WAYS, "code_only"),),
            autocomplete="name",
        ),
        replace(safe_contact.MAY_SAY_WHO, only=(when("contact_way", *WAYS),)),
    ),
)

MAY_PASS_ON = (when("share", "person"), when(SAID_BY_CHILD.key))
"""Who said so, and the child who was asked whom to thank: “We tell them what you said.”"""

KIND_WORDS = Journey(
    code="kind_words",
    path="c",
    audience="child",  # children and adults both read it
    start=START,
    pages=(WHICH, FROM, STORY, SHARE, REPLY),
    extra_pages=(KINDNESS,),
    check=Check(
        heading=N_("Check what you wrote"),
        text=(Line(N_("Nothing is sent yet. You can change any part.")),),
        button=N_("Send it"),
    ),
    done=Done(
        heading=N_("Thank you"),
        title=N_("All done"),
        text=(
            Line(N_("We will pass this on."), only=MAY_PASS_ON),
            Line(N_("Our team will read it. We only share your words if you ticked a box."), unless=MAY_PASS_ON),
            Line(N_("You can read our reply here with your number %(number)s and your secret code.")),
        ),
    ),
    ways={"child": ("2b", "4")},
    sends=Sending(
        kind=Kind.COMPLIMENT,
        child_when=(when("source", "young_person_child"),),
        coded_when=(when("contact_way", *WAYS, "code_only"),),
        folded=True,
        given={"child": {"kind": "compliment", "source": "young_person_child"}},
    ),
)

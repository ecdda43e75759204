"""The end of the adult's journey: how to reach them safely and what they need; and the two shorter ways through."""

from dataclasses import replace

from portal.domain.journeys import choices, safe_contact
from portal.domain.journeys.adult_story import STORY_QUESTION
from portal.domain.journeys.adult_who import CHILDREN
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, when
from portal.domain.journeys.sending_along import FILES_AND_PAPERS
from portal.domain.wording import N_

REACHED = ("email", "call", "letter", "in_person")

NAME = Question(
    key="name",
    label=N_("Your name"),
    field=Field.SHORT_TEXT,
    why=N_("So we know who we are talking to."),
    readers=(Reader.TEAM, Reader.MANAGER),
    required=True,
    error=N_("Write your name."),
    error_again=N_("We need a name to call you by. A first name is fine."),
    autocomplete="name",
)

CONTACT_WAY = Question(
    key="contact_way",
    label=N_("Best way to reach you"),
    field=Field.CHOICE,
    why=N_("We only use the way you pick."),
    readers=safe_contact.DESK,
    options=choices.ADULT_CONTACT_WAYS,
    hint=N_("Pick the one that is safe for you"),
    required=True,
    error=N_("Pick how we should reach you. You can pick “I will check here with my code”."),
    error_again=N_(
        "Pick one to go on. If you are not sure, pick “I will check here with my code”. "
        "Then we will not call or write to you."
    ),
    safety=True,
)

PHONE = replace(safe_contact.PHONE, only=(when("contact_way", "call"),))
MAY_SAY_WHO = replace(safe_contact.MAY_SAY_WHO, only=(when("contact_way", *REACHED),))
GOOD_TIMES = replace(
    safe_contact.GOOD_TIMES,
    options=choices.ADULT_TIMES,
    leaver_options=(),
    only=(when("contact_way", "call", "in_person"),),
)
CODE_WORD = replace(safe_contact.CODE_WORD, only=(when("contact_way", *REACHED),))

CONTACT_QUESTIONS = (
    NAME,
    CONTACT_WAY,
    safe_contact.EMAIL,
    PHONE,
    safe_contact.ADDRESS,
    safe_contact.MEET_WHERE,
    safe_contact.MAY_LEAVE_MESSAGE,
    MAY_SAY_WHO,
    GOOD_TIMES,
    CODE_WORD,
)

ONLY_FOR_THIS = Line(N_("We use this only to deal with your complaint."), safety=True)

CONTACT = Page(
    slug="12",
    heading=N_("How can we contact you?"),
    text=(ONLY_FOR_THIS, safe_contact.PLAIN_ENVELOPE),
    questions=CONTACT_QUESTIONS,
)

NEEDS = Page(
    slug="13",
    heading=N_("Do you need any help or changes from us?"),
    title=N_("What helps you"),
    questions=(
        Question(
            key="needs",
            label=N_("Do you need any help or changes from us?"),
            field=Field.TICKS,
            why=N_("You tell us once. Then we do it each time."),
            readers=(Reader.TEAM, Reader.MANAGER),
            options=choices.ADULT_NEEDS,
            hint=N_("Pick all that apply"),
            anything_else=True,
        ),
        Question(
            key="language_talk",
            label=N_("What language do you want to talk in?"),
            field=Field.SHORT_TEXT,
            why=N_("So we find an interpreter you can talk with."),
            readers=(Reader.TEAM,),
            hint=N_("You can say where you speak it too, like Arabic from Sudan"),
            only=(when("needs", "interpreter"),),
        ),
        Question(
            key="interpreter_gender",
            label=N_("Who would you like as your interpreter?"),
            field=Field.CHOICE,
            why=N_("Some things are hard to say in front of a man, or of a woman."),
            readers=(Reader.TEAM,),
            options=choices.INTERPRETERS,
            only=(when("needs", "interpreter"),),
        ),
        Question(
            key="language_read",
            label=N_("What language do you want to read?"),
            field=Field.SHORT_TEXT,
            why=N_("So we can write to you in it."),
            readers=(Reader.TEAM,),
            only=(when("needs", "letters_language"),),
        ),
    ),
)

CONTACT_PAGES = (CONTACT, NEEDS)

ONE_PAGE = Page(
    slug="one",
    heading=N_("Tell us in one page"),
    title=N_("One page"),
    text=(
        Line(N_("If someone is in danger now, call 999. We do not read this form all day and all night."), safety=True),
        ONLY_FOR_THIS,
        safe_contact.PLAIN_ENVELOPE,
    ),
    questions=(CHILDREN, STORY_QUESTION, FILES_AND_PAPERS, *CONTACT_QUESTIONS),
)

# Nobody who asks for a call is asked how to be reached, so these are always asked here.
PHONE_PAGE = Page(
    slug="phone",
    heading=N_("Ask someone to phone me instead"),
    title=N_("A phone call"),
    text=(
        Line(N_("One of our team will call you. You can tell us everything then.")),
        Line(N_("If someone is in danger now, call 999. We do not read this form all day and all night."), safety=True),
        ONLY_FOR_THIS,
    ),
    questions=(
        NAME,
        replace(
            PHONE,
            error_again=N_("We could not use that number. Type all of it, like 07700 900982."),
            only=(),
        ),
        replace(safe_contact.MAY_LEAVE_MESSAGE, only=()),
        replace(GOOD_TIMES, only=()),
        Question(
            key="before_call",
            label=N_("Is there anything you want to say first?"),
            field=Field.LONG_TEXT,
            why=N_("So the person who calls you knows what it is about."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("You can leave this blank"),
            autocomplete="off",
        ),
    ),
)

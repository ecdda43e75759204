"""How an advocate can reach somebody safely, and what they should know; where no way is safe, a number to call."""

from dataclasses import replace

from portal.domain.journeys import safe_contact
from portal.domain.journeys.asking_for_child import PROVIDER
from portal.domain.journeys.pages import Field, Line, Option, Page, Question, when
from portal.domain.journeys.young_person_contact import LANGUAGE_TALK, TRUSTED_NAME, TRUSTED_REACH
from portal.domain.wording import N_

WAYS = ("text", "call", "email", "in_person", "trusted")


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
            label=N_("How to reach you"),
            hint=N_("Pick the one that feels safe"),
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
        _theirs(safe_contact.MEET_WHERE, hint=""),
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
            hint="",
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
        _theirs(LANGUAGE_TALK),
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

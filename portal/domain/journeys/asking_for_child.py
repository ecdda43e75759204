"""An adult asks for an advocate for a child: the questions of speaking for one, for the advocate to read."""

from dataclasses import replace

from portal.domain.journeys import for_child_choices, for_child_who
from portal.domain.journeys.pages import Line, Page, Reader
from portal.domain.wording import N_

PROVIDER = (Reader.ADVOCATE,)

ASKER = Page(
    slug="11",
    heading=N_("Who are you?"),
    title=for_child_who.SPEAKER.title,
    text=(Line(N_("The advocate will talk to you first. So we need a way to reach you.")),),
    questions=(
        replace(
            for_child_who.NAME,
            why=N_("So the advocate knows who asked."),
            readers=PROVIDER,
            error_again=N_("The advocate needs a name to ask for. A first name is fine."),
        ),
        replace(
            for_child_who.ORGANISATION,
            label=N_("Where you work, or who you are to the child"),
            why=N_("So the advocate knows how you know the child."),
            readers=PROVIDER,
        ),
        replace(
            for_child_who.EMAIL,
            label=N_("Your email address"),
            why=N_("So the advocate can talk to you first."),
            readers=PROVIDER,
            error=N_("Add a phone number or an email for you."),
            error_again=N_("The advocate needs one way to reach you, like 07700 900982 or name@example.com."),
        ),
        replace(
            for_child_who.PHONE,
            label=N_("Your phone number"),
            why=N_("So the advocate can talk to you first."),
            readers=PROVIDER,
        ),
    ),
)

CHILD = replace(
    for_child_who.CHILD,
    slug="12",
    heading=N_("Who is it for?"),
    title=N_("Who it is for"),
    questions=(
        replace(
            for_child_who.CHILD_NAME,
            key="child_name",
            why=N_("So the advocate knows who to ask for."),
            readers=PROVIDER,
            error=N_("Add a name or nickname."),
            error_again=N_("The advocate needs something to call them. The first letters of a name are fine."),
        ),
        replace(for_child_who.CHILD_AGE, key="child_age", why=N_("So the right advocate comes."), readers=PROVIDER),
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
        replace(
            for_child_who.AGREED,
            label=N_("Have they agreed to this?"),
            why=N_("It is up to them if they want an advocate."),
            readers=PROVIDER,
            options=for_child_choices.ASKED_AGREEMENTS,
        ),
    ),
)

FOR_CHILD = (ASKER, CHILD, AGREED)

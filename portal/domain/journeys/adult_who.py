"""The first part of the adult's journey: who is writing, which children it is about, what they think, and any court."""

from portal.domain.journeys import choices
from portal.domain.journeys.pages import Field, Line, Page, Question, Reader, when
from portal.domain.wording import N_

RELATIONSHIP = Page(
    slug="1",
    heading=N_("Who are you?"),
    note=Line(
        N_("If the child asked you to speak for them, use their own words where you can. You can carry on here.")
    ),
    note_when=(when("relationship", "professional"),),
    note_to="for_child",
    questions=(
        Question(
            key="relationship",
            label=N_("Who are you?"),
            field=Field.CHOICE,
            why=N_("Who you are to the child decides which rules we use. We count these answers each year."),
            readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT, Reader.SYSTEM),
            options=choices.RELATIONSHIPS,
            hint=N_("Pick the one that fits best"),
            required=True,
            error=N_("Pick the answer that fits you best."),
            error_again=N_("Pick one answer to go on. If none is right, pick “Someone else who knows the child well”."),
        ),
    ),
)

CHILDREN = Question(
    key="children",
    label=N_("Which child or children is this about?"),
    field=Field.CHILDREN,
    why=N_("We use this to find the right records."),
    readers=(Reader.TEAM, Reader.MANAGER, Reader.REPORT),
    hint=N_("Fill in what you know. Leave this blank if it is about a service, not a child"),
    error=N_("Write the age as a number, like 9."),
    error_again=N_("We could not read the age. Use only numbers, like 9. You can leave the age blank and carry on."),
)

WHICH_CHILDREN = Page(
    slug="2",
    heading=CHILDREN.label,
    title=N_("Who it is about"),
    text=(Line(N_("We use this to find the right records.")),),
    questions=(CHILDREN,),
)

CHILD_VIEW = Page(
    slug="3",
    heading=N_("What does the child think about this complaint?"),
    title=N_("Their view"),
    only=(when("children"),),
    text=(Line(N_("Children have a right to be asked. We may ask the child ourselves."), safety=True),),
    questions=(
        Question(
            key="child_view",
            label=N_("What does the child think about this complaint?"),
            field=Field.CHOICE,
            why=N_("The child’s own wishes count. If they are old enough, we may need them to agree."),
            readers=(Reader.TEAM, Reader.MANAGER),
            options=choices.CHILD_VIEWS,
            safety=True,
        ),
        Question(
            key="child_view_more",
            label=N_("Is there more you want to say about this?"),
            field=Field.LONG_TEXT,
            why=N_("So we talk to the child in the right way, or not at all."),
            readers=(Reader.TEAM, Reader.MANAGER),
            hint=N_("You can leave this blank"),
            autocomplete="off",
        ),
    ),
)

COURT = Page(
    slug="4",
    heading=N_("Is a court or tribunal looking at the same thing?"),
    title=N_("Other decisions"),
    text=(Line(N_("A court decision cannot be changed by a complaint. We will tell you which parts we can look at.")),),
    note=Line(N_("You can still send your complaint. We will tell you which parts we can look at now.")),
    note_when=(when("court", "yes"),),
    questions=(
        Question(
            key="court",
            label=N_("Is a court or tribunal looking at the same thing?"),
            field=Field.CHOICE,
            why=N_("So we can tell you early what we can and cannot look at."),
            readers=(Reader.TEAM, Reader.MANAGER),
            options=choices.YES_NO_UNSURE,
        ),
    ),
)

WHO_PAGES = (RELATIONSHIP, WHICH_CHILDREN, CHILD_VIEW, COURT)

"""The adult's journey, for parents, carers, relatives and professionals: in full, on one page, or by phone."""

from portal.domain.journeys.adult_contact import CONTACT_PAGES, ONE_PAGE, PHONE_PAGE
from portal.domain.journeys.adult_story import STORY_PAGES
from portal.domain.journeys.adult_who import WHO_PAGES
from portal.domain.journeys.pages import Check, Done, Journey, Line, Start
from portal.domain.journeys.safe_contact import WILL_CALL
from portal.domain.wording import N_

START = Start(
    heading=N_("Make a complaint about children’s services"),
    title=N_("For adults"),
    text=(
        Line(
            N_(
                "This form is for parents, carers, foster carers, special guardians, adopters, "
                "relatives and professionals."
            )
        ),
        Line(
            N_("There are about 12 questions. We think it takes 15 to 20 minutes. You do not need any papers with you.")
        ),
        Line(N_("Complaining will not affect the help you or your child gets.")),
        Line(N_("If a child is in danger now, call 999."), safety=True),
        Line(N_("If you are worried about a child, call %(duty_phone)s."), safety=True),
        Line(N_("This form is not read all day and all night."), safety=True),
        Line(N_("If you stop for 30 minutes we clear your answers to keep them private. You can save them first.")),
    ),
    button=N_("Start now"),
)

CHECK = Check(
    heading=N_("Check your answers"),
    text=(Line(N_("Nothing has been sent yet.")),),
    button=N_("Send complaint"),
)

DONE = Done(
    heading=N_("We have received your complaint"),
    title=N_("All done"),
    beside_code=Line(N_("You need both to see your complaint online. We cannot read the code back to you.")),
    text=(
        WILL_CALL,
        Line(N_("By %(ack)s a named person will confirm how we will deal with it.")),
        Line(
            N_(
                "By %(due)s you will have our answer. If it is complex we can take until %(due_max)s. "
                "We will tell you why."
            )
        ),
    ),
)

ADULT = Journey(
    code="adult",
    path="a",
    audience="adult",
    start=START,
    pages=(*WHO_PAGES, *STORY_PAGES, *CONTACT_PAGES),
    check=CHECK,
    done=DONE,
    ways={"one_page": ("one",), "phone": ("phone",)},
    extra_pages=(ONE_PAGE, PHONE_PAGE),
)

"""What the first stages say: a complaint on its way through stage 1, answered, closed or taken back (people 2.f)."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.stage import LATE_HEADING, MORE_TIME, OPEN, Deed, Stage, Words, words

FIRST_STAGES = (
    Stage(
        "received",
        1,
        Words(
            N_("We have your complaint"),
            (
                Line(N_("A person will read it by %(ack)s.")),
                Line(N_("Nobody you told us not to tell will see it."), promise="do_not_tell_kept", safety=True),
            ),
        ),
        words(N_("We have received your complaint"), N_("We will confirm how we will handle it by %(ack)s.")),
        OPEN,
    ),
    Stage(
        "accepted",
        2,
        words(
            N_("We have read it"),
            N_("%(name)s is looking after your complaint."),
            N_("You can send us a message here."),
            N_("We will write our answer by %(due)s."),
        ),
        words(
            N_("We have accepted your complaint"),
            N_("Your complaint will be handled under the %(procedure)s."),
            N_("Your contact is %(name)s."),
            N_("Our answer is due by %(due)s."),
        ),
        OPEN,
    ),
    Stage(
        "early",
        2,
        words(
            N_("We are trying to fix it fast"),
            N_("Someone will talk to you by %(date)s."),
            N_("You can still carry on with your complaint if it does not work."),
        ),
        words(
            N_("Early resolution"),
            N_("We have offered to sort this out quickly."),
            N_("You keep the right to the full procedure."),
        ),
        (*OPEN, Deed.CARRY_ON),
    ),
    Stage(
        "s1",
        2,
        words(N_("Step 1: a manager is looking into it"), N_("We will write our answer by %(due)s.")),
        words(
            N_("Stage 1: local resolution"), N_("A manager is looking into it."), N_("Our answer is due by %(due)s.")
        ),
        OPEN,
    ),
    Stage(
        "s1_ext",
        2,
        words(
            MORE_TIME,
            N_("The new date is %(due20)s."),
            N_("This is because %(reason)s."),
            N_("We cannot take longer than that without asking you."),
        ),
        words(N_("Stage 1: extended"), N_("Our answer is now due by %(due20)s."), N_("Reason: %(reason)s.")),
        OPEN,
    ),
    Stage(
        "s1_late",
        2,
        words(
            LATE_HEADING,
            N_("You should have had our answer by %(due20)s."),
            N_("You do not have to wait. You can ask for the next step now."),
        ),
        words(
            N_("Stage 1: overdue"),
            N_("The time limit passed on %(due20)s. We are sorry."),
            N_("You may ask for stage 2 now."),
        ),
        (Deed.NEXT_STEP, *OPEN),
    ),
    Stage(
        "s1_done",
        3,
        words(
            N_("Here is our answer"),
            N_("Read it here or ask us to read it to you."),
            N_("Not happy with it? Ask for the next step by %(deadline)s."),
        ),
        words(
            N_("Stage 1: our answer"),
            N_("Read the answer below."),
            N_("You can ask for stage 2 until %(deadline)s."),
        ),
        (Deed.NEXT_STEP, Deed.MESSAGE, Deed.ADVOCATE, Deed.RATE),
    ),
    Stage(
        "closed",
        4,
        words(
            N_("This is finished"),
            N_("You can still read it here until %(until)s."),
            N_("If it goes wrong again, tell us."),
        ),
        words(N_("Closed"), N_("You can read the case here until %(until)s.")),
        (Deed.NEXT_STEP, Deed.CARRY_ON, Deed.RATE, Deed.OMBUDSMAN, Deed.START_AGAIN),
    ),
    Stage(
        "withdrawn",
        0,
        words(
            N_("You took it back"),
            N_("You did this on %(withdrawn)s."),
            N_("You can start again at any time."),
        ),
        words(N_("Withdrawn"), N_("Withdrawn on %(withdrawn)s at your request."), N_("You may raise it again.")),
        (Deed.START_AGAIN, Deed.MESSAGE, Deed.RATE),
    ),
)

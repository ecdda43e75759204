"""What the later stages say: the second and third steps, the corporate procedure, and ways aside (people 2.f)."""

from portal.domain.wording import N_
from portal.public.stage import ASKED, LATE_HEADING, MORE_TIME, OPEN, Deed, Stage, words

LATER_STAGES = (
    Stage(
        "s2_req",
        2,
        words(
            N_("You asked for the next step"),
            N_("We will tell you by %(ack)s who will look into it."),
            N_("We will write by %(due25)s."),
        ),
        words(
            N_("Stage 2: requested"),
            N_("We will confirm the investigator and independent person by %(ack)s."),
            N_("The report is due by %(due25)s."),
        ),
        ASKED,
    ),
    Stage(
        "s2",
        2,
        words(
            N_("Step 2: two new people are looking into it"),
            N_("One of them does not work for us."),
            N_("They will want to talk to you. You choose where. You can bring someone."),
            N_("We will write by %(due25)s."),
        ),
        words(
            N_("Stage 2: investigation"),
            N_("An investigating officer and an independent person are appointed."),
            N_("The report is due by %(due25)s."),
        ),
        ASKED,
    ),
    Stage(
        "s2_ext",
        2,
        words(MORE_TIME, N_("The new date is %(due65)s."), N_("This is because %(reason)s.")),
        words(N_("Stage 2: extended"), N_("The report is now due by %(due65)s."), N_("Reason: %(reason)s.")),
        ASKED,
    ),
    Stage(
        "s2_late",
        2,
        words(
            LATE_HEADING,
            N_("You should have had an answer by %(due65)s."),
            N_("You can message us, ask an advocate to help, or go to the Ombudsman."),
        ),
        words(
            N_("Stage 2: overdue"),
            N_("The time limit passed on %(due65)s. We are sorry."),
            N_("You can contact the Ombudsman."),
        ),
        (*ASKED, Deed.OMBUDSMAN),
    ),
    Stage(
        "s2_done",
        3,
        words(
            N_("Here is what they found"),
            N_("You can see the report and what we will do."),
            N_("Not happy? Ask for the last step by %(deadline)s."),
        ),
        words(
            N_("Stage 2: report and decision"),
            N_("Read the report and our decision."),
            N_("You can ask for a review panel until %(deadline)s."),
        ),
        (Deed.NEXT_STEP, *ASKED),
    ),
    Stage(
        "s3_req",
        2,
        words(
            N_("You asked for the last step"),
            N_("Three people who do not work for us will meet by %(due30)s."),
            N_("You can come and speak, or an advocate can speak for you."),
        ),
        words(N_("Stage 3: panel requested"), N_("A panel of three independent people will meet by %(due30)s.")),
        ASKED,
    ),
    Stage(
        "s3_panel",
        2,
        words(
            N_("Step 3: the meeting is on %(date)s"),
            N_("It is at %(place)s."),
            N_("Tell us what would help you on the day."),
        ),
        words(
            N_("Stage 3: panel on %(date)s"),
            N_("Venue: %(place)s."),
            N_("Tell us about any adjustments you need."),
        ),
        (Deed.MESSAGE, Deed.NEEDS, Deed.ADVOCATE),
    ),
    Stage(
        "s3_report",
        3,
        words(
            N_("The three people have met"),
            N_("They will send what they think by %(due5)s."),
            N_("Then the Director will write to you by %(due15)s."),
        ),
        words(
            N_("Stage 3: panel findings"),
            N_("The findings are due by %(due5)s."),
            N_("The Director’s response is due by %(due15)s."),
        ),
        (Deed.MESSAGE,),
    ),
    Stage(
        "final",
        4,
        words(
            N_("Here is our last answer"),
            N_("If you are still not happy, you can go to the Ombudsman."),
            N_("They do not work for us. It is free. An advocate can help."),
        ),
        words(
            N_("Final response"),
            N_("If you remain unhappy you can go to the Local Government and Social Care Ombudsman."),
        ),
        (Deed.RATE, Deed.OMBUDSMAN),
    ),
    Stage(
        "other",
        0,
        words(
            N_("We need to deal with this in another way"),
            N_("This is because %(reason)s."),
            N_("What we will do: %(plan)s."),
            N_("If you do not agree, tell us or ask an advocate."),
        ),
        words(
            N_("Another procedure"),
            N_("We cannot take this through this procedure because %(reason)s."),
            N_("Next: %(plan)s."),
            N_("You can ask the Ombudsman to review this decision."),
        ),
        (Deed.NEXT_STEP, Deed.MESSAGE, Deed.ADVOCATE, Deed.TAKE_BACK, Deed.OMBUDSMAN),
    ),
    Stage(
        "refused",
        0,
        words(
            N_("We cannot take this on"),
            N_("Read it here or ask us to read it to you."),
            N_("If you do not agree, tell us or ask an advocate."),
        ),
        words(
            N_("We cannot take this on"),
            N_("Read the answer below."),
            N_("You can ask the Ombudsman to review this decision."),
        ),
        (Deed.NEXT_STEP, Deed.MESSAGE, Deed.ADVOCATE, Deed.TAKE_BACK, Deed.OMBUDSMAN),
    ),
    Stage(
        "paused",
        0,
        words(
            N_("We have stopped for now"),
            N_("Our message says why. You can write to us or take it back at any time."),
            N_("We are waiting for %(what)s."),
            N_("We will look again on %(date)s."),
        ),
        words(
            N_("On hold"),
            N_("Our message says why. You can write to us or take it back at any time."),
            N_("Waiting for %(what)s."),
            N_("Next review %(date)s."),
        ),
        ASKED,
    ),
    Stage(
        "c1",
        2,
        words(N_("Step 1 of 2: a manager is looking into it"), N_("We will write our answer by %(due10)s.")),
        words(N_("Corporate stage 1"), N_("Our answer is due by %(due10)s.")),
        OPEN,
    ),
    Stage(
        "c2",
        2,
        words(N_("Step 2 of 2: a senior manager is looking at it again"), N_("We will write by %(due20)s.")),
        words(N_("Corporate stage 2"), N_("Our answer is due by %(due20)s.")),
        ASKED,
    ),
)

"""What happens after somebody tells us, for children and for adults, and how to keep a visit private."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.help_words import TERMS, TERMS_OF_ADULTS
from portal.public.notices import Notice, Section

HOW = Notice(
    endpoint="how",
    path="how",
    title=N_("What happens next"),
    heading=N_("What happens when you tell us"),
    audience="child",
    beside=("how_adult", N_("The same page for adults")),
    lead=(
        Line(
            N_("You will not get in trouble for telling us. It will not stop the help you get. Small things count too.")
        ),
    ),
    steps=(
        Section(
            N_("You tell us"),
            (
                Line(N_("You say what is wrong in your own words. A few words is fine.")),
                Line(N_("You get a number and a secret code. With these you can see how it is going.")),
            ),
        ),
        Section(
            N_("We read it"),
            (
                Line(
                    N_("A team that deals with complaints reads it. They are not your social worker."),
                    promise="not_your_social_worker",
                    otherwise=N_("A team that deals with complaints reads it."),
                ),
                Line(N_("If you tell us today, we will write back by %(ack)s.")),
            ),
        ),
        Section(
            N_("Someone looks into it"),
            (
                Line(N_("A manager finds out what went on.")),
                Line(N_("The person it is about will not be asked to check it."), promise="not_asked_to_check"),
            ),
        ),
        Section(
            N_("We write our answer"),
            (
                Line(N_("If you tell us today, you will have it by %(due)s.")),
                Line(N_("If we need more time, we will tell you why. Then you will have it by %(due_max)s.")),
            ),
        ),
        Section(
            N_("If you are not happy with our answer"),
            (
                Line(
                    N_("You can ask for the next step. Two new people look into it. One of them does not work for us.")
                ),
                Line(N_("Then you can ask for the last step. Three people who do not work for us meet about it.")),
                Line(N_("After that you can go to the Ombudsman.")),
                Line(N_("Some complaints have a shorter way. We tell you at the start.")),
            ),
        ),
    ),
    sections=(
        Section(
            N_("You choose"),
            (
                Line(N_("You can stop at any time. You can start again later. Nobody should make you stop.")),
                Line(N_("You can have someone on your side. An advocate helps you say what you want. It is free.")),
            ),
        ),
    ),
    terms=TERMS,
    other_ways=True,
)

HOW_ADULT = Notice(
    endpoint="how_adult",
    path="how/adult",
    title=N_("What happens next, for adults"),
    heading=N_("What happens when you complain"),
    audience="adult",
    beside=("how", N_("The same page for children and young people")),
    lead=(Line(N_("Complaining will not affect the help you or your child gets.")),),
    steps=(
        Section(
            N_("You tell us"),
            (
                Line(N_("You say what happened and what would put it right. Most people take 15 to 20 minutes.")),
                Line(N_("You get a number and a secret code. You need both to follow your complaint here.")),
            ),
        ),
        Section(
            N_("We confirm how we will deal with it"),
            (
                Line(N_("If you complain today, a named person will write to you by %(ack)s.")),
                Line(
                    N_(
                        "Some parts may need to go another way, for example to a court. We will tell you "
                        "which, and why."
                    )
                ),
            ),
        ),
        Section(
            N_("Stage 1: a manager answers"),
            (
                Line(
                    N_("We will not ask the person you complain about to look into it."), promise="not_asked_to_check"
                ),
                Line(
                    N_("If you complain today, you will have our answer by %(due)s. If it is complex, by %(due_max)s.")
                ),
            ),
        ),
        Section(
            N_("Stage 2: an investigation"),
            (
                Line(
                    N_(
                        "If you are not happy with the answer, two new people look into it. One of them "
                        "does not work for us."
                    )
                ),
                Line(N_("They write a report. We write what we will do.")),
            ),
        ),
        Section(
            N_("Stage 3: a review panel"),
            (
                Line(
                    N_("Three people who do not work for us look at how we dealt with it. The Director writes to you.")
                ),
            ),
        ),
        Section(
            N_("The Ombudsman"),
            (
                Line(
                    N_(
                        "If you are still not happy, you can go to the Local Government and Social Care "
                        "Ombudsman. It is free."
                    )
                ),
                Line(N_("Their number is %(lgsco_phone)s.")),
            ),
        ),
    ),
    sections=(
        Section(
            N_("A shorter way for some complaints"),
            (
                Line(
                    N_(
                        "Some complaints have two stages and no panel. We tell you at the start if yours is "
                        "one of them."
                    )
                ),
            ),
        ),
        Section(
            N_("What the child thinks"),
            (Line(N_("Children have a right to be asked. We may ask the child ourselves.")),),
        ),
    ),
    terms=TERMS_OF_ADULTS,
    other_ways=True,
)

STAY_PRIVATE = Notice(
    endpoint="stay_private",
    path="stay-private",
    title=N_("Stay private"),
    heading=N_("Stay private on your phone or computer"),
    audience="child",
    lead=(Line(N_("You may not want others to know that you came here. These things can help."), safety=True),),
    sections=(
        Section(
            N_("Leave this site fast"),
            (
                Line(
                    N_(
                        "Press “Leave this site fast” at the top of any page. You can also press the "
                        "Shift key three times."
                    ),
                    safety=True,
                ),
                Line(N_("Another site opens at once. We wipe what you typed here."), safety=True),
                Line(N_("A form that you saved with a code stays saved."), safety=True),
            ),
        ),
        Section(
            N_("What that cannot do"),
            (
                Line(
                    N_("It cannot hide that you came here. Your phone or computer keeps a list of the sites you see."),
                    safety=True,
                ),
                Line(N_("It cannot help if someone can see your screen, or can get into your account."), safety=True),
                Line(N_("It cannot stop an app that someone put on your phone to watch you."), safety=True),
            ),
            bullets=True,
        ),
        Section(
            N_("Use a private window"),
            (
                Line(
                    N_("Open a private window before you come here. Look in the menu for “private” or “incognito”."),
                    safety=True,
                ),
                Line(N_("When you close that window, the list of sites goes too."), safety=True),
            ),
        ),
        Section(
            N_("Take this site off the list"),
            (
                Line(N_("Look in the menu for “history”. Find this site there and delete it."), safety=True),
                Line(N_("If you delete the whole list, someone may ask why."), safety=True),
            ),
        ),
        Section(
            N_("Use another phone or computer"),
            (
                Line(
                    N_("One at school or in a library may be safer. So may the phone of someone you trust."),
                    safety=True,
                ),
            ),
        ),
        Section(
            N_("What we do"),
            (
                Line(
                    N_("We never show the words of your complaint here again. So nobody else can read them."),
                    safety=True,
                ),
                Line(N_("We do not call or write to you, unless you ask us to."), safety=True),
                Line(N_("Keep your number and code where nobody else looks."), safety=True),
            ),
            bullets=True,
        ),
    ),
)

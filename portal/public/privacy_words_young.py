"""What a child is told about their privacy: one screen, in short words."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.notices import Notice, Section

PRIVACY_YOUNG = Notice(
    endpoint="privacy_young",
    path="privacy/young",
    title=N_("Who can see what you tell us"),
    heading=N_("Who can see what you tell us"),
    audience="child",
    beside=("privacy", N_("The same page for adults")),
    sections=(
        Section(
            N_("What we keep"),
            (
                Line(
                    N_(
                        "We keep what you send us, and the messages between you and us. We lock it up so "
                        "that it is safe."
                    )
                ),
                Line(N_("If you send a photo, we take out where and when it was made. We do it with your voice too.")),
                Line(N_("We use it to look into your complaint, to reach you, and to do better.")),
                Line(N_("You do not have to give your name, your age or where you live.")),
            ),
        ),
        Section(
            N_("Who can see it"),
            (
                Line(N_("The team that deals with complaints can see it. So can the manager who looks into it.")),
                Line(N_("If you want an advocate, we tell them your name and how to reach you."), safety=True),
                Line(N_("We also tell them what you need, and who they should not tell."), safety=True),
                Line(
                    N_(
                        "If someone sent it for you, they have their own code. They see how it is going. "
                        "They do not see what you write to us. You can stop this."
                    ),
                    safety=True,
                ),
                Line(
                    N_("We will ask you first before we tell others, unless someone is in danger."),
                    promise="ask_you_first",
                    safety=True,
                ),
                Line(
                    N_("You can say who we should not tell. We keep to that, unless someone is in danger."),
                    promise="do_not_tell_kept",
                    safety=True,
                ),
            ),
            bullets=True,
        ),
        Section(
            N_("If someone is being hurt"),
            (
                Line(
                    N_(
                        "If someone is being hurt, we may have to tell a person who can help. We will"
                        " try to talk to you first."
                    ),
                    promise="talk_to_you_first",
                    otherwise=N_("If someone is being hurt, we may have to tell a person who can help."),
                    safety=True,
                ),
            ),
        ),
        Section(
            N_("How long we keep it"),
            (
                Line(
                    N_("We keep your complaint for %(retention_years)s years after it is finished. Then we delete it.")
                ),
                Line(
                    N_(
                        "If you are not %(until_age)s by then, we keep it until you are. Some things we do not "
                        "keep so long."
                    )
                ),
                Line(N_("If you stop in the middle, we clear what you wrote after 30 minutes.")),
                Line(N_("If you save it, we keep it for 14 days. Nobody can read it until you send it.")),
            ),
        ),
        Section(
            N_("What you can ask for"),
            (
                Line(N_("You can ask to see what we keep about you.")),
                Line(N_("You can ask us to put it right if it is wrong.")),
                Line(N_("You can ask us to delete it. If we say no, we will tell you why.")),
                Line(N_("A person reads what you send. A computer does not choose what happens.")),
            ),
            bullets=True,
        ),
        Section(
            N_("If you are not happy about this"),
            (
                Line(N_("Tell us. Call %(phone)s.")),
                Line(N_("An advocate can help you. They do not work for us. It is free.")),
                Line(
                    N_(
                        "You can also tell the ICO. They check that people keep what you say safe. They "
                        "do not work for us."
                    )
                ),
            ),
        ),
    ),
)

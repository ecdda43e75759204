"""What an adult is told about privacy: who decides, why, for how long, and which rights there are."""

from portal.domain.journeys.pages import Line
from portal.domain.wording import N_
from portal.public.notices import Notice, Section

PRIVACY = Notice(
    endpoint="privacy",
    path="privacy",
    title=N_("How we look after what you tell us"),
    heading=N_("How we look after what you tell us"),
    audience="adult",
    beside=("privacy_young", N_("The same page for children and young people")),
    lead=(Line(N_("%(council)s is responsible for the information you give us here. It is the data controller.")),),
    sections=(
        Section(
            N_("What we keep, and where it comes from"),
            (
                Line(N_("We keep what you send us: your story, how to reach you, and what you tell us about a child.")),
                Line(
                    N_(
                        "If you add photos, sound or documents, we keep our own copy, without the place, the time, "
                        "the device and the author. We may check it for viruses."
                    )
                ),
                Line(N_("We keep our messages with you, the answer, and what we did because of it.")),
                Line(N_("To look into it we also read the child’s records and ask the staff who know about it.")),
                Line(
                    N_(
                        "Some of this is about health, family life or beliefs. The law asks us to take "
                        "special care of it."
                    )
                ),
            ),
        ),
        Section(
            N_("Why we may use it"),
            (
                Line(
                    N_(
                        "The law says that we must look into complaints about children’s services. This "
                        "is our public task."
                    )
                ),
                Line(
                    N_(
                        "So we do not ask for your consent to keep it. We do ask before someone else "
                        "speaks for a child."
                    )
                ),
                Line(N_("We also use it to learn, and to count complaints each year. The yearly report names nobody.")),
            ),
        ),
        Section(
            N_("Who sees it"),
            (
                Line(N_("The complaints team, and the manager who answers.")),
                Line(N_("At stage 2: the people who investigate. One of them does not work for us.")),
                Line(N_("At stage 3: the three people on the panel, and the Director.")),
                Line(N_("An advocate, if you or the child ask for one.")),
                Line(
                    N_(
                        "If you speak for a child, you and the child each have your own code. "
                        "Neither of you sees what the other writes. The child can end your view at any time."
                    ),
                    safety=True,
                ),
                Line(N_("The Ombudsman, Ofsted or a court, when the law says so.")),
                Line(N_("The companies that run this site for us. They may only do what we tell them.")),
            ),
            bullets=True,
        ),
        Section(
            N_("If a child or adult may be in danger"),
            (
                Line(
                    N_(
                        "We may tell social workers or the police, even if you ask us not to. We tell you "
                        "first when that is safe."
                    ),
                    safety=True,
                ),
            ),
        ),
        Section(
            N_("How long we keep it"),
            (
                Line(
                    N_(
                        "We keep a complaint for %(retention_years)s years after it is closed. Then we "
                        "delete it. The numbers in yearly reports stay."
                    )
                ),
                Line(
                    N_(
                        "If the child is not %(until_age)s by then, we keep it until they are. Other things we keep "
                        "for less time."
                    )
                ),
                Line(
                    N_(
                        "A form that you do not send is cleared after 30 minutes. If you save it, we keep"
                        " it for 14 days."
                    )
                ),
                Line(N_("A saved form is locked with your code. We cannot read it until you send it.")),
            ),
        ),
        Section(
            N_("How we keep it safe"),
            (
                Line(N_("Your story, your messages and your contact details are encrypted.")),
                Line(N_("Staff sign in with a password and a code from their phone.")),
                Line(
                    N_(
                        "We use no advertising and no visitor counting. Nothing on this site comes from "
                        "another company."
                    )
                ),
                Line(N_("No computer makes decisions about you. People do.")),
            ),
            bullets=True,
        ),
        Section(
            N_("Your rights"),
            (
                Line(N_("You can ask for a copy of what we keep about you.")),
                Line(
                    N_(
                        "You can ask us to correct it, to delete it, or to stop using it. If we say no, "
                        "we tell you why."
                    )
                ),
                Line(
                    N_(
                        "These rights belong to the child when it is about a child. A parent can use them"
                        " if the child agrees or is too young."
                    )
                ),
            ),
            bullets=True,
        ),
        Section(
            N_("Who to ask"),
            (
                Line(N_("%(dpo_name)s looks after these questions.")),
                Line(N_("By email: %(dpo_email)s.")),
                Line(N_("By phone: %(dpo_phone)s.")),
                Line(
                    N_(
                        "If you are not happy with our reply, you can complain to the Information "
                        "Commissioner’s Office (ICO)."
                    )
                ),
            ),
        ),
    ),
)

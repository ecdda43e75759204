"""Letters of the later stages: asked for, refused, who looks into it, the panel."""

from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.shape import Letter, Setting, para
from portal.domain.letters.shared import (
    ADVOCATE,
    ADVOCATE_ADULT,
    BRING,
    BRING_ADULT,
    HERE_IS_WHY,
    OMBUDSMAN,
    OMBUDSMAN_ADULT,
    REASON_ADULT,
    TELL_US,
    TELL_US_ADULT,
    WHY,
    WRITE,
)
from portal.domain.wording import N_

_S2, _S3, _C2 = {Setting.S2}, {Setting.S3}, {Setting.C2}

NEXT_STAGES = (
    Letter(
        LetterKind.NEXT_STAGE,
        N_("You asked for the next stage"),
        (
            para(N_("You asked for the next step. That is your right. We have started it.")),
            para(N_("Two new people will look into it. One of them does not work for us."), at=_S2),
            para(N_("We will tell you their names before they talk to you."), at=_S2),
            para(N_("Someone new will look at it. It is not the same person as before."), at=_C2),
            para(
                N_("Three people who do not work for us will meet by %(due)s."),
                N_("They read what was found. They say what we should do."),
                N_("They cannot change a court’s choice, and they do not start again from the start."),
                N_("You can come and speak, or an advocate can speak for you."),
                at=_S3,
            ),
            para(N_("We will write our answer by %(due)s."), at=_S2 | _C2),
            para(N_("It can take more time, but not past %(latest)s. We will tell you why."), at=_S2 | _C2),
            ADVOCATE,
            WRITE,
        ),
        (
            para(N_("You have asked for the next stage. You have the right to it, and it has begun.")),
            para(
                N_("An investigating officer will look into it, together with an independent person."),
                N_("The independent person does not work for the council. We will send you their names."),
                at=_S2,
            ),
            para(N_("Somebody who had no part in the first answer will look at it again."), at=_C2),
            para(
                N_("A panel of three independent people will meet by %(due)s."),
                N_("It looks at how Stage 2 was carried out and recommends what we should do."),
                N_("It does not investigate again, and it cannot change what a court decided."),
                at=_S3,
            ),
            para(
                N_("You will have our answer by %(due)s."),
                N_("If it is complex, we may need until %(latest)s. We will tell you why."),
                at=_S2 | _C2,
            ),
            ADVOCATE_ADULT,
            BRING_ADULT,
            WRITE,
        ),
    ),
    Letter(
        LetterKind.NEXT_STAGE_DECLINED,
        N_("We will not go to the next stage"),
        (
            para(N_("We are sorry. We will not go to the next step.")),
            HERE_IS_WHY,
            WHY,
            TELL_US,
            OMBUDSMAN,
            ADVOCATE,
        ),
        (
            para(N_("We have decided not to go to the next stage.")),
            REASON_ADULT,
            WHY,
            TELL_US_ADULT,
            OMBUDSMAN_ADULT,
            ADVOCATE_ADULT,
        ),
    ),
    Letter(
        LetterKind.INVESTIGATORS,
        N_("Who will look into it"),
        (
            para(N_("Two new people will look into it."), at=_S2),
            para(N_("The first one asks what happened: %(investigator)s."), at=_S2),
            para(N_("The second one checks that it is fair, and does not work for us: %(independent)s."), at=_S2),
            para(N_("They want to talk to you. You choose where."), at=_S2),
            para(N_("Someone new will look at it: %(manager)s. It is not the same person as before."), at=_C2),
            para(N_("This is what they will look into. Is it right? Tell us."), at=_S2),
            para("%(statement)s", at=_S2),
            para(N_("We will write our answer by %(due)s.")),
            BRING,
            ADVOCATE,
        ),
        (
            para(N_("Your complaint will be investigated by %(investigator)s."), at=_S2),
            para(
                N_("The independent person is %(independent)s, who does not work for the council."),
                N_("The independent person sees that everything is done fairly."),
                at=_S2,
            ),
            para(
                N_("Your complaint will be looked at again by %(manager)s, who had no part in the first answer."),
                at=_C2,
            ),
            para(N_("This is the statement of what they will look into. Please tell us whether you agree."), at=_S2),
            para("%(statement)s", at=_S2),
            para(N_("You will have our answer by %(due)s.")),
            BRING_ADULT,
            ADVOCATE_ADULT,
        ),
    ),
    Letter(
        LetterKind.STATEMENT_AGREED,
        N_("What they will look into"),
        (
            para(N_("You said that this is right. They will look into this:")),
            para("%(statement)s"),
            para(N_("We will write our answer by %(due)s.")),
            WRITE,
        ),
        (
            para(N_("You have agreed the statement of your complaint. The investigation is about this:")),
            para("%(statement)s"),
            para(N_("You will have our answer by %(due)s.")),
            WRITE,
        ),
    ),
    Letter(
        LetterKind.PANEL_DATE,
        N_("The day of the panel"),
        (
            para(N_("Three people who do not work for us will meet on %(panel_day)s.")),
            para(N_("Where and when: %(place)s.")),
            para(N_("Who they are: %(panellists)s.")),
            para(N_("You can come. You can bring an advocate and one more person. You choose who speaks.")),
            para(N_("You will get the papers before the day.")),
            para(N_("What would help you on the day? Tell us.")),
            ADVOCATE,
        ),
        (
            para(N_("The review panel meets on %(panel_day)s.")),
            para(N_("Place and time: %(place)s.")),
            para(N_("The members of the panel are independent of the council: %(panellists)s.")),
            para(N_("You may come, and bring an advocate and one other person. You choose who speaks.")),
            para(N_("You will get the papers before the day. Tell us about any adjustments you need.")),
            ADVOCATE_ADULT,
        ),
    ),
    Letter(
        LetterKind.PANEL_PAPERS,
        N_("The papers for the panel"),
        (
            para(N_("These are the papers for the meeting on %(panel_day)s. The three people get the same ones.")),
            para("%(papers)s"),
            para(N_("An advocate can read them with you. You can bring one more person to the meeting.")),
            ADVOCATE,
        ),
        (
            para(N_("These are the papers for the panel on %(panel_day)s. The panel has the same ones.")),
            para("%(papers)s"),
            para(N_("You may come, and bring an advocate and one other person. You choose who speaks.")),
            ADVOCATE_ADULT,
        ),
    ),
    Letter(
        LetterKind.PANEL_REPORT,
        N_("What the panel thinks"),
        (
            para(N_("The three people have met. This is what they think:")),
            para("%(report)s"),
            para(N_("The person in charge will write to you by %(due)s. They will say what we do.")),
            ADVOCATE,
            WRITE,
        ),
        (
            para(N_("The panel has given its report and its recommendations:")),
            para("%(report)s"),
            para(N_("The Director will write to you by %(due)s with our answer to each of them.")),
            WRITE,
        ),
    ),
)

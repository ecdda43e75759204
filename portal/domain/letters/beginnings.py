"""Letters at the beginning: we have it, we take it on, we deal with it in another way, we cannot take it on."""

from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.shape import Letter, Setting, para
from portal.domain.letters.shared import (
    ADVOCATE,
    ADVOCATE_ADULT,
    BRING,
    BRING_ADULT,
    CONCERNS,
    HERE_IS_WHY,
    NO_TROUBLE,
    OMBUDSMAN,
    OMBUDSMAN_ADULT,
    REASON_ADULT,
    TELL_US,
    TELL_US_ADULT,
    UNCHANGED,
    WHY,
    WRITE,
)
from portal.domain.wording import N_

_OURS = {Setting.C1}
_UNDERSTOOD = para(N_("We understood your complaint as:"))
_CORRECT_US = para(N_("Please tell us if anything is wrong or missing."))

BEGINNINGS = (
    Letter(
        LetterKind.ACKNOWLEDGEMENT,
        N_("We have your complaint"),
        (
            para(N_("Thank you for telling us. We have read what you wrote.")),
            para(N_("My name is %(officer)s. I am looking after your complaint.")),
            para(
                N_("We will write our answer by %(due)s."),
                N_("If we need more time, we will tell you why."),
            ),
            para(N_("You can write to us, add more, or take it back on your page.")),
            para(N_("Do you want someone on your side? Call %(advocacy_name)s on %(advocacy_phone)s. It is free.")),
            para(N_("Are you not safe? Call 999, or Childline on %(childline_phone)s.")),
        ),
        (
            para(N_("We received your complaint on %(received)s.")),
            para(N_("My name is %(officer)s and I am your contact.")),
            _UNDERSTOOD,
            CONCERNS,
            _CORRECT_US,
            para(
                N_("A manager will look into it. We will answer by %(due)s."),
                N_("If it is complex, we may need until %(latest)s. We will tell you why."),
            ),
            para(N_("You can write to us, add to your complaint or take it back on your page, at any time.")),
            ADVOCATE_ADULT,
            UNCHANGED,
            para(N_("If a child is in danger now, call 999.")),
        ),
    ),
    Letter(
        LetterKind.TAKEN_ON,
        N_("We have taken on your complaint"),
        (
            para(N_("We have read what you told us. We will look into it.")),
            para(N_("It will be looked into by %(manager)s.")),
            para(N_("This is what you told us:")),
            CONCERNS,
            para(N_("Did we get it wrong? Tell us.")),
            para(N_("We will write our answer by %(due)s.")),
            para(N_("Are you not happy with our answer then? You can ask for a next step.")),
            para(N_("There can be three steps."), at={Setting.S1}),
            para(N_("There can be two steps. This is because of what it is about."), at=_OURS),
            BRING,
            ADVOCATE,
            NO_TROUBLE,
            OMBUDSMAN,
        ),
        (
            para(N_("We have accepted your complaint. It will be answered by %(manager)s.")),
            _UNDERSTOOD,
            CONCERNS,
            _CORRECT_US,
            para(N_("You will have our answer by %(due)s.")),
            para(
                N_("It is about help for children, so the law’s own procedure applies. It has three stages."),
                N_("After our answer you can ask for an independent investigation, and after that for a panel."),
                at={Setting.S1},
            ),
            para(
                N_("It is about something outside the law’s procedure for children’s complaints, so our own applies."),
                N_("It has two stages. After our answer you can ask for somebody else to look at it again."),
                at=_OURS,
            ),
            para(N_("If you think it belongs elsewhere, tell us.")),
            OMBUDSMAN_ADULT,
            BRING_ADULT,
            ADVOCATE_ADULT,
            UNCHANGED,
        ),
    ),
    Letter(
        LetterKind.QUICK_WAY,
        N_("We will try to sort it out quickly"),
        (
            para(N_("We would like to fix this fast.")),
            para(N_("Someone will talk to you soon: %(manager)s.")),
            para(N_("Does it not work? Then we carry on with your complaint. You lose no time.")),
            ADVOCATE,
            WRITE,
        ),
        (
            para(N_("We would like to sort this out quickly. You will hear from %(manager)s.")),
            para(N_("This is what we suggest:"), by_officer=True),
            para("%(next)s", by_officer=True),
            para(
                N_("You keep the right to the full procedure. Its time counts from the day we received your complaint.")
            ),
            ADVOCATE_ADULT,
            WRITE,
        ),
    ),
    Letter(
        LetterKind.OTHER_WAY,
        N_("We deal with it in another way"),
        (
            para(N_("We will deal with this in another way.")),
            HERE_IS_WHY,
            WHY,
            para(N_("This is what happens next:")),
            para("%(next)s"),
            TELL_US,
            OMBUDSMAN,
            ADVOCATE,
        ),
        (
            para(N_("We will deal with this in another way than as a complaint.")),
            REASON_ADULT,
            WHY,
            para(N_("This is what happens next:")),
            para("%(next)s"),
            TELL_US_ADULT,
            OMBUDSMAN_ADULT,
        ),
    ),
    Letter(
        LetterKind.NOT_TAKEN,
        N_("We cannot take this on"),
        (
            para(N_("We are sorry. We cannot look into this.")),
            HERE_IS_WHY,
            WHY,
            para(N_("These people can help you:")),
            para("%(helpers)s"),
            TELL_US,
            OMBUDSMAN,
            ADVOCATE,
        ),
        (
            para(N_("We cannot take this on as a complaint. We are sorry to disappoint you.")),
            REASON_ADULT,
            WHY,
            para(N_("You can turn to:")),
            para("%(helpers)s"),
            TELL_US_ADULT,
            OMBUDSMAN_ADULT,
        ),
    ),
    Letter(
        LetterKind.LOOK_AGAIN,
        N_("We look again at how to deal with it"),
        (
            para(N_("We will look again at what you told us. We want to find the best way to help.")),
            HERE_IS_WHY,
            WHY,
            para(N_("We will write to you by %(due)s."), N_("The time counts from the day you first told us.")),
            ADVOCATE,
            WRITE,
        ),
        (
            para(N_("We look again at how your complaint has to be dealt with.")),
            REASON_ADULT,
            WHY,
            para(
                N_("You will hear from us by %(due)s."),
                N_("The time counts from the day we first received it, so you lose nothing."),
            ),
            OMBUDSMAN_ADULT,
            WRITE,
        ),
    ),
    Letter(
        LetterKind.JOINED,
        N_("We have put two complaints together"),
        (
            para(N_("You told us about the same thing two times. We have put the two together.")),
            para(N_("Use this number from now on: %(kept_number)s.")),
            para(N_("Nothing you told us is lost.")),
            WRITE,
        ),
        (
            para(N_("Two of your complaints are about the same thing, so we have put them together.")),
            para(N_("Please use this number from now on: %(kept_number)s.")),
            para(N_("Nothing you told us is lost.")),
            WRITE,
        ),
    ),
    Letter(
        LetterKind.THANK_YOU,
        N_("Thank you"),
        (
            para(N_("Thank you for your words. We have passed them on.")),
            para(N_("It helps us to know what you think.")),
        ),
        (
            para(N_("Thank you for taking the time to write. We have passed your words on.")),
            para(N_("If you meant it as a complaint, tell us and we will treat it as one.")),
        ),
    ),
)

"""Letters in between and at the end: waiting, going on, on hold, taken back, finished, open again, the advocate."""

from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.shape import EVERYWHERE, STAGES, Letter, Setting, para
from portal.domain.letters.shared import (
    ADVOCATE,
    ADVOCATE_ADULT,
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

_ASKED = {Setting.S2}
_HELD = EVERYWHERE - _ASKED
_NEW_DUE = para(N_("We will write our answer by %(due)s."), at=STAGES)
_NEW_DUE_ADULT = para(N_("You will have our answer by %(due)s."), at=STAGES)

ON_THE_WAY = (
    Letter(
        LetterKind.WAITING_FOR_ADVOCATE,
        N_("We wait for your advocate"),
        (
            para(N_("We are waiting for your advocate. The time for our answer stands still.")),
            para(N_("You do not have to wait. You can go on without one. Tell us if you want to.")),
            para(N_("Call %(advocacy_name)s on %(advocacy_phone)s.")),
            para(N_("When we start again, we will tell you the new date.")),
        ),
        (
            para(N_("We are waiting for the advocate, so the time for our answer stands still.")),
            para(N_("You can go on without one. Tell us if you want to.")),
            ADVOCATE_ADULT,
            para(N_("When we start again, we will tell you the new date.")),
        ),
    ),
    Letter(
        LetterKind.GOING_ON,
        N_("We have started again"),
        (para(N_("We have started again with your complaint.")), _NEW_DUE, ADVOCATE, WRITE),
        (para(N_("We have started again with your complaint.")), _NEW_DUE_ADULT, WRITE),
    ),
    Letter(
        LetterKind.ON_HOLD,
        N_("We have stopped for now"),
        (
            para(N_("You asked us to stop for now. We have stopped. Tell us when you want to go on."), at=_ASKED),
            para(N_("We have stopped for now. We are waiting for this: %(proceedings)s."), at=_HELD),
            para(N_("Here is why:"), at=_HELD, by_officer=True),
            para("%(why)s", at=_HELD, by_officer=True),
            para(N_("When it is over, you have a year to ask us to go on."), at=_HELD),
            para(N_("Do you not agree? Tell us. You can do it on your page."), at=_HELD),
            OMBUDSMAN,
            ADVOCATE,
        ),
        (
            para(N_("As you asked, we have put your complaint on hold. Tell us when you want to go on."), at=_ASKED),
            para(N_("We have put your complaint on hold because of this: %(proceedings)s."), at=_HELD),
            para(N_("The reason is:"), at=_HELD, by_officer=True),
            para("%(why)s", at=_HELD, by_officer=True),
            para(N_("When that has ended, you have a year to ask us to go on."), at=_HELD),
            para(N_("If you do not agree, tell us why on your page."), at=_HELD),
            OMBUDSMAN_ADULT,
        ),
    ),
    Letter(
        LetterKind.WITHDRAWAL,
        N_("You took it back"),
        (
            para(N_("You told us that you want to take it back. We have stopped.")),
            para(N_("You can start again at any time. Nobody will be cross.")),
            para(N_("Did somebody make you do it? Tell us, or tell an advocate.")),
            ADVOCATE,
        ),
        (
            para(N_("You have taken your complaint back, and we have stopped looking into it.")),
            para(N_("You can start again at any time. What you told us may still help us to do better.")),
            para(N_("If this is a mistake, or somebody put you under pressure, tell us.")),
        ),
    ),
    Letter(
        LetterKind.FINISHED,
        N_("This is finished"),
        (
            para(N_("This is finished. You can still read it on your page.")),
            para(N_("We still do what we said we would do.")),
            para(N_("How did we do? You can tell us on your page.")),
            para(N_("Does it go wrong again? Tell us.")),
        ),
        (
            para(N_("We have closed your case. What we agreed to do goes on.")),
            para(N_("How did we do? You can tell us on your page.")),
            para(N_("If the same thing happens again, tell us.")),
        ),
    ),
    Letter(
        LetterKind.OPEN_AGAIN,
        N_("It is open again"),
        (
            para(N_("We have opened your complaint again. We will look at it once more.")),
            HERE_IS_WHY,
            WHY,
            _NEW_DUE,
            WRITE,
        ),
        (para(N_("We have opened your complaint again.")), REASON_ADULT, WHY, _NEW_DUE_ADULT, WRITE),
    ),
    Letter(
        LetterKind.ADVOCATE_COMING,
        N_("Your advocate"),
        (
            para(N_("You asked for someone on your side. Good news: you will get an advocate.")),
            para("%(advocate)s"),
            para(N_("Call %(advocacy_name)s on %(advocacy_phone)s.")),
            WRITE,
        ),
        (
            para(N_("An advocate has been found.")),
            para("%(advocate)s"),
            ADVOCATE_ADULT,
            WRITE,
        ),
    ),
    Letter(
        LetterKind.NO_ADVOCATE,
        N_("About the advocate you asked for"),
        (
            para(N_("We are sorry. You cannot have this advocate now.")),
            HERE_IS_WHY,
            WHY,
            para(N_("This is what happens next:")),
            para("%(next)s"),
            TELL_US,
        ),
        (
            para(N_("We are sorry. The advocacy service cannot help just now.")),
            REASON_ADULT,
            WHY,
            para(N_("This is what happens next:")),
            para("%(next)s"),
            TELL_US_ADULT,
        ),
    ),
)

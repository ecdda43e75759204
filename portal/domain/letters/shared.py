"""Sentences that many letters share, for a child and for an adult."""

from portal.domain.findings import Outcome
from portal.domain.letters.shape import Setting, para
from portal.domain.recommendations import Verdict
from portal.domain.wording import N_

FIRST = frozenset({Setting.S1, Setting.C1})
CORPORATE = frozenset({Setting.C1, Setting.C2})

WRITE = para(N_("You can write to us on your page at any time."))
CONCERNS = para("%(concerns)s")
WHY = para("%(why)s", by_officer=True)
ACTIONS = para("%(actions)s")

NO_TROUBLE = para(N_("You will not get in trouble for this."), N_("You still get the same help."))
ADVOCATE = para(
    N_("Do you want someone on your side? An advocate can help you."),
    N_("It is free. They do not work for us."),
    N_("Call %(advocacy_name)s on %(advocacy_phone)s."),
)
BRING = para(N_("You can bring someone with you when we talk."))
OMBUDSMAN = para(
    N_("You can ask the Ombudsman about this too."),
    N_("They check if councils are fair. They do not work for us. It is free."),
    N_("Call them on %(lgsco_phone)s. An advocate can help you."),
)
HERE_IS_WHY = para(N_("Here is why:"), by_officer=True)
WE_ARE_LATE = para(N_("We are late. We are sorry."), when="late")
TELL_US = para(N_("Do you not agree? Tell us. You can do it on your page."))
WHAT_WE_DO = para(N_("This is what we will do:"))

UNCHANGED = para(N_("Complaining does not change the services that you or the child receive."))
ADVOCATE_ADULT = para(
    N_("An advocate can help a child or young person with this, free of charge."),
    N_("Call %(advocacy_name)s on %(advocacy_phone)s or write to %(advocacy_email)s."),
)
BRING_ADULT = para(N_("You may bring somebody with you to any meeting."))
OMBUDSMAN_ADULT = para(
    N_("You can ask the Local Government and Social Care Ombudsman to look at this."),
    N_("The Ombudsman is free and does not work for us."),
    N_("Call %(lgsco_phone)s or go to %(lgsco_website)s."),
)
REASON_ADULT = para(N_("The reason is:"), by_officer=True)
LATE_ADULT = para(N_("This comes later than it should have. We are sorry."), when="late")
TELL_US_ADULT = para(N_("If you do not agree, tell us why on your page."))
WHAT_WE_DO_ADULT = para(N_("This is what we will do, and by when:"))

ASK_NEXT = para(
    N_("Are you not happy with this? You can ask for the next step."),
    N_("Ask by %(ask_by)s. You do not have to say why."),
    N_("You can do it on your page, or tell us."),
    at={Setting.S1, Setting.S2},
)
ASK_NEXT_CORPORATE = para(
    N_("Are you not happy with this? You can ask for the next step."),
    N_("You can do it on your page, or tell us."),
    at={Setting.C1},
)
ASK_STAGE_2 = para(
    N_("If you are not happy with this, you can ask for Stage 2: an independent investigation."),
    N_("Please ask by %(ask_by)s. You do not have to give reasons."),
    N_("You can do it on your page, or tell us."),
    at={Setting.S1},
)
ASK_STAGE_2_CORPORATE = para(
    N_("If you are not happy with this, you can ask for Stage 2: somebody else will look at it again."),
    N_("You can do it on your page, or tell us."),
    at={Setting.C1},
)
ASK_STAGE_3 = para(
    N_("If you are not happy with this, you can ask for Stage 3: a panel of three independent people."),
    N_("Please ask by %(ask_by)s. You do not have to give reasons."),
    N_("You can do it on your page, or tell us."),
    at={Setting.S2},
)
MEET = para(N_("We can meet you and talk about it. Tell us if you would like that."))
MAY_COMPLAIN = para(N_("Are you not happy with this? You can tell us that you want to complain."), at={Setting.ASIDE})

OUTCOMES = {
    Outcome.UPHELD: (
        N_("We agree with you about this. We are sorry."),
        N_("We uphold this. We got it wrong, and we are sorry."),
    ),
    Outcome.PARTLY_UPHELD: (
        N_("We agree with some of this. We are sorry for that part."),
        N_("We uphold part of this, and we are sorry for that part."),
    ),
    Outcome.NOT_UPHELD: (N_("We do not agree. Here is why."), N_("We do not uphold this, for these reasons.")),
    Outcome.NO_FINDING: (
        N_("We could not find out what happened."),
        N_("We could not find out what happened, so we make no finding."),
    ),
    Outcome.RESOLVED: (N_("We sorted this out with you."), N_("We settled this with you.")),
    Outcome.WITHDRAWN: (N_("You took this part back."), N_("You withdrew this part.")),
    Outcome.NOT_INVESTIGATED: (N_("We did not look into this part."), N_("We did not investigate this part.")),
}
"""What was found about one concern, to a child and to an adult."""
ALIKE = {
    Outcome.NOT_PROVEN: Outcome.NO_FINDING,
    Outcome.ADR: Outcome.RESOLVED,
    Outcome.NO_FURTHER_ACTION: Outcome.NOT_INVESTIGATED,
}
"""Outcomes that the person is told in the words of another."""
VERDICTS = {
    Verdict.ACCEPT: N_("We agree to do this."),
    Verdict.PART: N_("We agree to do part of this."),
    Verdict.REJECT: N_("We do not agree to do this. Here is why."),
}
"""What we say to a recommendation."""

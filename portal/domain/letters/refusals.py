"""Why we do not look into something and who can help instead, in the words of a child and of an adult."""

from collections.abc import Mapping

from portal.domain.eligibility_words import Reason, Route
from portal.domain.wording import N_

WHY_NOT: Mapping[Reason, tuple[str, str]] = {
    Reason.COURT_PROCEEDINGS: (
        N_("A court or other people are looking at this now. You can tell us again when that is over."),
        N_("A court or another body deals with this, and a complaint must not get in the way of that."),
    ),
    Reason.NO_PR_OR_INVOLVEMENT: (
        N_("Only the child can ask us this, or someone close to them."),
        N_("We can only look into this for the child, or for people who are close enough to the child."),
    ),
    Reason.OUT_OF_TIME: (
        N_("It was more than a year ago. We thought hard about it. We will not look into it now."),
        N_("It was more than a year ago. We thought about looking into it all the same, and decided not to."),
    ),
    Reason.ALREADY_CONSIDERED: (
        N_("We have looked into this before. You had our last answer."),
        N_("We have looked into this before, and you had our last answer."),
    ),
    Reason.OTHER_BODY: (
        N_("Other people look after this. They can fix it, and we cannot."),
        N_("We are not in charge of this. Another organisation is."),
    ),
    Reason.STAFF_MATTER: (
        N_("This is about a job with us. There is another way to sort that out."),
        N_("This is about a job with the council. There is another procedure for that."),
    ),
    Reason.SUITABILITY: (
        N_("This is about who can foster or adopt. Other people look at that."),
        N_("There is a review of its own for decisions about who can foster or adopt."),
    ),
    Reason.CONFERENCE_DECISION: (
        N_("A big meeting decided this. There is another way to say that you do not agree."),
        N_("You can appeal against what a child protection conference decides. That is another procedure."),
    ),
    Reason.INSURANCE_CLAIM: (
        N_("You ask for money because something broke or you got hurt. Other people look at that."),
        N_("This is a claim for damage or injury. Other people decide about that."),
    ),
    Reason.DATA_PROTECTION: (
        N_("This is about what is written down about you. Other people look after that."),
        N_("This is about records or personal data. There is a law of its own for that."),
    ),
    Reason.SEND_TRIBUNAL: (
        N_("This is about the help you get at school. Other people decide about that."),
        N_("A tribunal decides about plans for children who need more help at school."),
    ),
    Reason.VEXATIOUS: (
        N_("You told us this many times. We have no new answer for you."),
        N_("You have told us this many times, and we have nothing to add to our answers."),
    ),
}
"""One or two sentences for each coded reason; the officer adds what belongs to this case."""

WHO_HELPS: Mapping[Route, str] = {
    Route.SAFEGUARDING: N_("The people at the council who keep children safe."),
    Route.CONFERENCE_APPEAL: N_("The person who led the meeting. Ask them how you can say that you do not agree."),
    Route.SEND_TRIBUNAL: N_("The tribunal for special educational needs and disability (SEND)."),
    Route.REVIEWING_OFFICER: N_("The independent reviewing officer. They check that a child in care is looked after."),
    Route.COURT: N_("A lawyer. They can tell you how to talk to the court."),
    Route.SCHOOL: N_("The head teacher, and then the school governors."),
    Route.HEALTH: N_("The complaints team of the health service (NHS)."),
    Route.POLICE: N_("The police. You can call them on 101."),
    Route.RECORDS: N_("Our team for data protection. After that, the Information Commissioner’s Office (ICO)."),
    Route.INSURANCE: N_("Our team for insurance."),
    Route.OFSTED: N_("Ofsted. They check how children are looked after."),
    Route.OTHER_COUNCIL: N_("The other council."),
    Route.INDEPENDENT_REVIEW: N_("The people who look again at decisions about fostering and adoption."),
    Route.STAFF_PROCEDURE: N_("The managers of the council’s own staff."),
    Route.OMBUDSMAN: N_("The Ombudsman. They check if councils are fair."),
}
"""Who can help instead; phone numbers that differ from council to council are for the officer to add."""

PASSED_ON = N_("We pass it on, and we make sure that it has come to:")

"""The forms of the two registers."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice

from portal.domain.register_words import (
    AskedBy,
    MemberConsent,
    MemberState,
    OmbudsmanOutcome,
    OmbudsmanService,
    OmbudsmanState,
)
from portal.services.registering import FromMember, FromOmbudsman
from portal.staff.papers import Day, pick, text
from portal.web.text import authority

CASE_HINT = "Like 7KQM-3W9C. Leave it empty if there is none."


class OmbudsmanForm(FlaskForm):
    """One enquiry of the Ombudsman."""

    SAME = (
        "state", "received_on", "due_on", "replied_on", "service", "investigated", "outcome", "decided_on",
        "remedy_due_on", "remedied_on",
    )  # fmt: skip
    """What is called the same in the register."""

    their_reference = StringField("Their reference")
    case = StringField("Number of our case", description=CASE_HINT)
    about = TextAreaField("What it is about")
    service = pick("Service", OmbudsmanService)
    received_on = Day("The day their letter came")
    due_on = Day("Answer by", description="The date in their letter.")
    state = pick("Where it stands", OmbudsmanState)
    replied_on = Day("The day we answered", needed=False)
    investigated = BooleanField("They investigated it")
    outcome = pick("What they decided", OmbudsmanOutcome)
    decided_on = Day("The day they decided", needed=False)
    remedy = TextAreaField("What we have to do")
    amount = StringField("What we have to pay, in pounds")
    remedy_due_on = Day("To put right by", needed=False)
    remedied_on = Day("The day we put it right", needed=False)

    def found(self, pence: int | None) -> FromOmbudsman:
        """What was filled in."""
        return FromOmbudsman(
            state=OmbudsmanState(self.state.data),
            received_on=self.received_on.day,
            due_on=self.due_on.day,
            service=OmbudsmanService(self.service.data),
            outcome=OmbudsmanOutcome(self.outcome.data),
            texts={name: text(self[name]) for name in ("their_reference", "about", "remedy")},
            investigated=self.investigated.data,
            replied_on=self.replied_on.data,
            decided_on=self.decided_on.data,
            pence=pence,
            remedy_due_on=self.remedy_due_on.data,
            remedied_on=self.remedied_on.data,
        )


class MemberForm(FlaskForm):
    """One enquiry of a councillor or a Member of Parliament."""

    SAME = ("state", "asked_by", "received_on", "consent", "team", "replied_on")

    member = StringField("Who asks")
    asked_by = pick("What they are", AskedBy)
    about = TextAreaField("What they ask")
    case = StringField("Number of our case", description=CASE_HINT)
    received_on = Day("The day it came")
    consent = pick("Consent of the person they speak for", MemberConsent)
    team = SelectField("Team")
    state = pick("Where it stands", MemberState)
    replied_on = Day("The day we answered", needed=False)

    def offer_teams(self) -> None:
        """Every team of the profile: an enquiry may be about an earlier year."""
        terms = {term.code: term.label for term in authority().teams.rows}
        self.team.choices = [
            SelectChoice("", "Not said"),
            *(SelectChoice(code, label) for code, label in terms.items()),
        ]

    def found(self) -> FromMember:
        """What was filled in."""
        return FromMember(
            state=MemberState(self.state.data),
            asked_by=AskedBy(self.asked_by.data),
            received_on=self.received_on.day,
            consent=MemberConsent(self.consent.data),
            texts={name: text(self[name]) for name in ("member", "about")},
            team=self.team.data or "",
            replied_on=self.replied_on.data,
        )

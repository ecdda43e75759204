"""The forms of the two registers: what an enquiry is, and what each step asks."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from portal.domain.putting_right import NotAnAmount, pence
from portal.domain.register_words import AskedBy, MemberConsent, OmbudsmanOutcome, OmbudsmanService
from portal.services.case_writing import NotLikeThis
from portal.services.register_steps import Brought
from portal.services.registering import FromMember, FromOmbudsman
from portal.staff.papers import Day, other_case, pick, text
from portal.web.text import authority

CASE_HINT = "Like 7KQM-3W9C. Leave it empty if there is none."


class OmbudsmanForm(FlaskForm):
    """One enquiry of the Ombudsman, as it came."""

    SAME = ("received_on", "due_on", "service")
    """What is called the same in the register."""

    their_reference = StringField("Their reference")
    case = StringField("Number of our case", description=CASE_HINT)
    about = TextAreaField("What it is about")
    service = pick("Service", OmbudsmanService)
    received_on = Day("The day their letter came")
    due_on = Day("Answer by", description="The date in their letter.")

    def found(self) -> FromOmbudsman:
        """What was filled in."""
        return FromOmbudsman(
            received_on=self.received_on.day,
            due_on=self.due_on.day,
            service=OmbudsmanService(self.service.data),
            texts={name: text(self[name]) for name in ("their_reference", "about")},
        )


class MemberForm(FlaskForm):
    """One enquiry of a councillor or a Member of Parliament, as it came."""

    SAME = ("asked_by", "received_on", "consent", "team")

    member = StringField("Who asks")
    asked_by = pick("What they are", AskedBy)
    about = TextAreaField("What they ask")
    case = StringField("Number of our case", description=CASE_HINT)
    received_on = Day("The day it came")
    consent = pick("Consent of the person they speak for", MemberConsent)
    team = SelectField("Team")

    def found(self) -> FromMember:
        """What was filled in."""
        return FromMember(
            asked_by=AskedBy(self.asked_by.data),
            received_on=self.received_on.day,
            consent=MemberConsent(self.consent.data),
            texts={name: text(self[name]) for name in ("member", "about")},
            team=self.team.data or "",
        )


class Whole(IntegerField):
    """A whole number, or nothing."""

    def __init__(self, label: str, description: str, **kwargs: Any) -> None:
        super().__init__(label, [Optional()], description=description, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; what is no number is told in our words."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Write a whole number, like 12.") from None


class LetterForm(FlaskForm):
    """What the Ombudsman's annual letter says."""

    year = Whole("Year in which the reporting year began", "2025 for 2025-26.")
    reported = Whole("Complaints and enquiries they received about us", "None is 0.")
    childrens = Whole("Of these, children's social care", "Leave it empty if they do not say.")


class EntryStep(FlaskForm):
    """Everything a step may ask; what it does not is taken out."""

    on = Day("The day it happened")
    due_on = Day("Answer by", needed=False, description="The date in their new letter.")
    consent = pick("Consent of the person they speak for", MemberConsent)
    team = SelectField("Team that answers")
    case = StringField("Number of the complaint", description="Record it first. Like 7KQM-3W9C.")
    outcome = SelectField(
        "What they decided",
        choices=[SelectChoice(one.value, one.label) for one in OmbudsmanOutcome if one is not OmbudsmanOutcome.ONGOING],
    )
    investigated = BooleanField("They investigated it")
    remedy = TextAreaField("What we have to do")
    amount = StringField("What we have to pay, in pounds", description="Leave it empty if it is nothing.")
    remedy_due_on = Day("To put right by", needed=False)
    reason = TextAreaField("Why, or what was done")

    def brought(self) -> Brought:
        """What was filled in. Raises `NotLikeThis`."""
        typed = text(self.case, 40) if "case" in self else ""
        return Brought(
            on=self.on.day,
            reason=self._text("reason"),
            due_on=self._data("due_on"),
            consent=MemberConsent(self.consent.data) if "consent" in self else None,
            team=self._data("team") or "",
            case_id=other_case(typed, "case").id if typed else None,
            outcome=OmbudsmanOutcome(self.outcome.data) if "outcome" in self else None,
            investigated=self._data("investigated"),
            remedy=self._text("remedy"),
            pence=self._pence(),
            remedy_due_on=self._data("remedy_due_on"),
        )

    def _data(self, name: str) -> Any:
        return self[name].data if name in self else None

    def _text(self, name: str) -> str:
        return text(self[name]) if name in self else ""

    def _pence(self) -> int | None:
        typed = text(self.amount, 40) if "amount" in self else ""
        try:
            return pence(typed) if typed else None
        except NotAnAmount:
            words = "Write the amount in pounds, like 150 or 1,200.50, or leave it empty."
            raise NotLikeThis(words, "amount") from None


ASKS: Mapping[str, frozenset[str]] = {
    "allocate": frozenset({"team", "consent"}),
    "escalate": frozenset({"case"}),
    "asked": frozenset({"due_on"}),
    "provisional": frozenset({"due_on"}),
    "decided": frozenset({"outcome", "investigated"}),
    "remedy": frozenset({"remedy", "amount", "remedy_due_on"}),
}
"""What a step asks besides the day; a reason is asked where the table wants one."""


def offer_teams(form: MemberForm | EntryStep) -> None:
    """Every team of the profile: an enquiry may be about an earlier year."""
    terms = {term.code: term.label for term in authority().teams.rows}
    form.team.choices = [SelectChoice("", "Not said"), *(SelectChoice(code, label) for code, label in terms.items())]

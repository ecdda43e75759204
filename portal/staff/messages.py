"""Writing to the person: that we have it, a message, the answer; by the way they chose, or by another with a reason."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField

from portal.domain.access import Action
from portal.domain.journeys.validation import is_email
from portal.domain.words import Audience, ContactWay
from portal.records.cases import Case
from portal.services import handling
from portal.services.handling import AnotherWay, CannotNow
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.web.doors import door
from portal.web.language import KNOWN
from portal.web.text import authority, day, plain, values

blueprint = Blueprint("staff_messages", __name__, url_prefix="/staff/cases/<reference>")

LONGEST = 20_000
"""Characters in one message: an answer of several pages fits."""
MOVED_ON = "Somebody else was quicker, or the person took it back. Look at the case as it stands now."
OPEN_LONG = "This page was open for a long time. Press the button once more."

Verb = Callable[[int, int, str, AnotherWay | None], None]


class Letter(FlaskForm):
    """The words, and an e-mail against the person's choice only with its reason."""

    words = TextAreaField("What we say")
    address = StringField("E-mail address")
    reason = StringField("Why this is safe and needed")

    def another_way(self) -> AnotherWay | None:
        """The e-mail that goes although another way was chosen."""
        address, reason = plain(self.address.data or "", 254), plain(self.reason.data or "", 500)
        return AnotherWay(address, reason) if address or reason else None

    def wrong(self) -> bool:
        """Put what is wrong at its field."""
        signed = self.validate_on_submit()  # sets each field's errors anew, so it comes first
        faults = {} if signed else {"words": OPEN_LONG}
        if not plain(self.words.data or "", LONGEST):
            faults["words"] = "Write what we want to say."
        elif len(self.words.data or "") > LONGEST:
            faults["words"] = "This is longer than one message can be. Send it in two."
        if way := self.another_way():
            if not is_email(way.address):
                faults["address"] = "Write an e-mail address like name@example.com, or clear both boxes."
            if not way.reason:
                faults["reason"] = "Write why. It is kept in the timeline, because the person chose another way."
        for name, words in faults.items():
            self[name].errors = [words]
        return bool(faults)


@blueprint.route("/acknowledge", methods=["GET", "POST"])
@door(Action.ACKNOWLEDGE)
def acknowledge() -> str | Response:
    """ "We have it": the first letter."""
    return _written(
        "acknowledge", handling.acknowledge, first_letter(the_case()), "Acknowledged. They can read it with their code."
    )


@blueprint.route("/reply", methods=["GET", "POST"])
@door(Action.REPLY)
def reply() -> str | Response:
    """A message in between."""
    return _written("reply", handling.reply, "", "Sent. They can read it with their code.")


@blueprint.route("/answer", methods=["GET", "POST"])
@door(Action.ANSWER)
def answer() -> str | Response:
    """Our answer to the complaint."""
    return _written("answer", handling.answer, "", "The answer is sent. They can read it with their code.")


def _written(what: str, verb: Verb, start: str, done: str) -> str | Response:
    form, case = Letter(data={"words": start}), the_case()
    if form.is_submitted() and not form.wrong():
        try:
            verb(case.id, me().id, plain(form.words.data or "", LONGEST), form.another_way())
            flash(done)
        except CannotNow:
            flash(MOVED_ON)
        return redirect(url_for("staff_case.case", reference=case.reference))
    by_email = case.contact.way is ContactWay.EMAIL
    return render_template(
        "staff/messages.html", **head(), what=what, form=form, by_email=by_email, language=KNOWN.get(case.language)
    )


def first_letter(case: Case) -> str:
    """A start for the first letter, for the officer to put right (domain 7.3): short words for a child."""
    name, helper = me().public_name, values().get("advocacy_phone", "")
    due, later = day(case.due_on), day(case.due_max_on)
    if case.audience is Audience.CHILD:
        parts = [
            "Thank you for telling us. I have read what you wrote.",
            f"My name is {name}. I am looking after your complaint.",
            f"We will write our answer by {due}. If we need more time I will tell you why.",
            "You can write to me here. You can add more, or take it back, at any time.",
            f"Do you want somebody on your side? An advocate can help. It is free. Call {helper}." if helper else "",
        ]
    else:
        parts = [
            f"We received your complaint on {day(case.received_on)}.",
            f"My name is {name} and I am your contact at {authority().name}.",
            "This is what I understood: …\nPlease tell me if I have got anything wrong or left anything out.",
            f"A manager will look into it and we will answer by {due}.",
            f"If it is complex we may need until {later}, and I will tell you why.",
            "You can write to me here, add to your complaint or withdraw it at any time.",
            f"An advocate can support the child. Call {helper}." if helper else "",
        ]
    return "\n\n".join(part for part in parts if part)

"""Writing to the person: that we have it, a message, the answer; by the way they chose, or by another with a reason."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField

from portal.domain.access import Action
from portal.domain.journeys.validation import is_email
from portal.domain.letter_kinds import LetterKind
from portal.domain.letters.shape import Setting
from portal.domain.words import ContactWay
from portal.services import handling
from portal.services.case_writing import NotLikeThis
from portal.services.handling import AnotherWay, CannotNow
from portal.services.letter_beginning import Begun, begun
from portal.services.telling import would_tell
from portal.staff.case import head
from portal.staff.guard import me, the_case
from portal.staff.letter_page import CHANGE, SEND, checked, preview
from portal.staff.reaching import readable
from portal.staff.wrong import REFUSED
from portal.web.doors import door
from portal.web.language import KNOWN
from portal.web.text import plain

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
    start = begun(the_case(), LetterKind.ACKNOWLEDGEMENT, me().public_name)
    return _written("acknowledge", handling.acknowledge, start, "Acknowledged.")


@blueprint.route("/reply", methods=["GET", "POST"])
@door(Action.REPLY)
def reply() -> str | Response:
    """A message in between."""
    holding = request.args.get("begin") == LetterKind.HOLDING.value
    start = begun(the_case(), LetterKind.HOLDING, me().public_name) if holding else Begun()
    return _written("reply", handling.reply, start, "Sent.")


@blueprint.route("/answer", methods=["GET", "POST"])
@door(Action.ANSWER)
def answer() -> str | Response:
    """Our answer to the complaint."""
    start = begun(the_case(), LetterKind.RESPONSE, me().public_name, Setting.S1)
    return _written("answer", handling.answer, start, "The answer is sent.")


def _written(what: str, verb: Verb, start: Begun, done: str) -> str | Response:
    form, case = Letter(data={"words": start.words}), the_case()
    do = request.form.get("do", "")
    if form.is_submitted() and do != CHANGE and not form.wrong():
        way = form.another_way()
        try:
            found = _send_or_look(
                lambda: verb(case.id, me().id, plain(form.words.data or "", LONGEST), way), do, way, done
            )
            return found or redirect(url_for("staff_case.case", reference=the_case().reference))
        except NotLikeThis as wrong:
            form.words.errors = [str(wrong)]
    by_email = the_case().contact.way is ContactWay.EMAIL
    return render_template(
        "staff/messages.html", **head(), what=what, form=form, by_email=by_email, english=start.english,
        language=KNOWN.get(the_case().language),
    )  # fmt: skip


def _send_or_look(verb: Callable[[], None], do: str, way: AnotherWay | None, done: str) -> str | None:
    """The letter once more before it goes, or None when it went or the case has moved on. Raises `NotLikeThis`."""
    try:
        if do != SEND:
            return preview(would_tell(verb)[-1], "A letter to the person", way)
        checked()
        verb()
        flash(f"{done} {readable(the_case())}")
    except CannotNow:
        flash(MOVED_ON, REFUSED)
    return None

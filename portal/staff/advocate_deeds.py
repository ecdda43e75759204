"""What the advocacy provider does with a request: take it on, name the advocate, note tries, turn it down, finish."""

from flask import Blueprint, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField, TextAreaField

from portal import clock
from portal.domain.access import Action
from portal.domain.advocates import Cannot, Tried
from portal.services import advocating as verbs
from portal.staff.advocacy import name_of, one_of_ours, reaching
from portal.staff.guard import me
from portal.staff.papers import BOTH, Day, kept, pick, pressed, text
from portal.web.doors import door

blueprint = Blueprint("staff_advocate_deeds", __name__, url_prefix="/staff/advocacy/<int:number>")

FIRST_NAME = "The advocate’s first name"


class TakeOnForm(FlaskForm):
    """The request is taken on."""

    advocate = StringField(FIRST_NAME, description="They are told it. Leave this empty if nobody is found yet.")


class NameForm(FlaskForm):
    """Somebody is found."""

    advocate = StringField(FIRST_NAME, description="They are told it.")


class TryForm(FlaskForm):
    """A try to make contact."""

    how = pick("How you tried", Tried)
    on = Day("The day")
    reached = BooleanField("I reached them", description="The clock of the first contact stops.")
    note = TextAreaField("A note for your own desk", description="The council never sees it.")


class TurnDownForm(FlaskForm):
    """It cannot be taken on."""

    reason = pick("Why", Cannot, description="They are told kindly, and the council looks for another way.")


@blueprint.route("/take-on", methods=BOTH)
@door(Action.ADVOCATES)
def take_on(number: int) -> str | Response:
    """Say yes."""
    form = TakeOnForm()

    def verb() -> None:
        verbs.take_on(number, me().id, text(form.advocate, 60))

    return kept(form, verb, "Taken on. They were told.", _back(number)) or _page(
        form, number, "Take it on", "Take it on"
    )


@blueprint.route("/advocate", methods=BOTH)
@door(Action.ADVOCATES)
def advocate(number: int) -> str | Response:
    """Say who it is."""
    form = NameForm(data={"advocate": one_of_ours(number).advocate or ""})

    def verb() -> None:
        verbs.name_advocate(number, me().id, text(form.advocate, 60))

    return kept(form, verb, "Kept. They were told.", _back(number)) or _page(
        form, number, "Who the advocate is", "Keep it"
    )


@blueprint.route("/try", methods=BOTH)
@door(Action.ADVOCATES)
def tried(number: int) -> str | Response:
    """Keep a try to make contact."""
    form = TryForm(data={"on": clock.today()})

    def verb() -> None:
        found = verbs.Try(Tried(form.how.data), form.on.day, bool(form.reached.data), text(form.note))
        verbs.note_try(number, me().id, found)

    return kept(form, verb, "Kept.", _back(number)) or _page(form, number, "A try to get in touch", "Keep it")


@blueprint.route("/turn-down", methods=BOTH)
@door(Action.ADVOCATES)
def turn_down(number: int) -> str | Response:
    """Say no, with a reason."""
    form = TurnDownForm()

    def verb() -> None:
        verbs.turn_down(number, me().id, Cannot(form.reason.data))

    done = "Kept. They were told kindly, and what was passed on is deleted."
    return kept(form, verb, done, _back(number)) or _page(form, number, "We cannot take it on", "Tell them")


@blueprint.post("/finish")
@door(Action.ADVOCATES)
def finish(number: int) -> Response:
    """The help came to its end."""
    one_of_ours(number)
    return pressed(lambda: verbs.finish(number, me().id), "Finished. What was passed on is deleted.", _back(number))


def _back(number: int) -> str:
    return url_for("staff_advocacy.request", number=number)


def _page(form: FlaskForm, number: int, heading: str, press: str) -> str:
    """A form about a request."""
    row = one_of_ours(number)
    return render_template(
        "staff/advocacy/form.html", form=form, heading=heading, press=press, back_url=_back(number),
        said=name_of(row.passed_on or {}), banner=reaching(row),
    )  # fmt: skip
